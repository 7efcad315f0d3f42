import '../../library/index';
import { join } from 'node:path';
import { ApexBlob } from '../../library/system/Blob';
import { ApexList } from '../../library/system/List';
import type { ApexDmlException, ApexQueryException } from '../../runtime/exceptions';
import { TestOrg } from './support/test-org';

const FIXTURES = join(__dirname, 'fixtures');

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
}

/** An org whose rep has the permission set Visitor. */
function orgWithVisitor(): TestOrg {
  const org = new TestOrg([FIXTURES]);
  const [set] = org.query("SELECT Id FROM PermissionSet WHERE Name = 'Visitor'");
  org.database.systemInsert('PermissionSetAssignment', { AssigneeId: org.repId, PermissionSetId: set?.id });
  return org;
}

describe('queries in user mode', () => {
  test('should read what the permission sets grant', () => {
    const org = orgWithVisitor();
    org.insert('Lead', { LastName: 'Ng', Company: 'C', Rating_Note__c: 'Hot' });

    const found = org.query('SELECT LastName, Rating_Note__c FROM Lead', {}, { user: true, userId: org.repId });

    expect(found).toHaveLength(1);
  });

  test('should refuse fields and name them, also those of WHERE', () => {
    const org = orgWithVisitor();

    const error = thrownBy(() =>
      org.query("SELECT Id FROM Lead WHERE Secret__c = 'x'", {}, { user: true, userId: org.repId })
    ) as ApexQueryException;

    expect(String(error)).toContain("No such column 'Secret__c' on entity 'Lead'.");
    expect([...error.inaccessibleFields]).toEqual([['Lead', ['Secret__c']]]);
  });

  test('should leave out of FIELDS(ALL) what the user may not read', () => {
    const org = orgWithVisitor();
    org.insert('Lead', { LastName: 'Ng', Company: 'C', Rating_Note__c: 'Hot', Secret__c: 'x' });
    const text = 'SELECT FIELDS(ALL) FROM Lead LIMIT 200';
    const fieldsOf = (options: { user?: boolean; userId?: string }) =>
      org.run(() => [...(org.query(text, {}, options)[0]?.entries() ?? [])].map(([name]) => name));

    expect(fieldsOf({ user: true, userId: org.repId })).toContain('Rating_Note__c');
    expect(fieldsOf({ user: true, userId: org.repId })).not.toContain('Secret__c');
    expect(fieldsOf({})).toContain('Secret__c');
  });

  test('should refuse objects', () => {
    const org = orgWithVisitor();

    const error = thrownBy(() => org.query('SELECT Id FROM Opportunity', {}, { user: true, userId: org.repId }));

    expect(String(error)).toContain("sObject type 'Opportunity' is not supported.");
  });
});

describe('writes in user mode', () => {
  test('should refuse fields that were assigned, whatever the value, and name them', () => {
    const org = orgWithVisitor();
    const lead = org.record('Lead', { LastName: 'Ng', Company: 'C', Secret__c: null });

    const error = thrownBy(() => org.dml('insert', [lead], { accessMode: 'user' }, org.repId)) as ApexDmlException;

    expect(String(error)).toBe(
      'System.DmlException: Operation failed due to fields being inaccessible on Sobject Lead, check errors on Exception or Result!'
    );
    expect(error.rows[0]?.fields).toEqual(['Secret__c']);
  });

  test('should let fields pass that were only queried', () => {
    const org = orgWithVisitor();
    org.dml('insert', [org.record('Lead', { LastName: 'Ng', Company: 'C', Secret__c: 'x' })]);
    const [lead] = org.query('SELECT LastName, Secret__c FROM Lead');
    org.run(() => lead?.put('LastName', 'Changed'));

    const [outcome] = org.dml('update', lead ? [lead] : [], { accessMode: 'user' }, org.repId);

    expect(outcome?.isSuccess).toBe(true);
  });

  test('should write the other records of a partial insert', () => {
    const org = orgWithVisitor();
    const records = [
      org.record('Lead', { LastName: 'Bad', Company: 'C', Secret__c: 'x' }),
      org.record('Lead', { LastName: 'Good', Company: 'C' })
    ];

    const outcomes = org.dml('insert', records, { accessMode: 'user', allOrNone: false }, org.repId);

    expect(outcomes.map((outcome) => [outcome.isSuccess, outcome.errors[0]?.fields])).toEqual([
      [false, ['Secret__c']],
      [true, undefined]
    ]);
  });

  test('should deny objects without the permission', () => {
    const org = orgWithVisitor();

    const error = thrownBy(() =>
      org.dml('insert', [org.record('Account', { Name: 'Acme' })], { accessMode: 'user' }, org.repId)
    );

    expect(String(error)).toBe("System.SecurityException: Access to entity 'Account' denied");
  });
});

describe('sharing', () => {
  test('should show private records to their owner and to those they are shared with', () => {
    const org = orgWithVisitor();
    const hidden = org.insert('Visit__c', { Key__c: 'hidden' });
    const shared = org.insert('Visit__c', { Key__c: 'shared' });
    org.insert('Visit__c', { Key__c: 'own', OwnerId: org.repId });
    org.database.systemInsert('Visit__Share', {
      ParentId: shared,
      UserOrGroupId: org.repId,
      AccessLevel: 'Read',
      RowCause: 'Manual'
    });

    const keys = (options: object) =>
      org
        .query('SELECT Key__c FROM Visit__c ORDER BY Key__c', {}, { userId: org.repId, ...options })
        .map((record) => org.run(() => record.get('Key__c')));
    const [outcome] = org.dml(
      'update',
      [org.record('Visit__c', { Id: shared, Key__c: 'changed' })],
      { isSharingEnforced: true, allOrNone: false },
      org.repId
    );

    expect(keys({ sharing: true })).toEqual(['own', 'shared']);
    expect(keys({ sharing: false })).toEqual(['hidden', 'own', 'shared']);
    expect(outcome?.errors[0]?.statusCode).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
    expect(org.database.systemRead(hidden)).not.toBeNull();
  });

  test('should show records of a queue to its members', () => {
    const org = orgWithVisitor();
    const queue = org.database.systemInsert('Group', { Name: 'Desk', Type: 'Queue' });
    org.database.systemInsert('QueueSobject', { QueueId: queue, SobjectType: 'Visit__c' });
    org.database.systemInsert('GroupMember', { GroupId: queue, UserOrGroupId: org.repId });
    org.insert('Visit__c', { Key__c: 'queued', OwnerId: queue });

    const found = org.query('SELECT Id FROM Visit__c', {}, { user: true, userId: org.repId });

    expect(found).toHaveLength(1);
  });
});

describe('writes with sharing', () => {
  test('should delete own records only, and refer to visible records only', () => {
    const org = orgWithVisitor();
    const lead = org.insert('Lead', { LastName: 'Ng', Company: 'C' });
    const hidden = org.insert('Visit__c', { Key__c: 'hidden' });
    const codeOf = (kind: 'insert' | 'delete', objectName: string, fields: Record<string, unknown>) =>
      org.dml(kind, [org.record(objectName, fields)], { isSharingEnforced: true, allOrNone: false }, org.repId)[0]
        ?.errors[0]?.statusCode;

    expect(codeOf('delete', 'Lead', { Id: lead })).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
    expect(codeOf('insert', 'Task', { Subject: 'Call', WhatId: hidden })).toBe(
      'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY'
    );
  });
});

test('should tell through UserRecordAccess what a user may do with a record', () => {
  const org = orgWithVisitor();
  const lead = org.insert('Lead', { LastName: 'Ng', Company: 'C' });
  const visit = org.insert('Visit__c', { Key__c: 'hidden' });

  const rows = org.query(
    'SELECT RecordId, HasReadAccess, HasEditAccess, MaxAccessLevel FROM UserRecordAccess WHERE UserId = :user AND RecordId IN :ids',
    {
      user: org.repId,
      ids: new ApexList('Id', [lead, visit])
    }
  );

  org.run(() =>
    expect(rows.map((row) => [row.get('RecordId'), row.get('HasReadAccess'), row.get('MaxAccessLevel')])).toEqual([
      [lead, true, 'Edit'],
      [visit, false, 'None']
    ])
  );
});

test('should refuse semi-joins over fields that the user may not read', () => {
  const org = orgWithVisitor();
  const text = "SELECT Id FROM Visit__c WHERE Lead__c IN (SELECT Id FROM Lead WHERE Secret__c = 'x')";

  const error = thrownBy(() => org.query(text, {}, { user: true, userId: org.repId }));

  expect(String(error)).toContain("No such column 'Lead__c' on entity 'Visit__c'.");
  expect(
    String(thrownBy(() => org.query(text.replace('Lead__c IN', 'Id IN'), {}, { user: true, userId: org.repId })))
  ).toContain("No such column 'Secret__c' on entity 'Lead'.");
});

test('should show activities and files to those who see their records', () => {
  const org = orgWithVisitor();
  const lead = org.insert('Lead', { LastName: 'Ng', Company: 'C' });
  const hidden = org.insert('Visit__c', { Key__c: 'hidden' });
  org.insert('Task', { Subject: 'Open', WhoId: lead });
  org.insert('Task', { Subject: 'Nobody' });
  for (const place of [lead, hidden]) {
    org.insert('ContentVersion', {
      PathOnClient: `${place}.txt`,
      VersionData: ApexBlob.fromText('x'),
      FirstPublishLocationId: place
    });
  }

  const subjects = org.query('SELECT Subject FROM Task', {}, { sharing: true, userId: org.repId });
  const files = org.query('SELECT Title FROM ContentVersion', {}, { sharing: true, userId: org.repId });

  org.run(() => {
    expect(subjects.map((task) => task.get('Subject'))).toEqual(['Open']);
    expect(files.map((file) => file.get('Title'))).toEqual([lead]);
  });
});
