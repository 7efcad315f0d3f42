/** What the Apex controller of the panel returns, and what its values mean to a reader. */

/** One conversation in the list: everything but the transcript. Mirrors `ThoughtlyCallPanelController.Call`. */
export interface Call {
  readonly id: string;
  readonly channel: string | null;
  readonly direction: string | null;
  readonly status: string | null;
  readonly disposition: string | null;
  readonly outcome: string | null;
  /** 1 to 10. */
  readonly intentScore: number | null;
  readonly agentName: string | null;
  readonly customerName: string | null;
  /** ISO time stamps. */
  readonly startedAt: string | null;
  readonly appointmentAt: string | null;
  readonly durationSeconds: number | null;
  readonly summary: string | null;
  readonly qualificationNotes: string | null;
  readonly recordingUrl: string | null;
  readonly matchStatus: string | null;
  /** Whether the user owns the conversation and has not read it yet. */
  readonly isUnread: boolean;
}

/** What the sync made of a conversation. Mirrors the Apex class `ThoughtlyCallOutcome`. */
export interface CallOutcome {
  readonly steps: readonly SyncStep[];
  /** Empty unless somebody has to pick the right one. */
  readonly candidates: readonly Candidate[];
}

export interface SyncStep {
  /** `done`, `warning` or `failed`. */
  readonly outcome: string;
  readonly message: string;
  readonly remedy: string | null;
  readonly recordId: string | null;
  readonly recordName: string | null;
  readonly objectName: string | null;
  readonly changes: readonly FieldChange[];
}

export interface FieldChange {
  readonly label: string;
  readonly oldValue: string | null;
  readonly newValue: string | null;
}

export interface Candidate {
  readonly recordId: string;
  readonly name: string;
  readonly objectLabel: string;
}

/** Transcript of one conversation. Mirrors `ThoughtlyCallPanelController.Transcript`. */
export interface CallTranscript {
  readonly callId: string;
  /** JSON: an array of turns. */
  readonly turns: string | null;
  /** Plain text, for conversations whose turns are not known. */
  readonly text: string | null;
}

/** How good an end of a conversation is; decides color and icon, never the text. */
export type Tone = 'success' | 'warning' | 'error' | 'neutral';

const TONE_BY_DISPOSITION: Readonly<Record<string, Tone>> = {
  qualified: 'success',
  'appointment booked': 'success',
  'callback requested': 'warning',
  'voicemail left': 'warning',
  'not interested': 'error',
  disqualified: 'error',
  'do not call': 'error',
  'no answer': 'neutral'
};

const ICON_BY_TONE: Readonly<Record<Tone, string>> = {
  success: 'utility:success',
  warning: 'utility:clock',
  error: 'utility:ban',
  neutral: 'utility:record'
};

/** Tone of a disposition. One that is not known, because an admin made it, is neutral. */
export function dispositionTone(disposition: string | null | undefined): Tone {
  return TONE_BY_DISPOSITION[disposition?.trim().toLowerCase() ?? ''] ?? 'neutral';
}

/** Whether a conversation was written instead of spoken. */
export function isMessageChannel(channel: string | null | undefined): boolean {
  return Boolean(channel) && channel !== 'Voice';
}

export function toneIcon(tone: Tone): string {
  return ICON_BY_TONE[tone];
}

/** Qualifying answers come as one text; each sentence or line of it is one answer. */
export function splitAnswers(notes: string | null | undefined): string[] {
  return (notes ?? '')
    .split(/[;\n]+/)
    .map((answer) => answer.trim())
    .filter((answer) => answer !== '');
}

/** The address when it is safe to play and to link: `https` only, never `javascript:`, `data:` or `http:`. */
export function secureUrl(url: string | null | undefined): string | undefined {
  if (!url) return undefined;
  try {
    const parsed = new URL(url.trim());
    return parsed.protocol === 'https:' ? parsed.href : undefined;
  } catch {
    return undefined;
  }
}
