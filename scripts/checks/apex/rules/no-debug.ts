import type { ApexRule } from '../rule';
import { walk } from '../walk';

/** Debug lines stay in logs that admins read, and cost time in every transaction (STYLE.md, Apex). */
export const noDebug: ApexRule = {
  name: 'no-debug',
  check({ files }, report) {
    for (const file of files) {
      walk(file.unit, (node) => {
        if (node.kind === 'platformCall' && `${node.typeName} ${node.signature}`.startsWith('System.System debug('))
          report(
            file,
            node.span.line,
            'System.debug is left over from looking for a mistake, costs time in every transaction and may write personal data to logs. Remove it.'
          );
      });
    }
  }
};
