/** Results of formulas as values of fields. */
import { ApexDate } from '../library/system/Date';
import { ApexDatetime } from '../library/system/Datetime';
import { Decimal } from '../library/system/Decimal';
import type { FieldSchema } from '../schema/model';
import { isBlank, numberOf, textOf, truthOf, type FormulaValue } from './values';

const HUNDRED = Decimal.fromInteger(100);
const DAY = 86_400_000;

/** The Apex value that a field of this type has for a formula's result. */
export function toFieldValue(field: FieldSchema, value: FormulaValue): unknown {
  switch (field.type) {
    case 'boolean':
      return truthOf(value);
    case 'int':
      return numberOf(value)?.toInteger() ?? null;
    case 'double':
    case 'currency':
      return numberOf(value)?.setScale(field.scale, 'HALF_UP') ?? null;
    // A formula computes 0.5 where the field shows 50.
    case 'percent':
      return numberOf(value)?.multiply(HUNDRED).setScale(field.scale, 'HALF_UP') ?? null;
    case 'date':
      return value instanceof ApexDatetime ? ApexDate.at(value.millis, 'GMT') : value;
    case 'datetime':
      return value instanceof ApexDate ? new ApexDatetime(value.toEpochDay() * DAY) : value;
    case 'time':
      return value;
    default:
      return isBlank(value) ? null : textOf(value);
  }
}
