/** A local org as those who call it see it: tokens, requests, rows. */

export type Persona = 'integration' | 'rep' | 'admin' | 'stranger';

export interface Credentials {
  readonly instanceUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly users: readonly { readonly username: string; readonly persona: Persona; readonly accessToken: string }[];
}

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

/** Talks to an org over HTTP. */
export class OrgClient {
  readonly url: string;
  readonly #credentials: Credentials;

  constructor(url: string, credentials: Credentials) {
    this.url = url;
    this.#credentials = credentials;
  }

  /** The token that Thoughtly would get by the client-credentials flow. */
  async integrationToken(): Promise<string> {
    const { clientId, clientSecret } = this.#credentials;
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret
    });
    const response = await fetch(`${this.url}/services/oauth2/token`, { method: 'POST', body });
    return ((await response.json()) as { access_token: string }).access_token;
  }

  tokenOf(persona: Persona): string {
    const user = this.#credentials.users.find((item) => item.persona === persona);
    if (!user) throw new Error(`No user with the persona ${persona}`);
    return user.accessToken;
  }

  /** Sends JSON (or text as it is) and reads a JSON answer. */
  async send<T>(method: string, path: string, body: unknown, token = this.tokenOf('admin')): Promise<Answer<T>> {
    const response = await fetch(this.url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) })
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as T };
  }

  /** Creates a record as the administrator; answers its id. */
  async create(object: string, fields: Readonly<Record<string, unknown>>): Promise<string> {
    const { status, body } = await this.send<{ id: string }>('POST', `/services/data/v66.0/sobjects/${object}`, fields);
    if (status !== 201) throw new Error(`${object} was not created: ${JSON.stringify(body)}`);
    return body.id;
  }

  /** Rows of a query, as the administrator. */
  async query<T = Record<string, unknown>>(soql: string): Promise<T[]> {
    const { status, body } = await this.send<{ records: T[] }>(
      'GET',
      `/services/data/v66.0/query?q=${encodeURIComponent(soql)}`,
      undefined
    );
    if (status !== 200) throw new Error(`The query failed: ${JSON.stringify(body)}`);
    return body.records;
  }
}
