import { join } from 'node:path';
import '../../index';
import { TestOrg } from '../../../data/__tests__/support/test-org';
import type { SObjectValue } from '../../../data/sobject';
import { ApexException } from '../../../runtime/exceptions';
import { apexEquals, hashKey } from '../../equality';
import { enumValue, findImplementation, findPlatformType } from '../../registry';
import { ApexList } from '../../system/List';
import type { ApexMap } from '../../system/Map';
import { callObjectMethod } from '../object-methods';
import type { SObjectAccessDecision } from '../Security';
import { describeField, describeFieldSet, describeObject, fieldToken, objectToken } from '../tokens';

const org = new TestOrg([join(__dirname, '../../../schema/__tests__/fixtures/base')]);
const setId = org.query("SELECT Id FROM PermissionSet WHERE Name = 'Courier'")[0]?.id as string;
const courierId = org.database.systemInsert('User', {
  Username: 'courier@example.com',
  LastName: 'Courier',
  IsActive: true,
  ProfileId: org.database.systemInsert('Profile', { Name: 'Minimum Access - API Only Integrations' })
});
org.database.systemInsert('PermissionSetAssignment', { AssigneeId: courierId, PermissionSetId: setId });

/** Calls a method or static method of a describe type in a transaction of the org. */
function call(
  typeName: string,
  signature: string,
  receiver: unknown,
  args: readonly unknown[] = [],
  userId = org.adminId
): unknown {
  const type = findPlatformType(typeName);
  const method = findImplementation(receiver === null ? type?.statics : type?.methods, signature);
  if (!method) throw new Error(`${typeName} has no ${signature}`);
  return org.run(() => (receiver === null ? method(...args) : method(receiver, ...args)), userId);
}

const ofObject = (name: string, signature: string, userId = org.adminId) =>
  call(
    'Schema.DescribeSObjectResult',
    signature,
    org.run(() => describeObject(name)),
    [],
    userId
  );
const ofField = (object: string, name: string, signature: string, userId = org.adminId) =>
  call(
    'Schema.DescribeFieldResult',
    signature,
    org.run(() => describeField(object, name)),
    [],
    userId
  );

describe('tokens', () => {
  it('are one for each name, whatever its case', () => {
    org.run(() => {
      expect(objectToken('lead')).toBe(objectToken('Lead'));
      expect(fieldToken('LEAD', 'lastname')).toBe(fieldToken('Lead', 'LastName'));
      expect(apexEquals(objectToken('Lead'), objectToken('Contact'))).toBe(false);
      expect(hashKey(fieldToken('Lead', 'Name'))).not.toBe(hashKey(fieldToken('Contact', 'Name')));
    });
  });

  it('print as the name of what they stand for', () => {
    org.run(() =>
      expect([String(objectToken('parcel__c')), String(fieldToken('Lead', 'lastname'))]).toEqual([
        'Parcel__c',
        'LastName'
      ])
    );
  });

  it('make new records, with defaults on request', () => {
    const token = org.run(() => objectToken('Parcel__c'));
    const plain = call('Schema.SObjectType', 'newSObject()', token) as SObjectValue;
    const filled = call('Schema.SObjectType', 'newSObject(Id,Boolean)', token, [null, true]) as SObjectValue;
    expect(plain.objectName).toBe('Parcel__c');
    org.run(() =>
      expect([plain.get('Stage__c'), filled.get('Stage__c'), String(filled.get('Weight__c'))]).toEqual([
        null,
        'Packed',
        '1.50'
      ])
    );
  });
});

describe('describes of objects', () => {
  it('tell names, labels and key prefixes', () => {
    expect(ofObject('Lead', 'getName()')).toBe('Lead');
    expect(ofObject('Parcel__c', 'getLabelPlural()')).toBe('Parcels');
    expect(ofObject('Lead', 'getKeyPrefix()')).toBe('00Q');
    expect(ofObject('Parcel__c', 'isCustom()')).toBe(true);
    expect(ofObject('Defaults__c', 'isCustomSetting()')).toBe(true);
  });

  it('tell what the running user may do', () => {
    const rights = (userId: string) =>
      ['isAccessible()', 'isCreateable()', 'isUpdateable()', 'isDeletable()'].map((each) =>
        ofObject('Parcel__c', each, userId)
      );
    expect(rights(org.adminId)).toEqual([true, true, true, true]);
    expect(rights(courierId)).toEqual([true, true, true, false]);
    expect(rights(org.repId)).toEqual([false, false, false, false]);
  });

  it('map fields by their names in lower case, and find them in any case', () => {
    const fields = ofObject('Lead', 'getFields()');
    const map = call('Schema.SObjectTypeFields', 'getMap()', fields) as ApexMap;
    expect(map.keys()).toContain('lastname');
    expect([map.has('LastName'), map.has('ispersonaccount')]).toEqual([true, false]);
    expect(map.get('Depot__C')).toBe(org.run(() => fieldToken('Lead', 'Depot__c')));
  });

  it('list record types with the ids of their rows', () => {
    const [row] = org.query("SELECT Id FROM RecordType WHERE SobjectType = 'Parcel__c'");
    const byName = ofObject('Parcel__c', 'getRecordTypeInfosByDeveloperName()') as ApexMap;
    expect(byName.keys()).toEqual(['Letter', 'Master']);
    expect(call('Schema.RecordTypeInfo', 'getRecordTypeId()', byName.get('Letter'))).toBe(row?.id);
  });

  it('list child relationships', () => {
    const children = (ofObject('Lead', 'getChildRelationships()') as ApexList).items;
    expect(children.map((child) => call('Schema.ChildRelationship', 'getRelationshipName()', child))).toEqual(
      expect.arrayContaining(['Parcels__r', 'Tasks', 'CampaignMembers'])
    );
  });
});

describe('describes of fields', () => {
  it('tell type, length and the like', () => {
    expect(String(ofField('Lead', 'Phone', 'getType()'))).toBe('PHONE');
    expect(String(ofField('Lead', 'NumberOfEmployees', 'getType()'))).toBe('INTEGER');
    expect(ofField('Parcel__c', 'Barcode__c', 'getLength()')).toBe(64);
    expect(ofField('Parcel__c', 'Weight__c', 'getScale()')).toBe(2);
    expect(ofField('Parcel__c', 'Weight__c', 'getInlineHelpText()')).toBe('In kilograms.');
    expect(ofField('Parcel__c', 'Is_Heavy__c', 'isCalculated()')).toBe(true);
    expect(ofField('Lead', 'OwnerId', 'isNamePointing()')).toBe(true);
    expect((ofField('Parcel__c', 'Lead__c', 'getReferenceTo()') as ApexList).items.map(String)).toEqual(['Lead']);
  });

  it('list only active picklist values', () => {
    const entries = (ofField('Parcel__c', 'Stage__c', 'getPicklistValues()') as ApexList).items;
    expect(entries.map((entry) => call('Schema.PicklistEntry', 'getValue()', entry))).toEqual(['Packed', 'Sent']);
  });

  it('tell what the running user may do', () => {
    const rights = (name: string) =>
      ['isAccessible()', 'isCreateable()', 'isUpdateable()'].map((each) => ofField('Parcel__c', name, each, courierId));
    expect(rights('Weight__c')).toEqual([true, true, true]);
    expect(rights('Contents__c')).toEqual([true, false, false]);
    expect(rights('Size__c')).toEqual([false, false, false]);
    expect(rights('Is_Heavy__c')).toEqual([false, false, false]);
  });

  it('tell members of field sets, also of parents', () => {
    const set = org.run(() => describeFieldSet('Parcel__c', 'summary'));
    const members = (call('Schema.FieldSet', 'getFields()', set) as ApexList).items;
    expect(members.map((member) => call('Schema.FieldSetMember', 'getFieldPath()', member))).toEqual([
      'Barcode__c',
      'Lead__r.LastName'
    ]);
    expect(members.map((member) => call('Schema.FieldSetMember', 'getLabel()', member))).toEqual([
      'Barcode',
      'Last Name'
    ]);
    expect(members.map((member) => call('Schema.FieldSetMember', 'getRequired()', member))).toEqual([true, false]);
  });
});

describe('Schema', () => {
  it('describes all objects by their names in lower case, and finds others of the platform', () => {
    const all = call('System.Schema', 'getGlobalDescribe()', null) as ApexMap;
    expect(all.keys()).toEqual(expect.arrayContaining(['lead', 'parcel__c', 'route__mdt']));
    org.run(() =>
      expect([String(all.get('LEAD')), String(all.get('WorkOrder')), all.get('Nothing__c')]).toEqual([
        'Lead',
        'WorkOrder',
        null
      ])
    );
  });

  it('refuses to describe what there is not', () => {
    expect(() =>
      call('System.Schema', 'describeSObjects(List<String>)', null, [new ApexList('String', ['Nothing__c'])])
    ).toThrow(ApexException);
  });
});

describe('Security.stripInaccessible', () => {
  const strip = (type: string, records: SObjectValue[], userId: string) =>
    call(
      'System.Security',
      'stripInaccessible(AccessType,List<SObject>)',
      null,
      [enumValue('System.AccessType', type), new ApexList('SObject', records)],
      userId
    ) as SObjectAccessDecision;

  it('leaves fields out that the user may not write, and tells which', () => {
    const records = [
      org.record('Parcel__c', { Barcode__c: 'A', Weight__c: 2 }),
      org.record('Parcel__c', { Barcode__c: 'B', Contents__c: 'Books', Size__c: 'S' }),
      org.record('Parcel__c', { Barcode__c: 'C', Size__c: 'L' })
    ];
    const decision = strip('CREATABLE', records, courierId);
    org.run(() =>
      expect(decision.records.map((record) => record.has('Size__c') || record.has('Contents__c'))).toEqual([
        false,
        false,
        false
      ])
    );
    org.run(() => expect(decision.records.map((record) => record.get('Barcode__c'))).toEqual(['A', 'B', 'C']));
    expect([...decision.modifiedIndexes]).toEqual([1, 2]);
    expect(decision.removedFields).toEqual(new Map([['Parcel__c', new Set(['Contents__c', 'Size__c'])]]));
  });

  it('refuses objects that the user may not use at all', () => {
    expect(() => strip('READABLE', [org.record('Parcel__c', { Barcode__c: 'A' })], org.repId)).toThrow(ApexException);
  });
});

describe('methods of custom metadata types and custom settings', () => {
  const ask = (object: string, method: string, ...args: unknown[]) =>
    org.run(() => callObjectMethod(object, method, args));

  it('find custom metadata by developer name in any case', () => {
    const record = ask('Route__mdt', 'getInstance', 'north') as SObjectValue;
    org.run(() =>
      expect([record.get('MasterLabel'), String(record.get('Days__c')), record.get('Note__c')]).toEqual([
        'North',
        '2',
        null
      ])
    );
    expect(ask('Route__mdt', 'getInstance', 'South')).toBeNull();
    expect((ask('Route__mdt', 'getAll') as ApexMap).keys()).toEqual(['North']);
  });

  it('answer settings with defaults and without an id when nothing is stored', () => {
    const setting = ask('Defaults__c', 'getInstance') as SObjectValue;
    org.run(() => expect([setting.get('Country__c'), setting.id]).toEqual(['US', null]));
    expect(ask('Defaults__c', 'getValues', org.adminId)).toBeNull();
  });

  it('merge the rows of user, profile and org, the closest value first', () => {
    const snapshot = org.database.snapshot();
    org.database.systemInsert('Defaults__c', { SetupOwnerId: '00D000000000001EAA', Country__c: 'FR', Name: 'Org' });
    org.database.systemInsert('Defaults__c', { SetupOwnerId: org.adminId, Country__c: 'DE', Name: 'Admin' });
    org.run(() => {
      expect((callObjectMethod('Defaults__c', 'getInstance', []) as SObjectValue).get('Country__c')).toBe('DE');
      expect((callObjectMethod('Defaults__c', 'getInstance', [org.repId]) as SObjectValue).get('Country__c')).toBe(
        'FR'
      );
      expect((callObjectMethod('Defaults__c', 'getOrgDefaults', []) as SObjectValue).get('Country__c')).toBe('FR');
    });
    org.database.restore(snapshot);
  });
});
