/** Rows that another transaction holds, or that an approval has locked. */
import { join } from 'node:path';
import { ApexDate } from '../../library/system/Date';
import type { DmlOutcome } from '../api';
import { setLocked } from '../record-locks';
import { TestOrg } from './support/test-org';

const RECORD_UNAVAILABLE = /^Record Currently Unavailable: The record you are attempting to edit/;
const org = new TestOrg([join(__dirname, 'fixtures')]);
const { heldRows } = org.database.tables;
const account = org.insert('Account', { Name: 'Acme' });
const contact = org.insert('Contact', { LastName: 'Ng', AccountId: account });
const visit = org.insert('Visit__c', { Key__c: 'v1' });

afterEach(() => heldRows.releaseAll());

const save = (kind: 'insert' | 'update' | 'delete', objectName: string, fields: Readonly<Record<string, unknown>>) =>
  org.dml(kind, [org.record(objectName, fields)], { allOrNone: false })[0] as DmlOutcome;
const locked = (id: string) => ({
  isSuccess: false,
  errors: [
    {
      statusCode: 'UNABLE_TO_LOCK_ROW',
      message: `unable to obtain exclusive access to this record or 1 records: ${id}`,
      fields: []
    }
  ]
});

it('should not be updated or deleted by others until they are released', () => {
  heldRows.hold([account]);
  expect(save('update', 'Account', { Id: account, Name: 'New' })).toMatchObject(locked(account));
  expect(save('delete', 'Account', { Id: account })).toMatchObject(locked(account));
  expect(org.values('SELECT Name FROM Account')).toEqual(['Acme']);
  heldRows.release([account]);
  expect(save('update', 'Account', { Id: account, Name: 'Acme' })).toMatchObject({ isSuccess: true });
});

it('should stop a statement that must succeed as a whole', () => {
  heldRows.hold([contact]);
  const records = [org.record('Contact', { LastName: 'Li' }), org.record('Contact', { Id: contact, Title: 'CEO' })];
  expect(() => org.dml('upsert', records)).toThrow(
    `Upsert failed. First exception on row 1 with id ${contact}; first error: UNABLE_TO_LOCK_ROW, unable to obtain exclusive access to this record or 1 records: ${contact}: []`
  );
  expect(org.values('SELECT LastName FROM Contact')).toEqual(['Ng']);
});

it('should be read as ever, but not for an update', () => {
  heldRows.hold([account]);
  expect(org.query('SELECT Id FROM Account')).toHaveLength(1);
  expect(() => org.query('SELECT Id FROM Account FOR UPDATE')).toThrow(RECORD_UNAVAILABLE);
  expect(org.query("SELECT Id FROM Account WHERE Name = 'Other' FOR UPDATE")).toHaveLength(0);
});

describe('the records above a saved one', () => {
  const date = ApexDate.of(2026, 5, 21);

  it.each([
    ['a new Contact', 'insert', 'Contact', { LastName: 'Li', AccountId: account }, account],
    ['a Contact that moves away', 'update', 'Contact', { Id: contact, AccountId: null }, account],
    ['an open Task', 'insert', 'Task', { Subject: 'Call', ActivityDate: date, WhoId: contact }, contact],
    ['an open Task of the Contact', 'insert', 'Task', { Subject: 'Call', ActivityDate: date, WhoId: contact }, account],
    ['a child', 'insert', 'Visit_Note__c', { Visit__c: visit }, visit]
  ] as const)('should be locked by %s', (_, kind, objectName, fields, held) => {
    heldRows.hold([held]);
    expect(save(kind, objectName, fields)).toMatchObject(locked(held));
  });

  it.each([
    ['a Contact that stays', 'update', 'Contact', { Id: contact, Title: 'CEO' }, account],
    [
      'a completed Task',
      'insert',
      'Task',
      { Subject: 'Call', Status: 'Completed', ActivityDate: date, WhoId: contact },
      account
    ],
    ['a Task without a date', 'insert', 'Task', { Subject: 'Call', WhoId: contact }, account]
  ] as const)('should not be locked by %s', (_, kind, objectName, fields, held) => {
    heldRows.hold([held]);
    expect(save(kind, objectName, fields)).toMatchObject({ isSuccess: true });
  });
});

describe('records that an approval locks', () => {
  const rename = (userId: string) =>
    org.dml('update', [org.record('Account', { Id: account, Site: 'X' })], { allOrNone: false }, userId)[0];

  afterEach(() => org.run(() => setLocked(org.database.tables, account, false)));

  it('should be edited by administrators only', () => {
    org.run(() => setLocked(org.database.tables, account, true));
    expect(rename(org.repId)?.errors).toEqual([
      { statusCode: 'ENTITY_IS_LOCKED', message: 'the entity is locked for editing', fields: [] }
    ]);
    expect(rename(org.adminId)).toMatchObject({ isSuccess: true });
    expect(rename(org.repId)).toMatchObject({ isSuccess: false });
  });

  it('should be free again when the lock is taken away or rolled back', () => {
    const before = org.database.snapshot();
    org.run(() => setLocked(org.database.tables, account, true));
    org.database.restore(before);
    expect(rename(org.repId)).toMatchObject({ isSuccess: true });
  });
});
