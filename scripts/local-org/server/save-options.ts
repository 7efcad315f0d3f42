/** What the headers of a request say about saving. */
import type { DmlOptions } from '../data/api';
import type { ServerRequest } from './http';

const DUPLICATE_RULES = 'sforce-duplicate-rule-header';

/**
 * Without `runAsCurrentUser` duplicate rules see all records, whatever the user sees (REST API Developer Guide,
 * Duplicate Rule Header).
 */
export function saveOptionsOf(request: ServerRequest): DmlOptions {
  const flags = flagsOf(request.headers[DUPLICATE_RULES] ?? '');
  return {
    duplicateRules: {
      allowSave: flags.get('allowsave') === true,
      includeRecordDetails: flags.get('includerecorddetails') === true,
      runAsCurrentUser: flags.get('runascurrentuser') === true
    }
  };
}

/** `allowSave=true; includeRecordDetails=false`, in any case. */
function flagsOf(header: string): ReadonlyMap<string, boolean> {
  const pairs = header.split(/[;,]/).map((part) => part.split('=').map((side) => side.trim().toLowerCase()));
  return new Map(pairs.map(([name = '', value]) => [name, value === 'true']));
}
