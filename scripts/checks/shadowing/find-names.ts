/** Finds the bare names of types in a syntax tree: where a type is named, and before a dot. */
import type { CompilationUnit, NameExpression, SourceSpan, TypeReference } from '../../local-org/compiler/ast';

export interface BareName {
  readonly name: string;
  readonly span: SourceSpan;
}

/** Parts of the tree that name no types: queries resolve their objects by themselves. */
const LEFT_OUT: ReadonlySet<string> = new Set(['span', 'modifiers', 'query', 'text']);

/** All bare names of a file that no variable, parameter or member of the file has. */
export function bareTypeNames(unit: CompilationUnit): BareName[] {
  const found: BareName[] = [];
  const declared = new Set<string>();
  visit(unit, (node) => {
    if (isTypeReference(node)) {
      const [first] = node.parts;
      if (first && node.parts.length === 1) found.push({ name: first.name, span: node.span });
    }
    const { kind, receiver } = node as { kind?: string; receiver?: NameExpression | null };
    if ((kind === 'field' || kind === 'call') && receiver?.kind === 'name')
      found.push({ name: receiver.name, span: receiver.span });
    addDeclared(node, declared);
  });
  return found.filter(({ name }) => !declared.has(name.toLowerCase()));
}

/** Declarations have a name that is a node, and a type or a body; so have the variables of loops and statements. */
function addDeclared(node: object, declared: Set<string>): void {
  const { name, kind } = node as { name?: { name?: unknown }; kind?: string };
  if (typeof name?.name === 'string' && kind !== 'call' && kind !== 'field') declared.add(name.name.toLowerCase());
  // A field declaration and a member access are both of the kind `field`.
  if (kind === 'field' && 'initializer' in node && typeof name?.name === 'string')
    declared.add(name.name.toLowerCase());
}

function isTypeReference(node: object): node is TypeReference {
  return 'parts' in node && 'arrayDepth' in node;
}

function visit(value: unknown, onNode: (node: object) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, onNode);
  } else if (typeof value === 'object' && value !== null) {
    onNode(value);
    for (const [key, child] of Object.entries(value)) if (!LEFT_OUT.has(key)) visit(child, onNode);
  }
}
