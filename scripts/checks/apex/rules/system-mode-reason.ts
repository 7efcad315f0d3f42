import type { SourceSpan } from '../../../local-org/compiler/ast';
import { dataAccessesOf } from '../access-modes';
import { commentAbove } from '../comments';
import type { ApexFile } from '../program';
import type { ApexRule } from '../rule';

/** What a comment has to speak of, when it is that of a whole method or class. */
const REASON = /sharing|system mode|\bsystem\b/i;

/**
 * System mode and `without sharing` pass over what an admin decided. Each has a sentence that says why, on its line,
 * on the line above, above its method, or above its class (STYLE.md, Apex). Tests set up what they like.
 */
export const systemModeReason: ApexRule = {
  name: 'system-mode-reason',
  check({ files }, report) {
    for (const file of files) {
      if (file.isTest) continue;
      for (const type of file.unit.types) {
        const { line } = type.span;
        const above = commentAbove(file.text, file.comments, line) ?? '';
        const says = (text: string | undefined) => REASON.test(text ?? '');
        if (type.sharing === 'without' && !says(above))
          report(
            file,
            line,
            `${type.name} is without sharing. Say in the comment above it why its users may pass over sharing.`
          );
        for (const member of [
          ...type.methods,
          ...type.constructors,
          ...type.properties,
          ...type.staticInitializers,
          ...type.instanceInitializers
        ]) {
          const methodLine = 'span' in member ? member.span.line : line;
          if (says(above) || says(commentAbove(file.text, file.comments, methodLine))) continue;
          for (const { node, statement, mode, what } of dataAccessesOf(member)) {
            if (mode === 'system' && !hasComment(file, statement.span, node.span))
              report(file, node.span.line, `The ${what} runs in system mode. Say in a comment above it why.`);
          }
        }
      }
    }
  }
};

function hasComment({ comments }: ApexFile, statement: SourceSpan, node: SourceSpan): boolean {
  for (let line = Math.min(statement.line, node.line) - 1; line <= node.endLine; line++)
    if (comments.byLine.has(line)) return true;
  return false;
}
