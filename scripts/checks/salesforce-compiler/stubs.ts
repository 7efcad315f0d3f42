/** The platform's types as Apex source without bodies, for Salesforce's own compiler. */
import type {
  PlatformMethodInfo,
  PlatformTypeInfo,
  PlatformTypes
} from '../../local-org/compiler/types/platform-types';
import { typeName, type ApexType } from '../../local-org/compiler/types';

export interface Stub {
  readonly namespace: string;
  readonly name: string;
  readonly text: string;
}

/** Types that the compiler knows by itself, or that `GenericTypes.java` builds. */
const BUILT_IN = new Set(
  [
    'String',
    'Integer',
    'Long',
    'Double',
    'Decimal',
    'Boolean',
    'Date',
    'Datetime',
    'Time',
    'Blob',
    'Id',
    'List',
    'Set',
    'Map',
    'SObject',
    'Exception',
    'Label',
    'Iterable',
    'Iterator',
    'Comparator',
    'Currency'
  ].map((name) => `system.${name.toLowerCase()}`)
);
BUILT_IN.add('database.batchable');

/** Namespaces that no business code names and that make up most of the stubs. */
const SKIPPED_NAMESPACES = new Set(['connectapi', 'component', 'slack', 'industriesnlpsvc', 'wave', 'wavetemplate']);

/** Words of Apex that the platform itself uses as method names: the caller's text is changed in the same way. */
const KEYWORD_METHODS = /^(insert|update|upsert|delete|undelete|merge)$/i;

/** A keyword made a name of the same length, so that places in the source stay where they are. */
export function maskKeyword(name: string): string {
  return KEYWORD_METHODS.test(name) ? `${name.slice(0, -2)}Zz` : name;
}

/**
 * One stub for each platform type that the compiler does not know by itself. `Database` is called `DatabaseStub`:
 * `HandMadeTypes.java` makes the type itself of it.
 */
export function createStubs(
  types: PlatformTypes,
  objectNames: readonly string[],
  fieldNames: readonly string[]
): Stub[] {
  const innerByOuter = new Map<string, PlatformTypeInfo[]>();
  const outer: PlatformTypeInfo[] = [];
  for (const name of types.allNames()) {
    const namespace = name.slice(0, name.indexOf('.')).toLowerCase();
    const info = SKIPPED_NAMESPACES.has(namespace) || BUILT_IN.has(name.toLowerCase()) ? undefined : types.find(name);
    if (!info) continue;
    const parts = name.split('.');
    if (parts.length === 2) outer.push(info);
    else if (parts.length === 3)
      innerByOuter.set(parts.slice(0, 2).join('.'), [...(innerByOuter.get(parts.slice(0, 2).join('.')) ?? []), info]);
  }
  const stubs = outer.map((info) => {
    const [namespace = '', name = ''] = info.name.split('.');
    const extra = schemaMembers(info.name, objectNames, fieldNames);
    const stubName = info.name === 'System.Database' ? 'DatabaseStub' : name;
    return { namespace, name: stubName, text: declaration(info, stubName, innerByOuter.get(info.name) ?? [], extra) };
  });
  return [...stubs, EXCEPTION_BASE];
}

/** The class that the compiler puts between `Exception` and every exception of the source. */
const EXCEPTION_BASE: Stub = {
  namespace: 'System',
  name: 'ApexBaseException',
  text: 'global virtual class ApexBaseException extends Exception { }'
};

/** `Schema.SObjectType.Lead` and `Schema.SObjectType.Lead.fields.Name` are members that each org has of its own. */
function schemaMembers(typeName: string, objectNames: readonly string[], fieldNames: readonly string[]): string {
  if (typeName === 'Schema.SObjectType')
    return objectNames.map((name) => `  global static Schema.DescribeSObjectResult ${name};\n`).join('');
  if (typeName === 'Schema.SObjectTypeFields')
    return fieldNames.map((name) => `  global Schema.DescribeFieldResult ${name};\n`).join('');
  return '';
}

/** What the stub classes do not say of a class: which one it extends. */
const SUPERCLASSES: Readonly<Record<string, string>> = { 'Database.DuplicateError': 'Database.Error' };
/** Classes that are not abstract, but whose methods tests may override (Apex Reference Guide). */
const OVERRIDABLE = new Set(['Metadata.DeployCallbackContext']);

const simpleName = (info: PlatformTypeInfo) => info.name.slice(info.name.lastIndexOf('.') + 1);

function declaration(info: PlatformTypeInfo, name: string, inner: readonly PlatformTypeInfo[], extra = ''): string {
  if (info.kind === 'enum') return `global enum ${name} { ${info.enumConstants.join(', ')} }\n`;
  const isException = name.endsWith('Exception');
  const head =
    info.kind === 'interface'
      ? `global interface ${name}`
      : `global ${info.isAbstract ? 'abstract' : 'virtual'} class ${name}`;
  const body = isException
    ? ''
    : members(info, name) + inner.map((item) => declaration(item, simpleName(item), [])).join('');
  return `${head}${parents(info, isException)} {\n${extra}${body}}\n`;
}

function parents(info: PlatformTypeInfo, isException: boolean): string {
  const known = SUPERCLASSES[info.name] ?? (info.superType ? apexName(info.superType) : null);
  const superName = isException ? 'Exception' : known;
  const interfaces = info.interfaces.map(apexName).filter((name) => name !== 'Object');
  const keyword = info.kind === 'interface' ? 'extends' : 'implements';
  return `${superName && info.kind === 'class' ? ` extends ${superName}` : ''}${interfaces.length > 0 ? ` ${keyword} ${interfaces.join(', ')}` : ''}`;
}

/** Methods that every type has; declared again they would clash. */
const INHERITED = new Set(['equals', 'hashcode', 'tostring', 'clone', 'getclass']);

/** The classes of {@link SUPERCLASSES} list the methods of their base, too. */
function isInherited(info: PlatformTypeInfo, { name }: PlatformMethodInfo): boolean {
  const isOfBase =
    SUPERCLASSES[info.name] === 'Database.Error' &&
    ['getfields', 'getmessage', 'getstatuscode'].includes(name.toLowerCase());
  return INHERITED.has(name.toLowerCase()) || isOfBase;
}

function members(info: PlatformTypeInfo, name: string): string {
  const isInterface = info.kind === 'interface';
  const isOverridable = info.isAbstract || OVERRIDABLE.has(info.name);
  const seen = new Set<string>();
  const isNew = (text: string) => !seen.has(text.toLowerCase()) && Boolean(seen.add(text.toLowerCase()));
  const properties = info.properties
    .filter((item) => isNew(item.name))
    .map((item) => `  global ${item.isStatic ? 'static ' : ''}${apexName(item.type)} ${item.name};\n`);
  const constructors = info.constructors
    .filter((item) => isNew(`(${parameters(item)})`))
    .map((item) => `  global ${name}(${parameters(item)}) {}\n`);
  const methods = info.methods
    .filter((item) => !isInherited(info, item) && isNew(`${item.name}(${parameters(item)})`))
    .map((item) => {
      const text = `${apexName(item.returnType)} ${maskKeyword(item.name)}(${parameters(item)})`;
      return isInterface
        ? `  ${text};\n`
        : `  global ${item.isStatic ? 'static ' : isOverridable ? 'virtual ' : ''}${text} {}\n`;
    });
  return [...properties, ...(isInterface ? [] : constructors), ...methods].join('');
}

function parameters(method: PlatformMethodInfo): string {
  return method.parameters.map((type, index) => `${apexName(type)} p${index}`).join(', ');
}

/** A type as source names it; a type parameter is as good as Object. */
function apexName(type: ApexType): string {
  switch (type.kind) {
    case 'variable':
      return 'Object';
    case 'list':
      return `List<${apexName(type.element)}>`;
    case 'set':
      return `Set<${apexName(type.element)}>`;
    case 'map':
      return `Map<${apexName(type.key)},${apexName(type.value)}>`;
    case 'sobject':
      return type.name === 'SObject' ? 'SObject' : `Schema.${type.name}`;
    case 'platform': {
      const name = type.name.startsWith('Internal.') ? 'Object' : type.name;
      return type.arguments.length > 0 ? `${name}<${type.arguments.map(apexName).join(',')}>` : name;
    }
    default:
      return typeName(type);
  }
}
