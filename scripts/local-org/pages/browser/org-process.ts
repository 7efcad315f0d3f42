/** A local org in a process of its own, as `npm start` runs it, for tests and screenshots. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..', '..', '..');
const START_TIMEOUT_MS = 90_000;

/** How to reach an org that runs. */
export interface OrgAddress {
  /** `http://localhost:41234` */
  readonly url: string;
  readonly adminToken: string;
  readonly integrationToken: string;
}

/** What can be asked of an org over HTTP. */
export interface OrgClient {
  readonly url: string;
  /** Rows of a query over the REST API, as the admin. */
  query(soql: string): Promise<Record<string, unknown>[]>;
  /** Creates a record as the admin; resolves to its id. */
  create(object: string, fields: Readonly<Record<string, unknown>>): Promise<string>;
  /** Sends a payload as Thoughtly does, waits for it to be processed, and resolves to the HTTP status. */
  sendCall(payload: unknown): Promise<number>;
  /** Sends a payload for the queue, and resolves to the HTTP status. */
  queueCall(payload: unknown): Promise<number>;
}

export interface OrgProcess extends OrgClient {
  readonly address: OrgAddress;
  /** Everything it has printed. */
  readonly output: () => string;
  stop(): Promise<void>;
}

/**
 * Starts an org with demo data on a free port and waits until it answers.
 *
 * @param options further arguments of `npm start`, such as `--with DIR`
 * @throws Error with what it printed, when it ends or does not get ready within 90 seconds
 */
export async function startOrgProcess(options: readonly string[] = []): Promise<OrgProcess> {
  const script = path.join(ROOT, 'scripts', 'local-org', 'cli', 'start.ts');
  // Not in the folder of `npm start`, whose credentials somebody may be using.
  const state = fs.mkdtempSync(path.join(os.tmpdir(), 'local-org-'));
  const own = ['--port', '0', '--no-open', '--state', state];
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...own, ...options], { cwd: ROOT });
  child.once('exit', () => fs.rmSync(state, { recursive: true, force: true }));
  let output = '';
  const ready = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The local org did not get ready:\n${output}`)), START_TIMEOUT_MS);
    const collect = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
      if (output.includes('Local org ready:')) {
        clearTimeout(timer);
        resolve();
      }
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The local org ended with code ${code}:\n${output}`));
    });
  });
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      if (child.exitCode !== null) return resolve();
      child.once('exit', () => resolve());
      child.kill();
    });
  await ready.catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const url = printed(output, /Local org ready: (\S+)/);
  const token = await accessToken(url, printed(output, /client id\s+(\S+)/), printed(output, /client secret\s+(\S+)/));
  const address = { url, integrationToken: token, adminToken: await sessionToken(url, 'admin') };
  return { ...connectToOrg(address), address, output: () => output, stop };
}

function printed(output: string, pattern: RegExp): string {
  const value = pattern.exec(output)?.[1];
  if (!value) throw new Error(`The local org did not print ${pattern.source}:\n${output}`);
  return value;
}

async function accessToken(url: string, clientId: string, clientSecret: string): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret
  });
  const response = await fetch(`${url}/services/oauth2/token`, { method: 'POST', body });
  return ((await response.json()) as { access_token: string }).access_token;
}

/** Access token of a persona, from the session that pages use. */
async function sessionToken(url: string, persona: string): Promise<string> {
  const { users } = (await (await fetch(`${url}/session`)).json()) as {
    users: { username: string; persona: string }[];
  };
  const username = users.find((user) => user.persona === persona)?.username;
  const response = await fetch(`${url}/session`, { method: 'POST', body: JSON.stringify({ username }) });
  return decodeURIComponent(/sid=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? '');
}

/** A client of an org that runs already. */
export function connectToOrg({ url, integrationToken, adminToken }: OrgAddress): OrgClient {
  const send = (token: string, address: string, body?: unknown): Promise<Response> =>
    fetch(`${url}${address}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body)
    });
  const sendPayload = async (payload: unknown, query: string): Promise<number> =>
    (await send(integrationToken, `/services/apexrest/thoughtly/v1/calls${query}`, payload)).status;
  return {
    url,
    async query(soql) {
      const response = await send(adminToken, `/services/data/v66.0/query?q=${encodeURIComponent(soql)}`);
      if (!response.ok) throw new Error(`The query failed with HTTP ${response.status}: ${await response.text()}`);
      return ((await response.json()) as { records: Record<string, unknown>[] }).records;
    },
    async create(object, fields) {
      const response = await send(adminToken, `/services/data/v66.0/sobjects/${object}`, fields);
      if (!response.ok) throw new Error(`${object} was refused: ${await response.text()}`);
      return ((await response.json()) as { id: string }).id;
    },
    sendCall: (payload) => sendPayload(payload, '?wait=true'),
    queueCall: (payload) => sendPayload(payload, '')
  };
}
