/** Which classes of the source a class uses, as the binder resolved them: calls, types, fields, casts. */
import type { SourceSpan } from '../../local-org/compiler/ast';
import type { ApexFile, ApexProgram } from './program';

/** The outer names, in lower case, of all types of the source that a file uses, each with the first line that does. */
export function referencesOf(program: ApexProgram, file: ApexFile): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const note = (name: unknown, line: number) => {
    if (typeof name !== 'string') return;
    const outer = name.split('.')[0]?.toLowerCase() ?? '';
    if (program.typesByName.has(outer) && !found.has(outer)) found.set(outer, line);
  };
  const descend = (value: unknown, line: number): void => {
    if (Array.isArray(value)) for (const item of value) descend(item, line);
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return;
    const node = value as { kind?: string; name?: string; owner?: string; className?: string; span?: SourceSpan };
    const own = node.span?.line ?? line;
    if (node.kind === 'user') note(node.name, own);
    note(node.owner, own);
    note(node.className, own);
    for (const [key, child] of Object.entries(value))
      if (key !== 'span' && key !== 'visibleVariables') descend(child, own);
  };
  descend(file.unit, 1);
  return found;
}
