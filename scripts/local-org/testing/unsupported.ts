/** Recognises failures that say something of the local org rather than of the tested code. */

/** Code with errors is compiled to this exception; the numbers 4xxx and 5xxx are what the local org does not support. */
const UNSUPPORTED = /This code did not compile: .*\bAPX[45]\d{3}\b/s;

/** Why the failure counts as `unsupported`, or null when it is an ordinary one. */
export function unsupportedReason(failure: unknown): string | null {
  return failure instanceof Error && UNSUPPORTED.test(failure.message) ? failure.message : null;
}
