/** What a REST answer says of a record that a duplicate rule refused. */
import type { DuplicateFinding } from '../data/dml/duplicates/finding';
import { RestError } from './errors';
import type { ServerRequest } from './http';
import { recordToJson } from './record-json';

const BAD_REQUEST = 400;
/** Versions 50.0 and 51.0 are known to spell the name of the result without its second l, newer ones do not. */
const LAST_MISSPELLED_VERSION = 51;

export function duplicateError(finding: DuplicateFinding, request: ServerRequest | null): RestError {
  const [version = '', number = Infinity] = /^\/services\/data\/v(\d+)\.\d+/.exec(request?.path ?? '') ?? [];
  const name = Number(number) <= LAST_MISSPELLED_VERSION ? 'duplicateResut' : 'duplicateResult';
  const result = {
    allowSave: finding.isSaveAllowed,
    duplicateRule: finding.rule,
    duplicateRuleEntityType: finding.entityType,
    errorMessage: finding.message,
    matchResults: finding.matches.map((match) => ({
      entityType: match.entityType,
      errors: [],
      matchEngine: match.engine,
      matchRecords: match.records.map(({ record, confidence }) => ({
        additionalInformation: [],
        fieldDiffs: [],
        matchConfidence: confidence,
        record: recordToJson(record, version)
      })),
      rule: match.rule,
      size: match.records.length,
      success: true
    }))
  };
  return new RestError(BAD_REQUEST, 'DUPLICATES_DETECTED', finding.message, null, { [name]: result });
}
