/** A local org that can be broken and mended while it runs, and set back to a mark. */
import { OrgClient, type Credentials, type Persona } from '../org-client';
import type { Grants, Rights } from './grants';
import type { Row } from './story';

const FAULTS_PATH = '/services/apexrest/faults/';
const DATA = '/services/data/v66.0';

/** As the class FaultsResource reads it. */
interface Work {
  readonly broken?: string;
  readonly doomed?: readonly string[];
  readonly restored?: readonly string[];
  readonly replayed?: readonly string[];
  readonly granted?: readonly string[];
  readonly hidden?: readonly string[];
  readonly readOnly?: readonly string[];
  readonly changedObject?: string;
  readonly rights?: Rights;
  readonly isSweeping?: boolean;
}

/** What an administrator does, and what happens to the org. Asked without a user, it is asked as an administrator. */
export class BreakableOrg extends OrgClient {
  /** `Lead.Email` → whether the sync may edit it: every field that its permission set grants. */
  readonly isEditableByField: ReadonlyMap<string, boolean>;
  readonly #rightsByObject: ReadonlyMap<string, Rights>;

  protected constructor(url: string, credentials: Credentials, grants: Grants) {
    super(url, credentials);
    this.isEditableByField = grants.isEditableByField;
    this.#rightsByObject = grants.rightsByObject;
  }

  /** Makes the present state the one that `reset` goes back to. */
  async mark(): Promise<void> {
    await this.#console('mark');
  }

  /** Goes back to the marked state: rows, grants, faults, jobs, clock. */
  async reset(): Promise<void> {
    await this.#console('reset');
  }

  /** Lets time go by, without jobs that would be due by then: the sweep is what must find them. */
  async pass(minutes: number): Promise<void> {
    await this.#console('pass', { minutes });
  }

  /** Waits until no job is due. Answers the jobs that failed since the last reset. */
  idle(): Promise<string[]> {
    return this.#console<string[]>('idle');
  }

  /** Runs anonymous Apex and answers its debug lines. */
  apex(source: string, persona: Persona = 'admin'): Promise<string[]> {
    return this.#console<string[]>('apex', { source, persona });
  }

  /** Turns faults on, `throws:Lead limits:Task`; an empty text mends everything. */
  async break(faults: string): Promise<void> {
    await this.work({ broken: faults });
  }

  /** From now on, the automation of an object deletes other records whenever one is saved. */
  async doom(ids: readonly string[], object: string): Promise<void> {
    await this.work({ broken: `deletes:${object}`, doomed: ids });
  }

  /** Takes records out of the recycle bin. */
  async restore(ids: readonly string[]): Promise<void> {
    await this.work({ restored: ids });
  }

  /** Another transaction holds the rows, until they are released. */
  async hold(ids: readonly string[]): Promise<void> {
    await this.#console('hold', { ids });
  }

  /** Releases all rows. */
  async release(): Promise<void> {
    await this.#console('release');
  }

  /** How many asynchronous jobs the org takes from now on; as usual without a number. */
  async takeJobs(more?: number): Promise<void> {
    await this.#console('takeJobs', { more });
  }

  /** Activates or deactivates a picklist value, `Lead.Status`, in Setup. */
  async setPicklistValue(field: string, value: string, isActive: boolean): Promise<void> {
    await this.#console('picklistValue', { field, value, isActive });
  }

  /** Gives a lead status another name in Setup. */
  async renameLeadStatus(from: string, to: string): Promise<void> {
    await this.#console('renameLeadStatus', { from, to });
  }

  /** Activates or deactivates a duplicate rule, `Lead.Same_Name`, in Setup. */
  async setDuplicateRule(name: string, isActive: boolean): Promise<void> {
    await this.#console('duplicateRule', { name, isActive });
  }

  async change(object: string, id: string, values: Row): Promise<void> {
    const { status, body } = await this.send('PATCH', `${DATA}/sobjects/${object}/${id}`, values);
    if (status !== 204) throw new Error(`${object} was not changed: ${JSON.stringify(body)}`);
  }

  /** Takes the access to a field away; `isReadable` leaves it readable. */
  async revokeField(field: string, isReadable: boolean): Promise<void> {
    await this.work(isReadable ? { readOnly: [field] } : { hidden: [field] });
  }

  async grantField(field: string): Promise<void> {
    const isEditable = this.isEditableByField.get(field) === true;
    await this.work({ granted: [field], ...(isEditable ? {} : { readOnly: [field] }) });
  }

  /** Changes rights on an object, `{ PermissionsCreate: false }`. */
  async setObjectRights(object: string, rights: Rights): Promise<void> {
    await this.work({ changedObject: object, rights });
  }

  /** Gives the rights on an object back that the package grants. */
  async grantObject(object: string): Promise<void> {
    await this.setObjectRights(object, this.#rightsByObject.get(object) ?? {});
  }

  /** Changes user permissions, `{ PermissionsEditTask: false }`. */
  async setUserRights(rights: Rights): Promise<void> {
    await this.work({ rights });
  }

  /** Has the class FaultsResource do something; answers the ids of replays. */
  protected async work(work: Work): Promise<string[]> {
    const { status, body } = await this.send<string[]>('POST', FAULTS_PATH, work);
    if (status !== 200) throw new Error(`The work was refused: ${JSON.stringify(body)}`);
    return body;
  }

  async #console<T>(command: string, body: Row = {}): Promise<T> {
    const { status, body: answer } = await this.send<T>('POST', `/console/${command}`, body);
    if (status !== 200) throw new Error(`${command} failed: ${String(answer)}`);
    return answer;
  }
}
