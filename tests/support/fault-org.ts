/** A local org whose automation can be broken and mended while it runs, and a story to compare before and after. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startLocalOrg, type LocalOrgProcess } from './local-org';

const ROOT = resolve(__dirname, '..', '..');
const PERMISSION_SET = 'Thoughtly_Integration.permissionset-meta.xml';
const CALLS = '/services/apexrest/thoughtly/v1/calls';
const FAULTS = '/services/apexrest/faults/';
const DATA = '/services/data/v66.0';
const OBJECTS = ['Account', 'Lead', 'Contact', 'Opportunity', 'Task', 'Thoughtly_Call__c'] as const;
const SETTLE_ATTEMPTS = 400;
const SETTLE_PAUSE_MS = 15;
/** Grants of fields that the sync writes; the fault org gives and takes them one at a time. */
const FIELD_GRANT = /\s*<fieldPermissions>((?:(?!<\/fieldPermissions>)[\s\S])*)<\/fieldPermissions>/g;
/** Differs between two tellings of one story without meaning anything. */
const UNTOLD =
  /^(Id|attributes|CreatedDate|CreatedById|LastModifiedDate|LastModifiedById|SystemModstamp|LastActivityDate|LastViewedDate|LastReferencedDate|CompletedDateTime|PhotoUrl)$/;

export type Row = Record<string, unknown>;

export interface Delivery {
  readonly Id: string;
  readonly Call_Id__c: string;
  readonly Status__c: string;
  readonly Attempts__c: number | null;
  readonly Error__c: string | null;
  readonly Steps__c: string | null;
  readonly Replay_Of__c: string | null;
}

/** What was told in one case, and what was there before. */
export interface Telling {
  readonly number: number;
  readonly known: ReadonlySet<string>;
  readonly deliveryIds: readonly string[];
}

export class FaultOrg {
  readonly org: LocalOrgProcess;
  /** `Lead.Email`, …: every field that the sync may write and that its permission set grants. */
  readonly fields: readonly string[];
  /** Who owns the people of the story. */
  repId = '';
  readonly #folder: string;
  readonly #token: string;
  #settingId: string | null = null;
  #columns = new Map<string, string[]>();
  #tellings = 0;

  private constructor(org: LocalOrgProcess, folder: string, fields: readonly string[], token: string) {
    this.org = org;
    this.#folder = folder;
    this.fields = fields;
    this.#token = token;
  }

  static async start(): Promise<FaultOrg> {
    const folder = mkdtempSync(join(tmpdir(), 'faults-'));
    const fields: string[] = [];
    const path = join(ROOT, 'force-app', 'main', 'access', 'permissionsets', PERMISSION_SET);
    const reduced = readFileSync(path, 'utf8').replace(FIELD_GRANT, (whole, grant: string) => {
      const field = /<field>(.+)<\/field>/.exec(grant)?.[1] ?? '';
      if (!grant.includes('<editable>true</editable>') || field.startsWith('Thoughtly_Delivery__c.')) return whole;
      fields.push(field);
      return '';
    });
    mkdirSync(join(folder, 'permissionsets'));
    writeFileSync(join(folder, 'permissionsets', PERMISSION_SET), reduced);
    const org = await startLocalOrg({ with: [join(ROOT, 'tests', 'support', 'faults'), folder] });
    const faults = new FaultOrg(org, folder, fields, await org.integrationToken());
    await faults.work({ granted: fields });
    // Otherwise a new Lead would belong to whoever replays.
    const [company] = await org.query<{ Id: string }>('SELECT Id FROM Organization');
    const owner = { SetupOwnerId: company?.Id, Default_Task_Owner__c: 'rep@thoughtly.localhost' };
    await org.create('Thoughtly_Settings__c', owner);
    const [rep] = await org.query<{ Id: string }>(`SELECT Id FROM User WHERE Username LIKE 'rep@%'`);
    faults.repId = rep?.Id ?? '';
    return faults;
  }

  async stop(): Promise<void> {
    await this.org.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Turns faults on, `throws:Lead limits:Task`; an empty text mends everything. */
  async break(faults: string): Promise<void> {
    if (this.#settingId === null) {
      const [company] = await this.org.query<{ Id: string }>('SELECT Id FROM Organization');
      this.#settingId = await this.org.create('Fault__c', { SetupOwnerId: company?.Id, Active__c: faults });
    } else await this.change('Fault__c', this.#settingId, { Active__c: faults });
  }

  async change(object: string, id: string, values: Row): Promise<void> {
    const { status, body } = await this.org.send('PATCH', `${DATA}/sobjects/${object}/${id}`, values);
    if (status !== 204) throw new Error(`${object} was not changed: ${JSON.stringify(body)}`);
  }

  /** What an administrator does beside the standard API; answers the ids of replays. */
  async work(
    work: Partial<Record<'replayed' | 'restored' | 'granted' | 'revoked', readonly string[]>>
  ): Promise<string[]> {
    const { status, body } = await this.org.send<string[]>('POST', FAULTS, work);
    if (status !== 200) throw new Error(`The work was refused: ${JSON.stringify(body)}`);
    return body;
  }

  /** Sends calls to the queue and waits until they were tried. Answers the ids of their deliveries. */
  async post(calls: readonly Row[]): Promise<string[]> {
    const { status, body } = await this.org.send<{ deliveries: { id: string }[] }>('POST', CALLS, calls, this.#token);
    if (status !== 202) throw new Error(`The calls were refused with ${status}: ${JSON.stringify(body)}`);
    const ids = body.deliveries.map((delivery) => delivery.id);
    await this.settle(ids);
    return ids;
  }

  /** Sends any body to the queue. */
  send(body: unknown): Promise<{ status: number; body: unknown }> {
    return this.org.send('POST', CALLS, body, this.#token);
  }

  /** Ids of Contacts of a telling that are in the recycle bin. */
  async deletedContacts({ known }: Telling): Promise<string[]> {
    const query = encodeURIComponent('SELECT Id FROM Contact WHERE IsDeleted = TRUE');
    const { body } = await this.org.send<{ records: { Id: string }[] }>(
      'GET',
      `${DATA}/queryAll?q=${query}`,
      undefined
    );
    return body.records.map((row) => row.Id).filter((id) => !known.has(id));
  }

  /** Waits until each delivery is finished or has been tried once. */
  async settle(ids: readonly string[]): Promise<Delivery[]> {
    for (let attempt = 0; attempt < SETTLE_ATTEMPTS; attempt++) {
      const deliveries = await this.deliveries(ids);
      const isOpen = ({ Status__c, Attempts__c }: Delivery) =>
        Status__c === 'Processing' || (Status__c === 'Received' && !Attempts__c);
      if (!deliveries.some(isOpen)) return deliveries;
      await new Promise((wait) => setTimeout(wait, SETTLE_PAUSE_MS));
    }
    throw new Error('The deliveries were not processed.');
  }

  deliveries(ids: readonly string[]): Promise<Delivery[]> {
    const list = ids.map((id) => `'${id}'`).join(', ');
    return this.org.query<Delivery>(
      `SELECT Id, Call_Id__c, Status__c, Attempts__c, Error__c, Steps__c, Replay_Of__c FROM Thoughtly_Delivery__c WHERE Id IN (${list}) ORDER BY Name`
    );
  }

  /** Replays what is finished, and brings forward what waits for its next attempt. Answers how all of it ended. */
  async replay(ids: readonly string[]): Promise<Delivery[]> {
    const deliveries = await this.deliveries(ids);
    const finished = deliveries.filter((delivery) => delivery.Status__c !== 'Received');
    const waiting = deliveries.filter((delivery) => delivery.Status__c === 'Received');
    for (const { Id } of waiting)
      await this.change('Thoughtly_Delivery__c', Id, { Attempts__c: 0, Next_Attempt_At__c: null });
    const replays = finished.length > 0 ? await this.work({ replayed: finished.map(({ Id }) => Id) }) : [];
    return this.settle([...waiting.map(({ Id }) => Id), ...replays]);
  }

  /** Makes the people of the story and lets all of them call; `beforeCalls` breaks what is to break. */
  async tell(
    beforeCalls: (telling: Omit<Telling, 'deliveryIds'>) => Promise<unknown> = async () => {}
  ): Promise<Telling> {
    const number = ++this.#tellings;
    const known = await this.ids();
    await this.org.create('Lead', {
      OwnerId: this.repId,
      LastName: 'Known',
      Company: 'Known Homes',
      Phone: phoneOf(number, 1)
    });
    await this.org.create('Contact', { OwnerId: this.repId, LastName: 'Doomed Client', Phone: phoneOf(number, 3) });
    await this.org.create('Lead', {
      OwnerId: this.repId,
      LastName: 'Buyer',
      Company: 'Buyer Homes',
      Phone: phoneOf(number, 4)
    });
    await beforeCalls({ number, known });
    return { number, known, deliveryIds: await this.post(callsOf(number)) };
  }

  async ids(): Promise<Set<string>> {
    const rows = await Promise.all(OBJECTS.map((object) => this.org.query<{ Id: string }>(`SELECT Id FROM ${object}`)));
    return new Set(rows.flat().map((row) => row.Id));
  }

  /** Everything in the org that was not there before, field by field, in words that are the same for every telling. */
  async snapshot({ number, known }: Telling): Promise<Row> {
    const snapshot: Row = {};
    const labels: [string, string][] = [1, 2, 3, 4].flatMap((person): [string, string][] => [
      [phoneOf(number, person), `phone ${person}`],
      [phoneOf(number, person).slice(2), `key ${person}`]
    ]);
    const rowsByObject = new Map<string, Row[]>();
    for (const object of OBJECTS) {
      const columns = await this.#columnsOf(object);
      const rows = (await this.org.query<Row>(`SELECT Id, ${columns.join(', ')} FROM ${object}`)).filter(
        (row) => !known.has(String(row['Id']))
      );
      rowsByObject.set(object, rows);
      for (const row of rows) labels.push([String(row['Id']), `${object} ${nameOf(row)}`]);
    }
    labels.push([`story-${number}-`, 'story-']);
    for (const [object, rows] of rowsByObject) {
      const told = rows
        .map((row) => relabelled(row, labels))
        .sort((one, other) => nameOf(one).localeCompare(nameOf(other)));
      told.forEach((row, index) => {
        for (const [field, value] of Object.entries(row))
          snapshot[`${object} ${index + 1} ${nameOf(row)}: ${field}`] = value;
      });
    }
    return snapshot;
  }

  async #columnsOf(object: string): Promise<string[]> {
    let columns = this.#columns.get(object);
    if (!columns) {
      const { body } = await this.org.send<{
        fields: { name: string; calculated: boolean; autoNumber: boolean; type: string }[];
      }>('GET', `${DATA}/sobjects/${object}/describe`, undefined);
      columns = body.fields
        .filter((field) => !UNTOLD.test(field.name) && !field.autoNumber && field.type !== 'address')
        .map((field) => field.name);
      this.#columns.set(object, columns);
    }
    return columns;
  }
}

/** The four who call: a known Lead, somebody unknown, a known Contact, and a Lead that is converted. */
export function callsOf(number: number): Row[] {
  const stories: Row[] = [
    { disposition: 'Qualified', intent_score: 8, qualifying_answers: 'Owns home; quote by Friday.' },
    { disposition: 'Appointment Booked', intent_score: 9, appointment_time: '2026-12-01T17:00:00Z' },
    { disposition: 'Callback Requested', intent_score: 5, callback_time: '2026-12-02T17:00:00Z' },
    { disposition: 'Ready To Buy', intent_score: 10, qualifying_answers: 'Wants to sign.' }
  ];
  return stories.map((variables, index) => callOf(number, index + 1, variables));
}

export function callOf(number: number, person: number, variables: Row): Row {
  return {
    event: 'call.completed',
    call_id: `story-${number}-${person}`,
    channel: 'voice',
    direction: 'inbound',
    agent: { id: 'a1B2c3D4', title: 'Spring' },
    contact: {
      id: `story-${number}-contact-${person}`,
      name: ['Ann Known', 'New Caller', 'Cy Client', 'Bo Buyer'][person - 1]
    },
    caller_number: phoneOf(number, person),
    status: 'COMPLETED',
    start_time: '2026-05-24T15:31:10.000Z',
    end_time: '2026-05-24T15:34:38.000Z',
    duration_ms: 208000,
    recording_url: `https://recordings.thoughtly.com/${person}.mp3`,
    call_summary: `What person ${person} said.`,
    transcript: [
      { speaker: 'ai', text: 'Hi, this is Maya.', timestamp: '2026-05-24T15:31:14Z' },
      { speaker: 'user', text: 'Hello, Maya.', timestamp: '2026-05-24T15:31:19Z' }
    ],
    variables
  };
}

export function phoneOf(number: number, person: number): string {
  return `+1415${2_000_000 + number * 10 + person}`;
}

function nameOf(row: Row): string {
  return String(row['Call_Id__c'] ?? row['Name'] ?? row['Subject']);
}

function relabelled(row: Row, labels: readonly (readonly [string, string])[]): Row {
  const told = Object.fromEntries(Object.entries(row).filter(([name]) => !UNTOLD.test(name)));
  let text = JSON.stringify(told);
  for (const [value, label] of labels) text = text.split(value).join(label);
  return JSON.parse(text) as Row;
}
