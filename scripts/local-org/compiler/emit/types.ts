/** Emits classes. Interfaces and enums have no code: the loader makes them from their descriptions. */
import type { BoundType } from '../bound';
import { fieldName } from './expressions/access';
import {
  emitConstructor,
  emitInitializers,
  emitMethod,
  emitProperty,
  initializerName,
  superConstructor,
  withBorder
} from './functions';
import type { ClassContext } from './functions';
import { classVariable, quote } from './unit-context';

/** The statement that defines a class when its turn comes: base classes first. */
export function emitClass(context: ClassContext): string {
  const { type } = context;
  const variable = classVariable(type.name);
  return (
    `$.define(${quote(type.name)}, () => {\n${instanceInitializer(context)}` +
    `${variable} = class ${variable.slice(3)}$ extends ${baseClass(type)} {\n${members(context)}};\n` +
    `return { cls: ${variable}, blank: () => ${blankStatics(context)}, initialize: ${staticInitializer(context)} };\n});\n`
  );
}

function baseClass(type: BoundType): string {
  const base = type.superType;
  if (!base) return '$.ApexObject';
  return base.kind === 'user'
    ? `$.baseClass(${quote(base.name)})`
    : `$.platformBase(${quote(base.kind === 'platform' ? base.name : 'System.Object')})`;
}

function members(context: ClassContext): string {
  const { type } = context;
  return [
    allocation(context),
    ...type.constructors.map((constructor) => emitConstructor(context, constructor)),
    exceptionConstructors(type),
    ...type.properties.map((property) => emitProperty(context, property)),
    ...type.methods.map((method) => emitMethod(context, method)),
    ...type.bridges.map(
      (bridge) => `${quote(bridge.key)}(...args) { return this[${quote(bridge.target)}](...args); }\n`
    )
  ].join('');
}

/**
 * JavaScript's constructor only makes the fields, in one order for all instances. A declaration without a value counts
 * as a statement; one with a value does where the initialiser runs.
 */
function allocation({ unit, type }: ClassContext): string {
  const own = [...type.fields, ...type.properties].filter((field) => !field.isStatic);
  const initialized = new Set(
    type.instanceInitializers.map((item) => (item.kind === 'field' ? item.field.toLowerCase() : ''))
  );
  const fields = own.map((field) => {
    const count = initialized.has(field.name.toLowerCase()) ? '' : `${unit.countStatement(field.span.line)} `;
    return `${count}this.${fieldName(unit, type.name, field.name)} = null;\n`;
  });
  const statics = type.staticInitializers.length > 0 ? `${unit.cell(type.name)}.statics();\n` : '';
  if (own.length === 0 && statics === '') return '';
  return `constructor() { super();\n${statics}${fields.join('')}}\n`;
}

const EXCEPTION_CONSTRUCTORS: readonly (readonly [key: string, parameters: string])[] = [
  ['()', ''],
  ['(string)', 'message'],
  ['(exception)', 'cause'],
  ['(string,exception)', 'message, cause']
];

/** Exceptions have four constructors that nobody declares; here they run the initialisers of the class, too. */
function exceptionConstructors(type: BoundType): string {
  if (type.superType === null || !/exception$/i.test(type.name)) return '';
  const initialise = type.instanceInitializers.length > 0 ? `${initializerName(type)}.call(this); ` : '';
  if (initialise === '') return '';
  return EXCEPTION_CONSTRUCTORS.filter(([key]) => !type.constructors.some((constructor) => constructor.key === key))
    .map(
      ([key, parameters]) =>
        `${quote(key)}(${parameters}) { ${superConstructor(type, key, parameters, '').trimEnd()} ${initialise}return this; }\n`
    )
    .join('');
}

function instanceInitializer(context: ClassContext): string {
  const { type } = context;
  if (type.instanceInitializers.length === 0) return '';
  return `function ${initializerName(type)}() {\n${emitInitializers(context, type.instanceInitializers, 'this', '<init>')}}\n`;
}

function blankStatics({ unit, type }: ClassContext): string {
  const names = [...type.fields, ...type.properties]
    .filter((field) => field.isStatic)
    .map((field) => `${fieldName(unit, type.name, field.name)}: null`);
  return `({ ${names.join(', ')} })`;
}

function staticInitializer(context: ClassContext): string {
  const { type } = context;
  if (type.staticInitializers.length === 0) return 'null';
  const text = emitInitializers(context, type.staticInitializers, 'statics', '<clinit>');
  return `(statics) => {\n${withBorder(type.sharing, type.staticInitializers, text)}}`;
}
