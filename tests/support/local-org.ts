/** Starts a local org as a user would, in a process of its own, and talks to it over HTTP. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { OrgClient, type Credentials } from './org-client';

const ROOT = resolve(__dirname, '..', '..');
const READY = /^Local org ready: (\S+)/m;
const START_TIMEOUT_MS = 120_000;

export type { Persona } from './org-client';

export interface StartOptions {
  readonly seed?: 'demo' | 'none';
  /** Source folders deployed over the package. */
  readonly with?: readonly string[];
  readonly isSending?: boolean;
}

/** A running local org. Stop it when done. */
export class LocalOrgProcess extends OrgClient {
  readonly output: string;
  readonly #process: ChildProcess;
  readonly #stateDirectory: string;

  constructor(process: ChildProcess, url: string, output: string, stateDirectory: string) {
    super(url, JSON.parse(readFileSync(join(stateDirectory, 'credentials.json'), 'utf8')) as Credentials);
    this.#process = process;
    this.output = output;
    this.#stateDirectory = stateDirectory;
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
