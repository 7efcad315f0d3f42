/** The static types of Apex, as the binder assigns them. Immutable; compare with {@link sameType}. */

export type PrimitiveName =
  | 'Boolean'
  | 'Integer'
  | 'Long'
  | 'Double'
  | 'Decimal'
  | 'String'
  | 'Id'
  | 'Date'
  | 'Datetime'
  | 'Time'
  | 'Blob'
  | 'Object';

export type ApexType =
  | { readonly kind: 'void' }
  /** The type of the literal `null`. */
  | { readonly kind: 'null' }
  | { readonly kind: 'primitive'; readonly name: PrimitiveName }
  /** A standard or custom object by its API name; `SObject` is the generic one. `AggregateResult` is one, too. */
  | { readonly kind: 'sobject'; readonly name: string }
  | { readonly kind: 'list'; readonly element: ApexType }
  | { readonly kind: 'set'; readonly element: ApexType }
  | { readonly kind: 'map'; readonly key: ApexType; readonly value: ApexType }
  /** A platform class, interface or enum by its qualified name: `Database.SaveResult`, `System.Iterable<String>`. */
  | { readonly kind: 'platform'; readonly name: string; readonly arguments: readonly ApexType[] }
  /** A type parameter of a platform type, before it is substituted: the `T` of `Iterable<T>`. */
  | { readonly kind: 'variable'; readonly name: string }
  /** A class, interface or enum of the source by its qualified name: `Outer.Inner`. */
  | { readonly kind: 'user'; readonly name: string };

export const VOID: ApexType = { kind: 'void' };
export const NULL: ApexType = { kind: 'null' };
const primitive = (name: PrimitiveName): ApexType => ({ kind: 'primitive', name });
export const BOOLEAN = primitive('Boolean');
export const INTEGER = primitive('Integer');
export const LONG = primitive('Long');
export const DOUBLE = primitive('Double');
export const DECIMAL = primitive('Decimal');
export const STRING = primitive('String');
export const ID = primitive('Id');
export const DATE = primitive('Date');
export const DATETIME = primitive('Datetime');
export const TIME = primitive('Time');
export const BLOB = primitive('Blob');
export const OBJECT = primitive('Object');
export const SOBJECT: ApexType = { kind: 'sobject', name: 'SObject' };

/**
 * The name of a type as Apex spells it, and as compiled code names it at run time:
 * `Map<Id,List<Account>>`, `Outer.Inner`, `Database.SaveResult`. Types of the namespace `System` have no prefix
 * (`Exception`, `Iterable<String>`). No spaces.
 */
export function typeName(type: ApexType): string {
  switch (type.kind) {
    case 'void':
      return 'void';
    case 'null':
      return 'null';
    case 'primitive':
    case 'sobject':
    case 'user':
    case 'variable':
      return type.name;
    case 'list':
      return `List<${typeName(type.element)}>`;
    case 'set':
      return `Set<${typeName(type.element)}>`;
    case 'map':
      return `Map<${typeName(type.key)},${typeName(type.value)}>`;
    case 'platform': {
      const name = type.name.replace(/^System\./i, '');
      return type.arguments.length === 0 ? name : `${name}<${type.arguments.map(typeName).join(',')}>`;
    }
  }
}

export function sameType(a: ApexType, b: ApexType): boolean {
  return a === b || (a.kind === b.kind && typeName(a).toLowerCase() === typeName(b).toLowerCase());
}

/**
 * The key under which a compiled method is stored on its JavaScript class: name and parameter types in lower case,
 * `compareto(object)`, `execute(database.batchablecontext,list<sobject>)`. Library code calls user code with it.
 */
export function methodKey(name: string, parameters: readonly ApexType[]): string {
  return `${name}(${parameters.map(typeName).join(',')})`.toLowerCase();
}
