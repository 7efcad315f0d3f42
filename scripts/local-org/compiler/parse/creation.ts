import type { CreatorContext } from '@apexdevtools/apex-parser';
import type { Expression, Identifier, NewExpression, SourceSpan } from '../ast';
import { lowerExpression, lowerExpressions } from './expressions';
import type { ParseScope } from './scope';
import { lowerCreatedName } from './types';

type Creation = NewExpression['creation'];

/** `new X(…)`, `new X[n]`, `new List<X>{…}`, `new Map<K, V>{…}`. */
export function lowerCreator(context: CreatorContext, span: SourceSpan, scope: ParseScope): NewExpression {
  const array = context.arrayCreatorRest();
  const type = lowerCreatedName(context.createdName(), array ? 1 : 0);
  return { kind: 'new', span, type, creation: lowerCreation(context, scope) };
}

function lowerCreation(context: CreatorContext, scope: ParseScope): Creation {
  const classRest = context.classCreatorRest();
  if (classRest) return argumentsOrFields(lowerExpressions(classRest.arguments().expressionList(), scope));
  const array = context.arrayCreatorRest();
  if (array) {
    const initializer = array.arrayInitializer();
    if (!initializer) return { kind: 'size', size: lowerExpression(array.expression(), scope) };
    return { kind: 'elements', elements: initializer.expression_list().map((item) => lowerExpression(item, scope)) };
  }
  const map = context.mapCreatorRest();
  if (map) {
    const entries = map.mapCreatorRestPair_list().map((pair) => ({
      key: lowerExpression(pair.expression(0), scope),
      value: lowerExpression(pair.expression(1), scope)
    }));
    return { kind: 'entries', entries };
  }
  const set = context.setCreatorRest();
  return { kind: 'elements', elements: set ? set.expression_list().map((item) => lowerExpression(item, scope)) : [] };
}

/** `new Account(Name = 'x')` parses as assignments; only an object's constructor takes them. */
function argumentsOrFields(args: readonly Expression[]): Creation {
  const fields: { name: Identifier; value: Expression }[] = [];
  for (const argument of args) {
    if (argument.kind !== 'assignment' || argument.operator !== null || argument.target.kind !== 'name') {
      return { kind: 'arguments', arguments: args };
    }
    fields.push({ name: { name: argument.target.name, span: argument.target.span }, value: argument.value });
  }
  return fields.length > 0 ? { kind: 'fields', fields } : { kind: 'arguments', arguments: [] };
}
