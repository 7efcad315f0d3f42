import '../../library/index';
import { join } from 'node:path';
import { LeadConvertValue } from '../../library/database/LeadConvert';
import { Decimal } from '../../library/system/Decimal';
import { ApexDmlException } from '../../runtime/exceptions';
import { convertLeads } from '../dml/convert-lead';
import { TestOrg } from './support/test-org';

const FIXTURES = join(__dirname, 'fixtures');
const newOrg = () => new TestOrg([FIXTURES]);

function failureOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ApexDmlException) return String(error).replace(/^.*first error: /, '');
    throw error;
  }
  return '';
}

describe('custom objects', () => {
  test('should number, default, round and compute fields', () => {
    const org = newOrg();
    org.insert('Visit__c', { Score__c: Decimal.parse('1.25') });
    const id = org.insert('Visit__c', { Score__c: Decimal.parse('2') });

    const [visit] = org.query(
      'SELECT Name, Kind__c, Score__c, Double_Score__c FROM Visit__c WHERE Double_Score__c = 4'
    );

    org.run(() =>
      expect([visit?.id, visit?.get('Name'), visit?.get('Kind__c'), String(visit?.get('Double_Score__c'))]).toEqual([
        id,
        'V-0002',
        'Short',
        '4.0'
      ])
    );
    expect(org.values('SELECT Score__c FROM Visit__c').map(String)).toEqual(['1.3', '2.0']);
  });

  test.each([
    [
      { Kind__c: 'Odd' },
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, Kind: bad value for restricted picklist field: Odd: [Kind__c]'
    ],
    [{ Score__c: Decimal.parse('11') }, 'FIELD_CUSTOM_VALIDATION_EXCEPTION, A score is at most 10.: [Score__c]'],
    [
      { Score__c: Decimal.parse('1000') },
      'NUMBER_OUTSIDE_VALID_RANGE, Score: value outside of valid range on numeric field: 1000.0: [Score__c]'
    ],
    [
      { Notes__c: 'x'.repeat(1001) },
      `STRING_TOO_LONG, Notes: data value too large: ${'x'.repeat(1001)} (max length=1000): [Notes__c]`
    ]
  ])('should refuse bad values, case %#', (fields, message) => {
    const org = newOrg();

    expect(failureOf(() => org.insert('Visit__c', fields))).toBe(message);
  });

  test('should keep unique fields unique, without regard to case, within one statement too', () => {
    const org = newOrg();
    const first = org.insert('Visit__c', { Key__c: 'one' });

    const message = failureOf(() => org.insert('Visit__c', { Key__c: 'ONE' }));
    const outcomes = org.dml(
      'insert',
      ['two', 'two'].map((key) => org.record('Visit__c', { Key__c: key })),
      { allOrNone: false }
    );

    expect(message).toBe(
      `DUPLICATE_VALUE, duplicate value found: Key__c duplicates value on record with id: ${first.slice(0, 15)}: []`
    );
    expect(outcomes.map((outcome) => outcome.isSuccess)).toEqual([true, false]);
  });

  test('should upsert by external id and refuse ambiguous ones', () => {
    const org = newOrg();
    const first = org.insert('Visit__c', { Key__c: 'one', Source_Key__c: 'same' });
    org.insert('Visit__c', { Key__c: 'two', Source_Key__c: 'same' });
    const upsert = (fields: Record<string, unknown>, field: string) =>
      org.dml('upsert', [org.record('Visit__c', fields)], { externalIdField: field, allOrNone: false })[0];

    const updated = upsert({ Key__c: 'ONE', Kind__c: 'Long' }, 'Key__c');
    const created = upsert({ Key__c: 'three' }, 'Key__c');
    const ambiguous = upsert({ Source_Key__c: 'same' }, 'Source_Key__c');

    expect([updated?.id, updated?.isCreated, created?.isCreated]).toEqual([first, false, true]);
    expect(ambiguous?.errors[0]?.statusCode).toBe('DUPLICATE_EXTERNAL_ID');
    expect(org.database.systemRead(first)).toMatchObject({ Kind__c: 'Long', Key__c: 'ONE' });
  });

  test('should clear look-ups of deleted records', () => {
    const org = newOrg();
    const lead = org.insert('Lead', { LastName: 'Ng', Company: 'C' });
    const visit = org.insert('Visit__c', { Lead__c: lead });

    org.dml('delete', [org.record('Lead', { Id: lead })]);

    expect(org.database.systemRead(visit)).toMatchObject({ Lead__c: null });
  });

  test.each([
    ["SELECT Key__c FROM Visit__c WHERE Tags__c INCLUDES ('A;B', 'C') ORDER BY Key__c", ['ab', 'c']],
    ["SELECT Key__c FROM Visit__c WHERE Tags__c EXCLUDES ('A')", ['c']],
    ["SELECT Key__c FROM Visit__c WHERE Lead__r.LastName = 'Ng'", ['ab']],
    [
      'SELECT Key__c FROM Visit__c WHERE Id IN (SELECT Id FROM Visit__c WHERE Lead__c = null) ORDER BY Key__c',
      ['a', 'c']
    ],
    ['SELECT MasterLabel FROM Rule__mdt WHERE Order__c = 1', ['The First']],
    ["SELECT DeveloperName FROM Rule__mdt WHERE DeveloperName = 'first'", ['First']]
  ])('%s', (text, expected) => {
    const org = newOrg();
    const lead = org.insert('Lead', { LastName: 'Ng', Company: 'C' });
    for (const [key, tags, parent] of [
      ['a', 'A', null],
      ['ab', 'A;B', lead],
      ['c', 'C', null]
    ]) {
      org.insert('Visit__c', { Key__c: key, Tags__c: tags, Lead__c: parent });
    }

    expect(org.values(text)).toEqual(expected);
  });

  test('should refuse long text in filters', () => {
    const org = newOrg();

    expect(() => org.query("SELECT Id FROM Visit__c WHERE Notes__c = 'x'")).toThrow();
  });
});

describe('lead conversion', () => {
  test('should make an Account, a Contact and an Opportunity, and close the Lead', () => {
    const org = newOrg();
    const lead = org.insert('Lead', { FirstName: 'Ann', LastName: 'Ng', Company: 'Ng Co', Email: 'ann@example.com' });
    const task = org.insert('Task', { Subject: 'Call', WhoId: lead });
    const wish = {
      leadId: lead,
      accountId: null,
      accountRecord: null,
      contactId: null,
      contactRecord: null,
      opportunityId: null,
      opportunityRecord: null,
      opportunityName: null,
      ownerId: null,
      convertedStatus: 'Closed - Converted',
      doNotCreateOpportunity: false,
      overwriteLeadSource: false,
      bypassAccountDedupeCheck: false,
      bypassContactDedupeCheck: false
    };

    const [outcome] = org.run(() => convertLeads(org.database, [wish], { allOrNone: true, accessMode: 'system' }));

    expect(outcome?.isSuccess).toBe(true);
    expect(org.database.systemRead(lead)).toMatchObject({
      IsConverted: true,
      Status: 'Closed - Converted',
      ConvertedContactId: outcome?.contactId
    });
    expect(org.database.systemRead(outcome?.contactId ?? '')).toMatchObject({
      Name: 'Ann Ng',
      Email: 'ann@example.com',
      AccountId: outcome?.accountId
    });
    expect(org.database.systemRead(task)).toMatchObject({ WhoId: outcome?.contactId });
  });
});

describe('converted Leads', () => {
  const lead = { LastName: 'Ng', Company: 'Acme' };

  test('should not be looked up anew, but stay where they are', () => {
    const org = newOrg();
    const [before, after] = [org.insert('Lead', lead), org.insert('Lead', lead)];
    const visit = org.insert('Visit__c', { Lead__c: before });
    for (const id of [before, after]) org.database.systemUpdate(id, { IsConverted: true });
    const update = (fields: Readonly<Record<string, unknown>>) =>
      org.dml('update', [org.record('Visit__c', { Id: visit, ...fields })], { allOrNone: false })[0];

    expect(update({ Lead__c: before, Kind__c: 'Long' })).toMatchObject({ isSuccess: true });
    expect(update({ Lead__c: after })?.errors).toEqual([
      { statusCode: 'CANNOT_UPDATE_CONVERTED_LEAD', message: 'cannot reference converted lead', fields: [] }
    ]);
  });

  test('should be a hundred at most in one call', () => {
    const org = newOrg();
    const wishes = Array.from({ length: 101 }, () => new LeadConvertValue());

    expect(() => org.run(() => convertLeads(org.database, wishes, { allOrNone: false, accessMode: 'system' }))).toThrow(
      'cannot submit more than 100 records'
    );
  });
});

describe('search', () => {
  test('should find words in the fields of the returned objects', () => {
    const org = newOrg();
    org.insert('Lead', { LastName: 'Ng', Company: 'Acme', Phone: '(415) 555-0123' });
    org.insert('Contact', { LastName: 'Acme' });

    const find = (text: string) =>
      org.run(() =>
        org.database
          .search(text, { accessMode: 'system', isSharingEnforced: false })
          .map((result) => result.records.length)
      );

    expect(find('FIND {acme} RETURNING Lead(Id, Name), Contact')).toEqual([1, 1]);
    expect(find("FIND '4155550123' IN PHONE FIELDS RETURNING Lead(Id WHERE IsConverted = false LIMIT 1)")).toEqual([1]);
    expect(find('FIND {ac*} IN NAME FIELDS RETURNING Lead, Contact')).toEqual([0, 1]);
  });
});

describe('details of a master', () => {
  test('should be counted by their master and go with it', () => {
    const org = newOrg();
    const visit = org.insert('Visit__c', { Key__c: 'one' });
    org.insert('Visit_Note__c', { Visit__c: visit });

    const before = org.values('SELECT Notes_Count__c FROM Visit__c').map(String);
    org.dml('delete', [org.record('Visit__c', { Id: visit })]);

    expect(before).toEqual(['1']);
    expect(org.query('SELECT Id FROM Visit_Note__c')).toEqual([]);
    expect(failureOf(() => org.insert('Visit_Note__c', {}))).toBe(
      'REQUIRED_FIELD_MISSING, Required fields are missing: [Visit__c]: [Visit__c]'
    );
  });
});
