/** What one run of a query knows: the tables, the binds, the user and the clock. */
import type { QueryRequest } from '../api';
import type { Row } from '../store';
import type { Tables } from '../tables';
import type { FieldSchema, ObjectSchema } from '../../schema/model';
import type { SoqlQuery } from './ast';

export interface QueryContext {
  readonly tables: Tables;
  readonly bind: QueryRequest['bind'];
  /** The running user's zone: date literals and date functions follow it. */
  readonly timeZone: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly userId: string;
  /** Which rows of the object the user may see; null when all. */
  readonly visibleRows: (object: ObjectSchema) => ((row: Row) => boolean) | null;
  /** Whether the user may read a field that the query does not name itself; null when all. */
  readonly canRead: ((object: ObjectSchema, field: FieldSchema) => boolean) | null;
  /** Runs a semi-join or the query of a child relationship in the same context. */
  readonly runSubquery: (query: SoqlQuery) => { object: ObjectSchema; rows: Row[] };
}
