/** What a duplicate rule tells of a record that it refused: the values behind `Datacloud.DuplicateResult`. */
import { SObjectValue } from '../../sobject';
import type { ObjectSchema } from '../../../schema/model';
import type { DuplicateRule } from '../../../schema/rules';
import type { UserAccess } from '../../../schema/access';
import type { Tables } from '../../tables';
import { toRecord } from '../rows';
import type { FoundMatches } from './find';
import type { Row } from '../../store';

/** What the platform says when a rule has no text of its own. */
const STANDARD_ALERT = 'Use one of these records?';

export interface DuplicateFinding {
  /** Developer name of the duplicate rule. */
  readonly rule: string;
  readonly entityType: string;
  readonly message: string;
  /** Whether the caller may save nevertheless, by `allowSave`. */
  readonly isSaveAllowed: boolean;
  readonly matches: readonly MatchFinding[];
}

export interface MatchFinding {
  readonly rule: string;
  readonly entityType: string;
  /** `ExactMatchEngine` or `FuzzyMatchEngine`. */
  readonly engine: string;
  readonly records: readonly {
    readonly record: SObjectValue;
    readonly confidence: number;
    readonly differences: readonly { readonly field: string; readonly difference: string }[];
  }[];
}

export interface FindingOptions {
  /** Give the readable fields of the duplicates, not only their ids. */
  readonly includeRecordDetails: boolean;
  readonly access: UserAccess;
}

export function describeFinding(
  tables: Tables,
  rule: DuplicateRule,
  isSaveAllowed: boolean,
  found: readonly FoundMatches[],
  options: FindingOptions
): DuplicateFinding {
  return {
    rule: rule.name,
    entityType: rule.objectName,
    message: rule.alertText ?? STANDARD_ALERT,
    isSaveAllowed,
    matches: found.map((matches) => ({
      rule: matches.rule.name,
      entityType: matches.object.name,
      engine: matches.rule.items.every(({ method }) => method === 'Exact') ? 'ExactMatchEngine' : 'FuzzyMatchEngine',
      records: matches.records.map(({ row, confidence, differences }) => ({
        record: recordOf(tables, matches.object, row, options),
        confidence,
        differences
      }))
    }))
  };
}

function recordOf(tables: Tables, object: ObjectSchema, row: Row, options: FindingOptions): SObjectValue {
  const record = new SObjectValue(object.name);
  record.setRaw('Id', row['Id']);
  if (!options.includeRecordDetails) return record;
  for (const [name, value] of toRecord(tables, object, row).entries()) {
    const field = object.fields.get(name.toLowerCase());
    if (field && options.access.canField(object, field, 'read')) record.setRaw(field.name, value);
  }
  return record;
}
