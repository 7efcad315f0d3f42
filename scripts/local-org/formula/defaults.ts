/** Default values of fields for new records. */
import { runningUserTimeZone } from '../library/running-user';
import { Decimal } from '../library/system/Decimal';
import type { FieldSchema } from '../schema/model';
import { currentTransaction } from '../runtime/transaction';
import type { OrgDatabase } from '../data/database';
import { FormulaValueError } from './ast';
import type { FormulaContext } from './context';
import { compileFormula, evaluate } from './evaluate';
import { toFieldValue } from './field-value';
import { globalValue } from './globals';

/**
 * The Apex value that a new record gets in this field, or null. Defaults of custom fields are formulas; those of
 * picklists and of standard fields are plain values.
 */
export function evaluateDefault(field: FieldSchema): unknown {
  const { defaultValue } = field;
  if (field.type === 'picklist' || field.type === 'multipicklist') return defaultPicklistValue(field);
  if (defaultValue === null || typeof defaultValue === 'boolean') return defaultValue;
  if (!field.isCustom) return field.type === 'int' ? Number(defaultValue) : defaultValue;
  if (typeof defaultValue === 'number') return Decimal.fromDouble(defaultValue);
  try {
    return toFieldValue(field, evaluate(compileFormula(defaultValue), newRecordContext()));
  } catch (error) {
    if (error instanceof FormulaValueError) return null;
    throw error;
  }
}

function defaultPicklistValue(field: FieldSchema): string | null {
  const marked = field.picklistValues.find((value) => value.isDefault && value.isActive);
  if (marked) return marked.value;
  // A default may also stand on the field, as a formula: the value in quotes.
  return typeof field.defaultValue === 'string' ? field.defaultValue.replace(/^(["'])(.*)\1$/s, '$2') : null;
}

/** There is no record yet: only global values and functions have a meaning. */
function newRecordContext(): FormulaContext {
  const { org } = currentTransaction();
  const read = (path: readonly string[]) =>
    path[0]?.startsWith('$') ? globalValue((org.database as OrgDatabase).tables, path, {}) : null;
  return {
    read,
    readPrior: read,
    isNew: true,
    isClone: false,
    now: org.now(),
    timeZone: runningUserTimeZone(),
    areBlanksZero: false
  };
}
