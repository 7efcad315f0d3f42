import { join } from 'node:path';
import { runApexTests } from './support/apex-tests';
import { TestOrg } from './support/test-org';

describe('in Apex', () => runApexTests(join(__dirname, 'person-accounts'), ['PersonAccounts']));

describe('person accounts', () => {
  const org = new TestOrg([], { features: ['PersonAccounts'] });

  it('are accounts with a last name, and have a contact of their own', () => {
    const id = org.insert('Account', {
      FirstName: 'Ada',
      LastName: 'Lovelace',
      PersonMobilePhone: '415-555-0100',
      Phone: '415-555-0101'
    });
    expect(org.values('SELECT Name FROM Account WHERE IsPersonAccount = true')).toEqual(['Ada Lovelace']);
    const [contact] = org.query('SELECT Id, Name, MobilePhone, Phone, AccountId, IsPersonAccount FROM Contact');
    org.run(() =>
      expect([
        contact?.get('Name'),
        contact?.get('MobilePhone'),
        contact?.get('Phone'),
        contact?.get('AccountId')
      ]).toEqual(['Ada Lovelace', '415-555-0100', '415-555-0101', id])
    );
    expect(org.values('SELECT PersonContactId FROM Account WHERE IsPersonAccount = true')).toEqual([contact?.id]);
  });

  it('keep their contact up to date', () => {
    const id = org.insert('Account', { LastName: 'Hopper' });
    org.dml('update', [org.record('Account', { Id: id, PersonEmail: 'grace@example.com', LastName: 'Murray' })]);
    expect(org.values('SELECT Email FROM Contact WHERE AccountId = :id', { id })).toEqual(['grace@example.com']);
    expect(org.values('SELECT Name FROM Account WHERE Id = :id', { id })).toEqual(['Murray']);
  });

  it('live beside business accounts', () => {
    const id = org.insert('Account', { Name: 'Engines' });
    expect(org.values('SELECT IsPersonAccount FROM Account WHERE Id = :id', { id })).toEqual([false]);
    expect(org.values('SELECT Id FROM Contact WHERE AccountId = :id', { id })).toEqual([]);
  });

  it('are unknown to orgs without the feature', () => {
    expect(() => new TestOrg().query('SELECT IsPersonAccount FROM Account')).toThrow();
  });
});
