import type { CreatedNameContext, TypeNameContext, TypeRefContext } from '@apexdevtools/apex-parser';
import type { Expression, TypeReference } from '../ast';
import { spanOf } from './span';

type Part = TypeReference['parts'][number];

export function lowerType(context: TypeRefContext): TypeReference {
  return {
    span: spanOf(context),
    parts: context.typeName_list().map(lowerTypeName),
    arrayDepth: context.arraySubscripts()?.LBRACK_list().length ?? 0
  };
}

function lowerTypeName(context: TypeNameContext): Part {
  const name = (context.LIST() ?? context.SET() ?? context.MAP() ?? context.id()).getText();
  return { name, typeArguments: context.typeArguments()?.typeList().typeRef_list().map(lowerType) ?? [] };
}

/** The type after `new`; `extraDepth` counts the `[]` that belong to the creation. */
export function lowerCreatedName(context: CreatedNameContext, extraDepth: number): TypeReference {
  const parts = context.idCreatedNamePair_list().map((pair) => ({
    name: pair.anyId().getText(),
    typeArguments: pair.typeList()?.typeRef_list().map(lowerType) ?? []
  }));
  return { span: spanOf(context), parts, arrayDepth: extraDepth };
}

/** Reads `a.b.c` as a type name, for `a.b.c.class`. */
export function typeFromExpression(expression: Expression): TypeReference | null {
  const names: string[] = [];
  let current = expression;
  while (current.kind === 'field') {
    names.unshift(current.name.name);
    current = current.receiver;
  }
  if (current.kind !== 'name') return null;
  names.unshift(current.name);
  return { span: expression.span, parts: names.map((name) => ({ name, typeArguments: [] })), arrayDepth: 0 };
}
