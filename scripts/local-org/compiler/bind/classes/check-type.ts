/** Checks of whole classes: base types, overrides, interfaces, abstract methods. */
import type { SourceSpan } from '../../ast';
import { sameType, type ApexType } from '../../types';
import { report, type BodyContext } from '../context';
import { isUsable } from '../platform-use';
import { argumentsOf } from '../symbols/program';
import { outermost, type MethodSymbol, type TypeSymbol } from '../symbols/symbols';
import { isErrorType } from '../types/error-type';
import { hasUnknownBase, isException, isInterface, withBaseTypes } from '../types/relations';
import { substitute, typeArguments } from '../types/substitute';
import { checkAnnotations } from './check-annotations';
import { checkModifiers } from './check-modifiers';
import { findImplementation, instanceMethods } from './bridges';
import { messageName } from '../types/message-name';

export function checkType(context: BodyContext, symbol: TypeSymbol): void {
  checkModifiers(context, symbol);
  checkAnnotations(context, symbol);
  if (symbol.kind !== 'class' || !symbol.declaration) return;
  if (!checkBases(context, symbol)) return;
  for (const method of [...symbol.methods.values()].flat()) checkOverride(context, symbol, method);
  if (!symbol.isAbstract) checkImplemented(context, symbol);
}

/** False when the bases are so wrong that nothing else can be said. */
function checkBases(context: BodyContext, symbol: TypeSymbol): boolean {
  const { superType, span } = symbol;
  if (superType) {
    const base = context.program.symbolOf(superType);
    if (isInterface(context.program, superType))
      report(context, 2011, `Invalid class: ${messageName(superType)}`, span);
    else if (base && !base.isVirtual && !isException(context.program, superType))
      report(context, 2011, `Non-virtual and non-abstract type cannot be extended: ${base.name}`, span);
    if (isException(context.program, superType) && !/exception$/i.test(symbol.simpleName)) {
      report(context, 2011, `Classes extending Exception must have a name ending in Exception: ${symbol.name}`, span);
    }
    if (superType.kind === 'platform' && !isException(context.program, superType))
      requireBase(context, superType.name, span);
    if (isCyclic(context, symbol)) {
      report(context, 2011, `Class cannot extend itself: ${symbol.name}`, span);
      return false;
    }
  }
  for (const type of symbol.interfaces) {
    if (!isErrorType(type) && !isInterface(context.program, type))
      report(context, 2011, `Invalid interface: ${messageName(type)}`, span);
  }
  return true;
}

/** A platform class can be extended only when the library has one to extend. */
function requireBase(context: BodyContext, name: string, span: SourceSpan): void {
  if (!isUsable(context, name, 'constructor', '()'))
    report(context, 5001, `The local org does not implement ${name}`, span);
}

function isCyclic(context: BodyContext, symbol: TypeSymbol): boolean {
  const seen = new Set<TypeSymbol>([symbol]);
  for (let base = symbol.superType; base;) {
    const next = context.program.symbolOf(base);
    if (!next) return false;
    if (seen.has(next)) return true;
    seen.add(next);
    base = next.superType;
  }
  return false;
}

/** The method of a base class that has the same signature. */
function overridden(context: BodyContext, symbol: TypeSymbol, method: MethodSymbol): MethodSymbol | undefined {
  const bases = withBaseTypes(context.program, symbol.type)
    .slice(1)
    .map((type) => context.program.symbolOf(type));
  return bases
    .flatMap((base) => (base?.kind === 'class' ? (base.methods.get(method.name.toLowerCase()) ?? []) : []))
    .find((candidate) => candidate.key === method.key && !candidate.isStatic);
}

function checkOverride(context: BodyContext, symbol: TypeSymbol, method: MethodSymbol): void {
  const { span } = method;
  if (!method.isStatic && !method.isAbstract && method.declaration.body === null)
    report(context, 2007, `Method must have a body: ${method.name}`, span);
  if (method.isAbstract && method.declaration.body !== null)
    report(context, 2007, `Abstract methods cannot have a body: ${method.name}`, span);
  const base = method.isStatic ? undefined : overridden(context, symbol, method);
  const text = `${messageName(method.returnType)} ${symbol.name}.${method.name}(${method.parameters.map(messageName).join(', ')})`;
  if (!base) {
    if (
      method.isOverride &&
      !hasUnknownBase(context.program, symbol.type) &&
      !overridesPlatform(context, symbol, method)
    )
      report(context, 2007, `@Override specified for non-overriding method: ${text}`, span);
    return;
  }
  if (base.access === 'private' && outermost(base.owner) !== outermost(symbol)) return;
  if (method.isOverride && method.access === 'private')
    report(context, 2007, 'override methods require at least one of the following global, public, protected', span);
  if (!base.isVirtual) report(context, 2007, `Non-virtual, non-abstract methods cannot be overridden: ${text}`, span);
  else if (!method.isOverride) report(context, 2007, `Method must use the override keyword: ${text}`, span);
  if (
    !sameType(base.returnType, method.returnType) &&
    !isErrorType(base.returnType) &&
    !isErrorType(method.returnType)
  ) {
    report(
      context,
      2007,
      `Method return types clash: ${messageName(method.returnType)} vs ${messageName(base.returnType)} from the type ${symbol.name}`,
      span
    );
  }
}

/** Classes of the platform may be extended, too: `Exception.getMessage`. Interface methods may be marked as overrides. */
function overridesPlatform(context: BodyContext, symbol: TypeSymbol, method: MethodSymbol): boolean {
  const objectMethods = ['tostring()', 'hashcode()', 'equals(object)'];
  if (objectMethods.includes(method.key)) return true;
  return withBaseTypes(context.program, symbol.type)
    .slice(1)
    .some((type) => {
      const named =
        context.program.symbolOf(type)?.methods.get(method.name.toLowerCase()) ??
        context.program.platformInfoOf(type)?.methods ??
        [];
      return named.some(
        (candidate) =>
          candidate.name.toLowerCase() === method.name.toLowerCase() &&
          candidate.parameters.length === method.parameters.length
      );
    });
}

function checkImplemented(context: BodyContext, symbol: TypeSymbol): void {
  const available = instanceMethods(context.program, symbol).filter((method) => !method.isAbstract);
  for (const base of withBaseTypes(context.program, symbol.type).slice(1)) {
    const declared = context.program.symbolOf(base);
    if (declared) checkUserBase(context, symbol, declared, available);
    else if (isInterface(context.program, base)) checkPlatformInterface(context, symbol, base, available);
  }
}

function checkUserBase(
  context: BodyContext,
  symbol: TypeSymbol,
  base: TypeSymbol,
  available: readonly MethodSymbol[]
): void {
  for (const wanted of [...base.methods.values()].flat()) {
    if (!wanted.isAbstract) continue;
    const found = available.find((method) => method.key === wanted.key);
    if (!found || (base.kind === 'interface' && !sameType(found.returnType, wanted.returnType)))
      missing(context, symbol, base.kind, wanted.returnType, base.name, wanted.name, wanted.parameters);
    else if (base.kind === 'interface' && found.access !== 'public' && found.access !== 'global') {
      report(
        context,
        2007,
        `${symbol.name}: Overriding implementations of global or public interface methods must be global or public: ${signatureText(wanted.returnType, base.name, wanted.name, wanted.parameters)}`,
        found.span
      );
    }
  }
}

function checkPlatformInterface(
  context: BodyContext,
  symbol: TypeSymbol,
  base: ApexType,
  available: readonly MethodSymbol[]
): void {
  const info = context.program.platformInfoOf(base);
  if (!info) return;
  const bindings = typeArguments(info.typeParameters, argumentsOf(base));
  for (const wanted of info.methods) {
    const parameters = wanted.parameters.map((parameter) => substitute(parameter, bindings));
    if (!findImplementation(context.program, available, wanted.name, parameters))
      missing(
        context,
        symbol,
        'interface',
        substitute(wanted.returnType, bindings),
        messageName(base),
        wanted.name,
        parameters
      );
  }
}

function missing(
  context: BodyContext,
  symbol: TypeSymbol,
  kind: string,
  returnType: ApexType,
  base: string,
  name: string,
  parameters: readonly ApexType[]
): void {
  const span: SourceSpan = symbol.span;
  const what = kind === 'interface' ? 'method' : 'abstract method';
  report(
    context,
    2015,
    `Class ${symbol.name} must implement the ${what}: ${signatureText(returnType, base, name, parameters)}`,
    span
  );
}

function signatureText(returnType: ApexType, owner: string, name: string, parameters: readonly ApexType[]): string {
  return `${messageName(returnType)} ${owner}.${name}(${parameters.map(messageName).join(', ')})`;
}
