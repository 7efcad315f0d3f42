/** `Test.loadData`: inserts the rows of a CSV file that is a static resource. */
import { SObjectValue } from '../../data/sobject';
import { newException } from '../../runtime/exceptions';
import type { FieldSchema } from '../../schema/model';
import { database } from '../database/operands';
import type { SObjectTypeToken } from '../schema/tokens';
import { ApexDate } from '../system/Date';
import { ApexDatetime } from '../system/Datetime';
import { Decimal } from '../system/Decimal';
import { Double } from '../system/Double';
import { ApexList } from '../system/List';
import { staticResourceBody } from './static-resource';

/** An `Id` column names rows for references of the same file; the inserted records get ids of their own. */
export function loadData(token: SObjectTypeToken, resourceName: string): ApexList {
  const [header = [], ...rows] = parseCsv(
    staticResourceBody(resourceName)
      .toText()
      .replace(/^\uFEFF/, '')
  );
  const fields = header.map((name) => columnOf(token, name.trim()));
  const records = rows.map((cells) => recordOf(token, fields, cells));
  database().dml({
    kind: 'insert',
    records,
    accessMode: 'system',
    isSharingEnforced: false,
    allOrNone: true,
    externalIdField: null
  });
  return new ApexList(token.objectName, records);
}

function columnOf(token: SObjectTypeToken, name: string): FieldSchema | null {
  if (name.toLowerCase() === 'id') return null;
  const field = token.schema.fields.get(name.toLowerCase());
  if (field) return field;
  throw newException('System.IllegalArgumentException', `Invalid field ${name} for ${token.objectName}`);
}

function recordOf(
  token: SObjectTypeToken,
  fields: readonly (FieldSchema | null)[],
  cells: readonly string[]
): SObjectValue {
  const record = new SObjectValue(token.objectName);
  fields.forEach((field, index) => {
    const text = cells[index] ?? '';
    if (field && text !== '') record.put(field.name, valueOf(field, text));
  });
  return record;
}

function valueOf(field: FieldSchema, text: string): unknown {
  switch (field.type) {
    case 'boolean':
      return /^(true|1|yes)$/i.test(text);
    case 'int':
      return Number(text);
    case 'double':
    case 'currency':
    case 'percent':
      return Decimal.parse(text);
    case 'date':
      return ApexDate.tryParse(text);
    case 'datetime':
      return new ApexDatetime(Date.parse(text));
    case 'location':
      return new Double(Number(text));
    default:
      return text;
  }
}

/** Rows of cells; quoted cells may hold commas, line breaks and doubled quotes. Empty lines are left out. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r?\n|\r|$)/gy;
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    const [whole, quoted, plain = '', end] = match;
    row.push(quoted === undefined ? plain : quoted.replace(/""/g, '"'));
    if (end !== ',') {
      if (row.length > 1 || row[0] !== '') rows.push(row);
      row = [];
    }
    if (whole === '' || cell.lastIndex >= text.length) break;
  }
  if (row.length > 0) rows.push(row);
  return rows;
}
