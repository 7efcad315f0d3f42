/** Restricted picklists, with record types. */
import { join } from 'node:path';
import { TestOrg } from './support/test-org';

const org = new TestOrg([join(__dirname, 'record-types')]);
const typeId = (name: string) => org.query('SELECT Id FROM RecordType WHERE DeveloperName = :name', { name })[0]?.id;
const lead = { LastName: 'Ng', Company: 'Acme' };

const insert = (fields: Readonly<Record<string, unknown>>) =>
  org.dml('insert', [org.record('Lead', { ...lead, ...fields })], { allOrNone: false })[0];
const refused = (value: string) => [
  {
    statusCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    message: `Tier: bad value for restricted picklist field: ${value}`,
    fields: ['Tier__c']
  }
];

it.each(['Platinum', 'Gone', 'gold'])('should refuse %s, which is no active value', (value) => {
  expect(insert({ Tier__c: value })?.errors).toEqual(refused(value));
});

it('should take what the record type has', () => {
  expect(insert({ Tier__c: 'Bronze', RecordTypeId: typeId('Small') })).toMatchObject({ isSuccess: true });
  expect(insert({ Tier__c: 'Gold & Silver', RecordTypeId: typeId('Large') })).toMatchObject({ isSuccess: true });
});

it('should refuse what only other record types have', () => {
  expect(insert({ Tier__c: 'Gold & Silver', RecordTypeId: typeId('Small') })?.errors).toEqual(refused('Gold & Silver'));
});

it('should refuse a change of the value, and leave old values alone', () => {
  const id = org.insert('Lead', { ...lead, Tier__c: 'Gold & Silver' });
  const update = (fields: Readonly<Record<string, unknown>>) =>
    org.dml('update', [org.record('Lead', { Id: id, ...fields })], { allOrNone: false })[0];
  expect(update({ RecordTypeId: typeId('Small') })).toMatchObject({ isSuccess: true });
  expect(update({ Title: 'CEO' })).toMatchObject({ isSuccess: true });
  expect(update({ Tier__c: 'Platinum' })?.errors).toEqual(refused('Platinum'));
});

it('should fill in the default of the record type', () => {
  const values = ['Small', 'Large'].map((name) => {
    const id = org.insert('Lead', { ...lead, RecordTypeId: typeId(name) });
    return org.values('SELECT Tier__c FROM Lead WHERE Id = :id', { id });
  });
  expect(values).toEqual([['Bronze'], [null]]);
  expect(org.values('SELECT Tier__c FROM Lead WHERE Id = :id', { id: org.insert('Lead', lead) })).toEqual([
    'Gold & Silver'
  ]);
});
