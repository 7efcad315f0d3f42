import type { AnnotationContext, ElementValueContext, ModifierContext } from '@apexdevtools/apex-parser';
import type { Annotation, ModifierName, Modifiers } from '../ast';
import { lowerLiteral } from './literals';
import type { ParseScope } from './scope';
import { spanOf } from './span';

/** Keywords and annotations before a declaration. */
export function lowerModifiers(contexts: readonly ModifierContext[], scope: ParseScope): Modifiers {
  const names = new Set<ModifierName>();
  const annotations: Annotation[] = [];
  for (const context of contexts) {
    const annotation = context.annotation();
    if (annotation) annotations.push(lowerAnnotation(annotation, scope));
    else names.add(modifierName(context));
  }
  return { names, annotations };
}

/** A sharing modifier is two tokens: `with sharing`. */
function modifierName(context: ModifierContext): ModifierName {
  return (context.children ?? []).map((child) => child.getText().toLowerCase()).join(' ') as ModifierName;
}

function lowerAnnotation(context: AnnotationContext, scope: ParseScope): Annotation {
  const values: Record<string, string | boolean | number | null> = {};
  const single = context.elementValue();
  if (single) values[''] = annotationValue(single, scope);
  for (const pair of context.elementValuePairs()?.elementValuePair_list() ?? []) {
    values[pair.id().getText()] = annotationValue(pair.elementValue(), scope);
  }
  return { name: context.id().getText(), values, span: spanOf(context) };
}

function annotationValue(context: ElementValueContext, scope: ParseScope): string | boolean | number | null {
  const literal = lowerLiteral(context.literal(), scope);
  switch (literal.type) {
    case 'null':
      return null;
    case 'decimal':
      return Number(literal.text);
    case 'long':
      return Number(literal.value);
    default:
      return literal.value;
  }
}
