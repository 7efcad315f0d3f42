/** `JSON.serialize`: Apex values as JSON. */
import { SObjectValue } from '../../data/sobject';
import { ApexException, newException } from '../../runtime/exceptions';
import { ApexEnumValue, ApexObject } from '../../runtime/objects';
import { typeNameOfValue } from '../../runtime/support/value-types';
import { PlatformEnumValue } from '../registry';
import { apexToString } from '../stringify';
import { ApexBlob } from '../system/Blob';
import { ApexDate } from '../system/Date';
import { ApexDatetime } from '../system/Datetime';
import { Decimal } from '../system/Decimal';
import { Double } from '../system/Double';
import { ApexList } from '../system/List';
import { ApexMap } from '../system/Map';
import { ApexSet } from '../system/Set';
import { ApexTime } from '../system/Time';
import { instanceFields, readField } from '../user-fields';
import { platformFields } from './platform-objects';
import { JsonWriter } from './writer';

/** Version in the `url` of records. */
const API_VERSION = 'v66.0';

interface Options {
  readonly isPretty: boolean;
  /** Leaves out the fields of user objects that are null. Records and maps are not affected. */
  readonly suppressNulls: boolean;
}

/** @throws System.JSONException for values that have no JSON form */
export function serializeJson(value: unknown, { isPretty, suppressNulls }: Options): string {
  const writer = new JsonWriter(isPretty);
  writeJson(writer, value, suppressNulls);
  return writer.text;
}

/** Writes a value where the writer stands. */
export function writeJson(writer: JsonWriter, value: unknown, suppressNulls = false): void {
  new Serializer(writer, suppressNulls).write(value);
}

class Serializer {
  readonly #writer: JsonWriter;
  readonly #suppressNulls: boolean;
  /** What is being written, to find circles. */
  readonly #open = new Set<object>();

  constructor(writer: JsonWriter, suppressNulls: boolean) {
    this.#writer = writer;
    this.#suppressNulls = suppressNulls;
  }

  write(value: unknown): void {
    if (value === null || value === undefined) this.#writer.raw('null');
    else if (typeof value === 'string') this.#writer.string(value);
    else if (typeof value !== 'object') this.#writer.raw(String(value));
    else if (!this.#writeScalar(value)) this.#writeComposite(value);
  }

  #writeScalar(value: object): boolean {
    if (value instanceof Decimal) this.#writer.raw(value.toPlainString());
    else if (value instanceof Double) this.#writer.raw(value.toString());
    else if (value instanceof ApexDatetime) this.#writer.string(value.toIsoText());
    else if (value instanceof ApexDate || value instanceof ApexTime) this.#writer.string(value.toString());
    else if (value instanceof ApexBlob) this.#writer.string(Buffer.from(value.bytes).toString('base64'));
    else if (value instanceof ApexEnumValue || value instanceof PlatformEnumValue) this.#writer.string(value.name);
    else return false;
    return true;
  }

  #writeComposite(value: object): void {
    if (this.#open.has(value)) throw newException('System.JSONException', 'Direct self-reference leading to cycle');
    this.#open.add(value);
    if (value instanceof ApexList) this.#writeArray(value.items);
    else if (value instanceof ApexSet) this.#writeArray(value.values());
    else if (value instanceof ApexMap) this.#writeMap(value);
    else if (value instanceof SObjectValue) this.#writeRecord(value);
    else if (value instanceof ApexObject && !(value instanceof ApexException)) this.#writeObject(value);
    else this.#writePlatformObject(value);
    this.#open.delete(value);
  }

  #writeArray(items: readonly unknown[]): void {
    this.#writer.startArray();
    for (const item of items) this.write(item);
    this.#writer.endArray();
  }

  #writeMap(map: ApexMap): void {
    this.#writer.startObject();
    for (const [key, value] of map.entries()) this.#writeField(keyText(key), value);
    this.#writer.endObject();
  }

  #writeObject(object: ApexObject): void {
    this.#writer.startObject();
    for (const field of instanceFields(object.$type)) {
      if (field.isTransient || !field.canRead) continue;
      const value = readField(object, field);
      if (value !== null || !this.#suppressNulls) this.#writeField(field.name, value);
    }
    this.#writer.endObject();
  }

  #writePlatformObject(value: object): void {
    const fields = platformFields(value);
    if (!fields) throw newException('System.JSONException', `Apex Type unsupported in JSON: ${typeNameOfValue(value)}`);
    this.#writer.startObject();
    for (const [name, each] of fields) this.#writeField(name, each);
    this.#writer.endObject();
  }

  #writeRecord(record: SObjectValue): void {
    this.#writer.startObject();
    this.#writer.fieldName('attributes');
    this.#writer.startObject();
    this.#writeField('type', record.objectName);
    if (record.id !== null)
      this.#writeField('url', `/services/data/${API_VERSION}/sobjects/${record.objectName}/${record.id}`);
    this.#writer.endObject();
    for (const [name, value] of record.populatedEntries()) {
      this.#writer.fieldName(name);
      this.#writeRecordValue(value);
    }
    this.#writer.endObject();
  }

  /** In records, moments end in `+0000`, and child lists look like query results. */
  #writeRecordValue(value: unknown): void {
    if (value instanceof ApexDatetime) this.#writer.string(value.toIsoText().replace('Z', '+0000'));
    else if (value instanceof ApexList) {
      this.#writer.startObject();
      this.#writeField('totalSize', value.items.length);
      this.#writeField('done', true);
      this.#writeField('records', value);
      this.#writer.endObject();
    } else this.write(value);
  }

  #writeField(name: string, value: unknown): void {
    this.#writer.fieldName(name);
    this.write(value);
  }
}

function keyText(key: unknown): string {
  if (key === null) throw newException('System.JSONException', 'Null key for a Map not allowed in JSON');
  if (key instanceof ApexDate) return key.toString();
  return key instanceof ApexDatetime ? key.toIsoText() : apexToString(key);
}
