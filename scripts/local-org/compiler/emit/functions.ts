/** Emits functions: methods, constructors, accessors, initialisers, triggers. */
import type { SourceSpan } from '../ast';
import type {
  BoundConstructor,
  BoundInitializer,
  BoundMethod,
  BoundProperty,
  BoundStatement,
  BoundType,
  BoundVariable,
  SharingMode
} from '../bound';
import { fieldName } from './expressions/access';
import { FunctionEmitter } from './function-emitter';
import { mark } from './marks';
import { needsSharingBorder } from './sharing';
import { emitBody, TICK } from './statements';
import { classVariable, quote, throwDiagnostic } from './unit-context';
import type { UnitContext } from './unit-context';

export interface ClassContext {
  readonly unit: UnitContext;
  readonly type: BoundType;
}

interface FunctionParts {
  readonly unit: UnitContext;
  readonly sharing: SharingMode;
  /** `Class.Foo.bar`, as stack traces name it. */
  readonly label: string;
  readonly span: SourceSpan;
  readonly body: BoundStatement;
  /** Text that comes first. */
  readonly prologue?: string;
}

/** A body in braces, with the sharing border of its class and the declaration of temporaries. */
export function functionBody(parts: FunctionParts): string {
  const { unit, body } = parts;
  unit.addRange(parts.label, parts.span);
  const error = unit.errorIn(parts.span);
  if (error) return `{ ${throwDiagnostic(error)}}`;
  const emit = new FunctionEmitter({ unit, body });
  const text = emitBody(body, emit);
  return `{ ${parts.prologue ?? ''}${TICK}\n${emit.temporaryDeclaration}${withBorder(parts.sharing, body, text)}}`;
}

/** `code` is all that `text` was made of. */
export function withBorder(sharing: SharingMode, code: unknown, text: string): string {
  if (!needsSharingBorder(sharing, code)) return text;
  return `const $w = $.enterSharing(${sharing === 'with'}); try {\n${text}} finally { $.leaveSharing($w); }\n`;
}

function parameterNames(parameters: readonly BoundVariable[]): string {
  return parameters.map((parameter) => parameter.jsName).join(', ');
}

function label(type: BoundType, member: string): string {
  return `Class.${type.name}.${member}`;
}

/** Static members of a class with static initialisers run those first. */
function staticPrologue({ unit, type }: ClassContext): string {
  return type.staticInitializers.length > 0 ? `${unit.cell(type.name)}.statics(); ` : '';
}

export function emitMethod(context: ClassContext, method: BoundMethod): string {
  const { unit, type } = context;
  if (!method.body) return '';
  const isFuture = method.annotations.some((annotation) => annotation.name === 'future');
  const key = isFuture ? `@future ${method.key}` : method.key;
  const prologue = `${unit.countMethod(`${type.name}.${method.name}`, method.span.line)} ${method.isStatic ? staticPrologue(context) : ''}`;
  const body = functionBody({
    unit,
    sharing: type.sharing,
    label: label(type, method.name),
    span: method.span,
    body: method.body,
    prologue
  });
  const parameters = parameterNames(method.parameters);
  const text = `${method.isStatic ? 'static ' : ''}${quote(key)}(${parameters}) ${body}\n`;
  return isFuture ? text + futureMethod(type, method, key) : text;
}

/** What callers of a `@future` method reach: it queues the call. */
function futureMethod(type: BoundType, method: BoundMethod, bodyKey: string): string {
  const parameters = parameterNames(method.parameters);
  return (
    `static ${quote(method.key)}(${parameters}) { $.enqueueFuture(${quote(type.name)}, ${quote(method.name)}, [${parameters}], ` +
    `(args) => ${classVariable(type.name)}[${quote(bodyKey)}](...args)); }\n`
  );
}

export function emitProperty(context: ClassContext, property: BoundProperty): string {
  const { unit, type } = context;
  const name = unit.memberName(type.name, property.name);
  const modifier = property.isStatic ? 'static ' : '';
  const holder = property.isStatic ? `${unit.cell(type.name)}.statics()` : 'this';
  const prologue = property.isStatic ? staticPrologue(context) : '';
  const common = { unit, sharing: type.sharing, label: label(type, property.name), prologue };
  let text = '';
  if (property.getter) {
    const { body, span } = property.getter;
    text += `${modifier}get_${name}() ${body ? functionBody({ ...common, body, span }) : `{ return ${holder}.f_${name}; }`}\n`;
  }
  if (property.setter) {
    const { body, span, value } = property.setter;
    text += `${modifier}set_${name}(${value.jsName}) ${body ? functionBody({ ...common, body, span }) : `{ ${holder}.f_${name} = ${value.jsName}; }`}\n`;
  }
  return text;
}

/** A constructor is a method that runs the one of the base class, the initialisers and its body, and answers `this`. */
export function emitConstructor({ unit, type }: ClassContext, constructor: BoundConstructor): string {
  unit.addRange(label(type, '<init>'), constructor.span);
  const error = unit.errorIn(constructor.span);
  if (error && constructor.span.end !== type.span.end)
    return `${quote(constructor.key)}() { ${throwDiagnostic(error)}}\n`;
  const emit = new FunctionEmitter({ unit, body: constructor.body, isConstructor: true });
  const start = constructorStart(type, constructor, emit);
  const text = emitBody(constructor.body, emit);
  const count = unit.countMethod(`${type.name}.<init>`, constructor.span.line);
  return (
    `${quote(constructor.key)}(${parameterNames(constructor.parameters)}) { ${count}${TICK}\n${emit.temporaryDeclaration}` +
    `${withBorder(type.sharing, [constructor, type.instanceInitializers], start + text)}return this; }\n`
  );
}

/** The call of the other constructor, and the initialisers of the class when that is the one of the base. */
function constructorStart(type: BoundType, { delegation, span }: BoundConstructor, emit: FunctionEmitter): string {
  const place = mark(delegation?.span ?? span);
  const count = delegation?.span
    ? `${place}${emit.unit.countStatement(span.line)}${emit.unit.countStatement(delegation.span.line)}`
    : '';
  const args = delegation ? delegation.arguments.map((node) => emit.expression(node)) : [];
  if (delegation?.target === 'this') {
    return `${count}${classVariable(type.name)}.prototype${place}[${quote(delegation.key)}].call(${['this', ...args].join(', ')});\n`;
  }
  const initialise = type.instanceInitializers.length > 0 ? `${initializerName(type)}.call(this);\n` : '';
  return `${count}${superConstructor(type, delegation?.key ?? '()', args.join(', '), place)}${initialise}`;
}

/** True for classes whose platform base class has constructors of its own: exceptions. */
export function isExceptionBase(type: BoundType): boolean {
  return type.superType?.kind === 'platform' && /exception$/i.test(type.superType.name);
}

export function superConstructor(type: BoundType, key: string, args: string, place: string): string {
  const hasConstructors = type.superType?.kind === 'user' || isExceptionBase(type);
  return hasConstructors ? `super${place}[${quote(key)}](${args});\n` : '';
}

/** The function that runs the instance initialisers of a class. */
export function initializerName(type: BoundType): string {
  return `$I${classVariable(type.name).slice(2)}`;
}

/** The statements of field initialisers and blocks, for the instance (`this`) or the statics (`holder`). */
export function emitInitializers(
  { unit, type }: ClassContext,
  initializers: readonly BoundInitializer[],
  holder: string,
  member: '<init>' | '<clinit>'
): string {
  return initializers
    .map((initializer) => {
      const body = initializer.kind === 'block' ? initializer.body : null;
      const emit = new FunctionEmitter({
        unit,
        body: body ?? (initializer.kind === 'field' ? initializer.value : null)
      });
      const span = initializer.kind === 'field' ? initializer.span : initializer.body.span;
      unit.addRange(label(type, member), span);
      const error = unit.errorIn(span);
      if (error) return throwDiagnostic(error);
      const text =
        initializer.kind === 'block'
          ? emitBody(initializer.body, emit)
          : `${mark(span)}${isConstant(type, initializer) ? '' : unit.countStatement(span.line)}${holder}.${fieldName(unit, type.name, initializer.field)} = ${emit.expression(initializer.value)};\n`;
      return `{ ${emit.temporaryDeclaration}${text}}\n`;
    })
    .join('');
}

/** `static final String X = 'x'` is no statement: Salesforce's compiler puts the value into the class. */
function isConstant(type: BoundType, initializer: BoundInitializer): boolean {
  if (
    initializer.kind !== 'field' ||
    initializer.value.kind !== 'literal' ||
    initializer.value.literal.type !== 'string'
  )
    return false;
  const name = initializer.field.toLowerCase();
  return type.fields.some((field) => field.isStatic && field.isFinal && field.name.toLowerCase() === name);
}
