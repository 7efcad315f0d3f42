import { join } from 'node:path';
import { Decimal } from '../../library/system/Decimal';
import { Double } from '../../library/system/Double';
import { writeMetadataRecord } from '../metadata-records';
import { TestOrg } from './support/test-org';

const org = new TestOrg([join(__dirname, 'fixtures')]);

function deploy(value: unknown): unknown {
  const values = new Map([['Order__c', value]]);
  const refusal = org.run(() =>
    writeMetadataRecord(org.database.tables, { type: 'Rule__mdt', developerName: 'Deployed', label: null, values })
  );
  return refusal ?? org.values("SELECT Order__c FROM Rule__mdt WHERE DeveloperName = 'Deployed'")[0];
}

it.each([
  ['an Integer', 3],
  ['a Long', 3n],
  ['a Double', new Double(3)],
  ['a Decimal', Decimal.fromInteger(3)],
  ['text', '3']
])('should keep %s as the number that the field holds', (_, value) => {
  expect(deploy(value)).toBeInstanceOf(Decimal);
  expect((deploy(value) as Decimal).toNumber()).toBe(3);
});

it('should refuse what is no number', () => {
  expect(deploy('many')).toBe('In field: value - Order__c takes a double, not many');
});
