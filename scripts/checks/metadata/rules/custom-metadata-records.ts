import type { FieldSchema, FieldType, ObjectSchema } from '../../../local-org/schema/model';
import type { ParsedFile } from '../model';
import type { MetadataRule, Report } from '../rule';
import { suggestion } from '../suggestion';
import { childOf, childrenOf, textOf, type XmlNode } from '../xml';

/** The `xsi:type` that a value of a field has (PLATFORM 2.16, and records as the platform retrieves them). */
const XSD_BY_TYPE: Readonly<Partial<Record<FieldType, readonly string[]>>> = {
  boolean: ['xsd:boolean'],
  double: ['xsd:double', 'xsd:int'],
  int: ['xsd:double', 'xsd:int'],
  percent: ['xsd:double', 'xsd:int'],
  currency: ['xsd:double', 'xsd:int'],
  date: ['xsd:date'],
  datetime: ['xsd:dateTime']
};
const TEXT = ['xsd:string', 'xsd:picklist'];

const FORMATS: Readonly<Record<string, RegExp>> = {
  'xsd:boolean': /^(true|false)$/,
  'xsd:double': /^-?\d+(\.\d+)?(E-?\d+)?$/i,
  'xsd:int': /^-?\d+$/,
  'xsd:date': /^\d{4}-\d\d-\d\d$/,
  'xsd:dateTime': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/
};

/** Records of custom metadata against their types: a deployment refuses values that a field cannot hold. */
export const customMetadataRecords: MetadataRule = {
  name: 'custom-metadata-records',
  check(model, report) {
    for (const file of model.ofType('CustomMetadata')) {
      const type = model.schema.findObject(`${file.name.split('.')[0]}__mdt`);
      if (!textOf(file.root, 'label')) report(file, file.root, 'The record has no <label>. Add one.');
      if (type) checkRecord(file, type, report);
    }
  }
};

function checkRecord(file: ParsedFile, type: ObjectSchema, report: Report): void {
  const filled = new Set<string>();
  const seen = new Set<string>();
  for (const entry of childrenOf(file.root, 'values')) {
    const name = textOf(entry, 'field') ?? '';
    const value = childOf(entry, 'value');
    if (seen.has(name.toLowerCase())) report(file, entry, `${name} has two values. Keep one.`);
    seen.add(name.toLowerCase());
    const field = type.fields.get(name.toLowerCase());
    if (!field || !value || value.attributes['xsi:nil'] === 'true') continue;
    if (!field.isCustom)
      report(file, entry, `${name} is no custom field; a record sets custom fields only. Remove the value.`);
    if (value.text.trim() !== '') filled.add(name.toLowerCase());
    checkValue(file, field, value, report);
  }
  for (const field of type.fields.values()) {
    const isFilled = filled.has(field.name.toLowerCase());
    if (field.isCustom && !field.isNillable && field.type !== 'boolean' && field.defaultValue === null && !isFilled)
      report(file, file.root, `${field.name} is required in ${type.name}. Give it a value.`);
  }
}

function checkValue(file: ParsedFile, field: FieldSchema, value: XmlNode, report: Report): void {
  const written = value.attributes['xsi:type'];
  const allowed = XSD_BY_TYPE[field.type] ?? TEXT;
  const text = value.text.trim();
  if (!written) {
    report(file, value, `The value of ${field.name} has no type. Write xsi:type="${allowed[0]}".`);
    return;
  }
  if (!allowed.includes(written)) {
    report(
      file,
      value,
      `The value of ${field.name} is a ${written}; a field of the type ${field.type} takes ${allowed[0]}.`
    );
    return;
  }
  if (FORMATS[written]?.test(text) === false) report(file, value, `"${text}" of ${field.name} is no ${written}.`);
  else checkContent(file, field, value, report);
}

function checkContent(file: ParsedFile, field: FieldSchema, value: XmlNode, report: Report): void {
  const text = value.text;
  if (field.length > 0 && text.length > field.length && field.type !== 'reference')
    report(file, value, `The value of ${field.name} has ${text.length} characters; the field holds ${field.length}.`);
  const values = field.picklistValues.filter((entry) => entry.isActive).map((entry) => entry.value);
  if (field.type === 'picklist' && field.isRestrictedPicklist && !values.includes(text.trim()))
    report(
      file,
      value,
      `"${text.trim()}" is no value of the picklist ${field.name}.${suggestion(text.trim(), values)}`
    );
  const digits = text.trim().replace(/^-/, '').split('.')[0] ?? '';
  if (field.precision > 0 && digits.replace(/^0+/, '').length > field.precision - field.scale)
    report(
      file,
      value,
      `${text.trim()} is too large for ${field.name}, which has ${field.precision - field.scale} digits before the point.`
    );
}
