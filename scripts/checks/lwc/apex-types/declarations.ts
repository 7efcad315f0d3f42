/** TypeScript declarations of what components call: one module for each @AuraEnabled method of a class. */
import type {
  ClassDeclaration,
  EnumDeclaration,
  FieldDeclaration,
  MethodDeclaration,
  Modifiers,
  PropertyDeclaration,
  TypeReference
} from '../../../local-org/compiler/ast';
import { toTypeScript, type FindType } from './types';

/**
 * By the project's convention a Boolean is true or false and a collection is at worst empty. A shape that begins with
 * an Id is about that record, which therefore is there. Everything else may be null.
 */
const NEVER_NULL: ReadonlySet<string> = new Set(['boolean', 'list', 'set', 'map']);

type Shape = ClassDeclaration | EnumDeclaration;

/** The @AuraEnabled methods of one class, and the shapes of what they take and return. */
export interface ApexController {
  readonly name: string;
  readonly methods: readonly MethodDeclaration[];
}

export function auraEnabledMethods(declaration: ClassDeclaration): MethodDeclaration[] {
  return declaration.members.filter(
    (member): member is MethodDeclaration =>
      member.kind === 'method' && member.modifiers.names.has('static') && isAuraEnabled(member.modifiers)
  );
}

export function isAuraEnabled(modifiers: Modifiers): boolean {
  return modifiers.annotations.some((annotation) => annotation.name.toLowerCase() === 'auraenabled');
}

/** Whether a component may use the method with `@wire`. */
export function isCacheable(method: MethodDeclaration): boolean {
  const annotation = method.modifiers.annotations.find((item) => item.name.toLowerCase() === 'auraenabled');
  return Object.entries(annotation?.values ?? {}).some(
    ([name, value]) => name.toLowerCase() === 'cacheable' && String(value).toLowerCase() === 'true'
  );
}

/**
 * The text of the modules of one class.
 * @param shapes classes and enums by qualified name (`Outer.Inner`) in lower case
 */
export function declareController(controller: ApexController, shapes: ReadonlyMap<string, Shape>): string {
  return controller.methods.map((method) => declareMethod(controller.name, method, shapes)).join('');
}

function declareMethod(className: string, method: MethodDeclaration, shapes: ReadonlyMap<string, Shape>): string {
  const used = new Map<string, Shape>();
  const findType = shapeFinder(className, shapes, used);
  const result = method.returnType ? toTypeScript(method.returnType, findType) : 'void';
  // A reactive parameter is undefined until its property is set; the wire waits for it.
  const parameters = method.parameters.map(
    (parameter) => `${parameter.name.name}: ${toTypeScript(parameter.type, findType)} | undefined`
  );
  const interfaces = declareShapes(used, shapes);
  return [
    `declare module '@salesforce/apex/${className}.${method.name.name}' {`,
    "  import type { ApexMethod } from '@platform/wire';",
    ...interfaces,
    `  const method: ApexMethod<${parameters.length > 0 ? `{ ${parameters.join('; ')} }` : 'Record<string, never>'}, ${result}>;`,
    '  export default method;',
    '}',
    ''
  ].join('\n');
}

/** Resolves a name as Apex does: an inner type of the class first, then one of another class. */
function shapeFinder(className: string, shapes: ReadonlyMap<string, Shape>, used: Map<string, Shape>): FindType {
  return (qualifiedName) => {
    const keys = [`${className}.${qualifiedName}`, qualifiedName].map((name) => name.toLowerCase());
    const key = keys.find((name) => shapes.has(name));
    const shape = key === undefined ? undefined : shapes.get(key);
    if (key === undefined || !shape) return undefined;
    used.set(key, shape);
    return shape.name.name;
  };
}

/** Interfaces of the used shapes and of all that they hold. */
function declareShapes(used: Map<string, Shape>, shapes: ReadonlyMap<string, Shape>): string[] {
  const lines: string[] = [];
  // A Map goes on over entries that are added while it is walked.
  for (const [key, shape] of used) {
    const outerName = key.split('.')[0] ?? key;
    lines.push(
      ...(shape.kind === 'enum' ? declareEnum(shape) : declareInterface(shape, shapeFinder(outerName, shapes, used)))
    );
  }
  return lines;
}

function declareEnum(shape: EnumDeclaration): string[] {
  return [`  export type ${shape.name.name} = ${shape.constants.map((constant) => `'${constant.name}'`).join(' | ')};`];
}

function declareInterface(shape: ClassDeclaration, findType: FindType): string[] {
  const members = shape.members.filter(
    (member): member is FieldDeclaration | PropertyDeclaration =>
      (member.kind === 'field' || member.kind === 'property') && isAuraEnabled(member.modifiers)
  );
  const fields = members.map((member, index) => {
    const isAlwaysThere =
      (index === 0 && nameOf(member.type) === 'id') ||
      NEVER_NULL.has(nameOf(member.type)) ||
      member.type.arrayDepth > 0;
    return `    readonly ${member.name.name}: ${toTypeScript(member.type, findType)}${isAlwaysThere ? '' : ' | null'};`;
  });
  return [`  export interface ${shape.name.name} {`, ...fields, '  }'];
}

function nameOf(type: TypeReference): string {
  return type.parts.map((part) => part.name.toLowerCase()).join('.');
}
