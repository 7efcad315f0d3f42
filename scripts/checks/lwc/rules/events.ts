/** Names of events that no template can listen to: `onSelectCall={…}` is no attribute of HTML. */
import ts from 'typescript';
import type { BundleRule, Problem } from '../rule';

export const events: BundleRule = (bundle, { program }) => {
  const source = program.sourceOf(bundle);
  if (!source) return [];
  const problems: Problem[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && /^(Custom)?Event$/.test(node.expression.getText())) {
      const [name] = node.arguments ?? [];
      if (name && ts.isStringLiteral(name) && !/^[a-z][a-z0-9_]*$/.test(name.text)) {
        const line = source.getLineAndCharacterOfPosition(name.getStart()).line + 1;
        problems.push({
          rule: 'event-name',
          path: source.fileName,
          line,
          message: `No template can listen to '${name.text}': use small letters, digits and _`
        });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return problems;
};
