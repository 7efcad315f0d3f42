/** `JSON.deserialize`: JSON as values of a given type. */
import { currentTransaction } from '../../runtime/transaction';
import { newException } from '../../runtime/exceptions';
import type { ApexEnumValue, ApexObject } from '../../runtime/objects';
import type { RuntimeType } from '../../runtime/type-info';
import { enumValues } from '../registry';
import { ApexList } from '../system/List';
import { ApexMap } from '../system/Map';
import { ApexSet } from '../system/Set';
import { parseTypeName, printTypeName } from '../type-name';
import type { ParsedTypeName } from '../type-name';
import { findUserType } from '../type-relations';
import { instanceFields, writeField } from '../user-fields';
import { openCursor } from './cursor';
import type { TokenCursor } from './cursor';
import { platformReader } from './platform-objects';
import { readRecord } from './records';
import { cannotDeserialize, primitiveReader } from './scalars';
import { readUntyped } from './untyped';

/**
 * @param isStrict refuses fields that the classes do not have
 * @throws System.JSONException
 */
export function deserializeJson(source: string, typeName: string, isStrict: boolean): unknown {
  return readTyped(openCursor(source), typeName, isStrict);
}

/** The value at the cursor as a type. The cursor stands on the last token of the value afterwards. */
export function readTyped(cursor: TokenCursor, typeName: string, isStrict: boolean): unknown {
  const parsed = parseTypeName(typeName);
  if (!parsed) throw unsupported(typeName);
  return new Deserializer(cursor, isStrict).read(parsed);
}

class Deserializer {
  readonly #cursor: TokenCursor;
  readonly #isStrict: boolean;

  constructor(cursor: TokenCursor, isStrict: boolean) {
    this.#cursor = cursor;
    this.#isStrict = isStrict;
  }

  read(type: ParsedTypeName): unknown {
    if (this.#cursor.require().kind === 'VALUE_NULL') return null;
    const name = type.name.replace(/^System\./i, '');
    switch (name.toLowerCase()) {
      case 'list':
        return this.#readList(argument(type, 0));
      case 'set':
        return this.#readSet(argument(type, 0));
      case 'map':
        return this.#readMap(argument(type, 0), argument(type, 1));
      default:
        return this.#readSimple(name);
    }
  }

  #readSimple(name: string): unknown {
    const user = findUserType(name);
    if (user?.kind === 'enum')
      return this.#readEnum(
        name,
        currentTransaction().org.program.enumConstants(user.name) as readonly ApexEnumValue[]
      );
    if (user) return this.#readObject(user);
    const primitive = primitiveReader(name);
    if (primitive) return primitive(this.#cursor);
    const constants = enumValues(name.includes('.') ? name : `System.${name}`);
    if (constants.length > 0) return this.#readEnum(name, constants);
    if (name.toLowerCase() === 'sobject' || currentTransaction().org.schema.findObject(name))
      return readRecord(this.#cursor, name);
    const platform = platformReader(name);
    if (platform) return platform(readUntyped(this.#cursor));
    throw unsupported(name);
  }

  #readEnum(typeName: string, constants: readonly { readonly name: string }[]): unknown {
    const { text } = this.#cursor.require();
    return (
      constants.find((constant) => constant.name.toLowerCase() === text.toLowerCase()) ??
      cannotDeserialize(this.#cursor, typeName)
    );
  }

  #items(element: ParsedTypeName, kind: string): unknown[] {
    if (this.#cursor.require().kind !== 'START_ARRAY') throw malformed(`Expected '[' at the beginning of ${kind}`);
    const items: unknown[] = [];
    while (this.#cursor.next() && this.#cursor.require().kind !== 'END_ARRAY') items.push(this.read(element));
    return items;
  }

  #readList(element: ParsedTypeName): ApexList {
    return new ApexList(printTypeName(element), this.#items(element, 'List/Set'));
  }

  #readSet(element: ParsedTypeName): ApexSet {
    return new ApexSet(printTypeName(element), this.#items(element, 'List/Set'));
  }

  #readMap(keyType: ParsedTypeName, valueType: ParsedTypeName): ApexMap {
    if (this.#cursor.require().kind !== 'START_OBJECT') throw malformed("Expected '{' at the beginning of object");
    const map = new ApexMap(printTypeName(keyType), printTypeName(valueType));
    while (this.#cursor.next()?.kind === 'FIELD_NAME') {
      const key = this.#readSimple(keyType.name);
      this.#cursor.next();
      map.put(key, this.read(valueType));
    }
    return map;
  }

  /** Neither constructors nor initialisers run: fields that the JSON does not have are null. */
  #readObject(type: RuntimeType): ApexObject {
    if (this.#cursor.require().kind !== 'START_OBJECT') throw malformed("Expected '{' at the beginning of object");
    if (!type.jsClass || type.isAbstract) throw unsupported(type.name);
    const object = new type.jsClass() as ApexObject;
    const fields = new Map(instanceFields(type).map((field) => [field.name.toLowerCase(), field]));
    while (this.#cursor.next()?.kind === 'FIELD_NAME') {
      const name = this.#cursor.require().text;
      const field = fields.get(name.toLowerCase());
      this.#cursor.next();
      if (field && field.canWrite && !field.isTransient) {
        const fieldType = parseTypeName(field.type);
        if (!fieldType) throw unsupported(field.type);
        writeField(object, field, this.read(fieldType));
      } else if (this.#isStrict && !field)
        throw newException('System.JSONException', `Unknown field: ${type.name}.${name}`);
      else this.#cursor.skipChildren();
    }
    return object;
  }
}

function argument(type: ParsedTypeName, index: number): ParsedTypeName {
  return type.arguments[index] ?? { name: 'Object', arguments: [] };
}

function malformed(problem: string) {
  return newException('System.JSONException', `Malformed JSON: ${problem}`);
}

function unsupported(typeName: string) {
  return newException('System.JSONException', `Apex Type unsupported in JSON: ${typeName}`);
}
