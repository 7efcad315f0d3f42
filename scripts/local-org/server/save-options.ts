/** What the headers of a request say about saving. */
import type { AssignmentOptions, DmlOptions } from '../data/api';
import { assignInTransaction } from '../data/dml/assignment';
import { toLongId } from '../data/ids';
import { RestError } from './errors';
import type { ServerRequest } from './http';

const ASSIGNMENT_RULES = 'sforce-auto-assign';
const DUPLICATE_RULES = 'sforce-duplicate-rule-header';

/**
 * Without `runAsCurrentUser` duplicate rules see all records, whatever the user sees (REST API Developer Guide,
 * Duplicate Rule Header).
 */
export function saveOptionsOf(request: ServerRequest): DmlOptions {
  const flags = flagsOf(request.headers[DUPLICATE_RULES] ?? '');
  return {
    assignment: assignmentOptionsOf(request),
    duplicateRules: {
      allowSave: flags.get('allowsave') === true,
      includeRecordDetails: flags.get('includerecorddetails') === true,
      runAsCurrentUser: flags.get('runascurrentuser') === true
    }
  };
}

/** A header about assignment counts for what triggers save in the running transaction, too. */
export function steerTransaction(request: ServerRequest): void {
  if (request.headers[ASSIGNMENT_RULES] !== undefined) assignInTransaction(assignmentOptionsOf(request));
}

/**
 * Which assignment rule runs for what the request saves: the active one unless the header says `FALSE` or names another
 * (REST API Developer Guide, Assignment Rule Header).
 *
 * @throws RestError 400 `MALFORMED_ID`
 */
function assignmentOptionsOf(request: ServerRequest): AssignmentOptions {
  const text = (request.headers[ASSIGNMENT_RULES] ?? 'true').trim();
  if (/^(?:true|false)$/i.test(text)) return { useActiveRule: text.toLowerCase() === 'true' };
  const ruleId = toLongId(text);
  if (ruleId === null) throw new RestError(400, 'MALFORMED_ID', `malformed id ${text}`);
  return { ruleId };
}

/** `allowSave=true; includeRecordDetails=false`, in any case. */
function flagsOf(header: string): ReadonlyMap<string, boolean> {
  const pairs = header.split(/[;,]/).map((part) => part.split('=').map((side) => side.trim().toLowerCase()));
  return new Map(pairs.map(([name = '', value]) => [name, value === 'true']));
}
