/** WHERE and HAVING: conditions as predicates, and the index look-ups that can replace a scan. */
import type { FieldSchema } from '../../schema/model';
import type { ComparisonKey } from '../comparison';
import type { SoqlComparisonOperator, SoqlCondition, SoqlFieldExpression, SoqlQuery, SoqlValue } from './ast';
import type { QueryContext } from './context';
import { queryException } from './errors';
import type { Reader } from './expressions';
import { rowReader } from './expressions';
import { apexValueOf, elementsOf, keyOf, operandOf } from './operands';
import type { Operand } from './operands';
import { QueryScope } from './scope';

/** Rows that an index finds: those whose field has one of the keys. */
export interface Lookup {
  readonly field: string;
  readonly keys: readonly ComparisonKey[];
}

/** A condition whose binds are known. */
export interface PreparedCondition<Subject> {
  test(subject: Subject): boolean;
  /** Each plan is a union of look-ups that finds all rows for which the condition can hold. None: scan. */
  readonly plans: readonly (readonly Lookup[])[];
}

export type CompiledCondition<Subject> = (context: QueryContext) => PreparedCondition<Subject>;

type Comparison = Extract<SoqlCondition, { kind: 'comparison' }>;

/** Compiles a condition; `readerOf` finds what its expressions stand for. */
export function compileCondition<Subject>(
  condition: SoqlCondition,
  readerOf: (expression: SoqlFieldExpression) => Reader<Subject>
): CompiledCondition<Subject> {
  switch (condition.kind) {
    case 'comparison':
      return compileComparison(condition, readerOf(condition.field));
    case 'not': {
      const inner = compileCondition(condition.condition, readerOf);
      return (context) => {
        const prepared = inner(context);
        return { test: (subject) => !prepared.test(subject), plans: [] };
      };
    }
    default: {
      const parts = condition.conditions.map((part) => compileCondition(part, readerOf));
      if (condition.kind === 'or' && condition.conditions.some(isJoin)) {
        throw queryException("Semi join sub-selects are not allowed with the 'OR' operator");
      }
      return condition.kind === 'and' ? conjunction(parts) : disjunction(parts);
    }
  }
}

function isJoin(condition: SoqlCondition): boolean {
  return condition.kind === 'comparison' && condition.value.kind === 'subquery';
}

function conjunction<Subject>(parts: readonly CompiledCondition<Subject>[]): CompiledCondition<Subject> {
  return (context) => {
    const prepared = parts.map((part) => part(context));
    return {
      test: (subject) => prepared.every((part) => part.test(subject)),
      plans: prepared.flatMap((part) => part.plans)
    };
  };
}

function disjunction<Subject>(parts: readonly CompiledCondition<Subject>[]): CompiledCondition<Subject> {
  return (context) => {
    const prepared = parts.map((part) => part(context));
    const plan = prepared.flatMap((part) => part.plans[0] ?? []);
    const isComplete = prepared.every((part) => part.plans.length > 0);
    return { test: (subject) => prepared.some((part) => part.test(subject)), plans: isComplete ? [plan] : [] };
  };
}

function compileComparison<Subject>(comparison: Comparison, reader: Reader<Subject>): CompiledCondition<Subject> {
  const { operator, value } = comparison;
  requireFilterable(reader);
  if (value.kind === 'subquery') return compileJoin(operator, reader, value.query);
  const values = value.kind === 'list' ? value.values : [value];
  switch (operator) {
    case 'IN':
    case 'NOT IN':
      return (context) => membership(reader, operator === 'NOT IN', elementsOf(values, context), context);
    case 'INCLUDES':
    case 'EXCLUDES':
      return (context) => inclusion(reader, operator === 'EXCLUDES', elementsOf(values, context), context);
    case 'LIKE':
      return (context) => likeness(reader, elementsOf(values, context), context);
    default:
      return (context) => ordering(reader, operator, values[0] as SoqlValue, context);
  }
}

function requireFilterable<Subject>({ path }: Reader<Subject>): void {
  if (path && !path.field.isFilterable)
    throw queryException(`field '${path.field.name}' can not be filtered in a query call`);
}

function ordering<Subject>(
  reader: Reader<Subject>,
  operator: SoqlComparisonOperator,
  value: SoqlValue,
  context: QueryContext
): PreparedCondition<Subject> {
  const bound = value.kind === 'bind' ? apexValueOf(value, context) : undefined;
  const operand: Operand =
    bound === undefined
      ? operandOf(reader.field, value, context)
      : { kind: 'key', key: keyOf(reader.field, bound, context) };
  const holds = comparer(operator, operand);
  const isLookup = operator === '=' && operand.kind === 'key';
  return {
    test: (subject) => holds(reader.key(subject, context)),
    plans: isLookup ? lookupPlans(reader, [operand.key]) : []
  };
}

/** Null equals null only, and is neither less nor greater than anything. */
function comparer(operator: SoqlComparisonOperator, operand: Operand): (key: ComparisonKey) => boolean {
  type Known = NonNullable<ComparisonKey>;
  const start: ComparisonKey = operand.kind === 'span' ? operand.start : operand.key;
  const end: ComparisonKey = operand.kind === 'span' ? operand.end : operand.key;
  const isSpan = operand.kind === 'span';
  const isIn = (key: ComparisonKey) =>
    isSpan ? key !== null && key >= (start as Known) && key < (end as Known) : key === start;
  const both = (key: ComparisonKey, test: (key: Known) => boolean) => key !== null && start !== null && test(key);
  switch (operator) {
    case '=':
      return isIn;
    case '!=':
      return (key) => !isIn(key);
    case '<':
      return (key) => both(key, (k) => k < (start as Known));
    case '<=':
      return (key) => both(key, (k) => (isSpan ? k < (end as Known) : k <= (end as Known)));
    case '>':
      return (key) => both(key, (k) => (isSpan ? k >= (end as Known) : k > (end as Known)));
    case '>=':
      return (key) => both(key, (k) => k >= (start as Known));
    default:
      throw queryException(`unexpected token: '${operator}'`);
  }
}

function membership<Subject>(
  reader: Reader<Subject>,
  isNegated: boolean,
  elements: readonly unknown[],
  context: QueryContext
): PreparedCondition<Subject> {
  return membershipOfKeys(
    reader,
    isNegated,
    new Set(elements.map((element) => keyOf(reader.field, element, context))),
    context
  );
}

function membershipOfKeys<Subject>(
  reader: Reader<Subject>,
  isNegated: boolean,
  keys: ReadonlySet<ComparisonKey>,
  context: QueryContext
): PreparedCondition<Subject> {
  return {
    test: (subject) => keys.has(reader.key(subject, context)) !== isNegated,
    plans: isNegated ? [] : lookupPlans(reader, [...keys])
  };
}

function inclusion<Subject>(
  reader: Reader<Subject>,
  isNegated: boolean,
  elements: readonly unknown[],
  context: QueryContext
): PreparedCondition<Subject> {
  const wanted = elements.map((element) => String(element).toLowerCase().split(';'));
  return {
    test(subject) {
      const chosen = new Set(
        String(reader.read(subject, context) ?? '')
          .toLowerCase()
          .split(';')
      );
      return wanted.some((all) => all.every((one) => chosen.has(one))) !== isNegated;
    },
    plans: []
  };
}

function likeness<Subject>(
  reader: Reader<Subject>,
  elements: readonly unknown[],
  context: QueryContext
): PreparedCondition<Subject> {
  const patterns = elements.filter((element) => typeof element === 'string').map(likePattern);
  return {
    test(subject) {
      const value = reader.read(subject, context);
      return typeof value === 'string' && patterns.some((pattern) => pattern.test(value));
    },
    plans: []
  };
}

/** `%` any text, `_` one character, `\` takes the next one as it is. */
function likePattern(pattern: string): RegExp {
  const source = pattern.replace(/\\([\s\S])|%|_|[.*+?^${}()|[\]\\]/g, (match, escaped: string | undefined) => {
    if (escaped !== undefined) return escaped.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return match === '%' ? '[\\s\\S]*' : match === '_' ? '[\\s\\S]' : `\\${match}`;
  });
  return new RegExp(`^${source}$`, 'i');
}

/** Semi-joins and anti-joins: `Id IN (SELECT LeadId FROM CampaignMember)`. Empty lookups of the inner rows do not count. */
function compileJoin<Subject>(
  operator: SoqlComparisonOperator,
  reader: Reader<Subject>,
  query: SoqlQuery
): CompiledCondition<Subject> {
  if (operator !== 'IN' && operator !== 'NOT IN') throw queryException(`unexpected token: '${operator}'`);
  const [selected] = query.select;
  if (query.select.length !== 1 || selected?.kind !== 'field') {
    throw queryException('Semi join sub-selects can only query one field');
  }
  return (context) => {
    const { object, rows } = context.runSubquery(query);
    const inner = rowReader(new QueryScope(context.tables, object, query), selected);
    const keys = new Set(rows.map((row) => inner.key(row, context)).filter((key) => key !== null));
    return membershipOfKeys(reader, operator === 'NOT IN', keys, context);
  };
}

function lookupPlans<Subject>({ path }: Reader<Subject>, keys: readonly ComparisonKey[]): (readonly Lookup[])[] {
  return path && path.steps.length === 0 && isStored(path.field) ? [[{ field: path.field.name, keys }]] : [];
}

function isStored(field: FieldSchema): boolean {
  return field.formula === null && field.summary === null;
}
