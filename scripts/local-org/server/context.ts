/** What every handler of the server gets. */
import type { LocalOrg } from '../org';
import type { QueryPages } from './query-pages';
import type { Sessions } from './sessions';

export interface ServerContext {
  readonly org: LocalOrg;
  readonly sessions: Sessions;
  readonly queryPages: QueryPages;
}
