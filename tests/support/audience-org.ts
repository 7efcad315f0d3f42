/** A local org with the audiences, attributes and the custom object of `audience/`, and Thoughtly's requests to it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startLocalOrg, type LocalOrgProcess } from './local-org';
import type { Answer } from './org-client';

const ROOT = resolve(__dirname, '..', '..');
const DATA = '/services/data/v66.0';
const PERMISSION_SET = 'Thoughtly_Integration.permissionset-meta.xml';
/** Granted by a permission set that tests can change while the org runs. */
const REVOCABLE = ['Lead.LeadSource', 'Lead.DoNotCall'];
const MOST_IN_ONE_REQUEST = 200;

/** Where the package answers. */
export const BASE = '/services/apexrest/thoughtly/v1';

export type Row = Record<string, unknown>;

export interface Contact {
  readonly recordId: string;
  readonly phone: string;
  readonly attributes: Row;
}

export interface LeftOut {
  readonly attribute: string;
  readonly field: string;
  readonly message: string;
  readonly remedy: string;
}

interface Refusal {
  readonly errors?: readonly { readonly code: string; readonly message: string }[];
}

export interface Page extends Refusal {
  readonly name: string;
  readonly agentId: string | null;
  readonly tags: readonly string[];
  readonly callsAtOnce: number | null;
  readonly contacts: readonly Contact[];
  readonly skipped: readonly { readonly recordId: string; readonly reason: string }[];
  readonly leftOut: readonly LeftOut[];
  readonly next: string | null;
}

export interface Context extends Refusal {
  readonly recordId: string;
  readonly object: string;
  readonly match: { readonly method: string; readonly otherRecords: number };
  readonly attributes: Row;
  readonly lastCall: Row | null;
  readonly leftOut: readonly LeftOut[];
}

export class AudienceOrg {
  readonly org: LocalOrgProcess;
  /** The token that Thoughtly uses. */
  readonly token: string;
  readonly #folder: string;
  readonly #grantIdByField = new Map<string, string>();
  #permissionSetId = '';
  #numbers = 0;

  private constructor(org: LocalOrgProcess, token: string, folder: string) {
    this.org = org;
    this.token = token;
    this.#folder = folder;
  }

  static async start(): Promise<AudienceOrg> {
    const folder = mkdtempSync(join(tmpdir(), 'audience-'));
    writeReducedPermissionSet(folder);
    const org = await startLocalOrg({ with: [join(ROOT, 'tests', 'support', 'audience'), folder] });
    const audiences = new AudienceOrg(org, await org.integrationToken(), folder);
    await audiences.#assign();
    for (const field of REVOCABLE) await audiences.grant(field);
    return audiences;
  }

  async stop(): Promise<void> {
    await this.org.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #assign(): Promise<void> {
    const { org } = this;
    const [integration] = await org.query<{ Id: string }>(`SELECT Id FROM User WHERE Username LIKE 'integration@%'`);
    const [clinic] = await org.query<{ Id: string }>(`SELECT Id FROM PermissionSet WHERE Name = 'Clinic'`);
    this.#permissionSetId = await org.create('PermissionSet', { Name: 'Revocable', Label: 'Revocable' });
    for (const id of [clinic?.Id, this.#permissionSetId])
      await org.create('PermissionSetAssignment', { PermissionSetId: id, AssigneeId: integration?.Id });
  }

  /** Lets the integration user read a field, as an administrator would. */
  async grant(field: string): Promise<void> {
    const id = await this.org.create('FieldPermissions', {
      ParentId: this.#permissionSetId,
      SobjectType: field.split('.')[0],
      Field: field,
      PermissionsRead: true,
      PermissionsEdit: false
    });
    this.#grantIdByField.set(field, id);
  }

  revoke(field: string): Promise<void> {
    return this.remove('FieldPermissions', this.#grantIdByField.get(field) ?? '');
  }

  async remove(object: string, id: string): Promise<void> {
    const { status } = await this.org.send('DELETE', `${DATA}/sobjects/${object}/${id}`, undefined);
    if (status !== 204) throw new Error(`${object} ${id} was not deleted: ${status}`);
  }

  /** A request of Thoughtly. */
  get<T>(path: string, query: Readonly<Record<string, string>> = {}): Promise<Answer<T>> {
    const parameters = new URLSearchParams(query).toString();
    return this.follow(`${BASE}${path}${parameters === '' ? '' : `?${parameters}`}`);
  }

  /** A request of Thoughtly to an address that it was given. */
  follow<T>(address: string): Promise<Answer<T>> {
    return this.org.send<T>('GET', address, undefined, this.token);
  }

  context(query: Readonly<Record<string, string>>): Promise<Answer<Context>> {
    return this.get('/context', query);
  }

  async pageOf(name: string, query: Readonly<Record<string, string>> = {}): Promise<Page> {
    const { status, body } = await this.get<Page>(`/audiences/${name}`, query);
    if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
    return body;
  }

  /** A number that nobody in the org has, as a rep writes it. */
  nextPhone(): string {
    return `(415) 555-${String(++this.#numbers).padStart(4, '0')}`;
  }

  /** A Lead that belongs to the audience New_Web_Leads, unless the fields say otherwise. */
  newLead(fields: Row = {}): Promise<string> {
    return this.org.create('Lead', {
      FirstName: 'Dana',
      LastName: 'Ortiz',
      Company: 'Ortiz Homes',
      Phone: this.nextPhone(),
      Status: 'New',
      LeadSource: 'Web Form',
      ...fields
    });
  }

  /** Leads that belong to the audience Everybody. */
  async insertBulk(count: number): Promise<string[]> {
    const ids: string[] = [];
    while (ids.length < count) {
      const records = Array.from({ length: Math.min(MOST_IN_ONE_REQUEST, count - ids.length) }, () => ({
        attributes: { type: 'Lead' },
        LastName: 'Bulk',
        Company: 'Bulk Ltd',
        Phone: `+1628555${String(++this.#numbers).padStart(4, '0')}`
      }));
      const path = `${DATA}/composite/sobjects`;
      const { body } = await this.org.send<{ id: string }[]>('POST', path, { allOrNone: true, records });
      ids.push(...body.map((result) => result.id));
    }
    return ids;
  }
}

/** The number as it is dialled. */
export function dialled(phone: string): string {
  return `+1${phone.replace(/\D/g, '')}`;
}

function writeReducedPermissionSet(folder: string): void {
  let xml = readFileSync(join(ROOT, 'force-app', 'main', 'access', 'permissionsets', PERMISSION_SET), 'utf8');
  for (const field of REVOCABLE) {
    const granted = xml.match(/\s*<fieldPermissions>[\s\S]*?<\/fieldPermissions>/g) ?? [];
    const block = granted.find((item) => item.includes(`<field>${field}</field>`));
    if (block === undefined) throw new Error(`The package does not grant ${field}.`);
    xml = xml.replace(block, '');
  }
  mkdirSync(join(folder, 'permissionsets'));
  writeFileSync(join(folder, 'permissionsets', PERMISSION_SET), xml);
}
