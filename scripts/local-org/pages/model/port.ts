/** What the pages need of an org. {@link localOrgData} answers it from a local org; tests may answer it otherwise. */
import type { FieldSchema, ObjectSchema, OrgSchema } from '../../schema/model';

export interface PageUser {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  /** `rep`, `admin`, `integration`, … */
  readonly persona: string;
}

/** A field value as JSON carries it: dates and times as ISO texts, ids with 18 characters, parents as rows. */
export type PageValue = string | number | boolean | null | PageRow;

export interface PageRow {
  readonly [field: string]: PageValue | undefined;
}

/** A request for data that cannot be answered, with the HTTP status and the words that tell why. */
export class PageDataError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'PageDataError';
    this.status = status;
    this.code = code;
  }
}

/** Reads as one user; object, field and record access are those of that user. */
export interface PageData {
  readonly schema: OrgSchema;
  /** Of the user: `America/Los_Angeles`. */
  readonly timeZone: string;
  readonly customPermissions: readonly string[];
  readonly userPermissions: readonly string[];
  canReadObject(object: ObjectSchema): boolean;
  canReadField(object: ObjectSchema, field: FieldSchema): boolean;
  /** Rows of a SOQL query in user mode. Throws {@link PageDataError}. */
  query(soql: string): PageRow[];
}

/** What the pages are served from. */
export interface PageOrg {
  readonly schema: OrgSchema;
  /** Whom the user switch offers. */
  readonly users: readonly PageUser[];
  /** Data as a user sees it. */
  dataFor(userId: string): PageData;
}
