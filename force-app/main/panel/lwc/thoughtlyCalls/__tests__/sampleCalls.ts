import type { Call } from 'c/thoughtlyCalls';

/** A qualified call; `changes` make it another one. */
export function sampleCall(changes: Partial<Call> = {}): Call {
  return {
    id: 'a00000000000001AAA',
    channel: 'Voice',
    direction: 'Outbound',
    status: 'Completed',
    disposition: 'Qualified',
    outcome: 'Qualified',
    intentScore: 8,
    agentName: 'Spring Outbound',
    customerName: 'Dana Ortiz',
    startedAt: '2026-05-24T15:31:10.000Z',
    appointmentAt: null,
    durationSeconds: 208,
    summary: 'Dana owns her home and wants a quote by Friday.',
    qualificationNotes: 'Owns home; wants install in 60 days',
    recordingUrl: 'https://recordings.thoughtly.com/8c1d7f52.mp3',
    matchStatus: 'Matched',
    isUnread: false,
    ...changes
  };
}
