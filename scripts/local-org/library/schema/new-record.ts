/** `newSObject(recordTypeId, true)`: a record with the defaults that a user would see in a new form. */
import { SObjectValue } from '../../data/sobject';
import type { ObjectSchema } from '../../schema/model';
import { evaluateDefault } from '../../formula/defaults';

export function newRecordWithDefaults(object: ObjectSchema, recordTypeId: string | null): SObjectValue {
  const record = new SObjectValue(object.name);
  if (recordTypeId !== null && object.fields.has('recordtypeid')) record.put('RecordTypeId', recordTypeId);
  for (const field of object.fields.values()) {
    if (!field.isCreateable) continue;
    const value = evaluateDefault(field);
    if (value !== null) record.put(field.name, value);
  }
  return record;
}
