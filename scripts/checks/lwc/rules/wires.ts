/** `@wire(getCalls, { recordId: '$recordId' })`: TypeScript takes the reactive name for any other text. */
import ts from 'typescript';
import { decoratorName, decoratorsOf } from '../program';
import type { BundleRule, Problem } from '../rule';

export const wires: BundleRule = (bundle, { program }) => {
  const component = program.componentOf(bundle);
  const source = program.sourceOf(bundle);
  if (!component || !source) return [];
  const problems: Problem[] = [];
  const report = (node: ts.Node, rule: string, message: string) =>
    problems.push({
      rule,
      path: source.fileName,
      line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1,
      message
    });
  for (const member of classMembers(component)) {
    const decorators = decoratorsOf(member);
    const names = decorators.map(decoratorName);
    if (names.includes('api') && names.includes('wire'))
      report(member, 'decorators', `${member.name?.getText() ?? ''} cannot be both @api and @wire`);
    for (const decorator of decorators) {
      if (decoratorName(decorator) === 'wire') checkReactiveNames(decorator, component, program.checker, report);
    }
  }
  return problems;
};

function classMembers(component: ts.InterfaceType): readonly ts.ClassElement[] {
  const declaration = component.symbol.valueDeclaration;
  return declaration && ts.isClassDeclaration(declaration) ? [...declaration.members] : [];
}

function checkReactiveNames(
  decorator: ts.Decorator,
  component: ts.Type,
  checker: ts.TypeChecker,
  report: (node: ts.Node, rule: string, message: string) => void
): void {
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) && node.text.startsWith('$')) {
      const name = node.text.slice(1).split('.')[0] ?? '';
      if (!checker.getPropertyOfType(component, name))
        report(node, 'reactive', `'${node.text}' names no member of the class`);
    }
    ts.forEachChild(node, visit);
  };
  visit(decorator);
}
