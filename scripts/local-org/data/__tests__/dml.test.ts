import '../../library/index';
import { ApexDmlException, newException } from '../../runtime/exceptions';
import { currentTriggerContext } from '../../runtime/trigger-context';
import { ApexBlob } from '../../library/system/Blob';
import { ApexDate } from '../../library/system/Date';
import { Decimal } from '../../library/system/Decimal';
import type { SObjectValue } from '../sobject';
import { TestOrg } from './support/test-org';

function failureOf(work: () => unknown): ApexDmlException {
  try {
    work();
  } catch (error) {
    if (error instanceof ApexDmlException) return error;
    throw error;
  }
  throw new Error('Nothing was thrown');
}

const newRecords = () => (currentTriggerContext()?.new?.items ?? []) as SObjectValue[];

describe('insert', () => {
  test('should write ids back, fill defaults and stamp the row', () => {
    const org = new TestOrg();
    const lead = org.record('Lead', { FirstName: 'Ann', LastName: 'Ng', Company: 'Ng Co' });

    const [outcome] = org.dml('insert', [lead]);

    expect(outcome).toMatchObject({ isSuccess: true, isCreated: true, id: lead.id });
    expect(lead.id).toMatch(/^00Q\w{15}$/);
    const row = org.database.systemRead(lead.id as string);
    expect(row).toMatchObject({
      Name: 'Ann Ng',
      Status: 'Open - Not Contacted',
      OwnerId: org.adminId,
      CreatedById: org.adminId,
      IsConverted: false
    });
  });

  test.each([
    ['Lead', { LastName: 'Ng' }, 'REQUIRED_FIELD_MISSING, Required fields are missing: [Company]: [Company]'],
    [
      'Lead',
      { LastName: 'x'.repeat(81), Company: 'C' },
      `STRING_TOO_LONG, Last Name: data value too large: ${'x'.repeat(81)} (max length=80): [LastName]`
    ],
    [
      'Contact',
      { LastName: 'x', Email: 'nobody' },
      'INVALID_EMAIL_ADDRESS, Email: invalid email address: nobody: [Email]'
    ],
    [
      'Contact',
      { LastName: 'x', AccountId: '001000000000009' },
      'INVALID_CROSS_REFERENCE_KEY, invalid cross reference id: []'
    ],
    [
      'Contact',
      { LastName: 'x', AccountId: '003000000000009' },
      'FIELD_INTEGRITY_EXCEPTION, Account ID: id value of incorrect type: 003000000000009AAA: [AccountId]'
    ]
  ])('should refuse a %s with %j', (objectName, fields, message) => {
    const org = new TestOrg();

    const failure = failureOf(() => org.insert(objectName, fields));

    expect(String(failure)).toBe(
      `System.DmlException: Insert failed. First exception on row 0; first error: ${message}`
    );
  });

  test('should keep the good rows of a partial insert and undo all rows otherwise', () => {
    const org = new TestOrg();
    const records = () => [
      org.record('Account', { Name: 'Good' }),
      org.record('Account', { Industry: 'Energy' }),
      org.record('Account', { Name: 'Fine' })
    ];

    const outcomes = org.dml('insert', records(), { allOrNone: false });
    failureOf(() => org.dml('insert', records()));

    expect(outcomes.map((outcome) => outcome.isSuccess)).toEqual([true, false, true]);
    expect(org.values('SELECT Name FROM Account')).toEqual(['Good', 'Fine']);
  });

  test('should count statements and rows', () => {
    const org = new TestOrg();

    org.dml('insert', [org.record('Account', { Name: 'A' }), org.record('Account', { Name: 'B' })]);

    expect([org.transaction.limits.used('dmlStatements'), org.transaction.limits.used('dmlRows')]).toEqual([1, 2]);
  });
});

describe('update, upsert, delete and undelete', () => {
  test('should change only the fields that the record has', () => {
    const org = new TestOrg();
    const id = org.insert('Account', { Name: 'Acme', Industry: 'Energy' });

    org.dml('update', [org.record('Account', { Id: id, Industry: null })]);

    expect(org.database.systemRead(id)).toMatchObject({ Name: 'Acme', Industry: null });
  });

  test('should refuse records without id, with unknown ids and twice in one list', () => {
    const org = new TestOrg();
    const id = org.insert('Account', { Name: 'Acme' });
    const errorOf = (fields: Record<string, unknown>) =>
      org.dml('update', [org.record('Account', fields)], { allOrNone: false })[0]?.errors[0]?.statusCode;

    expect(errorOf({ Name: 'x' })).toBe('MISSING_ARGUMENT');
    expect(errorOf({ Id: '001000000000001', Name: 'x' })).toBe('INVALID_CROSS_REFERENCE_KEY');
    expect(() => org.dml('update', [org.record('Account', { Id: id }), org.record('Account', { Id: id })])).toThrow();
  });

  test('should upsert by id', () => {
    const org = new TestOrg();
    const id = org.insert('Account', { Name: 'Acme' });

    const outcomes = org.dml('upsert', [
      org.record('Account', { Id: id, Name: 'Acme 2' }),
      org.record('Account', { Name: 'New' })
    ]);

    expect(outcomes.map((outcome) => outcome.isCreated)).toEqual([false, true]);
    expect(org.values('SELECT Name FROM Account')).toEqual(['Acme 2', 'New']);
  });

  test('should move rows to the recycle bin with their children and bring them back', () => {
    const org = new TestOrg();
    const account = org.insert('Account', { Name: 'Acme' });
    org.insert('Contact', { LastName: 'Lee', AccountId: account });

    org.dml('delete', [org.record('Account', { Id: account })]);
    const afterDelete = [
      org.values('SELECT Name FROM Account'),
      org.values('SELECT LastName FROM Contact'),
      org.values('SELECT Name FROM Account ALL ROWS')
    ];
    org.dml('undelete', [org.record('Account', { Id: account })]);

    expect(afterDelete).toEqual([[], [], ['Acme']]);
    expect(org.values('SELECT Name FROM Account')).toEqual(['Acme']);
    expect(org.values('SELECT LastName FROM Contact')).toEqual(['Lee']);
  });

  test('should take activities along with the person or the record that they are about', () => {
    const org = new TestOrg();
    const contact = org.insert('Contact', { LastName: 'Lee' });
    const account = org.insert('Account', { Name: 'Acme' });
    org.insert('Task', { Subject: 'Of the contact', WhoId: contact });
    org.insert('Task', { Subject: 'Of the account', WhatId: account });

    org.dml('delete', [org.record('Contact', { Id: contact }), org.record('Account', { Id: account })]);
    const afterDelete = org.values('SELECT Subject FROM Task');
    org.dml('undelete', [org.record('Contact', { Id: contact }), org.record('Account', { Id: account })]);

    expect(afterDelete).toEqual([]);
    expect(org.values('SELECT WhoId FROM Task WHERE WhatId = null')).toEqual([contact]);
    expect(org.values('SELECT WhatId FROM Task WHERE WhoId = null')).toEqual([account]);
  });

  test('should set look-ups again when their record comes back, unless they lead elsewhere', () => {
    const org = new TestOrg();
    const [boss, other] = ['Boss', 'Other'].map((LastName) => org.insert('Contact', { LastName }));
    const people = ['A', 'B'].map((LastName) => org.insert('Contact', { LastName, ReportsToId: boss }));

    org.dml('delete', [org.record('Contact', { Id: boss })]);
    const afterDelete = org.values("SELECT ReportsToId FROM Contact WHERE LastName IN ('A', 'B')");
    org.dml('update', [org.record('Contact', { Id: people[1], ReportsToId: other })]);
    org.dml('undelete', [org.record('Contact', { Id: boss })]);

    expect(afterDelete).toEqual([null, null]);
    expect(org.values("SELECT ReportsToId FROM Contact WHERE LastName IN ('A', 'B') ORDER BY LastName")).toEqual([
      boss,
      other
    ]);
  });

  test('should return to a savepoint', () => {
    const org = new TestOrg();
    const id = org.insert('Account', { Name: 'Before' });
    const savepoint = org.run(() => org.database.setSavepoint());
    org.dml('update', [org.record('Account', { Id: id, Name: 'After' })]);
    org.insert('Account', { Name: 'Other' });

    org.run(() => org.database.rollback(savepoint));

    expect(org.values('SELECT Name FROM Account')).toEqual(['Before']);
  });
});

describe('triggers', () => {
  test('should see and change new rows before the save, and see ids after it', () => {
    const org = new TestOrg();
    const seen: unknown[] = [];
    org.triggers.push({
      name: 'T',
      objectName: 'Account',
      events: ['before insert', 'after insert'],
      run: () => {
        for (const record of newRecords()) {
          seen.push(record.id === null ? 'before' : 'after');
          if (!record.isReadOnly) record.put('Industry', 'Energy');
        }
      }
    });

    const id = org.insert('Account', { Name: 'Acme' });

    expect(seen).toEqual(['before', 'after']);
    expect(org.database.systemRead(id)).toMatchObject({ Industry: 'Energy' });
  });

  test('should get chunks of 200 records', () => {
    const org = new TestOrg();
    const sizes: number[] = [];
    org.triggers.push({
      name: 'T',
      objectName: 'Account',
      events: ['after insert'],
      run: () => void sizes.push(newRecords().length)
    });

    org.dml(
      'insert',
      Array.from({ length: 450 }, (_, i) => org.record('Account', { Name: `A${i}` }))
    );

    expect(sizes).toEqual([200, 200, 50]);
  });

  test('should refuse single rows with addError and run again for the others', () => {
    const org = new TestOrg();
    const sizes: number[] = [];
    org.triggers.push({
      name: 'T',
      objectName: 'Account',
      events: ['before insert'],
      run: () => {
        sizes.push(newRecords().length);
        org.query('SELECT Id FROM Account');
        for (const record of newRecords()) if (record.get('Name') === 'Bad') record.addError('No.', 'Name');
      }
    });

    const outcomes = org.dml(
      'insert',
      ['Good', 'Bad'].map((Name) => org.record('Account', { Name })),
      { allOrNone: false }
    );

    expect(outcomes[1]?.errors).toEqual([
      { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'No.', fields: ['Name'] }
    ]);
    expect(sizes).toEqual([2, 1]);
    expect(org.transaction.limits.used('queries')).toBe(1);
    expect(org.values('SELECT Name FROM Account')).toEqual(['Good']);
  });

  test('should turn uncaught exceptions into a DmlException that names the trigger', () => {
    const org = new TestOrg();
    org.triggers.push({
      name: 'AccountTrigger',
      objectName: 'Account',
      events: ['before insert'],
      run: () => {
        throw newException('System.MathException', 'Divide by 0');
      }
    });

    const failure = failureOf(() => org.insert('Account', { Name: 'Acme' }));

    expect(String(failure)).toContain(
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, AccountTrigger: execution of BeforeInsert\n\ncaused by: System.MathException: Divide by 0'
    );
    expect(org.values('SELECT Name FROM Account')).toEqual([]);
  });
});

describe('standard objects', () => {
  test('should refuse tasks for converted Leads and derive what follows from others', () => {
    const org = new TestOrg();
    const account = org.insert('Account', { Name: 'Acme' });
    const contact = org.insert('Contact', { LastName: 'Lee', AccountId: account });
    const lead = org.insert('Lead', { LastName: 'Ng', Company: 'C' });
    const task = org.insert('Task', { Subject: 'Call', WhoId: contact, Status: 'Completed' });
    org.database.systemUpdate(lead, { IsConverted: true });

    const failure = failureOf(() => org.insert('Task', { Subject: 'Call', WhoId: lead }));

    expect(org.database.systemRead(task)).toMatchObject({ IsClosed: true, AccountId: account, Priority: 'Normal' });
    expect(failure.rows[0]).toMatchObject({
      statusCode: 'CANNOT_UPDATE_CONVERTED_LEAD',
      message: 'cannot reference converted lead'
    });
  });

  test('should derive probability and closing from the stage', () => {
    const org = new TestOrg();
    const id = org.insert('Opportunity', {
      Name: 'Deal',
      StageName: 'Closed Won',
      CloseDate: new ApexDate(2026, 6, 30),
      Amount: Decimal.parse('10.555')
    });

    expect(org.database.systemRead(id)).toMatchObject({ IsClosed: true, IsWon: true, Amount: Decimal.parse('10.56') });
  });
});

describe('owners and assignments', () => {
  test('should refuse inactive owners and queues of other objects', () => {
    const org = new TestOrg();
    const inactive = org.database.systemInsert('User', {
      Username: 'gone@example.com',
      LastName: 'Gone',
      IsActive: false
    });
    const queue = org.database.systemInsert('Group', { Name: 'Desk', Type: 'Queue' });
    const codeOf = (owner: string) =>
      failureOf(() => org.insert('Lead', { LastName: 'Ng', Company: 'C', OwnerId: owner })).rows[0]?.statusCode;

    expect([codeOf(inactive), codeOf(queue)]).toEqual(['INACTIVE_OWNER_OR_USER', 'FIELD_INTEGRITY_EXCEPTION']);
  });

  test('should refuse set-up objects after others in one transaction', () => {
    const org = new TestOrg();
    org.insert('Account', { Name: 'Acme' });

    const failure = failureOf(() => org.insert('Group', { Name: 'Desk', DeveloperName: 'Desk' }));

    expect(failure.rows[0]?.statusCode).toBe('MIXED_DML_OPERATION');
  });
});

describe('triggers that start one another', () => {
  test('should not update the records that they are saving', () => {
    const org = new TestOrg();
    const id = org.insert('Account', { Name: 'Acme' });
    org.triggers.push({
      name: 'T',
      objectName: 'Account',
      events: ['before update'],
      run: () => {
        org.dml('update', [org.record('Account', { Id: id, Name: 'Again' })]);
      }
    });

    const failure = failureOf(() => org.dml('update', [org.record('Account', { Id: id, Name: 'Once' })]));

    expect(failure.rows[0]?.message).toContain('SELF_REFERENCE_FROM_TRIGGER');
  });

  test('should stop at a depth of 16', () => {
    const org = new TestOrg();
    org.triggers.push({
      name: 'T',
      objectName: 'Account',
      events: ['after insert'],
      run: () => {
        org.insert('Account', { Name: 'Next' });
      }
    });

    const failure = failureOf(() => org.insert('Account', { Name: 'First' }));

    expect(failure.rows[0]?.message).toContain('maximum trigger depth exceeded');
  });
});

describe('what follows from other records', () => {
  test('should remember the last activity of a person', () => {
    const org = new TestOrg();
    const lead = org.insert('Lead', { LastName: 'Ng', Company: 'C' });

    org.insert('Task', { Subject: 'Call', WhoId: lead, Status: 'Completed', ActivityDate: new ApexDate(2026, 5, 1) });
    org.insert('Task', { Subject: 'Later', WhoId: lead, ActivityDate: new ApexDate(2026, 6, 1) });

    expect(org.database.systemRead(lead)).toMatchObject({ LastActivityDate: new ApexDate(2026, 5, 1) });
  });

  test('should keep versions of a file in one document that is linked to its record', () => {
    const org = new TestOrg();
    const account = org.insert('Account', { Name: 'Acme' });
    const first = org.insert('ContentVersion', {
      PathOnClient: 'notes.txt',
      VersionData: ApexBlob.fromText('one'),
      FirstPublishLocationId: account
    });
    const [version] = org.query('SELECT Title, FileExtension, ContentDocumentId FROM ContentVersion');
    const document = org.run(() => version?.get('ContentDocumentId') as string);

    const second = org.insert('ContentVersion', {
      PathOnClient: 'notes.txt',
      VersionData: ApexBlob.fromText('two'),
      ContentDocumentId: document
    });

    expect(org.database.systemRead(first)).toMatchObject({ Title: 'notes', FileExtension: 'txt', IsLatest: false });
    expect(org.database.systemRead(document)).toMatchObject({ LatestPublishedVersionId: second });
    expect(org.query('SELECT Id FROM ContentDocumentLink WHERE LinkedEntityId = :account', { account })).toHaveLength(
      1
    );
  });
});
