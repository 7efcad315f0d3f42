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
  /** Of the user: `en_US`, `de`. */
  readonly language: string;
  /** Of the user: `en_US`, `de_DE`. */
  readonly locale: string;
  readonly customPermissions: readonly string[];
  readonly userPermissions: readonly string[];
  canReadObject(object: ObjectSchema): boolean;
  canReadField(object: ObjectSchema, field: FieldSchema): boolean;
  /** Rows of a SOQL query in user mode. Throws {@link PageDataError}. */
  query(soql: string): PageRow[];
}

/** One platform event as subscribers get it. */
export interface PageEvent {
  readonly replayId: number;
  /** Fields of the event, with who published it and when. */
  readonly payload: PageRow;
}

export interface PageSubscription {
  /** Replay id of the newest event when the subscription began; 0 before the first. */
  readonly position: number;
  stop(): void;
}

/** What the pages are served from. */
export interface PageOrg {
  readonly schema: OrgSchema;
  /** Whom the user switch offers. */
  readonly users: readonly PageUser[];
  /** Data as a user sees it. */
  dataFor(userId: string): PageData;
  /**
   * Changes the language and the locale of a user, as users do in their personal settings.
   *
   * @throws PageDataError 400 when the org does not have the language
   */
  chooseLanguage(userId: string, language: string): void;
  /**
   * Tells a user the events of one platform event object, until the subscription is stopped.
   *
   * @param replayFrom -1 for new events only, -2 for all that are kept, or the replay id of the last event that was seen
   * @throws PageDataError 404 when there is no such event, 403 when the user may not read it
   */
  subscribe(userId: string, object: string, replayFrom: number, onEvent: (event: PageEvent) => void): PageSubscription;
}
