/** The state of an org in words that are the same however it came about: ids are names, and what time writes is left out. */
import type { OrgClient } from '../org-client';
import type { Row } from './story';

/** Everything that the sync writes. */
const OBJECTS = [
  'Account',
  'Lead',
  'Contact',
  'Opportunity',
  'OpportunityContactRole',
  'CampaignMember',
  'Task',
  'Event',
  'Thoughtly_Call__c'
] as const;
/** Differs between two tellings of one story without meaning anything. */
const UNTOLD =
  /^(Id|attributes|CreatedDate|CreatedById|LastModifiedDate|LastModifiedById|SystemModstamp|LastActivityDate|LastViewedDate|LastReferencedDate|CompletedDateTime|ConvertedDate|PhotoUrl|FirstRespondedDate)$/;
const RECORD_ID = /\b[0-9a-zA-Z]{15}[0-9A-Z]{3}\b/g;
const DATA = '/services/data/v66.0';

/** Each field of each record that is not blank, such as `Lead Ann Known: Status`; the second of a name is `Lead Ann Known (2)`. */
export type Snapshot = Readonly<Record<string, unknown>>;

/** Takes snapshots of one org. */
export class Snapshots {
  readonly #org: OrgClient;
  readonly #columns = new Map<string, Promise<string[]>>();

  constructor(org: OrgClient) {
    this.#org = org;
  }

  async take(): Promise<Snapshot> {
    const rowsByObject = new Map(
      await Promise.all(OBJECTS.map(async (object) => [object, await this.#rows(object)] as const))
    );
    rowsByObject.set('ContentVersion' as never, await this.#files(rowsByObject.get('Thoughtly_Call__c') ?? []));
    const labelById = new Map(
      [...rowsByObject].flatMap(([object, rows]) => rows.map((row) => [String(row['Id']), labelOf(object, row)]))
    );
    const snapshot: Row = {};
    for (const [object, rows] of rowsByObject) {
      const seen = new Map<string, number>();
      for (const row of rows.map((each) => relabelled(each, labelById)).sort(byText)) {
        const record = `${object} ${nameOf(row)}`;
        const times = (seen.get(record) ?? 0) + 1;
        seen.set(record, times);
        for (const [field, value] of Object.entries(row))
          if (value !== null) snapshot[`${record}${times === 1 ? '' : ` (${times})`}: ${field}`] = value;
      }
    }
    return snapshot;
  }

  async #rows(object: string): Promise<Row[]> {
    const columns = await this.#columnsOf(object);
    return this.#org.query<Row>(`SELECT Id, ${columns.join(', ')} FROM ${object}`);
  }

  /** Conversations that are longer than a field. */
  async #files(calls: readonly Row[]): Promise<Row[]> {
    const isInFile = (call: Row) => call['Conversation_In_File__c'] === true;
    const ids = calls.filter(isInFile).map((call) => `'${String(call['Id'])}'`);
    if (ids.length === 0) return [];
    const links = await this.#org.query<{ ContentDocumentId: string; LinkedEntityId: string }>(
      `SELECT ContentDocumentId, LinkedEntityId FROM ContentDocumentLink WHERE LinkedEntityId IN (${ids.join()})`
    );
    const documents = links.map((link) => `'${link.ContentDocumentId}'`);
    const versions = await this.#org.query<Row>(
      `SELECT Id, ContentDocumentId, Title, PathOnClient, Description, ContentSize FROM ContentVersion
       WHERE IsLatest = TRUE AND ContentDocumentId IN (${documents.join()})`
    );
    return versions.map(({ ContentDocumentId, ...version }) => ({
      ...version,
      LinkedEntityId: links.find((link) => link.ContentDocumentId === ContentDocumentId)?.LinkedEntityId
    }));
  }

  #columnsOf(object: string): Promise<string[]> {
    let columns = this.#columns.get(object);
    if (!columns) {
      columns = this.#org
        .send<{ fields: { name: string; autoNumber: boolean; type: string }[] }>(
          'GET',
          `${DATA}/sobjects/${object}/describe`,
          undefined
        )
        .then(({ body }) =>
          body.fields
            .filter((field) => !UNTOLD.test(field.name) && !field.autoNumber && field.type !== 'address')
            .map((field) => field.name)
        );
      this.#columns.set(object, columns);
    }
    return columns;
  }
}

/** Every field that is not as expected, in words. */
export function differencesOf(found: Snapshot, expected: Snapshot): string[] {
  const names = new Set([...Object.keys(found), ...Object.keys(expected)]);
  return [...names]
    .filter((name) => JSON.stringify(found[name]) !== JSON.stringify(expected[name]))
    .map((name) => `${name} is ${JSON.stringify(found[name])}, not ${JSON.stringify(expected[name])}`);
}

/** How many records a snapshot has of each object. */
export function countsOf(snapshot: Snapshot): Record<string, number> {
  const records = new Set(Object.keys(snapshot).map((name) => name.slice(0, name.indexOf(':'))));
  const counts: Record<string, number> = {};
  for (const record of records) {
    const object = record.slice(0, record.indexOf(' '));
    counts[object] = (counts[object] ?? 0) + 1;
  }
  return counts;
}

function nameOf(row: Row): string {
  const name = row['Call_Id__c'] ?? row['Thoughtly_Key__c'] ?? row['Name'] ?? row['Subject'] ?? row['Title'] ?? '';
  return String(name).replaceAll(':', ' ');
}

/** What stands for the id, within a JSON text. */
function labelOf(object: string, row: Row): string {
  return JSON.stringify(`${object} ${nameOf(row)}`).slice(1, -1);
}

function byText(one: Row, other: Row): number {
  const key = (row: Row) => `${nameOf(row)} ${JSON.stringify(row)}`;
  return key(one) < key(other) ? -1 : 1;
}

/** The row as text has ids as they are, as parts of lists, and once more within texts that are JSON themselves. */
function relabelled(row: Row, labelById: ReadonlyMap<string, string>): Row {
  const told = Object.fromEntries(Object.entries(row).filter(([name]) => !UNTOLD.test(name)));
  const text = JSON.stringify(told).replace(RECORD_ID, (id) => labelById.get(id) ?? id);
  return JSON.parse(text) as Row;
}
