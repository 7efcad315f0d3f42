/**
 * Tokens of objects and fields: `Account.SObjectType`, `Account.Name`. There is one for each name, so that `==`, map keys
 * and `===` all agree; what a token describes is looked up in the org of the running transaction.
 */
import { SObjectValue } from '../../data/sobject';
import type { FieldSchema, ObjectSchema } from '../../schema/model';
import { newException } from '../../runtime/exceptions';
import { platformType } from '../registry';
import { FieldDescribe } from './field-describe';
import { FieldSetDescribe } from './field-sets';
import { newRecordWithDefaults } from './new-record';
import { ObjectDescribe } from './object-describe';
import { currentSchema } from './running-user';

const objectTokens = new Map<string, SObjectTypeToken>();
const fieldTokens = new Map<string, SObjectFieldToken>();

/** `Schema.SObjectType` */
export class SObjectTypeToken {
  readonly objectName: string;

  constructor(objectName: string) {
    this.objectName = objectName;
  }

  get schema(): ObjectSchema {
    return requireObject(this.objectName);
  }

  toString(): string {
    return this.objectName;
  }
}

/** `Schema.SObjectField` */
export class SObjectFieldToken {
  readonly objectName: string;
  readonly fieldName: string;

  constructor(objectName: string, fieldName: string) {
    this.objectName = objectName;
    this.fieldName = fieldName;
  }

  get schema(): FieldSchema {
    return requireField(this.objectName, this.fieldName);
  }

  toString(): string {
    return this.fieldName;
  }
}

/** The token of an object, `Account.SObjectType`. The name in any case. */
export function objectToken(name: string): SObjectTypeToken {
  const key = name.toLowerCase();
  let token = objectTokens.get(key);
  if (!token) {
    token = new SObjectTypeToken(currentSchema().findObject(name)?.name ?? name);
    objectTokens.set(key, token);
  }
  return token;
}

/** The token of a field, `Account.Name`. Names in any case. */
export function fieldToken(object: string, field: string): SObjectFieldToken {
  const key = `${object}.${field}`.toLowerCase();
  let token = fieldTokens.get(key);
  if (!token) {
    const schema = currentSchema();
    token = new SObjectFieldToken(
      schema.findObject(object)?.name ?? object,
      schema.findField(object, field)?.name ?? field
    );
    fieldTokens.set(key, token);
  }
  return token;
}

/** `Schema.SObjectType.Account`, `Account.SObjectType.getDescribe()` */
export function describeObject(name: string): ObjectDescribe {
  return new ObjectDescribe(requireObject(name));
}

/** `Schema.SObjectType.Account.fields.Name`, `Account.Name.getDescribe()` */
export function describeField(object: string, field: string): FieldDescribe {
  return new FieldDescribe(requireObject(object), requireField(object, field));
}

/** `Schema.SObjectType.Account.fieldSets.Summary` */
export function describeFieldSet(object: string, name: string): FieldSetDescribe {
  const schema = requireObject(object);
  const fieldSet = schema.fieldSets.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (!fieldSet) throw newException('System.SObjectException', `Invalid field set ${name} for ${schema.name}`);
  return new FieldSetDescribe(schema, fieldSet);
}

function requireObject(name: string): ObjectSchema {
  const object = currentSchema().findObject(name);
  if (!object) throw newException('System.InvalidParameterValueException', `invalid sobject: ${name}`);
  return object;
}

function requireField(object: string, field: string): FieldSchema {
  const found = requireObject(object).fields.get(field.toLowerCase());
  if (!found) throw newException('System.SObjectException', `Invalid field ${field} for ${object}`);
  return found;
}

function newSObject(self: SObjectTypeToken, id: string | null = null): SObjectValue {
  const record = new SObjectValue(self.objectName);
  if (id !== null) record.put('Id', id);
  return record;
}

platformType({
  name: 'Schema.SObjectType',
  jsClass: SObjectTypeToken,
  methods: {
    getDescribe: (self: SObjectTypeToken) => describeObject(self.objectName),
    'newSObject/0': (self: SObjectTypeToken) => newSObject(self),
    'newSObject/1': newSObject,
    'newSObject/2': (self: SObjectTypeToken, recordTypeId: string | null, areDefaultsLoaded: boolean | null) =>
      areDefaultsLoaded ? newRecordWithDefaults(self.schema, recordTypeId) : newSObject(self),
    'toString/0': (self: SObjectTypeToken) => self.toString()
  }
});

platformType({
  name: 'Schema.SObjectField',
  jsClass: SObjectFieldToken,
  methods: {
    getDescribe: (self: SObjectFieldToken) => describeField(self.objectName, self.fieldName),
    'toString/0': (self: SObjectFieldToken) => self.toString()
  }
});
