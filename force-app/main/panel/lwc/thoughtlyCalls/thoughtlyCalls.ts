/** What the Apex controller of the panel returns, and what its values mean to a reader. */
export type { Call } from '@salesforce/apex/ThoughtlyCallPanelController.getCalls';
export type { Transcript as CallTranscript } from '@salesforce/apex/ThoughtlyCallPanelController.getCall';
export type {
  Candidate,
  Step as SyncStep,
  ThoughtlyCallOutcome as CallOutcome
} from '@salesforce/apex/ThoughtlyCallPanelController.getOutcome';

/** How good an end of a conversation is: a theme of the design system. Decides the color, never the text. */
export type Tone = 'success' | 'warning' | 'error' | 'shade';

const TONE_BY_DISPOSITION: Readonly<Record<string, Tone>> = {
  qualified: 'success',
  'appointment booked': 'success',
  'callback requested': 'warning',
  'voicemail left': 'warning',
  'not interested': 'error',
  disqualified: 'error',
  'do not call': 'error'
};

/** Tone of a disposition. One that is not known, because an admin made it, is in the shade. */
export function dispositionTone(disposition: string | null | undefined): Tone {
  return TONE_BY_DISPOSITION[disposition?.trim().toLowerCase() ?? ''] ?? 'shade';
}

/** Whether a conversation was written instead of spoken. */
export function isMessageChannel(channel: string | null | undefined): boolean {
  return Boolean(channel) && channel !== 'Voice';
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
