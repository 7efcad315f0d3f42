/** Starts a local org as a user would, in a process of its own, and talks to it over HTTP. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..', '..');
const READY = /^Local org ready: (\S+)/m;
const START_TIMEOUT_MS = 120_000;

export type Persona = 'integration' | 'rep' | 'admin' | 'stranger';

interface Credentials {
  readonly instanceUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly users: readonly { readonly username: string; readonly persona: Persona; readonly accessToken: string }[];
}

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

export interface StartOptions {
  readonly seed?: 'demo' | 'none';
  /** Source folders deployed over the package. */
  readonly with?: readonly string[];
  readonly isSending?: boolean;
}

/** A running local org. Stop it when done. */
export class LocalOrgProcess {
  readonly url: string;
  readonly output: string;
  readonly #process: ChildProcess;
  readonly #credentials: Credentials;
  readonly #stateDirectory: string;

  constructor(process: ChildProcess, url: string, output: string, stateDirectory: string) {
    this.#process = process;
    this.url = url;
    this.output = output;
    this.#stateDirectory = stateDirectory;
    this.#credentials = JSON.parse(readFileSync(join(stateDirectory, 'credentials.json'), 'utf8')) as Credentials;
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

  async stop(): Promise<void> {
    const stopped = new Promise((done) => this.#process.once('exit', done));
    this.#process.kill();
    await stopped;
    rmSync(this.#stateDirectory, { recursive: true, force: true });
  }
}

/** Starts `npm start`'s program on a free port and waits until it answers. */
export async function startLocalOrg(options: StartOptions = {}): Promise<LocalOrgProcess> {
  const stateDirectory = mkdtempSync(join(tmpdir(), 'local-org-'));
  const args = [
    'scripts/local-org/cli/start.ts',
    '--port',
    '0',
    '--no-open',
    '--state',
    stateDirectory,
    '--seed',
    options.seed ?? 'none'
  ];
  if (!options.isSending) args.push('--send', 'none');
  if (options.with) args.push('--with', options.with.join(','));
  const child = spawn(join(ROOT, 'node_modules', '.bin', 'tsx'), args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe']
  });
  const output = await readyOutput(child);
  return new LocalOrgProcess(child, READY.exec(output)?.[1] ?? '', output, stateDirectory);
}

function readyOutput(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let output = '';
    const timer = setTimeout(() => {
      child.kill();
      fail(new Error(`The local org was not ready after ${START_TIMEOUT_MS} ms:\n${output}`));
    }, START_TIMEOUT_MS);
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (!READY.test(output)) return;
      clearTimeout(timer);
      done(output);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(new Error(`The local org ended with ${code} before it was ready:\n${output}`));
    });
  });
}
