import type { ApexFile } from '../program';
import type { ApexRule } from '../rule';
import { commentAbove } from '../comments';

const MAXIMUM_METHOD = 40;
const MAXIMUM_CLASS = 250;
/** `size: one long table reads better than five short ones` */
const REASON = /\bsize: \S+/;

/** Long methods and classes deserve a second look (STYLE.md, last lines). Those that stay long say why. */
export const size: ApexRule = {
  name: 'size',
  check({ files }, report) {
    for (const file of files) {
      const [type] = file.unit.types;
      const lines = file.text.trimEnd().split('\n').length;
      const hasReason = REASON.test((type && commentAbove(file.text, file.comments, type.span.line)) ?? '');
      if (type && lines > MAXIMUM_CLASS && !hasReason)
        report(
          file,
          type.span.line,
          `${file.name} has ${lines} lines; ${MAXIMUM_CLASS} are plenty. Split it, or say "size: <why>" in the comment above it.`
        );
      checkMethods(file, (line, name, count) =>
        report(
          file,
          line,
          `${name}() has ${count} lines; ${MAXIMUM_METHOD} are plenty. Split it, or say "size: <why>" in the comment above it.`
        )
      );
    }
  }
};

function checkMethods(file: ApexFile, report: (line: number, name: string, count: number) => void): void {
  for (const type of file.unit.types) {
    for (const member of [...type.methods, ...type.constructors]) {
      const count = member.span.endLine - member.span.line + 1;
      if (count > MAXIMUM_METHOD && !REASON.test(commentAbove(file.text, file.comments, member.span.line) ?? ''))
        report(member.span.line, 'name' in member ? member.name : type.name, count);
    }
  }
}
