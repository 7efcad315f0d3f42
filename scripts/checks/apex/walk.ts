/** Walks the bound tree: its nodes are plain data, so one walk serves all rules. */
import type { SourceSpan } from '../../local-org/compiler/ast';
import type { BoundExpression, BoundStatement } from '../../local-org/compiler/bound';

export type BoundNode = (BoundExpression | BoundStatement) & { readonly span: SourceSpan };

/** Types and queries are trees of their own; the variables that a dynamic query may see stand elsewhere, too. */
const NOT_ENTERED = new Set(['type', 'query', 'span', 'visibleVariables', 'placeholder']);

/** Calls `visit` for every expression and statement below a node of the tree. `statement` is the nearest one around. */
export function walk(root: unknown, visit: (node: BoundNode, statement: BoundNode) => void): void {
  descend(root, undefined);

  function descend(value: unknown, statement: BoundNode | undefined): void {
    if (Array.isArray(value)) {
      for (const item of value) descend(item, statement);
      return;
    }
    if (value === null || typeof value !== 'object') return;
    const node = value as BoundNode;
    const isNode = 'kind' in node && 'span' in node && node.span !== null;
    // Statements have no type; a block is no help to say where something stands.
    const isStatement = isNode && !('type' in node) && node.kind !== 'block';
    const around = isStatement ? node : statement;
    if (isNode) visit(node, around ?? node);
    for (const [key, child] of Object.entries(value)) if (!NOT_ENTERED.has(key)) descend(child, around);
  }
}
