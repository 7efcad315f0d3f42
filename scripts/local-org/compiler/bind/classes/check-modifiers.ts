/** Modifiers of types and members, in the platform's words. */
import type { Modifiers, ModifierName, SourceSpan } from '../../ast';
import { report, type BodyContext } from '../context';
import type { FieldSymbol, MethodSymbol, TypeSymbol } from '../symbols/symbols';

export function checkModifiers(context: BodyContext, symbol: TypeSymbol): void {
  const { declaration } = symbol;
  if (!declaration) return;
  checkTypeModifiers(context, symbol, declaration.modifiers);
  for (const item of symbol.initializers) {
    if (symbol.outer && item.kind === 'block' && item.isStatic)
      report(context, 2012, 'Inner types are not allowed to have static blocks', item.declaration.span);
  }
  for (const field of symbol.fields.values()) checkField(context, symbol, field);
  for (const method of [...symbol.methods.values()].flat()) checkMethod(context, symbol, method);
}

function checkTypeModifiers(context: BodyContext, symbol: TypeSymbol, { names }: Modifiers): void {
  const say = (message: string) => report(context, 2012, message, symbol.span);
  checkScope(context, names, symbol.span);
  if (!symbol.outer && !symbol.isTest && symbol.access !== 'public' && symbol.access !== 'global')
    say('Top-level type must have public or global visibility');
  if (symbol.outer?.outer) say('Inner types are not allowed to have inner types');
  if (names.has('static')) say('static is not allowed on classes');
  if (names.has('protected')) say('protected is not allowed on classes');
  if (names.has('final')) say('classes are by default final');
  if (names.has('abstract') && names.has('virtual')) say('abstract are by default virtual');
  if (symbol.isTest && !symbol.outer && names.has('virtual')) say('IsTest classes cannot be virtual');
  if (names.has('with sharing') && names.has('without sharing')) say('withSharing classes cannot be withoutSharing');
  if (symbol.access === 'global' && symbol.outer && symbol.outer.access !== 'global')
    say('Enclosing type for global classes in apex classes must be declared as global');
}

const SCOPES: readonly ModifierName[] = ['global', 'public', 'protected', 'private'];

function checkScope(context: BodyContext, names: ReadonlySet<ModifierName>, span: SourceSpan): void {
  if (SCOPES.filter((scope) => names.has(scope)).length > 1)
    report(context, 2012, 'Declarations can only have one scope', span);
}

function checkField(context: BodyContext, symbol: TypeSymbol, field: FieldSymbol): void {
  const names = field.modifiers?.names ?? new Set<ModifierName>();
  const say = (message: string) => report(context, 2012, message, field.span);
  checkScope(context, names, field.span);
  if (names.has('static') && symbol.outer)
    say(`static can only be used on ${field.property ? 'properties' : 'fields'} of a top level type`);
  for (const modifier of ['virtual', 'override', 'abstract'] as const) {
    if (names.has(modifier)) say(`${modifier} is not allowed on ${field.property ? 'properties' : 'fields'}`);
  }
  for (const accessor of [field.property?.getter, field.property?.setter]) {
    if (accessor && SCOPES.indexOf(accessor.access) < SCOPES.indexOf(field.access))
      say(`Cannot declare ${accessor.access} accessor on ${field.access} property`);
  }
  if (field.access === 'global' && symbol.access !== 'global')
    say('Defining type for global fields must be declared as global');
}

function checkMethod(context: BodyContext, symbol: TypeSymbol, method: MethodSymbol): void {
  if (symbol.kind === 'interface') return;
  const names = method.modifiers?.names ?? new Set<ModifierName>();
  const say = (message: string) => report(context, 2012, message, method.span);
  checkScope(context, names, method.span);
  if (names.has('static') && symbol.outer) say('static can only be used on methods of a top level type');
  if (names.has('static') && (names.has('virtual') || names.has('abstract') || names.has('override')))
    say('static methods cannot be virtual');
  if (names.has('static') && names.has('protected')) say('protected methods cannot be static');
  if (names.has('abstract') && names.has('virtual')) say('abstract are by default virtual');
  if (names.has('abstract') && !symbol.isAbstract)
    say('Defining type for abstract methods must be declared as abstract');
  if (names.has('testmethod') && !names.has('static')) say('testMethod methods must be declared as static');
  if (names.has('webservice') && !names.has('static')) say('webService methods must be declared as static');
  if (method.access === 'global' && symbol.access !== 'global')
    say(`Defining type for ${names.has('webservice') ? 'webService' : 'global'} methods must be declared as global`);
}
