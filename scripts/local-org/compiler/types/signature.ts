/** Java generic signatures, as class files carry them, to Apex types. */
import {
  BLOB,
  BOOLEAN,
  DATE,
  DATETIME,
  DECIMAL,
  DOUBLE,
  ID,
  INTEGER,
  LONG,
  OBJECT,
  SOBJECT,
  STRING,
  TIME,
  VOID,
  type ApexType
} from '../types';

const ROOT = 'com/nawforce/runforce/';

const PRIMITIVE_BY_NAME: Readonly<Record<string, ApexType>> = {
  'java/lang/Object': OBJECT,
  'java/lang/String': STRING,
  'java/lang/Boolean': BOOLEAN,
  'java/lang/Integer': INTEGER,
  'Internal/Object$': OBJECT,
  'Internal/Any$': OBJECT,
  'System/Boolean': BOOLEAN,
  'System/Integer': INTEGER,
  'System/Long': LONG,
  'System/Double': DOUBLE,
  'System/Decimal': DECIMAL,
  'System/String': STRING,
  'System/Id': ID,
  'System/Date': DATE,
  'System/Datetime': DATETIME,
  'System/Time': TIME,
  'System/Blob': BLOB,
  'System/SObject': SOBJECT
};

/** `com/nawforce/runforce/Database/Foo$Bar` → `Database.Foo.Bar`; null for names outside the stubs. */
export function platformName(internalName: string): string | null {
  if (!internalName.startsWith(ROOT)) return null;
  return internalName.slice(ROOT.length).replace(/\$$/, '').replace(/[/$]/g, '.');
}

function classType(internalName: string, args: readonly ApexType[]): ApexType {
  const short = internalName.startsWith(ROOT) ? internalName.slice(ROOT.length) : internalName;
  const primitive = PRIMITIVE_BY_NAME[short];
  if (primitive) return primitive;
  const [first = OBJECT, second = OBJECT] = args;
  if (short === 'System/List' || short === 'Internal/RecordSet$') return { kind: 'list', element: first };
  if (short === 'System/Set') return { kind: 'set', element: first };
  if (short === 'System/Map') return { kind: 'map', key: first, value: second };
  if (short.startsWith('SObjects/') || short.startsWith('SObjectStubs/'))
    return { kind: 'sobject', name: short.slice(short.indexOf('/') + 1).replace(/\$$/, '') };
  return { kind: 'platform', name: platformName(internalName) ?? short, arguments: args };
}

/** Reads one signature from left to right. */
class SignatureReader {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  peek(): string {
    return this.text[this.at] ?? '';
  }

  /** `<T:Ljava/lang/Object;K::…>`: the names. */
  typeParameters(): string[] {
    const names: string[] = [];
    if (this.peek() !== '<') return names;
    this.at++;
    while (this.peek() !== '>') {
      names.push(this.until(':'));
      while (this.peek() === ':') {
        this.at++;
        if (this.peek() !== ':' && this.peek() !== '>') this.type();
      }
    }
    this.at++;
    return names;
  }

  type(): ApexType {
    const tag = this.peek();
    this.at++;
    if (tag === 'V') return VOID;
    if (tag === 'T') {
      const name = this.until(';');
      this.at++;
      return { kind: 'variable', name };
    }
    if (tag === '[') return { kind: 'list', element: this.type() };
    if (tag === '*') return OBJECT;
    if (tag === '+' || tag === '-') return this.type();
    if (tag === 'L') return this.classType();
    return tag === 'Z' ? BOOLEAN : tag === 'J' ? LONG : tag === 'D' || tag === 'F' ? DOUBLE : INTEGER;
  }

  classType(): ApexType {
    const start = this.at;
    while (this.peek() !== '<' && this.peek() !== ';') this.at++;
    const name = this.text.slice(start, this.at);
    const args: ApexType[] = [];
    if (this.peek() === '<') {
      this.at++;
      while (this.peek() !== '>') args.push(this.type());
      this.at++;
    }
    this.at++;
    return classType(name, args);
  }

  until(end: string): string {
    const start = this.at;
    while (this.at < this.text.length && this.peek() !== end) this.at++;
    return this.text.slice(start, this.at);
  }
}

export function readFieldType(signature: string): ApexType {
  return new SignatureReader(signature).type();
}

export function readMethodType(signature: string): { parameters: ApexType[]; returnType: ApexType } {
  const reader = new SignatureReader(signature);
  reader.typeParameters();
  reader.at++;
  const parameters: ApexType[] = [];
  while (reader.peek() !== ')') parameters.push(reader.type());
  reader.at++;
  return { parameters, returnType: reader.type() };
}

/** The class signature: type parameters, super class, interfaces. */
export function readClassType(signature: string): {
  typeParameters: string[];
  superType: ApexType;
  interfaces: ApexType[];
} {
  const reader = new SignatureReader(signature);
  const typeParameters = reader.typeParameters();
  const superType = reader.type();
  const interfaces: ApexType[] = [];
  while (reader.at < signature.length) interfaces.push(reader.type());
  return { typeParameters, superType, interfaces };
}

/** The type that an internal class name means, without type arguments. */
export function readClassName(internalName: string): ApexType {
  return classType(internalName, []);
}
