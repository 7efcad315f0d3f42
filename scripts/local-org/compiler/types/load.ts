import { dirname, join } from 'node:path';
import { typeName, type ApexType } from '../types';
import { readClassFile, readZip, type ClassFile, type ClassMember } from './class-file';
import type { PlatformMethodInfo, PlatformPropertyInfo, PlatformTypeInfo, PlatformTypes } from './platform-types';
import { platformName, readClassName, readClassType, readFieldType, readMethodType } from './signature';

const PUBLIC = 0x1;
const PROTECTED = 0x4;
const STATIC = 0x8;
const INTERFACE = 0x200;
const ABSTRACT = 0x400;
const SYNTHETIC = 0x1000;
const ENUM = 0x4000;

/** Namespaces of the jar that hold its own machinery or Visualforce tags, not types that Apex can name. */
const INTERNAL_NAMESPACES = new Set(['internal', 'sobjectstubs', 'sobjects', 'component']);

/** Where the stub jars are: inside the npm package of the PMD engine, whose layout its pinned version fixes. */
export function stubJar(file: 'standard-types-65.0.0.jar' | 'sobject-types-65.0.0.jar'): string {
  const packageFile = require.resolve('@salesforce/code-analyzer-pmd-engine/package.json');
  return join(dirname(packageFile), 'dist', 'java-lib', file);
}

/** Reads the platform's types from the stub jar; each type is decoded when it is first asked for. */
export function loadPlatformTypes(jarPath = stubJar('standard-types-65.0.0.jar')): PlatformTypes {
  const bytesByKey = new Map<string, { name: string; read: () => Buffer }>();
  const namespaces = new Set<string>();
  for (const [entry, read] of readZip(jarPath)) {
    const name = entry.endsWith('.class') ? platformName(entry.slice(0, -'.class'.length)) : null;
    const namespace = name?.slice(0, name.indexOf('.')).toLowerCase();
    if (!name || !namespace || INTERNAL_NAMESPACES.has(namespace)) continue;
    bytesByKey.set(name.toLowerCase(), { name, read });
    namespaces.add(namespace);
  }
  const infoByKey = new Map<string, PlatformTypeInfo>();
  const find = (name: string): PlatformTypeInfo | undefined => {
    const key = bytesByKey.has(name.toLowerCase()) ? name.toLowerCase() : `system.${name.toLowerCase()}`;
    const known = infoByKey.get(key);
    if (known) return known;
    const stub = bytesByKey.get(key);
    if (!stub) return undefined;
    const info = toTypeInfo(stub.name, readClassFile(stub.read()));
    infoByKey.set(key, info);
    return info;
  };
  return {
    find,
    isNamespace: (name) => namespaces.has(name.toLowerCase()),
    allNames: () => [...bytesByKey.values()].map((stub) => stub.name)
  };
}

function toTypeInfo(name: string, file: ClassFile): PlatformTypeInfo {
  const isEnum = (file.access & ENUM) !== 0;
  const generic = file.signature ? readClassType(file.signature) : null;
  const superType = generic?.superType ?? (file.superName ? readClassName(file.superName) : null);
  const interfaces = generic?.interfaces ?? file.interfaces.map(readClassName);
  const methods = file.methods.filter((method) => isVisible(method) && !method.name.startsWith('<'));
  return {
    name,
    kind: isEnum ? 'enum' : (file.access & INTERFACE) !== 0 ? 'interface' : 'class',
    typeParameters: generic?.typeParameters ?? [],
    isAbstract: (file.access & ABSTRACT) !== 0,
    superType: superType?.kind === 'platform' && !isEnum && superType.name.includes('.') ? superType : null,
    interfaces,
    constructors: isEnum
      ? []
      : file.methods
          .filter((method) => method.name === '<init>' && isVisible(method))
          .map((method) => toMethod(method, '')),
    methods: isEnum ? [] : methods.map((method) => toMethod(method, method.name.replace(/\$$/, ''))),
    properties: isEnum ? [] : file.fields.filter(isVisible).map(toProperty),
    enumConstants: isEnum
      ? file.fields.filter((field) => (field.access & ENUM) !== 0).map((field) => field.name.replace(/\$$/, ''))
      : []
  };
}

function isVisible(member: ClassMember): boolean {
  return (member.access & (PUBLIC | PROTECTED)) !== 0 && (member.access & SYNTHETIC) === 0;
}

function toMethod(member: ClassMember, name: string): PlatformMethodInfo {
  const { parameters, returnType } = readMethodType(member.signature);
  return {
    name,
    isStatic: (member.access & STATIC) !== 0,
    parameters,
    returnType,
    signature: signatureOf(name, parameters)
  };
}

function toProperty(member: ClassMember): PlatformPropertyInfo {
  return {
    name: member.name.replace(/\$$/, ''),
    isStatic: (member.access & STATIC) !== 0,
    type: readFieldType(member.signature)
  };
}

/** A method as the library registers it: `substring(Integer,Integer)`. */
export function signatureOf(name: string, parameters: readonly ApexType[]): string {
  return `${name}(${parameters.map(typeName).join(',')})`;
}
