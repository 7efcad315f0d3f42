import { join } from 'node:path';
import type { SObjectValue } from '../sobject';
import { TestOrg } from './support/test-org';

const org = new TestOrg([join(__dirname, '../../schema/__tests__/fixtures/related-metadata')]);

describe('relationships of custom metadata', () => {
  it('lead from record to record, and back', () => {
    const [stop] = org.query("SELECT Line__r.MasterLabel FROM Stop__mdt WHERE Line__r.DeveloperName = 'Red'");
    expect(org.run(() => stop?.getParent('Line__r')?.get('MasterLabel'))).toBe('Red line');
    const [line] = org.query('SELECT (SELECT DeveloperName FROM Stops__r) FROM Line__mdt');
    expect(
      org.run(() => line?.getChildren('Stops__r').items.map((item) => (item as SObjectValue).get('DeveloperName')))
    ).toEqual(['First']);
  });

  it('lead to objects and to their fields', () => {
    const [stop] = org.query(
      'SELECT Object__r.QualifiedApiName, Field__r.QualifiedApiName, Field__r.EntityDefinition.Label FROM Stop__mdt'
    );
    org.run(() => {
      expect(stop?.getParent('Object__r')?.get('QualifiedApiName')).toBe('Account');
      expect(stop?.getParent('Field__r')?.get('QualifiedApiName')).toBe('Fax');
      expect(stop?.getParent('Field__r')?.getParent('EntityDefinition')?.get('Label')).toBe('Account');
    });
  });
});

describe('EntityDefinition', () => {
  it('has a row for each object of the org', () => {
    expect(org.values("SELECT Label FROM EntityDefinition WHERE QualifiedApiName = 'Stop__mdt'")).toEqual(['Stop']);
  });
});
