/** Global values of formulas: `$User.Id`, `$Permission.Thoughtly_Admin`, `$Setup.Settings__c.Mode__c`, … */
import type { Row } from '../data/store';
import type { Tables } from '../data/tables';
import { callObjectMethod } from '../library/schema/object-methods';
import type { SObjectValue } from '../data/sobject';
import { currentTransaction } from '../runtime/transaction';
import { ApexDatetime } from '../library/system/Datetime';
import { toFormulaValue, type FormulaValue } from './values';

/** `$System.OriginDateTime`: 1900-01-01. */
const ORIGIN = Date.UTC(1900, 0, 1);

/** The value of a path that begins with `$`. `row` is the record of the formula, for `$RecordType`. */
export function globalValue(tables: Tables, path: readonly string[], row: Row): FormulaValue {
  const { org, userId } = currentTransaction();
  const [global = '', first = '', ...rest] = path;
  const user = tables.row(userId);
  switch (global.toLowerCase()) {
    case '$user':
      return columnOf(tables, userId, first);
    case '$profile':
      return columnOf(tables, lookup(user, 'ProfileId'), first);
    case '$userrole':
      return columnOf(tables, lookup(user, 'UserRoleId'), first);
    case '$organization':
      return columnOf(tables, org.organizationId, first);
    case '$recordtype':
      return columnOf(tables, lookup(row, 'RecordTypeId'), first);
    case '$permission':
      return org.database.accessOf(userId).hasCustomPermission(first);
    case '$label':
      return org.schema.labels.get(first.toLowerCase()) ?? null;
    case '$setup':
      return toFormulaValue((callObjectMethod(first, 'getInstance', []) as SObjectValue).get(rest[0] ?? ''));
    case '$custommetadata':
      return metadataValue(tables, first, rest);
    case '$system':
      return new ApexDatetime(ORIGIN);
    default:
      return null;
  }
}

function lookup(row: Row | null, field: string): string | null {
  const id = row?.[field];
  return typeof id === 'string' ? id : null;
}

function columnOf(tables: Tables, id: string | null, name: string): FormulaValue {
  const row = tables.row(id);
  const object = id === null ? null : tables.objectOfId(id);
  const field = object?.fields.get(name.toLowerCase());
  return row && object && field ? toFormulaValue(tables.value(object, field, row)) : null;
}

/** `$CustomMetadata.Type__mdt.Record.Field__c` */
function metadataValue(tables: Tables, type: string, [record = '', fieldName = '']: readonly string[]): FormulaValue {
  const table = tables.table(type);
  const row = [...table.rows()].find((each) => String(each['DeveloperName']).toLowerCase() === record.toLowerCase());
  const field = table.schema.fields.get(fieldName.toLowerCase());
  return row && field ? toFormulaValue(tables.value(table.schema, field, row)) : null;
}
