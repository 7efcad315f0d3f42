/** Formulas over the rows of the database: formula fields, validation rules, default values. */
import type { Row } from '../data/store';
import type { Tables } from '../data/tables';
import type { FieldSchema, ObjectSchema } from '../schema/model';
import { runningUserTimeZone } from '../library/running-user';
import { Decimal } from '../library/system/Decimal';
import { currentTransaction } from '../runtime/transaction';
import { FormulaValueError } from './ast';
import type { FormulaContext } from './context';
import { compileFormula, evaluate } from './evaluate';
import { toFieldValue } from './field-value';
import { globalValue } from './globals';
import { toFormulaValue, truthOf, type FormulaValue } from './values';

const HUNDRED = Decimal.fromInteger(100);

/** The value of a formula field of a row; null when the formula has none (`#Error!`). */
export function evaluateFormulaField(tables: Tables, object: ObjectSchema, field: FieldSchema, row: Row): unknown {
  if (field.formula === null) return null;
  const context = rowContext(tables, { object, row, old: null, areBlanksZero: field.areFormulaBlanksZero });
  try {
    return toFieldValue(field, evaluate(compileFormula(field.formula), context));
  } catch (error) {
    if (error instanceof FormulaValueError) return field.type === 'boolean' ? false : null;
    throw error;
  }
}

/** Whether a validation rule refuses the row. A formula without a value (`#Error!`) refuses it, too. */
export function isRefusedBy(tables: Tables, object: ObjectSchema, formula: string, row: Row, old: Row | null): boolean {
  try {
    return truthOf(evaluate(compileFormula(formula), rowContext(tables, { object, row, old, areBlanksZero: false })));
  } catch (error) {
    if (error instanceof FormulaValueError) return true;
    throw error;
  }
}

interface FormulaRow {
  readonly object: ObjectSchema;
  readonly row: Row;
  /** The row before this save; null when it is new. */
  readonly old: Row | null;
  readonly areBlanksZero: boolean;
}

function rowContext(tables: Tables, { object, row, old, areBlanksZero }: FormulaRow): FormulaContext {
  return {
    read: (path) => readPath(tables, object, row, path),
    readPrior: (path) => readPath(tables, object, old ?? row, path),
    isNew: old === null,
    isClone: false,
    now: currentTransaction().org.now(),
    timeZone: runningUserTimeZone(),
    areBlanksZero
  };
}

/** Follows lookups to the last step; a missing parent gives a blank. */
function readPath(tables: Tables, object: ObjectSchema, row: Row, path: readonly string[]): FormulaValue {
  if (path[0]?.startsWith('$')) return globalValue(tables, path, row);
  let [owner, current]: [ObjectSchema | null, Row | null] = [object, row];
  for (const step of path.slice(0, -1)) {
    const lookup = owner && tables.schema.findParentField(owner.name, step.replace(/:.*$/, ''));
    const id = (lookup && current?.[lookup.name]) as string | null | undefined;
    owner = id ? tables.objectOfId(id) : null;
    current = tables.row(id ?? null);
  }
  const field = owner?.fields.get((path.at(-1) ?? '').toLowerCase());
  return owner && current && field ? fieldValue(tables, owner, field, current) : null;
}

/** Percent fields hold 50 for a half; formulas compute with 0.5. */
function fieldValue(tables: Tables, object: ObjectSchema, field: FieldSchema, row: Row): FormulaValue {
  const value = toFormulaValue(tables.value(object, field, row));
  return field.type === 'percent' && value instanceof Decimal ? value.divide(HUNDRED) : value;
}
