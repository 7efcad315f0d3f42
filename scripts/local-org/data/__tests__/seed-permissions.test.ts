import { join } from 'node:path';
import { TestOrg } from './support/test-org';

const org = new TestOrg([join(__dirname, '../../schema/__tests__/fixtures/base')]);

describe('rows of permission sets', () => {
  it('tell what a set grants of objects and fields', () => {
    const rows = org.query(
      "SELECT SobjectType, PermissionsCreate, PermissionsDelete FROM ObjectPermissions WHERE Parent.Name = 'Courier' AND SobjectType = 'Parcel__c'"
    );
    expect(rows.map((row) => [row.peek('PermissionsCreate'), row.peek('PermissionsDelete')])).toEqual([[true, false]]);
    expect(org.values("SELECT PermissionsEdit FROM FieldPermissions WHERE Field = 'Parcel__c.Contents__c'")).toEqual([
      false
    ]);
  });

  it('lead from a custom permission to the sets that grant it', () => {
    const sets = org.values(
      "SELECT Parent.Name FROM SetupEntityAccess WHERE SetupEntityId IN (SELECT Id FROM CustomPermission WHERE DeveloperName = 'Reroute')"
    );
    expect(sets).toHaveLength(1);
  });
});
