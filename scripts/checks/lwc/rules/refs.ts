/** `this.refs.audio` needs an element with `lwc:ref="audio"`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { BundleRule, Problem } from '../rule';

export const refs: BundleRule = (bundle, { program }) => {
  const source = program.sourceOf(bundle);
  const templates = bundle.files.filter((file) => file.endsWith('.html'));
  if (!source || templates.length === 0) return [];
  const known = new Set(
    templates.flatMap((file) =>
      [...readFileSync(join(bundle.copy, file), 'utf8').matchAll(/lwc:ref="([^"]+)"/g)].map((match) => match[1])
    )
  );
  const problems: Problem[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && isRefs(node.expression) && !known.has(node.name.text)) {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      problems.push({
        rule: 'ref',
        path: source.fileName,
        line,
        message: `No element of the template has lwc:ref="${node.name.text}"`
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return problems;
};

function isRefs(node: ts.Expression): boolean {
  const inner = ts.isNonNullExpression(node) ? node.expression : node;
  return (
    ts.isPropertyAccessExpression(inner) &&
    inner.name.text === 'refs' &&
    inner.expression.kind === ts.SyntaxKind.ThisKeyword
  );
}
