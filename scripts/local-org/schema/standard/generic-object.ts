/** A standard object without a table of its own: what can be said of it from its stub. */
import type { FieldSchema, FieldType, ObjectKind, ObjectSchema } from '../model';
import { makeField } from '../field';
import { makeObject } from '../object';
import { KEY_PREFIXES } from './key-prefixes';
import { stubIndex, type StubObject } from './stub-objects';

const TYPE_OF_APEX: Readonly<Record<string, FieldType>> = {
  String: 'string',
  Id: 'reference',
  Boolean: 'boolean',
  Integer: 'int',
  Long: 'long',
  Decimal: 'double',
  Double: 'double',
  Date: 'date',
  Datetime: 'datetime',
  Time: 'time',
  Blob: 'base64',
  Address: 'address',
  Location: 'location',
  Object: 'anytype'
};

/** Fields that exist only with a feature that a Developer org does not have on. */
const FIELDS_OF_FEATURES = new Set(['CurrencyIsoCode', 'Division', 'ConnectionReceivedId', 'ConnectionSentId']);
const SYSTEM_FIELDS = new Set([
  'IsDeleted',
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
  'SystemModstamp',
  'LastActivityDate',
  'LastViewedDate',
  'LastReferencedDate'
]);

export function genericObject(stub: StubObject): ObjectSchema {
  const fields = [...stub.fields]
    .filter(([name]) => !FIELDS_OF_FEATURES.has(name))
    .map(([name, apexType]) => genericField(stub, name, apexType));
  if (!stub.fields.has('Id')) fields.unshift(makeField({ name: 'Id', type: 'id', isPermissionable: false }));
  return makeObject({
    name: stub.name,
    keyPrefix: KEY_PREFIXES[stub.name] ?? inventedPrefix(stub.name),
    kind: kindOf(stub.name),
    fields
  });
}

function genericField(stub: StubObject, name: string, apexType: string): FieldSchema {
  const isSystem = SYSTEM_FIELDS.has(name);
  const common = { name, isCreateable: !isSystem, isUpdateable: !isSystem, isPermissionable: !isSystem };
  if (name === 'Id') return makeField({ name, type: 'id', isPermissionable: false });
  const relationship = name.replace(/Id$/, '');
  const parent = stub.parents.get(relationship);
  // Set-up objects have lookups that are text: durable ids.
  if (apexType === 'Id' || (apexType === 'String' && parent !== undefined && relationship !== name)) {
    return makeField({
      ...common,
      type: 'reference',
      relationshipName: parent ? relationship : null,
      referenceTo: targetsOf(name, parent)
    });
  }
  const isName = name === 'Name';
  return makeField({
    ...common,
    type: TYPE_OF_APEX[apexType] ?? 'string',
    isNameField: isName,
    isPermissionable: !isSystem && !isName
  });
}

/** Lookups to objects of many kinds. The stub names one of them, or `Name`, and the rest is not known. */
const POLYMORPHIC_FIELDS = new Set([
  'EntityId',
  'TargetObjectId',
  'RecordId',
  'RelatedRecordId',
  'RelatedToId',
  'LinkedEntityId',
  'WhatId',
  'WhoId',
  'ActorId'
]);

/** Empty when the lookup may lead to any object. */
function targetsOf(field: string, parent: string | undefined): string[] {
  if (field === 'UserOrGroupId' || (parent === 'Name' && field === 'OwnerId')) return ['Group', 'User'];
  return parent === undefined || parent === 'Name' || POLYMORPHIC_FIELDS.has(field) ? [] : [parent];
}

function kindOf(name: string): ObjectKind {
  if (name.endsWith('Share')) return 'share';
  if (name.endsWith('History')) return 'history';
  if (name.endsWith('Event') && name.length > 'Event'.length && !name.endsWith('CalendarEvent')) return 'event';
  return 'standard';
}

/** Prefixes of the platform begin with a digit and those of custom objects with a, e, i or m; from q on they are free. */
const FIRST_INVENTED_LETTER = 'q'.charCodeAt(0);
const BASE = 36;

/** Records need ids: an object whose real prefix we do not know gets one that no other has. */
function inventedPrefix(name: string): string {
  const index = stubIndex(name);
  const letter = String.fromCharCode(FIRST_INVENTED_LETTER + Math.floor(index / (BASE * BASE)));
  return letter + (index % (BASE * BASE)).toString(BASE).padStart(2, '0');
}
