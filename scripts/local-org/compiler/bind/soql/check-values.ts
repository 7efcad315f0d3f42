/** Compares the values of a query's conditions with the types of their fields. */
import type { SoqlCondition, SoqlValue } from '../../../data/soql/ast';
import type { FieldSchema, FieldType } from '../../../schema/model';
import type { ApexType } from '../../types';
import { isErrorType } from '../types/error-type';
import { messageName } from '../types/message-name';

type Comparison = SoqlCondition & { kind: 'comparison' };
/** What a field compares with, in the words of the platform's messages. */
type ValueKind = 'string' | 'boolean' | 'number' | 'date' | 'dateTime' | 'time';

const KIND_BY_FIELD_TYPE: Readonly<Partial<Record<FieldType, ValueKind>>> = {
  id: 'string',
  reference: 'string',
  string: 'string',
  textarea: 'string',
  picklist: 'string',
  multipicklist: 'string',
  combobox: 'string',
  email: 'string',
  phone: 'string',
  url: 'string',
  encryptedstring: 'string',
  boolean: 'boolean',
  int: 'number',
  long: 'number',
  double: 'number',
  currency: 'number',
  percent: 'number',
  date: 'date',
  datetime: 'dateTime'
};

const LITERALS: Readonly<Record<ValueKind, readonly SoqlValue['kind'][]>> = {
  string: ['string'],
  boolean: ['boolean'],
  number: ['number', 'currency'],
  date: ['date', 'dateliteral'],
  dateTime: ['datetime', 'dateliteral'],
  time: ['string']
};

/** Apex types that may be bound to a column of each kind. */
const BINDABLE: Readonly<Record<ValueKind, readonly string[]>> = {
  string: ['String', 'Id'],
  boolean: ['Boolean'],
  number: ['Integer', 'Long', 'Double', 'Decimal'],
  date: ['Date', 'Datetime'],
  dateTime: ['Datetime', 'Date'],
  time: ['Time']
};

/** What is wrong with the values of one comparison. Sub-queries are not looked at. */
export function valueErrors(condition: Comparison, field: FieldSchema, binds: readonly ApexType[]): readonly string[] {
  const kind = KIND_BY_FIELD_TYPE[field.type];
  const { value } = condition;
  if (!kind || value.kind === 'subquery') return [];
  const values = value.kind === 'list' ? value.values : [value];
  const isSet = ['IN', 'NOT IN', 'INCLUDES', 'EXCLUDES'].includes(condition.operator);
  return values.flatMap((item) =>
    item.kind === 'bind' ? bindErrors(binds[item.index], kind, field, isSet) : literalErrors(item, kind, field)
  );
}

function literalErrors(value: SoqlValue, kind: ValueKind, field: FieldSchema): readonly string[] {
  if (value.kind === 'null' || LITERALS[kind].includes(value.kind)) return [];
  const quotes = kind === 'string' ? 'should be enclosed in quotes' : 'should not be enclosed in quotes';
  return [
    `value of filter criterion for field '${field.name}' must be of type ${kind === 'number' ? field.type : kind} and ${quotes}`
  ];
}

function bindErrors(
  type: ApexType | undefined,
  kind: ValueKind,
  field: FieldSchema,
  isSet: boolean
): readonly string[] {
  if (!type || isErrorType(type) || type.kind === 'null') return [];
  const element = isSet && (type.kind === 'list' || type.kind === 'set') ? type.element : type;
  const isRecord = element.kind === 'sobject' && (field.type === 'id' || field.type === 'reference');
  if (isRecord || (element.kind === 'primitive' && BINDABLE[kind].includes(element.name))) return [];
  return [`Invalid bind expression type of ${messageName(type)} for column of type ${field.type}`];
}
