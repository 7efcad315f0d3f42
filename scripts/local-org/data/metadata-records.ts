/** Writes records of custom metadata types that Apex deploys. */
import type { FieldSchema } from '../schema/model';
import { Decimal } from '../library/system/Decimal';
import { toDecimal } from './field-values';
import { writeSystemRow } from './dml/system-rows';
import type { Tables } from './tables';

export interface MetadataRecord {
  /** `Setting__mdt` */
  readonly type: string;
  readonly developerName: string;
  readonly label: string | null;
  /** Apex values by field name, any case. */
  readonly values: ReadonlyMap<string, unknown>;
}

/** Creates the record, or changes the one of that name. Answers what is wrong with it, or null. */
export function writeMetadataRecord(tables: Tables, record: MetadataRecord): string | null {
  const object = tables.schema.findObject(record.type);
  if (!object) return `In field: fullName - no CustomObject named ${record.type} found`;
  if (!/^[a-z]\w*$/i.test(record.developerName)) return `Invalid fullName for ${object.name}: ${record.developerName}`;
  const values: Record<string, unknown> = {};
  for (const [name, value] of record.values) {
    const field = object.fields.get(name.toLowerCase());
    if (!field) return `In field: field - no CustomField named ${object.name}.${name} found`;
    const stored = valueOf(field, value);
    if (stored === undefined) return `In field: value - ${field.name} takes a ${field.type}, not ${String(value)}`;
    values[field.name] = stored;
  }
  const known = [...tables.table(object.name).rows()].find(
    (row) => String(row['DeveloperName']).toLowerCase() === record.developerName.toLowerCase()
  );
  const names = {
    DeveloperName: record.developerName,
    QualifiedApiName: record.developerName,
    Language: 'en_US',
    ...(record.label === null ? {} : { MasterLabel: record.label, Label: record.label })
  };
  writeSystemRow(tables, object.name, { ...names, ...values, ...(known ? { Id: known['Id'] } : {}) });
  return null;
}

/** Numbers may come in any of Apex's types, or as text; undefined when they are none. */
function valueOf(field: FieldSchema, value: unknown): unknown {
  if (value === null) return null;
  switch (field.type) {
    case 'double':
    case 'currency':
    case 'percent':
      return toDecimal(value) ?? Decimal.tryParse(String(value)) ?? undefined;
    default:
      return value;
  }
}
