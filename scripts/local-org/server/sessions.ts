/** Access tokens of the local org: one for each user, made at start, and the OAuth client that gets them. */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LocalOrg, OrgUser } from '../org';
import { RestError } from './errors';
import type { ServerRequest } from './http';

/** What `.local-org/credentials.json` holds. */
export interface Credentials {
  readonly instanceUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly users: readonly { readonly username: string; readonly persona: string; readonly accessToken: string }[];
}

export class Sessions {
  readonly clientId = `3MVG9${randomBytes(32).toString('base64url')}`;
  readonly clientSecret = randomBytes(32).toString('hex').toUpperCase();
  private readonly org: LocalOrg;
  private readonly userByToken = new Map<string, OrgUser>();
  private readonly tokenByUserId = new Map<string, string>();

  constructor(org: LocalOrg) {
    this.org = org;
    for (const user of org.users) this.tokenFor(user);
  }

  /** The access token of a user: `<organization id>!<random>`, the form that the Salesforce CLI asks for. */
  tokenFor(user: OrgUser): string {
    let token = this.tokenByUserId.get(user.id);
    if (!token) {
      token = `${this.org.organizationId.slice(0, 15)}!${randomBytes(48).toString('base64url')}`;
      this.tokenByUserId.set(user.id, token);
      this.userByToken.set(token, user);
    }
    return token;
  }

  find(token: string): OrgUser | undefined {
    return this.userByToken.get(token);
  }

  /**
   * The user whose token the request carries, in the header `Authorization: Bearer` or, for pages, in the cookie `sid`.
   *
   * @throws RestError 401 `INVALID_SESSION_ID`
   */
  requireUser(request: ServerRequest): OrgUser {
    const [, bearer] = /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(request.headers['authorization'] ?? '') ?? [];
    const user = bearer === undefined ? this.cookieUser(request) : this.find(bearer);
    if (!user) throw new RestError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
    return user;
  }

  /** The user of the page's cookie, or undefined. */
  cookieUser(request: ServerRequest): OrgUser | undefined {
    return this.userOfCookie(request.headers['cookie'] ?? '');
  }

  /** The user of the cookie `sid` in the text of a Cookie header. */
  userOfCookie(header: string): OrgUser | undefined {
    const [, sid] = /(?:^|;\s*)sid=([^;]+)/.exec(header) ?? [];
    return sid === undefined ? undefined : this.find(decodeURIComponent(sid));
  }

  credentials(instanceUrl: string): Credentials {
    const people = this.org.users.filter((user) => user.persona !== 'automated');
    return {
      instanceUrl,
      clientId: this.clientId,
      clientSecret: this.clientSecret,
      users: people.map((user) => ({
        username: user.username,
        persona: user.persona,
        accessToken: this.tokenFor(user)
      }))
    };
  }
}

/** Writes the credentials so that only the owner of the file can read them. */
export function writeCredentials(path: string, credentials: Credentials): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  chmodSync(path, 0o600);
}
