import type { ApexRule } from '../rule';

/** `'''` is newer than the parsers of PMD and apex-ls, which then skip the whole file (TOOLING-apex 1.1). */
export const noMultilineStrings: ApexRule = {
  name: 'no-multiline-strings',
  check({ files }, report) {
    for (const file of files) {
      for (const line of file.comments.multilineStrings)
        report(
          file,
          line,
          "Multi-line strings (''') are not read by PMD and apex-ls. Join single lines with +, or String.join."
        );
    }
  }
};
