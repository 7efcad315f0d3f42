/** Fields, parents and children of objects as Apex sees them. */
import type { FieldSchema, FieldType, OrgSchema } from '../../schema/model';
import {
  BLOB,
  BOOLEAN,
  DATE,
  DATETIME,
  DECIMAL,
  ID,
  INTEGER,
  LONG,
  OBJECT,
  SOBJECT,
  STRING,
  TIME,
  type ApexType
} from '../types';

export type ObjectMember =
  | { readonly kind: 'field'; readonly name: string; readonly type: ApexType }
  | { readonly kind: 'parent'; readonly name: string; readonly type: ApexType }
  | { readonly kind: 'children'; readonly name: string; readonly type: ApexType };

const TYPE_BY_FIELD_TYPE: Readonly<Record<FieldType, ApexType>> = {
  id: ID,
  reference: ID,
  string: STRING,
  textarea: STRING,
  picklist: STRING,
  multipicklist: STRING,
  combobox: STRING,
  email: STRING,
  phone: STRING,
  url: STRING,
  encryptedstring: STRING,
  boolean: BOOLEAN,
  int: INTEGER,
  long: LONG,
  double: DECIMAL,
  currency: DECIMAL,
  percent: DECIMAL,
  date: DATE,
  datetime: DATETIME,
  time: TIME,
  base64: BLOB,
  anytype: OBJECT,
  address: { kind: 'platform', name: 'System.Address', arguments: [] },
  location: { kind: 'platform', name: 'System.Location', arguments: [] }
};

/** The Apex type of a field's values. */
export function fieldApexType(field: FieldSchema): ApexType {
  return TYPE_BY_FIELD_TYPE[field.type];
}

/** What a polymorphic parent (`Owner`, `Who`, `What`) offers, when the schema has no object `Name` of its own. */
const NAME_FIELDS: Readonly<Record<string, ApexType>> = {
  Id: ID,
  Name: STRING,
  FirstName: STRING,
  LastName: STRING,
  Email: STRING,
  Phone: STRING,
  Title: STRING,
  Type: STRING,
  Username: STRING,
  Alias: STRING,
  IsActive: BOOLEAN,
  ProfileId: ID,
  UserRoleId: ID,
  RecordTypeId: ID
};
const NAME_PARENTS: Readonly<Record<string, string>> = {
  Profile: 'Profile',
  UserRole: 'UserRole',
  RecordType: 'RecordType'
};

/** A member of an object by its name, or undefined. A relationship to several objects leads to `Name`. */
export function findObjectMember(schema: OrgSchema, object: string, name: string): ObjectMember | undefined {
  if (object.toLowerCase() === 'sobject' || object.toLowerCase() === 'aggregateresult') {
    return name.toLowerCase() === 'id' ? { kind: 'field', name: 'Id', type: ID } : undefined;
  }
  const field = schema.findField(object, name);
  if (field) return { kind: 'field', name: field.name, type: fieldApexType(field) };
  const parent = schema.findParentField(object, name);
  if (parent?.relationshipName)
    return { kind: 'parent', name: parent.relationshipName, type: parentType(schema, parent) };
  const children = schema.findChildRelationship(object, name);
  if (children?.relationshipName) {
    return {
      kind: 'children',
      name: children.relationshipName,
      type: { kind: 'list', element: objectType(schema, children.childObject) }
    };
  }
  return object.toLowerCase() === 'name' ? findNameMember(name) : undefined;
}

function findNameMember(name: string): ObjectMember | undefined {
  const lower = name.toLowerCase();
  const field = Object.keys(NAME_FIELDS).find((candidate) => candidate.toLowerCase() === lower);
  if (field) return { kind: 'field', name: field, type: NAME_FIELDS[field] ?? STRING };
  const parent = Object.keys(NAME_PARENTS).find((candidate) => candidate.toLowerCase() === lower);
  return parent === undefined
    ? undefined
    : { kind: 'parent', name: parent, type: { kind: 'sobject', name: NAME_PARENTS[parent] ?? parent } };
}

function parentType(schema: OrgSchema, field: FieldSchema): ApexType {
  const [only] = field.referenceTo;
  return only !== undefined && field.referenceTo.length === 1
    ? objectType(schema, only)
    : { kind: 'sobject', name: 'Name' };
}

function objectType(schema: OrgSchema, name: string): ApexType {
  return name.toLowerCase() === 'sobject' ? SOBJECT : { kind: 'sobject', name: schema.findObject(name)?.name ?? name };
}
