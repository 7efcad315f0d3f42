/**
 * A local org for tests of faults, over HTTP as always. Beside the org's own addresses it has a console: rows can be set
 * back to a mark, the clock goes on, an administrator's Apex runs, and who waits is told when no job is due. It prints
 * one line of JSON when it is ready.
 *
 * Arguments: folders that are deployed over the package, and features of the org with two dashes before them.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DatabaseSnapshot } from '../../../scripts/local-org/data/api';
import { COMPILE_CACHE, PACKAGE_SOURCE } from '../../../scripts/local-org/cli/paths';
import { formatDiagnostic, isUnsupported } from '../../../scripts/local-org/compiler/diagnostics';
import { createOrg } from '../../../scripts/local-org/create-org';
import { debugLog } from '../../../scripts/local-org/library/debug-log';
import type { Persona } from '../../../scripts/local-org/org';
import { SetupSwitches } from './setup-switches';
import type { OrgFeature } from '../../../scripts/local-org/schema/model';
import { startServer } from '../../../scripts/local-org/server/server';

const CONSOLE = /^\/console\/(\w+)$/;
const MINUTE = 60_000;
const LONGEST_JOB_MS = 5 * MINUTE;

const words = process.argv.slice(2);
const isFeature = (word: string) => word.startsWith('--');
const { org, compilation } = createOrg({
  sources: [PACKAGE_SOURCE, ...words.filter((word) => !isFeature(word))],
  cacheDirectory: COMPILE_CACHE,
  features: words.filter(isFeature).map((word) => word.slice(2) as OrgFeature)
});
const errors = compilation.diagnostics.filter((item) => !isUnsupported(item));
if (errors.length > 0) throw new Error(errors.map(formatDiagnostic).join('\n'));

const switches = new SetupSwitches(org.schema);
const usualJobs = org.allowances.asyncApexExecutions.maximum;
let minutesAhead = 0;
let marked: { readonly rows: DatabaseSnapshot; readonly minutesAhead: number } = {
  rows: org.database.snapshot(),
  minutesAhead
};
/** Jobs that failed since the last reset: what the platform would send to the administrator by email. */
let failures: string[] = [];
org.jobs.onFailure = ({ name, error }) => failures.push(`${name}: ${String(error)}`);
// The clock of an org cannot stand still: records are told apart by when they were made.
Object.defineProperty(org, 'fixedTime', {
  get: () => (minutesAhead === 0 ? null : Date.now() + minutesAhead * MINUTE)
});

/** What the console does, by the last part of its address. */
const COMMANDS: Readonly<Record<string, (body: Readonly<Record<string, unknown>>) => unknown>> = {
  /** The state that `reset` goes back to. */
  mark: () => {
    marked = { rows: org.database.snapshot(), minutesAhead };
  },
  reset: () => {
    org.jobs.stop();
    switches.setBack();
    org.database.tables.heldRows.releaseAll();
    org.allowances.asyncApexExecutions.maximum = usualJobs;
    org.database.restore(marked.rows);
    minutesAhead = marked.minutesAhead;
    failures = [];
  },
  pass: ({ minutes }) => {
    minutesAhead += Number(minutes);
  },
  hold: ({ ids }) => org.database.tables.heldRows.hold(ids as string[]),
  release: () => org.database.tables.heldRows.releaseAll(),
  /** How many jobs the org takes from now on; all that it usually does without a number. */
  takeJobs: ({ more }) => {
    const allowance = org.allowances.asyncApexExecutions;
    allowance.maximum = more === undefined ? usualJobs : allowance.used + Number(more);
  },
  idle: async () => {
    await org.whenIdle();
    return failures;
  },
  picklistValue: ({ field, value, isActive }) =>
    switches.setPicklistValue(String(field), String(value), isActive === true),
  duplicateRule: ({ name, isActive }) => switches.setDuplicateRule(String(name), isActive === true),
  renameLeadStatus: ({ from, to }) => {
    const table = org.database.tables.table('LeadStatus');
    const row = [...table.rows()].find((each) => each['MasterLabel'] === from);
    if (!row) throw new Error(`There is no lead status ${String(from)}`);
    org.database.systemUpdate(String(row['Id']), { MasterLabel: to, ApiName: to });
  },
  apex: ({ source, persona }) => run(String(source), (persona ?? 'admin') as Persona)
};

/** Compiled blocks by their source: tests run the same ones again and again. */
const blocks = new Map<string, ReturnType<typeof compile>>();

function compile(source: string) {
  const { unit, diagnostics } = compilation.compileAnonymous(source);
  if (!unit) throw new Error(diagnostics.map(formatDiagnostic).join('\n'));
  return unit;
}

function run(source: string, persona: Persona): string[] {
  const unit = blocks.get(source) ?? compile(source);
  blocks.set(source, unit);
  return org.execute(org.user(persona).id, 'synchronous', () => {
    org.program.runAnonymous(unit);
    return debugLog().map(({ text }) => text);
  });
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const command = COMMANDS[CONSOLE.exec(request.url ?? '')?.[1] ?? ''];
  if (!command) return false;
  let text = '';
  for await (const chunk of request) text += String(chunk);
  let status = 200;
  let body: unknown;
  try {
    body = (await command(text === '' ? {} : (JSON.parse(text) as Record<string, unknown>))) ?? null;
  } catch (error) {
    status = 500;
    body = String(error);
  }
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  return true;
}

// Whoever started the org is gone: nobody else would stop it.
process.stdin.resume().on('end', () => process.exit());
void startServer(org, { port: 0, pages: answer }).then(({ server, url, sessions }) => {
  // While a long job runs nobody answers, and a connection that was idle for it must not be closed under a request.
  server.keepAliveTimeout = LONGEST_JOB_MS;
  process.stdout.write(`${JSON.stringify({ url, credentials: sessions.credentials(url) })}\n`);
});
