/** Looks for records that are alike, as matching rules say. */
import { holds } from '../../../schema/boolean-filter';
import { findMatchingRule } from '../../../schema/matching-rules';
import type { FieldSchema, ObjectSchema } from '../../../schema/model';
import type { DuplicateRule, DuplicateRuleMatchRule, MatchingRule, MatchingRuleItem } from '../../../schema/rules';
import { comparisonKey } from '../../comparison';
import type { Row } from '../../store';
import type { Tables } from '../../tables';
import { compareField, type FieldComparison } from './compare';

/** Records beyond these are not told (Salesforce Help, "Things to Know About Duplicate Rules"). */
const MOST_MATCHES = 100;
const FULL_SCORE = 100;

export interface FoundRecord {
  readonly row: Row;
  /** 0 to 100. */
  readonly confidence: number;
  readonly differences: readonly { readonly field: string; readonly difference: string }[];
}

/** What one matching rule of a duplicate rule found. */
export interface FoundMatches {
  readonly rule: MatchingRule;
  readonly object: ObjectSchema;
  readonly records: readonly FoundRecord[];
}

/** A field of the saved record beside the field of the records that it is compared with. */
interface Comparison {
  readonly item: MatchingRuleItem;
  readonly source: FieldSchema;
  readonly target: FieldSchema;
}

/** One matching rule in use by a duplicate rule, with its fields looked up; null when it is inactive or unknown. */
export interface Matcher {
  readonly matching: MatchingRule;
  readonly object: ObjectSchema;
  readonly comparisons: readonly Comparison[];
}

/** The matching rules of a duplicate rule that can run. */
export function matchersOf(tables: Tables, object: ObjectSchema, rule: DuplicateRule): Matcher[] {
  return rule.matchRules.flatMap((used) => matcherOf(tables, object, used) ?? []);
}

function matcherOf(tables: Tables, object: ObjectSchema, used: DuplicateRuleMatchRule): Matcher | null {
  const matching = findMatchingRule(tables.schema, used);
  const target = tables.schema.findObject(used.objectName);
  if (!matching?.isActive || !target) return null;
  const comparisons = matching.items.flatMap((item) => {
    const theirs = target.fields.get(item.field.toLowerCase());
    const mine = object.fields.get((used.mapping.get(item.field.toLowerCase()) ?? item.field).toLowerCase());
    return theirs && mine ? [{ item, source: mine, target: theirs }] : [];
  });
  return comparisons.length === matching.items.length ? { matching, object: target, comparisons } : null;
}

/**
 * The records that match `row`, itself excepted. Deleted records and converted Leads never match.
 *
 * @param isEligible says which other records may match at all
 */
export function findMatches(
  tables: Tables,
  object: ObjectSchema,
  row: Row,
  matcher: Matcher,
  isEligible: (candidate: Row) => boolean
): FoundMatches {
  const { matching, comparisons } = matcher;
  const records: FoundRecord[] = [];
  for (const candidate of candidatesOf(tables, object, row, matcher)) {
    if (records.length === MOST_MATCHES) break;
    if (candidate['Id'] === row['Id'] || !isComparable(matcher, candidate) || !isEligible(candidate)) continue;
    const results = comparisons.map((each) => compare(tables, object, row, matcher.object, candidate, each));
    if (holds(matching.logic, results.length, (index) => results[index]?.isMatch === true))
      records.push(foundRecord(candidate, matcher, results));
  }
  return { rule: matching, object: matcher.object, records };
}

function isComparable({ matching, object }: Matcher, candidate: Row): boolean {
  if (candidate['IsDeleted'] === true || candidate['IsConverted'] === true) return false;
  return object.name !== 'Account' || (candidate['IsPersonAccount'] === true) === matching.isForPersonAccounts;
}

/** When all conditions must hold, the rows with the same value of an exact one; all rows otherwise. */
function candidatesOf(tables: Tables, object: ObjectSchema, row: Row, matcher: Matcher): Iterable<Row> {
  const table = tables.table(matcher.object.name);
  const exact = matcher.comparisons.find(
    ({ item, target }) => item.method.toLowerCase() === 'exact' && target.formula === null && target.summary === null
  );
  if (matcher.matching.logic || !exact) return table.rows();
  const key = comparisonKey(exact.target, tables.value(object, exact.source, row));
  return key === null ? table.rows() : table.find(exact.target.name, key);
}

function compare(
  tables: Tables,
  object: ObjectSchema,
  row: Row,
  other: ObjectSchema,
  candidate: Row,
  { item, source, target }: Comparison
): FieldComparison {
  return compareField(item, target, tables.value(object, source, row), tables.value(other, target, candidate));
}

function foundRecord(row: Row, { comparisons }: Matcher, results: readonly FieldComparison[]): FoundRecord {
  const matched = results.filter(({ isMatch }) => isMatch);
  const sum = matched.reduce((total, { score }) => total + score, 0);
  return {
    row,
    confidence: matched.length === 0 ? FULL_SCORE : Math.round(sum / matched.length),
    differences: comparisons.map(({ target }, index) => ({
      field: target.name,
      difference: results[index]?.difference ?? 'DIFFERENT'
    }))
  };
}
