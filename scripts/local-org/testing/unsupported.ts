/** Recognises failures that say something of the local org rather than of the tested code. */

/** Why the failure counts as `unsupported`, or null when it is an ordinary one. */
export function unsupportedReason(failure: unknown): string | null {
  return failure instanceof Error && failure.name === 'NotCompiledError' ? failure.message : null;
}
