/** JSON as records. */
import { apexTypeOfField } from '../../data/field-values';
import { SObjectValue } from '../../data/sobject';
import { newException } from '../../runtime/exceptions';
import { currentTransaction } from '../../runtime/transaction';
import { ApexList } from '../system/List';
import { ApexMap } from '../system/Map';
import type { TokenCursor } from './cursor';
import { primitiveReader } from './scalars';
import { readUntyped } from './untyped';

/**
 * A record from `{"attributes": {"type": "Lead"}, "LastName": …}`. The type in the attributes only counts when the wanted
 * one is SObject.
 *
 * @throws System.JSONException for fields that the object does not have
 */
export function readRecord(cursor: TokenCursor, typeName: string): SObjectValue {
  if (cursor.require().kind !== 'START_OBJECT')
    throw newException('System.JSONException', "Malformed JSON: Expected '{' at the beginning of object");
  let record: SObjectValue | null = typeName.toLowerCase() === 'sobject' ? null : newRecord(typeName);
  while (cursor.next()?.kind === 'FIELD_NAME') {
    const name = cursor.require().text;
    cursor.next();
    if (name === 'attributes') {
      const attributes = readUntyped(cursor);
      if (attributes instanceof ApexMap) record ??= newRecord(String(attributes.get('type')));
    } else if (record) readMember(cursor, record, name);
    else
      throw newException(
        'System.JSONException',
        'SObject type must be the first thing in the JSON: "attributes":{"type":"…"}'
      );
  }
  if (!record) throw newException('System.JSONException', 'SObject type not found in the attributes of the JSON');
  return record;
}

function newRecord(typeName: string): SObjectValue {
  const object = currentTransaction().org.schema.findObject(typeName);
  if (!object) throw newException('System.JSONException', `Unknown SObject type: ${typeName}`);
  return new SObjectValue(object.name);
}

/** A field, a parent record or a list of child records. */
function readMember(cursor: TokenCursor, record: SObjectValue, name: string): void {
  const { schema } = currentTransaction().org;
  const field = schema.findField(record.objectName, name);
  if (field) {
    const read = primitiveReader(apexTypeOfField(field.type)) ?? readUntyped;
    record.setRaw(field.name, read(cursor));
    return;
  }
  const lookup = schema.findParentField(record.objectName, name);
  if (lookup) {
    const [target = 'SObject', ...others] = lookup.referenceTo;
    const parent =
      cursor.require().kind === 'VALUE_NULL' ? null : readRecord(cursor, others.length > 0 ? 'SObject' : target);
    record.putParent(name, parent);
    return;
  }
  const children = schema.findChildRelationship(record.objectName, name);
  if (!children)
    throw newException('System.JSONException', `No such column '${name}' on sobject of type ${record.objectName}`);
  record.putChildren(name, new ApexList(children.childObject, readChildren(cursor, children.childObject)));
}

/** The records of `{"totalSize": 2, "done": true, "records": [ … ]}`. */
function readChildren(cursor: TokenCursor, childObject: string): SObjectValue[] {
  const records: SObjectValue[] = [];
  while (cursor.next()?.kind === 'FIELD_NAME') {
    const isRecords = cursor.require().text === 'records';
    cursor.next();
    if (!isRecords) cursor.skipChildren();
    else while (cursor.next() && cursor.require().kind !== 'END_ARRAY') records.push(readRecord(cursor, childObject));
  }
  return records;
}
