/** SOQL of the parser's tree to {@link SoqlQuery}: one grammar for static and dynamic queries. */
import type {
  ApexParserRuleContext,
  BoundExpressionContext,
  ConditionalExpressionContext,
  FieldExpressionContext,
  FieldNameContext,
  FieldNameListContext,
  ForClausesContext,
  FromNameListContext,
  GroupByClauseContext,
  LogicalExpressionContext,
  OrderByClauseContext,
  QueryContext,
  SelectEntryContext,
  SoqlFunctionContext,
  SubFieldEntryContext,
  SubQueryContext,
  TypeOfContext,
  ValueContext,
  WhereClauseContext,
  WhereConditionalExpressionContext,
  WhereFieldExpressionContext,
  WhereLogicalExpressionContext,
  WithClauseContext
} from '@apexdevtools/apex-parser';
import { unescapeString } from '../../compiler/parse/literals';
import type {
  FieldPath,
  SoqlComparisonOperator,
  SoqlCondition,
  SoqlFieldExpression,
  SoqlFunctionCall,
  SoqlOrderItem,
  SoqlQuery,
  SoqlSelectItem,
  SoqlValue
} from './ast';

/** A clause that the local org does not support: the message names it. */
export class UnsupportedSoqlError extends Error {}

/** Takes a bind, keeps it, and answers its index. */
export type BindSink = (context: BoundExpressionContext) => number;

export function lowerQuery(context: QueryContext, bind: BindSink): SoqlQuery {
  const select = context
    .selectList()
    .selectEntry_list()
    .map((entry) => lowerSelectEntry(entry, bind));
  const groupBy = context.groupByClause();
  return {
    ...lowerCommon(context, select, bind),
    scope: context.usingScope()?.soqlId().getText().toLowerCase() ?? null,
    with: context.withClause() ? lowerWith(context.withClause()) : null,
    groupBy: groupBy
      ? groupBy
          .fieldGroupByList()
          .fieldGroupBy_list()
          .map((item) => lowerFieldExpression(item))
      : [],
    groupByKind: groupBy?.ROLLUP() ? 'rollup' : groupBy?.CUBE() ? 'cube' : 'plain',
    having: lowerHaving(groupBy, bind),
    offset: lowerCount(context.offsetClause(), bind),
    allRows: Boolean(context.allRowsClause())
  };
}

function lowerSubQuery(context: SubQueryContext, bind: BindSink): SoqlQuery {
  const select = context
    .subFieldList()
    .subFieldEntry_list()
    .map((entry) => lowerSelectEntry(entry, bind));
  return {
    ...lowerCommon(context, select, bind),
    scope: null,
    with: null,
    groupBy: [],
    groupByKind: 'plain',
    having: null,
    offset: null,
    allRows: false
  };
}

type Common = Pick<
  SoqlQuery,
  'select' | 'isCount' | 'from' | 'fromAliases' | 'where' | 'orderBy' | 'limit' | 'forClause'
>;

/** What queries and sub-queries share. */
function lowerCommon(
  context: QueryContext | SubQueryContext,
  select: readonly SoqlSelectItem[],
  bind: BindSink
): Common {
  const [first] = select;
  const isCount =
    select.length === 1 &&
    first?.kind === 'function' &&
    first.name === 'COUNT' &&
    first.arguments.length === 0 &&
    first.alias === null;
  return {
    select,
    isCount,
    ...lowerFrom(context.fromNameList()),
    where: context.whereClause() ? lowerWhere(context.whereClause(), bind) : null,
    orderBy: context.orderByClause() ? lowerOrderBy(context.orderByClause()) : [],
    limit: lowerCount(context.limitClause(), bind),
    forClause: lowerFor(context.forClauses())
  };
}

function lowerSelectEntry(context: SelectEntryContext | SubFieldEntryContext, bind: BindSink): SoqlSelectItem {
  const subQuery = context.subQuery();
  if (subQuery) return { kind: 'subquery', query: lowerSubQuery(subQuery, bind) };
  const typeOf = context.typeOf();
  if (typeOf) return lowerTypeOf(typeOf);
  const alias = context.soqlId()?.getText() ?? null;
  return { ...lowerFieldExpression(context), alias };
}

function lowerTypeOf(context: TypeOfContext): SoqlSelectItem {
  return {
    kind: 'typeof',
    relationship: context.fieldName().getText(),
    when: context
      .whenClause_list()
      .map((item) => ({ type: item.fieldName().getText(), fields: lowerPaths(item.fieldNameList()) })),
    otherwise: context.elseClause() ? lowerPaths(context.elseClause().fieldNameList()) : []
  };
}

const lowerPaths = (context: FieldNameListContext): FieldPath[] => context.fieldName_list().map(lowerPath);

function lowerPath(context: FieldNameContext): FieldPath {
  return context.soqlId_list().map((id) => id.getText());
}

interface FieldOrFunction {
  fieldName(): FieldNameContext;
  soqlFunction(): SoqlFunctionContext;
}

function lowerFieldExpression(context: FieldOrFunction): SoqlFieldExpression {
  const call = context.soqlFunction();
  return call ? lowerFunction(call) : { kind: 'field', path: lowerPath(context.fieldName()) };
}

function lowerFunction(context: SoqlFunctionContext): SoqlFunctionCall {
  const name = firstToken(context).toUpperCase();
  if (name === 'DISTANCE') throw new UnsupportedSoqlError('DISTANCE() is not supported in SOQL by the local org');
  return { kind: 'function', name, arguments: functionArguments(context) };
}

function functionArguments(context: SoqlFunctionContext): SoqlFieldExpression[] {
  const fieldsParameter = context.soqlFieldsParameter();
  if (fieldsParameter) return [{ kind: 'field', path: [fieldsParameter.getText().toUpperCase()] }];
  const inner = context.soqlFunction();
  if (inner) return [lowerFunction(inner)];
  const date = context.dateFieldName();
  if (date) {
    const field: SoqlFieldExpression = { kind: 'field', path: lowerPath(date.fieldName()) };
    return [date.CONVERT_TIMEZONE() ? { kind: 'function', name: 'CONVERTTIMEZONE', arguments: [field] } : field];
  }
  return context.fieldName() ? [{ kind: 'field', path: lowerPath(context.fieldName()) }] : [];
}

function firstToken(context: ApexParserRuleContext): string {
  return context.start.text;
}

/** The grammar of the parser takes what SOQL refuses. */
export class SoqlClauseError extends Error {}

/** Words that begin a clause: `FROM Account WHERE` has no condition rather than an alias. */
const CLAUSE_WORDS: ReadonlySet<string> = new Set([
  'where',
  'with',
  'group',
  'having',
  'order',
  'limit',
  'offset',
  'for'
]);

/** @throws SoqlClauseError for a clause that ends after its first word */
function aliasOf(name: string): string {
  if (CLAUSE_WORDS.has(name.toLowerCase())) throw new SoqlClauseError(`unexpected token: '<EOF>' after ${name}`);
  return name;
}

function lowerFrom(context: FromNameListContext): Pick<SoqlQuery, 'from' | 'fromAliases'> {
  const sources: { path: FieldPath; alias: string | null }[] = [];
  const names = new Set<unknown>(context.fieldName_list());
  const aliases = new Set<unknown>(context.soqlId_list());
  for (const child of context.children ?? []) {
    if (names.has(child)) sources.push({ path: lowerPath(child as FieldNameContext), alias: null });
    else if (aliases.has(child)) {
      const last = sources.at(-1);
      if (last) last.alias = aliasOf(child.getText());
    }
  }
  const [first, ...others] = sources;
  return {
    from: { name: first?.path.join('.') ?? '', alias: first?.alias ?? null },
    fromAliases: others.map((item) => ({ path: item.path, alias: item.alias ?? '' }))
  };
}

function lowerWhere(context: WhereClauseContext, bind: BindSink): SoqlCondition {
  return lowerLogical(context.whereLogicalExpression(), bind);
}

function lowerHaving(context: GroupByClauseContext | null, bind: BindSink): SoqlCondition | null {
  return context?.logicalExpression() ? lowerLogical(context.logicalExpression(), bind) : null;
}

function lowerLogical(
  context: WhereLogicalExpressionContext | LogicalExpressionContext,
  bind: BindSink
): SoqlCondition {
  const parts =
    'whereConditionalExpression_list' in context
      ? context.whereConditionalExpression_list()
      : context.conditionalExpression_list();
  const conditions = parts.map((item) => lowerConditional(item, bind));
  const [first] = conditions;
  if (!first) throw new UnsupportedSoqlError('The condition is empty');
  if (context.NOT()) return { kind: 'not', condition: first };
  if (conditions.length === 1) return first;
  return { kind: context.SOQLOR_list().length > 0 ? 'or' : 'and', conditions };
}

function lowerConditional(
  context: WhereConditionalExpressionContext | ConditionalExpressionContext,
  bind: BindSink
): SoqlCondition {
  if ('whereLogicalExpression' in context) {
    const nested = context.whereLogicalExpression();
    return nested ? lowerLogical(nested, bind) : lowerWhereField(context.whereFieldExpression(), bind);
  }
  const nested = context.logicalExpression();
  return nested ? lowerLogical(nested, bind) : lowerComparison(context.fieldExpression(), bind);
}

function lowerWhereField(context: WhereFieldExpressionContext, bind: BindSink): SoqlCondition {
  if (context.FORMULA()) throw new UnsupportedSoqlError('FORMULA() in WHERE is not supported by the local org');
  return lowerComparison(context.fieldExpression(), bind);
}

function lowerComparison(context: FieldExpressionContext, bind: BindSink): SoqlCondition {
  const text = (context.comparisonOperator().children ?? []).map((child) => child.getText().toUpperCase()).join(' ');
  const operator = (text === '<>' ? '!=' : text.replace(/^([<>]) =$/, '$1=')) as SoqlComparisonOperator;
  return {
    kind: 'comparison',
    field: lowerFieldExpression(context),
    operator,
    value: lowerComparisonValue(context.value(), bind)
  };
}

type ComparisonValue = Extract<SoqlCondition, { kind: 'comparison' }>['value'];

function lowerComparisonValue(context: ValueContext, bind: BindSink): ComparisonValue {
  const subQuery = context.subQuery();
  if (subQuery) return { kind: 'subquery', query: lowerSubQuery(subQuery, bind) };
  const list = context.valueList();
  return list
    ? { kind: 'list', values: list.value_list().map((item) => lowerValue(item, bind)) }
    : lowerValue(context, bind);
}

function lowerValue(context: ValueContext, bind: BindSink): SoqlValue {
  const text = context.getText();
  const bound = context.boundExpression();
  if (bound) return lowerBind(bound, bind);
  if (context.NULL()) return { kind: 'null' };
  if (context.BooleanLiteral()) return { kind: 'boolean', value: text.toLowerCase() === 'true' };
  if (context.StringLiteral()) return { kind: 'string', value: unescapeString(text.slice(1, -1)) };
  if (context.MultilineStringLiteral()) return { kind: 'string', value: unescapeString(text.slice(3, -3)) };
  if (context.DateLiteral()) return { kind: 'date', text };
  if (context.DateTimeLiteral() || context.TimeLiteral()) return { kind: 'datetime', text };
  if (context.dateFormula()) return lowerDateLiteral(text);
  if (context.IntegralCurrencyLiteral())
    return { kind: 'currency', code: text.slice(0, 3).toUpperCase(), text: text.slice(3) };
  if (context.signedNumber()) return { kind: 'number', text };
  throw new UnsupportedSoqlError(`The value ${text} is not supported in SOQL by the local org`);
}

function lowerDateLiteral(text: string): SoqlValue {
  const [name = '', count] = text.toUpperCase().split(':');
  return { kind: 'dateliteral', name, n: count === undefined ? null : Number(count) };
}

function lowerBind(context: BoundExpressionContext, bind: BindSink): SoqlValue {
  return { kind: 'bind', index: bind(context), name: context.expression().getText() };
}

function lowerWith(context: WithClauseContext): SoqlQuery['with'] {
  if (context.USER_MODE()) return 'USER_MODE';
  if (context.SYSTEM_MODE()) return 'SYSTEM_MODE';
  if (context.SECURITY_ENFORCED()) return 'SECURITY_ENFORCED';
  throw new UnsupportedSoqlError(`${context.getText()} is not supported by the local org`);
}

function lowerOrderBy(context: OrderByClauseContext): SoqlOrderItem[] {
  return context
    .fieldOrderList()
    .fieldOrder_list()
    .map((item) => ({
      field: lowerFieldExpression(item),
      descending: Boolean(item.DESC()),
      nulls: item.NULLS() ? (item.FIRST() ? 'first' : 'last') : null
    }));
}

interface CountClause {
  IntegerLiteral(): { getText(): string } | null;
  boundExpression(): BoundExpressionContext;
}

function lowerCount(context: CountClause | null, bind: BindSink): SoqlValue | null {
  if (!context) return null;
  const literal = context.IntegerLiteral();
  return literal ? { kind: 'number', text: literal.getText() } : lowerBind(context.boundExpression(), bind);
}

function lowerFor(context: ForClausesContext | null): SoqlQuery['forClause'] {
  const words = (context?.children ?? [])
    .map((child) => child.getText().toUpperCase())
    .filter((word) => word !== 'FOR');
  return words as SoqlQuery['forClause'][number][];
}
