/**
 * What one drain of the sync costs at 1, 10, 50 and 200 calls of different people, and whether thousands of deliveries
 * drain. The numbers come from the local org: statements and rows are exact, heap is an upper estimate of what is alive at once, time is that of
 * this machine.
 */
import { writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { COMPILE_CACHE, PACKAGE_SOURCE } from '../local-org/cli/paths';
import { createOrg } from '../local-org/create-org';
import type { CreatedOrg } from '../local-org/create-org';
import { parseSoql } from '../local-org/data/soql/parse';
import type { Transaction } from '../local-org/runtime/transaction';

const SIZES = [1, 10, 50, 200] as const;
/** Budgets of one batch, whatever its size. */
const MOST_QUERIES = 20;
const MOST_DML = 15;
/** Bytes that a job may hold. */
const MOST_HEAP = 12_000_000;
const LONG_CHARACTERS = 1_500_000;
/** Characters of each turn in it. */
const LONG_TURN = 250;
/** Deliveries that one transaction of the set-up inserts. */
const CHUNK = 1_000;
const DISPOSITIONS = ['Qualified', 'Appointment Booked', 'Not Interested', 'Callback Requested', 'No Answer'];

export interface SyncBenchOptions {
  /** Deliveries of the long drain; 0 leaves it out. */
  readonly deliveries: number;
  readonly jsonFile: string | null;
}

/**
 * Cost of one batch. Heap is in bytes: the most that the process held alive at any query or statement of the batch, more
 * than before it, in the objects of JavaScript, which are larger than those of Apex, and with the rows that were written.
 */
export interface BatchCost {
  readonly calls: number;
  readonly queries: number;
  readonly queryRows: number;
  readonly dml: number;
  readonly dmlRows: number;
  readonly statements: number;
  readonly heap: number;
  readonly milliseconds: number;
}

/** Measures, prints a table, and answers 1 when a batch is over budget, costs grow with its size, or a call is lost. */
export function benchSync(options: SyncBenchOptions): number {
  const costs = SIZES.map((size) => measure(size));
  printCosts(costs);
  const long = measureLong();
  console.log(
    `\nA conversation of ${LONG_CHARACTERS} characters: heap ≤ ${kilobytes(long.heap)}, ${(long.milliseconds / 1000).toFixed(1)} s.`
  );
  const drain = options.deliveries > 0 ? drainMany(options.deliveries) : null;
  if (drain) console.log(`\n${drain.text}`);
  const problems = [...problemsOf([...costs, long]), ...(drain?.problems ?? [])];
  for (const problem of problems) console.error(`✗ ${problem}`);
  if (problems.length === 0) console.log('\nFlat, within 20 SOQL and 15 DML, and nothing lost or doubled.');
  if (options.jsonFile) writeFileSync(options.jsonFile, JSON.stringify({ batches: costs, long, drain }, null, 2));
  return problems.length === 0 ? 0 : 1;
}

/** Half of the people are known Leads; the others are new. */
function measure(calls: number): BatchCost {
  const cost = costOf(readyOrg(calls), calls);
  // The lesser of two: the process compiles and caches whenever it likes.
  return { ...cost, heap: Math.min(heapOf(readyOrg(calls)), heapOf(readyOrg(calls))) };
}

/** Three hours of talk, which run alone. The body is in a file, as the REST resource keeps it. */
function measureLong(): BatchCost {
  const prepared = (): CreatedOrg => {
    const org = readyOrg(0);
    anonymous(org, longSource());
    return org;
  };
  return { ...costOf(prepared(), 1), heap: heapOf(prepared()) };
}

function longSource(): string {
  return `
    ThoughtlyDeliveryQueue.sleep();
    List<Object> turns = new List<Object>();
    String text = 'word '.repeat(${LONG_TURN / 5});
    for (Integer i = 0; i < ${LONG_CHARACTERS / LONG_TURN}; i++) {
      turns.add(new Map<String, Object>{
        'speaker' => Math.mod(i, 2) == 0 ? 'ai' : 'user', 'text' => text, 'timestamp' => '2026-05-24T15:31:10.000Z'
      });
    }
    Map<String, Object> call = new Map<String, Object>{
      'call_id' => 'long', 'status' => 'COMPLETED', 'caller_number' => '+14152999999', 'transcript' => turns
    };
    new ThoughtlyIntake('REST').keepUnread(Blob.valueOf(JSON.serialize(call)));`;
}

/** An org whose code is warm, with calls that wait. */
function readyOrg(calls: number): CreatedOrg {
  const org = newOrg();
  drainOnce(prepare(org, 1, 'warm-up'));
  return prepare(org, calls, 'measured');
}

function newOrg(): CreatedOrg {
  return createOrg({ sources: [PACKAGE_SOURCE], cacheDirectory: COMPILE_CACHE });
}

function prepare(created: CreatedOrg, calls: number, name: string): CreatedOrg {
  for (let first = 0; first < calls; first += CHUNK) {
    const people = Array.from({ length: Math.min(CHUNK, calls - first) }, (_, i) => first + i);
    anonymous(created, setUpSource(people, name));
  }
  return created;
}

// The job is not woken: the bench runs it, so that it can look at its transaction.
function setUpSource(people: readonly number[], name: string): string {
  return `
    ThoughtlyDeliveryQueue.sleep();
    List<Lead> leads = new List<Lead>();
    List<Thoughtly_Delivery__c> deliveries = new List<Thoughtly_Delivery__c>();
    List<String> dispositions = new List<String>{ ${DISPOSITIONS.map((text) => `'${text}'`).join(', ')} };
    for (Integer i = ${people[0] ?? 0}; i < ${(people[0] ?? 0) + people.length}; i++) {
      String phone = '+1${name === 'warm-up' ? '628' : '415'}' + String.valueOf(2000000 + i);
      if (Math.mod(i, 2) == 0) {
        leads.add(new Lead(LastName = 'Known ' + i, Company = 'Company ' + i, Phone = phone));
      }
      deliveries.add(new Thoughtly_Delivery__c(Payload__c = JSON.serialize(new Map<String, Object>{
        'call_id' => '${name}-' + i, 'event' => 'call.completed', 'status' => 'COMPLETED', 'caller_number' => phone,
        'start_time' => '2026-05-24T15:31:10.000Z', 'end_time' => '2026-05-24T15:34:38.000Z', 'customer_name' => 'Person ' + i,
        'call_summary' => 'What was said, in a sentence or two.', 'transcript' => 'Agent: Hello\\nCustomer: Hello',
        'variables' => new Map<String, Object>{ 'disposition' => dispositions[Math.mod(i, 5)], 'intent_score' => '7' }
      })));
    }
    insert leads;
    insert deliveries;`;
}

function anonymous(created: CreatedOrg, source: string, onStatement?: () => void): Transaction {
  const { org, compilation } = created;
  const { unit, diagnostics } = compilation.compileAnonymous(source);
  if (!unit) throw new Error(diagnostics.map((one) => one.message).join('\n'));
  const transaction = org.newTransaction({ userId: org.user('integration').id, kind: 'asynchronous' });
  if (onStatement) watch(transaction, onStatement);
  org.run(transaction, () => {
    org.program.runAnonymous(unit);
  });
  return transaction;
}

/** Calls back before each query and each statement of a transaction, where its objects are alive. */
function watch({ limits }: Transaction, onStatement: () => void): void {
  const consume = limits.consume.bind(limits);
  limits.consume = (kind, amount) => {
    if (kind === 'queries' || kind === 'dmlStatements') onStatement();
    consume(kind, amount);
  };
}

const ONE_BATCH = `
  ThoughtlyDeliveryQueue.sleep();
  ThoughtlyDrainLock.acquire();
  List<Id> ids = ThoughtlyDeliveryQueue.next();
  new ThoughtlyDeliveryProcessor().process(ThoughtlyDeliveryQueue.lock(ids));
  ThoughtlyDeliveryQueue.minutesToNext();`;

/** One batch as the job runs it, without the wake-up of the next. */
function drainOnce(created: CreatedOrg): Transaction {
  return anonymous(created, ONE_BATCH);
}

function costOf(created: CreatedOrg, calls: number): BatchCost {
  const before = statementsOf(created);
  const startedAt = process.hrtime.bigint();
  const used = drainOnce(created).limits.snapshot();
  const milliseconds = Number(process.hrtime.bigint() - startedAt) / 1e6;
  return {
    calls,
    queries: used.queries,
    queryRows: used.queryRows,
    dml: used.dmlStatements,
    dmlRows: used.dmlRows,
    statements: statementsOf(created) - before,
    heap: 0,
    milliseconds
  };
}

/** Collecting garbage at each statement takes time, so the heap is measured in a run of its own. */
function heapOf(created: CreatedOrg): number {
  const collectGarbage = garbageCollector();
  const held = (): number => {
    collectGarbage();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const samples = [held()];
  anonymous(created, ONE_BATCH, () => samples.push(held()));
  return Math.max(...samples) - Math.min(...samples);
}

function statementsOf({ org }: CreatedOrg): number {
  let statements = 0;
  for (const { lines } of org.program.coverage()) for (const hits of lines.values()) statements += hits;
  return statements;
}

function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

function printCosts(costs: readonly BatchCost[]): void {
  console.log(
    'One batch     SOQL    rows     DML    rows  statements   per call   heap (≤)   per call    drains/s   calls/s'
  );
  for (const cost of costs) {
    const perSecond = 1000 / cost.milliseconds;
    const cells = [
      `${cost.calls} calls`.padEnd(10),
      ...[cost.queries, cost.queryRows, cost.dml, cost.dmlRows].map((value) => String(value).padStart(7)),
      String(cost.statements).padStart(11),
      String(Math.round(cost.statements / cost.calls)).padStart(10),
      kilobytes(cost.heap).padStart(10),
      kilobytes(cost.heap / cost.calls).padStart(10),
      perSecond.toFixed(1).padStart(11),
      (perSecond * cost.calls).toFixed(0).padStart(9)
    ];
    console.log(cells.join(' '));
  }
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1024)} KB`;
}

function problemsOf(costs: readonly BatchCost[]): string[] {
  const problems: string[] = [];
  const full = costs.filter((cost) => cost.calls >= DISPOSITIONS.length);
  for (const cost of costs) {
    if (cost.queries > MOST_QUERIES)
      problems.push(`${cost.calls} calls take ${cost.queries} SOQL, more than ${MOST_QUERIES}.`);
    if (cost.heap > MOST_HEAP) problems.push(`${cost.calls} calls hold ${kilobytes(cost.heap)}, more than a job may.`);
    if (cost.dml > MOST_DML)
      problems.push(`${cost.calls} calls take ${cost.dml} DML statements, more than ${MOST_DML}.`);
  }
  if (new Set(full.map((cost) => cost.queries)).size > 1) problems.push('SOQL grows with the number of calls.');
  if (new Set(full.map((cost) => cost.dml)).size > 1) problems.push('DML grows with the number of calls.');
  return problems;
}

interface DrainResult {
  readonly text: string;
  readonly problems: string[];
}

function drainMany(deliveries: number): DrainResult {
  const created = prepare(newOrg(), deliveries, 'drained');
  const startedAt = Date.now();
  let batches = 0;
  while (count(created, "Thoughtly_Delivery__c WHERE Status__c = 'Received'") > 0 && batches < deliveries) {
    drainOnce(created);
    batches++;
  }
  const seconds = (Date.now() - startedAt) / 1000;
  const done = count(created, "Thoughtly_Delivery__c WHERE Status__c = 'Succeeded'");
  const kept = count(created, 'Thoughtly_Call__c');
  const tasks = count(created, "Task WHERE Thoughtly_Key__c LIKE '%:call'");
  const people = count(created, 'Lead');
  const problems = [
    ...(done === deliveries ? [] : [`${deliveries - done} of ${deliveries} deliveries did not succeed.`]),
    ...([kept, tasks, people].every((rows) => rows === deliveries)
      ? []
      : [`${deliveries} deliveries gave ${kept} calls, ${tasks} Tasks and ${people} Leads.`])
  ];
  return {
    text: `${deliveries} deliveries: ${batches} batches in ${seconds.toFixed(1)} s; ${kept} calls, ${tasks} Tasks, ${people} Leads.`,
    problems
  };
}

function count({ org }: CreatedOrg, from: string): number {
  const query = parseSoql(`SELECT COUNT() FROM ${from}`);
  return org.execute(org.user('admin').id, 'asynchronous', () =>
    org.database.count({ query, bind: () => null, accessMode: 'system', isSharingEnforced: false })
  );
}
