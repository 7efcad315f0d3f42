/** What tests of faults need: an org in a process of its own, a story to tell, and how it is compared. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Credentials } from '../org-client';
import { BreakableOrg } from './breakable-org';
import { PERMISSION_SET_FILE, readGrants, type Grants } from './grants';
import { Snapshots, type Snapshot } from './snapshot';
import { peopleApex, story, type Row } from './story';

export { countsOf, differencesOf, type Snapshot } from './snapshot';
export { hostilePayloads } from './hostile-payloads';
export { callOf, CALLS, earlyOf, laterOf, PEOPLE, phoneOf, recordedOf, story, type Row } from './story';

const ROOT = resolve(__dirname, '..', '..', '..');
const CALLS_PATH = '/services/apexrest/thoughtly/v1/calls';
const DATA = '/services/data/v66.0';
/** Longer than the longest time between two attempts. */
const LONGEST_BACKOFF_MINUTES = 121;
const MOST_ATTEMPTS = 5;

export interface Delivery {
  readonly Id: string;
  readonly Call_Id__c: string;
  readonly Status__c: string;
  readonly Attempts__c: number | null;
  readonly Error_Code__c: string | null;
  readonly Error__c: string | null;
  readonly Steps__c: string | null;
  readonly Replay_Of__c: string | null;
}

/** A step of a delivery. */
export interface Step {
  readonly outcome: 'done' | 'skipped' | 'warning' | 'failed';
  readonly objectName?: string | null;
  readonly field?: string | null;
  readonly message: string;
  readonly remedy?: string | null;
}

/** Answer of the package to a POST. */
export interface Received {
  readonly deliveries?: readonly { readonly id: string; readonly status: string; readonly callId: string }[];
  readonly errors?: readonly { readonly code: string; readonly message: string; readonly deliveryId?: string }[];
}

/** The org of the tests of faults: the story is told in it, with and without them. */
export class FaultOrg extends BreakableOrg {
  /** Who owns the people of the story. */
  repId = '';
  readonly #process: ChildProcess;
  readonly #folder: string;
  readonly #snapshots = new Snapshots(this);

  private constructor(process: ChildProcess, ready: Ready, folder: string, grants: Grants) {
    super(ready.url, ready.credentials, grants);
    this.#process = process;
    this.#folder = folder;
  }

  /**
   * Starts an org with the people of the story, marked.
   * @param folders sources that are deployed over the package and the faults
   * @param features such as `PersonAccounts`
   */
  static async start(folders: readonly string[] = [], features: readonly string[] = []): Promise<FaultOrg> {
    const folder = mkdtempSync(join(tmpdir(), 'faults-'));
    const grants = readGrants();
    mkdirSync(join(folder, 'permissionsets'));
    writeFileSync(join(folder, 'permissionsets', PERMISSION_SET_FILE), grants.rest);
    const sources = [join(ROOT, 'tests', 'support', 'faults'), folder, ...folders];
    const child = spawn(
      join(ROOT, 'node_modules', '.bin', 'tsx'),
      [join(__dirname, 'server.ts'), ...sources, ...features.map((feature) => `--${feature}`)],
      {
        cwd: ROOT,
        stdio: ['pipe', 'pipe', 'inherit']
      }
    );
    const ready = await readyLine(child).catch((error: unknown) => {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    });
    const org = new FaultOrg(child, ready, folder, grants);
    await org.apex(grants.apex);
    const [rep] = await org.query<{ Id: string }>(`SELECT Id FROM User WHERE Username LIKE 'rep@%'`);
    org.repId = rep?.Id ?? '';
    // Without a default owner, a new Lead would belong to whoever replays.
    await org.apex(
      `insert new Thoughtly_Settings__c(SetupOwnerId = UserInfo.getOrganizationId(), Default_Task_Owner__c = 'rep@thoughtly.localhost');`
    );
    for (const source of peopleApex(org.repId)) {
      await org.apex(source);
      await org.pass(1);
    }
    await org.mark();
    return org;
  }

  async stop(): Promise<void> {
    const stopped = new Promise((done) => this.#process.once('exit', done));
    this.#process.kill();
    await stopped;
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Sends a body as Thoughtly does. `query` is such as `?wait=true`. */
  post(body: unknown, query = ''): Promise<{ status: number; body: Received }> {
    return this.send<Received>('POST', CALLS_PATH + query, body, this.tokenOf('integration'));
  }

  /** Sends calls to the queue and waits until they were tried. Answers the ids of their deliveries. */
  async deliver(calls: readonly Row[], query = ''): Promise<string[]> {
    const { status, body } = await this.post(calls, query);
    if (status !== 202 && status !== 200)
      throw new Error(`The calls were refused with ${status}: ${JSON.stringify(body)}`);
    await this.idle();
    return (body.deliveries ?? []).map((delivery) => delivery.id);
  }

  /** Inserts calls as rows, as Thoughtly's own Salesforce action does, one request each. Answers the ids of the rows. */
  async insertNatively(calls: readonly Row[]): Promise<string[]> {
    const ids: string[] = [];
    for (const call of calls) {
      const { status, body } = await this.send<{ id: string }>(
        'POST',
        `${DATA}/sobjects/Thoughtly_Delivery__c`,
        { Payload__c: JSON.stringify(call) },
        this.tokenOf('integration')
      );
      if (status !== 201) throw new Error(`The row was refused with ${status}: ${JSON.stringify(body)}`);
      ids.push(body.id);
    }
    await this.idle();
    return ids;
  }

  /** Deliveries in the order in which they came; all of them without ids. */
  deliveries(ids?: readonly string[]): Promise<Delivery[]> {
    const list = ids?.map((id) => `'${id}'`).join(', ');
    return this.query<Delivery>(
      `SELECT Id, Call_Id__c, Status__c, Attempts__c, Error_Code__c, Error__c, Steps__c, Replay_Of__c FROM Thoughtly_Delivery__c ${
        list === undefined ? '' : `WHERE Id IN (${list})`
      } ORDER BY Name`
    );
  }

  /** Replays deliveries as an administrator does, and waits. Answers how the replays ended. */
  async replay(ids: readonly string[]): Promise<Delivery[]> {
    if (ids.length === 0) return [];
    const replays = await this.work({ replayed: ids });
    await this.idle();
    return this.deliveries(replays);
  }

  /** What the platform does on its own: time goes by, and the sweep runs, until nothing waits any more. */
  async wait(): Promise<Delivery[]> {
    for (let attempt = 0; attempt <= MOST_ATTEMPTS; attempt++) {
      const deliveries = await this.deliveries();
      if (!deliveries.some((delivery) => delivery.Status__c === 'Received')) return deliveries;
      await this.pass(LONGEST_BACKOFF_MINUTES);
      await this.sweep();
    }
    throw new Error(`Deliveries wait forever: ${JSON.stringify(await this.deliveries())}`);
  }

  /** Runs the scheduled sweep once, as the schedule does. */
  async sweep(): Promise<void> {
    await this.work({ isSweeping: true });
    await this.idle();
  }

  /**
   * What happens once the faults are gone: what waits is tried again, and an administrator replays what did not succeed,
   * and nothing else.
   * @param inOrder puts the replays in order, one after another; all at once without it
   * @returns how the replays ended
   */
  async recover(inOrder?: (ids: readonly string[]) => readonly string[]): Promise<Delivery[]> {
    const deliveries = await this.wait();
    const replayed = new Set(deliveries.map((delivery) => delivery.Replay_Of__c));
    const isFinished = ({ Id, Status__c }: Delivery) => replayed.has(Id) || /^(Succeeded|Skipped)$/.test(Status__c);
    const ids = deliveries.filter((delivery) => !isFinished(delivery)).map(({ Id }) => Id);
    if (inOrder) for (const id of inOrder(ids)) await this.replay([id]);
    else await this.replay(ids);
    const ended = await this.wait();
    return ended.filter(({ Replay_Of__c }) => Replay_Of__c !== null && ids.includes(Replay_Of__c));
  }

  /** Lets everybody of the story call. Answers the deliveries after the first try. */
  async tell(calls: readonly Row[] = story(), query = ''): Promise<Delivery[]> {
    return this.deliveries(await this.deliver(calls, query));
  }

  snapshot(): Promise<Snapshot> {
    return this.#snapshots.take();
  }
}

/** How a delivery ended, in one line. */
export function told({ Status__c, Error__c }: Delivery): string {
  return `${Status__c}: ${Error__c}`;
}

export function stepsOf(deliveries: readonly Delivery[]): Step[] {
  return deliveries.flatMap((delivery) => JSON.parse(delivery.Steps__c ?? '[]') as Step[]);
}

interface Ready {
  readonly url: string;
  readonly credentials: Credentials;
}

function readyLine(child: ChildProcess): Promise<Ready> {
  return new Promise((done, fail) => {
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('\n')) done(JSON.parse(output) as Ready);
    });
    child.once('exit', (code) => fail(new Error(`The org ended with ${code} before it was ready.`)));
  });
}
