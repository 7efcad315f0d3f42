/** Literal attributes of base components: icons that exist, variants that exist, labels that a screen reader needs. */
import type { Component } from '@lwc/template-compiler';
import ts from 'typescript';
import { hasIcon } from '../icons';
import type { TemplateContext } from './context';

/** What a base component needs, or a screen reader has nothing to say. */
const REQUIRED: Readonly<Record<string, string>> = {
  buttonIcon: 'alternative-text',
  checkboxGroup: 'label',
  combobox: 'label',
  input: 'label',
  radioGroup: 'label',
  select: 'label',
  slider: 'label',
  spinner: 'alternative-text',
  textarea: 'label'
};

/** Checks what a template writes into the attributes of one base component. */
export function checkBaseValues(element: Component, name: string, context: TemplateContext): void {
  const required = REQUIRED[name];
  const given = element.properties.map((property) => property.attributeName);
  const isSpread = element.directives.some((directive) => directive.name === 'Spread');
  if (required && !isSpread && !given.includes(required)) {
    context.report(
      'accessibility',
      element.location.startLine,
      `<${element.name}> needs ${required}, which a screen reader says`
    );
  }
  const component = publishedClass(name, context.checker);
  for (const { name: property, attributeName, value, location } of element.properties) {
    if (value.type !== 'Literal' || typeof value.value !== 'string') continue;
    if (property === 'iconName' && !hasIcon(value.value)) {
      context.report('icon', location.startLine, `There is no icon ${value.value}`);
    }
    const choices = component && choicesOf(component, property, context.checker);
    if (choices && !choices.includes(value.value)) {
      context.report(
        'attribute-type',
        location.startLine,
        `<${element.name}>: ${attributeName} is one of ${choices.join(', ')}, not ${value.value}`
      );
    }
  }
}

/** The class that Salesforce's published types declare for a base component. */
function publishedClass(name: string, checker: ts.TypeChecker): ts.Type | undefined {
  const module = checker.getAmbientModules().find((item) => item.name === `"lightning/${name}"`);
  const exported = module && checker.getExportsOfModule(module).find((symbol) => symbol.name === 'default');
  return exported && exported.flags & ts.SymbolFlags.Class ? checker.getDeclaredTypeOfSymbol(exported) : undefined;
}

/** The values of a property that takes only some texts; undefined for any other. */
function choicesOf(component: ts.Type, property: string, checker: ts.TypeChecker): string[] | undefined {
  if (property !== 'variant') return undefined;
  const member = checker.getPropertyOfType(component, property);
  const type = member && checker.getNonNullableType(checker.getTypeOfSymbol(member));
  if (!type?.isUnion() || !type.types.every((item) => item.isStringLiteral())) return undefined;
  return type.types.map((item) => (item as ts.StringLiteralType).value);
}
