/** What a gate has to say about one place of the source. */
export interface Finding {
  /** The gate: `apex-ls`, `pmd`, `metadata`, … */
  readonly gate: string;
  /** The rule in the gate's own words: `ApexCRUDViolation`, `APX3002`. */
  readonly rule: string;
  /** Relative to the working directory. */
  readonly path: string;
  /** 1-based; 1 when the finding is about the whole file. */
  readonly line: number;
  readonly message: string;
}

export function formatFinding(finding: Finding): string {
  return `${finding.path}:${finding.line} ${finding.gate}/${finding.rule} ${finding.message}`;
}
