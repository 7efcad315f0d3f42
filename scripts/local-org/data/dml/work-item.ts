/** One record on its way through a DML statement. */
import type { ObjectSchema } from '../../schema/model';
import type { DmlError } from '../api';
import type { SObjectValue } from '../sobject';
import type { Row } from '../store';

export interface WorkItem {
  /** Position in the list that the statement was given. */
  readonly index: number;
  /** The record as the caller holds it. */
  readonly record: SObjectValue;
  readonly object: ObjectSchema;
  /** The stored row before the statement; null on insert. */
  readonly old: Row | null;
  /** What will be stored; triggers and rules change it. */
  draft: Record<string, unknown>;
  id: string | null;
  isCreated: boolean;
  /** Whether the row has been changed; an error after that must undo it. */
  isWritten?: boolean;
  readonly errors: DmlError[];
  /** Fields that only the platform writes, set by what it does itself: the conversion of a Lead. */
  readonly platformValues?: Readonly<Record<string, unknown>>;
}

export function hasFailed(item: WorkItem): boolean {
  return item.errors.length > 0;
}

export function fail(item: WorkItem, statusCode: string, message: string, fields: readonly string[] = []): void {
  item.errors.push({ statusCode, message, fields });
}
