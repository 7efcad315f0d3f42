/**
 * The rows that a new org has beside those that follow from metadata: the organization, profiles, users and their
 * permission sets, classes.
 */
import type { Database } from '../data/api';
import { parseSoql } from '../data/soql/parse';
import { ApexBlob } from '../library/system/Blob';
import { ApexDatetime } from '../library/system/Datetime';
import { ApexTime } from '../library/system/Time';
import { DEFAULT_TIME_ZONE } from '../library/running-user';
import type { OrgUser } from '../org';
import type { ObjectSchema, OrgSchema } from '../schema/model';
import { PERSONAS, usernameOf } from './personas';
import type { StaticResource } from './static-resources';

/** What the org has to know of its own rows. */
export interface SetupRows {
  readonly organizationId: string;
  readonly users: readonly OrgUser[];
  /** Ids of the ApexClass rows, by class name in lower case. */
  readonly classIdByName: ReadonlyMap<string, string>;
  readonly standardPricebookId: string;
}

/** What the source brings that set-up objects list. */
export interface DeployedCode {
  readonly classNames: readonly string[];
  readonly staticResources: readonly StaticResource[];
}

type Values = Readonly<Record<string, unknown>>;

/** Writes rows with the time and author of the set-up; fields that an object does not have are left out. */
class SetupWriter {
  readonly schema: OrgSchema;
  private readonly database: Database;
  private readonly now: ApexDatetime;
  authorId: string | null = null;

  constructor(schema: OrgSchema, database: Database, now: number) {
    this.schema = schema;
    this.database = database;
    this.now = new ApexDatetime(now);
  }

  insert(objectName: string, values: Values): string {
    const object = this.schema.findObject(objectName);
    if (!object) throw new Error(`The object ${objectName} is not in the schema: add it to the standard objects`);
    const audit = {
      CreatedDate: this.now,
      LastModifiedDate: this.now,
      SystemModstamp: this.now,
      CreatedById: this.authorId,
      LastModifiedById: this.authorId
    };
    return this.database.systemInsert(object.name, known(object, { ...audit, ...values }));
  }

  /** Id of the row with this name, in any case; null when there is none. */
  findByName(objectName: string, name: string): string | null {
    const query = parseSoql(`SELECT Id FROM ${objectName} WHERE Name = :name LIMIT 1`);
    const [record] = this.database.query({ query, bind: () => name, accessMode: 'system', isSharingEnforced: false });
    return record?.id ?? null;
  }
}

function known(object: ObjectSchema, values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => name === 'Id' || object.fields.has(name.toLowerCase()))
  );
}

/** Fills the tables of a new org. Runs in a transaction, because values may ask for the running user. */
export function insertSetupRows(schema: OrgSchema, database: Database, code: DeployedCode, now: number): SetupRows {
  const writer = new SetupWriter(schema, database, now);
  const organizationId = writer.insert('Organization', {
    Name: 'Thoughtly Local Org',
    OrganizationType: 'Developer Edition',
    InstanceName: 'LOCAL',
    IsSandbox: false,
    LanguageLocaleKey: 'en_US',
    DefaultLocaleSidKey: 'en_US',
    TimeZoneSidKey: DEFAULT_TIME_ZONE,
    FiscalYearStartMonth: 1
  });
  const profileIds = insertProfiles(writer);
  const users = insertUsers(writer, profileIds);
  assignPermissionSets(writer, users);
  fillQueues(writer, users);
  for (const { name, contentType, body } of code.staticResources) {
    writer.insert('StaticResource', {
      Name: name,
      ContentType: contentType,
      Body: new ApexBlob(body),
      BodyLength: body.length
    });
  }
  const classIdByName = new Map(
    code.classNames.map((name) => [
      name.toLowerCase(),
      writer.insert('ApexClass', { Name: name, Status: 'Active', IsValid: true, ApiVersion: 66 })
    ])
  );
  insertBusinessHours(writer);
  const standardPricebookId = writer.insert('Pricebook2', {
    Name: 'Standard Price Book',
    IsActive: true,
    IsStandard: true
  });
  return { organizationId, users, classIdByName, standardPricebookId };
}

/** The hours of a new org: every day and all day. */
function insertBusinessHours(writer: SetupWriter): void {
  const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
  const midnight = new ApexTime(0);
  const hours = days.flatMap((day) => [
    [`${day}StartTime`, midnight],
    [`${day}EndTime`, midnight]
  ]);
  writer.insert('BusinessHours', {
    Name: 'Default',
    IsActive: true,
    IsDefault: true,
    TimeZoneSidKey: DEFAULT_TIME_ZONE,
    ...Object.fromEntries(hours)
  });
}

function insertProfiles(writer: SetupWriter): ReadonlyMap<string, string> {
  const ids = [...writer.schema.profiles].map(
    ([key, profile]) => [key, writer.insert('Profile', { Name: profile.label, UserType: 'Standard' })] as const
  );
  return new Map(ids);
}

function insertUsers(writer: SetupWriter, profileIds: ReadonlyMap<string, string>): OrgUser[] {
  return PERSONAS.map(({ persona, firstName, lastName, profile }) => {
    const username = usernameOf(persona);
    const name = `${firstName} ${lastName}`;
    const id = writer.insert('User', {
      Username: username,
      FirstName: firstName,
      LastName: lastName,
      Name: name,
      Email: username,
      Alias: persona.slice(0, 8),
      CommunityNickname: persona,
      IsActive: true,
      ProfileId: profileIds.get(profile.toLowerCase()) ?? null,
      UserType: 'Standard',
      TimeZoneSidKey: DEFAULT_TIME_ZONE,
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8'
    });
    writer.authorId ??= id;
    return { id, username, name, persona };
  });
}

/** Members of queues; users that the local org does not have are passed over. */
function fillQueues(writer: SetupWriter, users: readonly OrgUser[]): void {
  for (const { label, users: members } of writer.schema.queues) {
    const queueId = writer.findByName('Group', label);
    for (const name of members) {
      const user = users.find(({ username }) => username.toLowerCase() === name.toLowerCase());
      if (queueId !== null && user) writer.insert('GroupMember', { GroupId: queueId, UserOrGroupId: user.id });
    }
  }
}

function assignPermissionSets(writer: SetupWriter, users: readonly OrgUser[]): void {
  for (const { persona, permissionSet } of PERSONAS) {
    const setId = permissionSet === null ? null : writer.findByName('PermissionSet', permissionSet);
    const user = users.find((candidate) => candidate.persona === persona);
    if (setId !== null && user)
      writer.insert('PermissionSetAssignment', { PermissionSetId: setId, AssigneeId: user.id, IsActive: true });
  }
}
