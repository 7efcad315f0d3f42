/** Enums of describes. */
import type { FieldType } from '../../schema/model';
import { enumValue, platformType, type PlatformEnumValue } from '../registry';

platformType({
  name: 'Schema.DisplayType',
  enumConstants: [
    'ADDRESS',
    'ANYTYPE',
    'BASE64',
    'BOOLEAN',
    'COMBOBOX',
    'COMPLEXVALUE',
    'CURRENCY',
    'DATACATEGORYGROUPREFERENCE',
    'DATE',
    'DATETIME',
    'DOUBLE',
    'EMAIL',
    'ENCRYPTEDSTRING',
    'ID',
    'INTEGER',
    'JSON',
    'LOCATION',
    'LONG',
    'MULTIPICKLIST',
    'PERCENT',
    'PHONE',
    'PICKLIST',
    'REFERENCE',
    'SOBJECT',
    'STRING',
    'TEXTAREA',
    'TIME',
    'URL'
  ]
});
platformType({
  name: 'Schema.SoapType',
  enumConstants: [
    'ADDRESS',
    'ANYTYPE',
    'BASE64BINARY',
    'BOOLEAN',
    'DATE',
    'DATETIME',
    'DOUBLE',
    'ID',
    'INTEGER',
    'LOCATION',
    'LONG',
    'STRING',
    'TIME'
  ]
});
platformType({ name: 'Schema.SObjectDescribeOptions', enumConstants: ['DEFAULT', 'DEFERRED', 'FULL'] });
platformType({ name: 'System.AccessType', enumConstants: ['CREATABLE', 'READABLE', 'UPDATABLE', 'UPSERTABLE'] });

/** `Schema.DisplayType` of a field type: its name in capitals, but for whole numbers. */
export function displayType(type: FieldType): PlatformEnumValue {
  return enumValue('Schema.DisplayType', type === 'int' ? 'INTEGER' : type);
}

const SOAP_TYPES: Readonly<Partial<Record<FieldType, string>>> = {
  id: 'ID',
  reference: 'ID',
  boolean: 'BOOLEAN',
  int: 'INTEGER',
  long: 'LONG',
  double: 'DOUBLE',
  currency: 'DOUBLE',
  percent: 'DOUBLE',
  date: 'DATE',
  datetime: 'DATETIME',
  time: 'TIME',
  base64: 'BASE64BINARY',
  address: 'ADDRESS',
  location: 'LOCATION',
  anytype: 'ANYTYPE'
};

export function soapType(type: FieldType): PlatformEnumValue {
  return enumValue('Schema.SoapType', SOAP_TYPES[type] ?? 'STRING');
}
