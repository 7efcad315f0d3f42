/**
 * Standard objects as compact tables of text, one field a line:
 *
 *     LastName  string(80) ! part:Name            required text of 80 characters, a part of the compound name
 *     Status    picklist(Open*|Closed{closed}) !  required with a default (the value with the star) and derived facts
 *     OwnerId   reference(Group,User) given       the platform fills it in when it is not given
 *
 * Flags: `!` required on create · `given` never empty, but filled by the platform · `ro` read only for everyone ·
 * `sys` read only, never empty, no field-level security · `create` set on create only · `update` set on update only ·
 * `nofls` no field-level security · `unique` · `external` · `name` the name field · `auto:F` auto number of format F ·
 * `restricted` picklist · `part:C` part of the compound field C · `rel:R` name of the relationship, `rel:-` none ·
 * `as:L` the parent's list of these children · `cascade`, `restrict` on delete of the parent · `nofilter` ·
 * `=V` default · `"Label"`.
 *
 * `@name` lines stand for fields that many objects have, see {@link MACROS}. Sources of the facts: the Object
 * Reference, and describes of a Developer org for picklists and defaults.
 */
import type { FieldSchema, FieldType, ObjectSchema, PicklistValue } from '../model';
import { labelFromName, makeField } from '../field';
import { makeObject } from '../object';
import { auditFields, idField, isDeletedField, ownerField } from '../source/system-fields';
import { genericObject } from './generic-object';
import { KEY_PREFIXES } from './key-prefixes';
import { findStubObject } from './stub-objects';

export interface StandardTable {
  readonly name: string;
  readonly label?: string;
  readonly labelPlural?: string;
  readonly sharingModel?: ObjectSchema['sharingModel'];
  readonly hasActivities?: boolean;
  /** Nobody writes these records by DML. */
  readonly isReadOnly?: boolean;
  /** Adds the fields of the stub that the table does not list. Without it the table is the whole object. */
  readonly isOpen?: boolean;
  readonly fields: string;
}

const GEOCODE_ACCURACY = 'Address|NearAddress|Block|Street|ExtendedZip|Zip|Neighborhood|City|County|State|Unknown';

/** Fields that many objects share. The argument is the rest of the line. */
const MACROS: Readonly<Record<string, (argument: string) => FieldSchema[]>> = {
  id: (label) => [idField(label || 'Record ID')],
  audit: () => auditFields(),
  deleted: () => [isDeletedField()],
  owner: (targets) => [ownerField(targets ? targets.split(',') : undefined)],
  activity: () => parseFields('LastActivityDate date ro nofls "Last Activity"'),
  viewed: () => parseFields('LastViewedDate datetime ro nofls\nLastReferencedDate datetime ro nofls'),
  address: (prefix) => parseFields(addressFields(prefix))
};

/** A compound address and its parts. Field-level security is set on the whole (`BillingAddress`). */
function addressFields(prefix: string): string {
  const part = `part:${prefix}Address`;
  return `
    ${prefix}Street textarea(255) ${part}
    ${prefix}City string(40) ${part}
    ${prefix}State string(80) ${part} "${prefix} State/Province"
    ${prefix}PostalCode string(20) ${part} "${prefix} Zip/Postal Code"
    ${prefix}Country string(80) ${part}
    ${prefix}Latitude double(18,15) ${part}
    ${prefix}Longitude double(18,15) ${part}
    ${prefix}GeocodeAccuracy picklist(${GEOCODE_ACCURACY}) restricted ${part}
    ${prefix}Address address ro`;
}

/** Makes the object of a table. */
export function objectFromTable(table: StandardTable): ObjectSchema {
  const listed = parseFields(table.fields);
  const known = new Set(listed.map((field) => field.name));
  const stub = table.isOpen ? findStubObject(table.name) : undefined;
  const others = stub ? [...genericObject(stub).fields.values()].filter((field) => !known.has(field.name)) : [];
  const isWritable = !table.isReadOnly;
  const label = table.label ?? labelFromName(table.name);
  return makeObject({
    name: table.name,
    label,
    labelPlural: table.labelPlural ?? (label.endsWith('s') ? label : `${label}s`),
    keyPrefix: KEY_PREFIXES[table.name] ?? null,
    sharingModel: table.sharingModel ?? 'ReadWrite',
    hasActivities: table.hasActivities ?? false,
    isCreateable: isWritable,
    isUpdateable: isWritable,
    isDeletable: isWritable,
    fields: [...listed, ...others]
  });
}

function parseFields(text: string): FieldSchema[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap(parseLine);
}

function parseLine(line: string): FieldSchema[] {
  const [, macro, argument] = /^@(\w+)\s*(.*)$/.exec(line) ?? [];
  if (macro !== undefined) {
    const make = MACROS[macro];
    if (!make) throw new Error(`Standard object table: unknown macro in "${line}"`);
    return make(argument ?? '');
  }
  const [, name, type, inBrackets, rest] = /^(\w+)\s+(\w+)(?:\(([^)]*)\))?\s*(.*)$/.exec(line) ?? [];
  if (name === undefined || type === undefined) throw new Error(`Standard object table: cannot read "${line}"`);
  return [parseField(name, type as FieldType, inBrackets ?? '', rest ?? '')];
}

type MutableField = { -readonly [K in keyof FieldSchema]?: FieldSchema[K] };

function parseField(name: string, type: FieldType, inBrackets: string, rest: string): FieldSchema {
  const facts: MutableField = {};
  readBrackets(facts, name, type, inBrackets);
  const label = /"([^"]*)"/.exec(rest)?.[1];
  if (label !== undefined) facts.label = label.trim();
  const defaultValue = /=(\S+)/.exec(rest.replace(/"[^"]*"/, ''))?.[1];
  if (defaultValue !== undefined) facts.defaultValue = type === 'boolean' ? defaultValue === 'true' : defaultValue;
  for (const flag of rest.replace(/"[^"]*"/, '').split(/\s+/)) applyFlag(facts, flag);
  return makeField({ name, type, ...facts });
}

function readBrackets(facts: MutableField, name: string, type: FieldType, inBrackets: string): void {
  if (type === 'reference') {
    facts.referenceTo = inBrackets === '' ? [] : inBrackets.split(',');
    facts.relationshipName = name.replace(/Id$/, '');
  } else if (type === 'picklist' || type === 'combobox' || type === 'multipicklist') {
    facts.picklistValues = inBrackets === '' ? [] : inBrackets.split('|').map(parseValue);
    facts.defaultValue = facts.picklistValues.find((value) => value.isDefault)?.value ?? null;
  } else if (inBrackets !== '') {
    const [first = 0, second] = inBrackets.split(',').map(Number);
    if (second === undefined) facts.length = first;
    else Object.assign(facts, { precision: first, scale: second });
  }
}

/** `Closed Won{closed,won,100,Closed}`: value, star for the default, derived facts. */
function parseValue(text: string): PicklistValue {
  const [, value = text, star, facts = ''] = /^(.*?)(\*?)(?:\{(.*)\})?$/.exec(text) ?? [];
  const made: { -readonly [K in keyof PicklistValue]: PicklistValue[K] } = {
    value,
    label: value,
    isDefault: star === '*',
    isActive: true
  };
  for (const fact of facts === '' ? [] : facts.split(',')) {
    if (fact === 'closed') made.isClosed = true;
    else if (fact === 'won') made.isWon = true;
    else if (fact === 'converted') made.isConverted = true;
    else if (/^\d+$/.test(fact)) made.probability = Number(fact);
    else made.forecastCategory = fact;
  }
  return made;
}

const READ_ONLY = { isCreateable: false, isUpdateable: false };
const FLAGS: Readonly<Record<string, MutableField>> = {
  '': {},
  '!': { isNillable: false, isPermissionable: false },
  given: { isNillable: false, isPermissionable: false },
  ro: READ_ONLY,
  sys: { ...READ_ONLY, isNillable: false, isPermissionable: false },
  create: { isUpdateable: false },
  update: { isCreateable: false },
  nofls: { isPermissionable: false },
  unique: { isUnique: true },
  external: { isExternalId: true },
  name: { isNameField: true, isPermissionable: false },
  restricted: { isRestrictedPicklist: true },
  cascade: { deleteConstraint: 'Cascade' },
  restrict: { deleteConstraint: 'Restrict' },
  nofilter: { isFilterable: false, isSortable: false, isGroupable: false }
};

function applyFlag(facts: MutableField, flag: string): void {
  const simple = FLAGS[flag];
  if (simple) {
    Object.assign(facts, simple);
    return;
  }
  const [key = '', value = ''] = flag.split(/[:=]/, 2);
  if (key === 'part') Object.assign(facts, { compoundField: value });
  else if (key === 'rel') facts.relationshipName = value === '-' ? null : value;
  else if (key === 'as') facts.childRelationshipName = value;
  else if (key === 'auto')
    Object.assign(facts, { ...FLAGS['sys'], isAutoNumber: true, isNameField: true, displayFormat: value });
  else if (key !== '') throw new Error(`Standard object table: unknown flag "${flag}"`);
}
