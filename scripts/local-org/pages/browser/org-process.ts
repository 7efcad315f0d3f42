/** A local org in a process of its own, as `npm start` runs it, for tests and screenshots. */
import { spawn } from 'node:child_process';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..', '..', '..');
const START_TIMEOUT_MS = 90_000;

export interface OrgProcess {
  /** `http://localhost:41234` */
  readonly url: string;
  /** Everything it has printed. */
  readonly output: () => string;
  /** Rows of a query over the REST API, as the admin. */
  query(soql: string): Promise<Record<string, unknown>[]>;
  /** Sends a payload as Thoughtly does, waits for it to be processed, and resolves to the HTTP status. */
  sendCall(payload: unknown): Promise<number>;
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
  const child = spawn(process.execPath, ['--import', 'tsx', script, '--port', '0', '--no-open', ...options], {
    cwd: ROOT
  });
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
  return { url, output: () => output, stop, ...restClient(url, token, await sessionToken(url, 'admin')) };
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

function restClient(url: string, integrationToken: string, adminToken: string): Pick<OrgProcess, 'query' | 'sendCall'> {
  const headersFor = (token: string) => ({ authorization: `Bearer ${token}`, 'content-type': 'application/json' });
  return {
    async query(soql) {
      const address = `${url}/services/data/v66.0/query?q=${encodeURIComponent(soql)}`;
      const response = await fetch(address, { headers: headersFor(adminToken) });
      if (!response.ok) throw new Error(`The query failed with HTTP ${response.status}: ${await response.text()}`);
      return ((await response.json()) as { records: Record<string, unknown>[] }).records;
    },
    async sendCall(payload) {
      const address = `${url}/services/apexrest/thoughtly/v1/calls?wait=true`;
      const body = JSON.stringify(payload);
      const response = await fetch(address, { method: 'POST', headers: headersFor(integrationToken), body });
      return response.status;
    }
  };
}
