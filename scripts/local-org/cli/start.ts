/** `npm start`: a local org with the package, demo data and two synced calls. */
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { formatDiagnostic, isUnsupported } from '../compiler/diagnostics';
import { createOrg } from '../create-org';
import type { CreatedOrg } from '../create-org';
import { CALLS_PATH } from '../../payloads/client';
import type { LocalOrg } from '../org';
import { createPageHandler } from '../pages/handler';
import { startServer } from '../server/server';
import type { RunningServer } from '../server/server';
import { writeCredentials } from '../server/sessions';
import { parseArguments, UsageError } from './arguments';
import type { Arguments } from './arguments';
import { COMPILE_CACHE, PACKAGE_SOURCE, requireDirectories, WORK_DIRECTORY } from './paths';
import { seedDemoData } from './start/demo-data';
import { sendSamples } from './start/send-samples';
import type { Landed } from './start/send-samples';

const USAGE =
  'Usage: npm start -- [--port N] [--no-open] [--seed demo|none] [--send demo|none] [--with DIR[,DIR]] [--state DIR]';
const DEFAULT_PORT = 8080;

async function main(args: readonly string[]): Promise<void> {
  const options = parseArguments(args, ['port', 'seed', 'send', 'with', 'state'], ['no-open']);
  const seed = choice(options, 'seed');
  const send = choice(options, 'send');
  const sources = [PACKAGE_SOURCE, ...requireDirectories(options.values('with'))];
  print('Thoughtly for Salesforce — local org');
  const created = timed('Compiled', () => compile(sources));
  const { org } = created;
  org.jobs.onFailure = ({ name, error }) => warn(`${name} failed: ${String(error)}`);
  const credentialsFile = join(resolve(options.value('state') ?? WORK_DIRECTORY), 'credentials.json');
  const running = await serve(org, portOf(options), sources);
  writeCredentials(credentialsFile, running.sessions.credentials(org.instanceUrl));
  if (seed) timed('Demo data', () => describeCounts(seedDemoData(org)));
  const landed = seed && send ? await sendSamples(org, running.sessions, (line) => print(`  ${line}`)) : [];
  finish(org, running, landed, credentialsFile);
  if (process.stdout.isTTY && !options.flag('no-open')) open(pageOf(org, landed[0]));
}

function choice(options: Arguments, name: string): boolean {
  const value = options.value(name) ?? 'demo';
  if (value !== 'demo' && value !== 'none') throw new UsageError(`--${name} takes demo or none.\n${USAGE}`);
  return value === 'demo';
}

function portOf(options: Arguments): number {
  const port = Number(options.value('port') ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`--port takes a number from 0 to 65535.\n${USAGE}`);
  return port;
}

/** Code that the local org does not support is a warning here: the rest of the org works, and calling it says why not. */
function compile(sources: readonly string[]): CreatedOrg & { readonly summary: string } {
  const created = createOrg({ sources, cacheDirectory: COMPILE_CACHE });
  const { diagnostics, program } = created.compilation;
  for (const item of created.org.schema.diagnostics) warn(`${item.path}:${item.line} ${item.code} ${item.message}`);
  for (const item of diagnostics) warn(formatDiagnostic(item));
  const errors = diagnostics.filter((item) => !isUnsupported(item));
  if (errors.length > 0)
    throw new UsageError(
      `${errors.length} ${errors.length === 1 ? 'error' : 'errors'} in the Apex above. Correct the source and start again.`
    );
  const classes = [...program.types.values()].filter((type) => type.outerName === null).length;
  return { ...created, summary: `${classes} classes and ${program.triggers.length} triggers` };
}

async function serve(org: LocalOrg, port: number, sources: readonly string[]): Promise<RunningServer> {
  let running: RunningServer | null = null;
  const pages = createPageHandler(org, {
    sourceDirectories: sources,
    cacheDirectory: join(WORK_DIRECTORY, 'cache'),
    userOf: (request) => running?.sessions.userOfCookie(request.headers.cookie ?? '')
  });
  const startedAt = performance.now();
  running = await startServer(org, {
    port,
    pages,
    onError: (error) => warn(String(error instanceof Error ? error.stack : error))
  }).catch((error: unknown) => {
    const isTaken = (error as { code?: string }).code === 'EADDRINUSE';
    throw isTaken ? new UsageError(`Port ${port} is taken. Choose another one with --port.`) : error;
  });
  try {
    await pages.prepare();
    print(`  Built the pages (${seconds(startedAt)})`);
  } catch (error) {
    warn(`The pages could not be built: ${error instanceof Error ? error.message : String(error)}`);
  }
  return running;
}

function finish(
  org: LocalOrg,
  { sessions, url }: RunningServer,
  landed: readonly Landed[],
  credentialsFile: string
): void {
  const { clientId, clientSecret, users } = sessions.credentials(url);
  print('');
  if (landed.length > 0) print('Open in a browser:');
  for (const record of landed) print(`  ${record.object} ${record.label}: ${pageOf(org, record)}`);
  print('OAuth client (client credentials):');
  print(`  client id     ${clientId}`);
  print(`  client secret ${clientSecret}`);
  print(`Users and their tokens are in ${credentialsFile}: ${users.map(({ persona }) => persona).join(', ')}`);
  print('Send a payload of your own:');
  print('  npx tsx scripts/payloads/send.ts FILE');
  const token = sessions.tokenFor(org.user('integration'));
  print(`  curl ${url}${CALLS_PATH} -H 'Content-Type: application/json' -H 'Authorization: Bearer ${token}' -d @FILE`);
  print('');
  print(`Local org ready: ${url}`);
}

function pageOf(org: LocalOrg, record: Landed | undefined): string {
  return record ? `${org.instanceUrl}/lightning/r/${record.object}/${record.id}/view` : org.instanceUrl;
}

function describeCounts(counts: Readonly<Record<string, number>>): { readonly summary: string } {
  return {
    summary: Object.entries(counts)
      .map(([name, count]) => `${count} × ${name}`)
      .join(', ')
  };
}

/** Runs one step and prints what it did and how long it took. */
function timed<T extends { readonly summary: string }>(label: string, work: () => T): T {
  const startedAt = performance.now();
  const result = work();
  print(`  ${label}: ${result.summary} (${seconds(startedAt)})`);
  return result;
}

function seconds(startedAt: number): string {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}

function open(url: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  spawn(command ?? '', args, { stdio: 'ignore', detached: true })
    .on('error', () => print(`Open ${url}`))
    .unref();
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function warn(line: string): void {
  process.stderr.write(`${line}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  warn(error instanceof UsageError ? error.message : String(error instanceof Error ? error.stack : error));
  process.exit(error instanceof UsageError ? 2 : 1);
});
