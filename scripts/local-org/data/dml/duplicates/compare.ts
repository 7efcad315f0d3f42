/**
 * How matching rules compare two values of a field (Salesforce Help, "Matching Criteria for Matching Rules").
 *
 * `Exact`, `Phone` and `Zip` follow the documented sections, weights and thresholds. How the other methods score is not
 * public, so they compare exactly; loading the schema reports that.
 */
import type { FieldSchema } from '../../../schema/model';
import type { MatchingRuleItem } from '../../../schema/rules';
import { comparisonKey } from '../../comparison';

/** How one field of two records compares. */
export interface FieldComparison {
  readonly isMatch: boolean;
  /** 0 to 100. */
  readonly score: number;
  /** As `Datacloud.FieldDiff.getDifference()` says it. */
  readonly difference: 'SAME' | 'DIFFERENT' | 'NULL' | 'SIMILAR';
}

const FULL_SCORE = 100;
const THRESHOLD = 80;
const NULL_MATCH: FieldComparison = { isMatch: true, score: FULL_SCORE, difference: 'NULL' };
const BLANK: FieldComparison = { isMatch: false, score: 0, difference: 'NULL' };
const SAME: FieldComparison = { isMatch: true, score: FULL_SCORE, difference: 'SAME' };
const DIFFERENT: FieldComparison = { isMatch: false, score: 0, difference: 'DIFFERENT' };

/** Two blanks match when the rule says so; one blank never matches a value. */
export function compareField(
  { method, matchesBlanks }: MatchingRuleItem,
  field: FieldSchema,
  mine: unknown,
  theirs: unknown
): FieldComparison {
  const [left, right] = [comparisonKey(field, mine), comparisonKey(field, theirs)];
  if (left === null && right === null) return matchesBlanks ? NULL_MATCH : BLANK;
  if (left === null || right === null) return DIFFERENT;
  if (left === right) return SAME;
  switch (method.toLowerCase()) {
    case 'phone':
      return scored(phoneSections(String(left)), phoneSections(String(right)));
    case 'zip':
      return scored(zipSections(String(left)), zipSections(String(right)));
    default:
      return DIFFERENT;
  }
}

/** A part of a value and how much of the score it makes. */
interface Section {
  readonly text: string;
  readonly weight: number;
}

function scored(mine: readonly Section[], theirs: readonly Section[]): FieldComparison {
  const equal = mine.filter(({ text }, index) => text === theirs[index]?.text);
  const score = equal.reduce((sum, { weight }) => sum + weight, 0);
  if (score < THRESHOLD) return { ...DIFFERENT, score };
  return score === FULL_SCORE ? SAME : { isMatch: true, score, difference: 'SIMILAR' };
}

/** International code 10 %, area code 50 %, next three digits 30 %, last four 10 %. Works with North American numbers. */
function phoneSections(text: string): Section[] {
  const digits = text.replace(/\D/g, '');
  const national = digits.slice(-10);
  return [
    { text: digits.slice(0, -10), weight: 10 },
    { text: national.slice(0, -7), weight: 50 },
    { text: national.slice(-7, -4), weight: 30 },
    { text: national.slice(-4), weight: 10 }
  ];
}

/** The first five digits 90 %, the next four 10 %. */
function zipSections(text: string): Section[] {
  const compact = text.replace(/[\s-]/g, '');
  return [
    { text: compact.slice(0, 5), weight: 90 },
    { text: compact.slice(5), weight: 10 }
  ];
}
