/** Where formulas meet rows. */
import type { FieldSchema, ObjectSchema } from '../schema/model';
import type { Row } from './store';
import type { Tables } from './tables';

export function evaluateFormulaField(_tables: Tables, _object: ObjectSchema, _field: FieldSchema, _row: Row): unknown {
  return null;
}

/** The value of a field's default-value formula for a new record. */
export function evaluateDefault(_tables: Tables, _object: ObjectSchema, field: FieldSchema): unknown {
  return field.defaultValue;
}

/** Whether a validation rule refuses the row. */
export function isRefusedBy(_tables: Tables, _object: ObjectSchema, _formula: string, _row: Row, _old: Row | null): boolean {
  return false;
}
