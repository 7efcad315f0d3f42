/** The record type of a record on its way through a save. */
import type { RecordTypeSchema } from '../../schema/model';
import type { Tables } from '../tables';
import type { WorkItem } from './work-item';

/** Undefined for the master record type, which restricts nothing. */
export function recordTypeOf(tables: Tables, { object, draft }: WorkItem): RecordTypeSchema | undefined {
  const name = tables.row((draft['RecordTypeId'] as string | null | undefined) ?? null)?.['DeveloperName'];
  return object.recordTypes.find(({ developerName }) => developerName === name);
}
