/** Fields that are computed when they are read: formulas and roll-up summaries. */
import type { FieldSchema, ObjectSchema, RollUpSummary } from '../schema/model';
import { Decimal } from '../library/system/Decimal';
import { compareKeys, comparisonKey } from './comparison';
import { toDecimal } from './field-values';
import { compare } from './filter-items';
import type { Row } from './store';
import type { Tables } from './tables';
import { evaluateFormulaField } from '../formula/rows';

export function computedValue(tables: Tables, object: ObjectSchema, field: FieldSchema, row: Row): unknown {
  if (field.summary) return rollUp(tables, field.summary, row);
  return evaluateFormulaField(tables, object, field, row);
}

/** Sums up the children that are not deleted and pass the filters. */
function rollUp(tables: Tables, summary: RollUpSummary, row: Row): unknown {
  const table = tables.table(summary.childObject);
  const lookup = table.schema.fields.get(summary.childField.toLowerCase())?.name ?? summary.childField;
  const children = table
    .find(lookup, row['Id'] as string)
    .filter(
      (child) =>
        child['IsDeleted'] !== true && summary.filters.every((filter) => passes(tables, table.schema, child, filter))
    );
  if (summary.operation === 'count') return Decimal.fromInteger(children.length);
  const field = table.schema.fields.get((summary.summarizedField ?? '').toLowerCase());
  if (!field) return null;
  const values = children.map((child) => tables.value(table.schema, field, child)).filter((value) => value !== null);
  if (summary.operation === 'sum')
    return values.reduce<Decimal>((sum, value) => sum.add(toDecimal(value) ?? Decimal.ZERO), Decimal.ZERO);
  const sign = summary.operation === 'min' ? 1 : -1;
  return values.sort((a, b) => compareKeys(comparisonKey(field, a), comparisonKey(field, b)) * sign)[0] ?? null;
}

function passes(tables: Tables, object: ObjectSchema, row: Row, filter: RollUpSummary['filters'][number]): boolean {
  const field = object.fields.get(filter.field.replace(/^.*\./, '').toLowerCase());
  return field !== undefined && compare(field, tables.value(object, field, row), filter.operation, filter.value);
}
