/**
 * The Salesforce CLI of this project, on any Node that the project supports: `npm run sf -- org list`.
 * It sends no telemetry and never updates itself, so a command does the same thing tomorrow.
 */
import { spawn, spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import * as zlib from 'node:zlib';

const ROOT = resolve(__dirname, '..', '..');
const EXECUTABLE = join(ROOT, 'node_modules', '@salesforce', 'cli', 'bin', 'run.js');
const NODE_20_PRELOAD = join(__dirname, 'node20.cjs');

const QUIET_SETTINGS: Readonly<Record<string, string>> = {
  SF_DISABLE_TELEMETRY: 'true',
  SF_AUTOUPDATE_DISABLE: 'true',
  SF_DISABLE_AUTOUPDATE: 'true',
  SF_SKIP_NEW_VERSION_CHECK: 'true',
  // In any other environment the CLI looks for the tools of its own developers, and complains.
  NODE_ENV: 'production'
};

export interface SfOptions {
  /** Where the CLI runs; the working directory when missing. A project command needs the project's root. */
  readonly cwd?: string;
  /** Over the environment of this process: `HOME` for logins of its own, `SF_ACCESS_TOKEN`, … */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface SfResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What `node` needs to load the CLI's libraries. From Node 22.15 on there is Zstandard, and nothing to make up for. */
export const PRELOAD: readonly string[] = 'createZstdDecompress' in zlib ? [] : ['--require', NODE_20_PRELOAD];

/** Arguments for the `node` that runs the CLI. */
export function nodeArguments(args: readonly string[]): string[] {
  return [...PRELOAD, '--no-deprecation', EXECUTABLE, ...args];
}

/** The environment of the CLI. */
export function sfEnvironment(options: SfOptions = {}): NodeJS.ProcessEnv {
  return { ...process.env, ...QUIET_SETTINGS, ...options.environment };
}

/** Runs the CLI and keeps what it prints. */
export function runSf(args: readonly string[], options: SfOptions = {}): SfResult {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, nodeArguments(args), {
    cwd: options.cwd,
    env: sfEnvironment(options),
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024
  });
  if (error) throw error;
  return { exitCode: status ?? 1, stdout, stderr };
}

/** Runs the CLI on the terminal of this process. @returns its exit code */
export function showSf(args: readonly string[], options: SfOptions = {}): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, nodeArguments(args), {
      cwd: options.cwd,
      env: sfEnvironment(options),
      stdio: 'inherit'
    });
    child.once('error', fail);
    child.once('exit', (code) => done(code ?? 1));
  });
}

if (require.main === module) {
  void showSf(process.argv.slice(2)).then((code) => (process.exitCode = code));
}
