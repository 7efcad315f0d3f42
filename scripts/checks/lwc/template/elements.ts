/** Accessibility and safety of single elements, as far as a template alone shows them. */
import type { BaseElement } from '@lwc/template-compiler';
import type { TemplateContext } from './context';

/** Checks one element of a template. */
export function checkElement(element: BaseElement, context: TemplateContext): void {
  const names = new Set(
    [...element.attributes, ...element.properties.map((property) => ({ name: property.attributeName }))].map(
      (item) => item.name
    )
  );
  if (element.name === 'img' && !names.has('alt')) {
    context.report(
      'accessibility',
      element.location.startLine,
      '<img> needs alt, so that a screen reader can say what it shows'
    );
  }
  const target = element.attributes.find((attribute) => attribute.name === 'target');
  if (
    element.name === 'a' &&
    target?.value.type === 'Literal' &&
    target.value.value === '_blank' &&
    !names.has('rel')
  ) {
    context.report('safety', element.location.startLine, '<a target="_blank"> needs rel="noopener noreferrer"');
  }
}
