/** Upsert: finds the row by Id or by an external id field. */
import { newException } from '../../runtime/exceptions';
import { comparisonKey } from '../comparison';
import type { Row } from '../store';
import type { Tables } from '../tables';
import { fail } from './work-item';
import type { WorkItem } from './work-item';

/**
 * The row to update, or null when the record is to be inserted. Failures are on the item.
 *
 * @throws System.SObjectException when the field is no external id
 */
export function resolveUpsert(tables: Tables, item: WorkItem, externalIdField: string | null): Row | null {
  const { object, record } = item;
  if (externalIdField === null || externalIdField.toLowerCase() === 'id') return byId(tables, item);
  const field = object.fields.get(externalIdField.toLowerCase());
  if (
    !field ||
    !(field.isExternalId || field.isUnique || field.isNameField || (field.type === 'email' && !field.isCustom))
  ) {
    throw newException(
      'System.SObjectException',
      `Invalid field for upsert, must be an External Id custom or standard indexed field: ${field?.name ?? externalIdField}`
    );
  }
  const value = record.has(field.name) ? record.get(field.name) : null;
  if (value === null || value === '') {
    fail(item, 'MISSING_ARGUMENT', `${field.name} not specified`, []);
    return null;
  }
  const matches = tables
    .table(object.name)
    .find(field.name, comparisonKey(field, value))
    .filter((row) => row['IsDeleted'] !== true);
  if (matches.length > 1) {
    fail(
      item,
      'DUPLICATE_EXTERNAL_ID',
      `${field.name}: more than one record found for external id field: [${matches.map((row) => String(row['Id'])).join(', ')}]`,
      [field.name]
    );
  }
  return matches[0] ?? null;
}

/** Two records of one statement with the same external id: both are refused. */
export function refuseRepeatedKeys(items: readonly WorkItem[], externalIdField: string | null): void {
  if (externalIdField === null || externalIdField.toLowerCase() === 'id') return;
  const byKey = new Map<unknown, WorkItem[]>();
  for (const item of items) {
    const field = item.object.fields.get(externalIdField.toLowerCase());
    const value = field && item.record.has(field.name) ? item.record.get(field.name) : null;
    if (field && value !== null)
      byKey.set(comparisonKey(field, value), [...(byKey.get(comparisonKey(field, value)) ?? []), item]);
  }
  for (const same of byKey.values()) {
    if (same.length > 1)
      for (const item of same)
        fail(item, 'DUPLICATE_VALUE', `Duplicate external id specified: ${String(item.record.get(externalIdField))}`, [
          externalIdField
        ]);
  }
}

function byId(tables: Tables, item: WorkItem): Row | null {
  const { id } = item.record;
  if (id === null) return null;
  const row = tables.objectOfId(id)?.name === item.object.name ? tables.row(id) : null;
  if (!row) fail(item, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  else if (row['IsDeleted'] === true) fail(item, 'ENTITY_IS_DELETED', 'entity is deleted');
  return row;
}
