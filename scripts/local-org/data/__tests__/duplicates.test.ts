/** Duplicate and matching rules from their metadata. */
import { join } from 'node:path';
import { compareField } from '../dml/duplicates/compare';
import { runApexTests } from './support/apex-tests';
import { TestOrg } from './support/test-org';

const METADATA = join(__dirname, 'duplicates', 'metadata');

describe('in Apex', () => runApexTests(join(__dirname, 'duplicates')));

describe('who sees what', () => {
  const lead = { LastName: 'Known', Company: 'Acme', Rating: 'Hot' };

  /** A rep who owns nothing, in an org where Leads are private. */
  function privateOrg(): TestOrg {
    const org = new TestOrg([METADATA]);
    const object = org.schema.findObject('Lead');
    Object.assign(object ?? {}, { sharingModel: 'Private' });
    return org;
  }

  const insertAs = (org: TestOrg, fields: Readonly<Record<string, unknown>>, runAsCurrentUser?: boolean) =>
    org.dml(
      'insert',
      [org.record('Lead', { ...lead, LastName: 'New', ...fields })],
      { allOrNone: false, isSharingEnforced: true, options: { duplicateRules: { runAsCurrentUser } } },
      org.repId
    )[0];

  it('should compare with what the user sees when the rule enforces sharing', () => {
    const org = privateOrg();
    grantEverythingBut(org);
    org.insert('Lead', { ...lead, Email: 'ana@example.com' });
    expect(insertAs(org, { Email: 'ana@example.com' })).toMatchObject({ isSuccess: true });
    expect(insertAs(org, { Email: 'ana@example.com' }, false)?.errors).toMatchObject([
      { statusCode: 'DUPLICATES_DETECTED', duplicates: { matches: [{ records: [{}, {}] }] } }
    ]);
  });

  it('should count hidden records without telling them when the rule bypasses sharing', () => {
    const org = privateOrg();
    grantEverythingBut(org);
    org.insert('Lead', { ...lead, Phone: '415 555 1234' });
    expect(insertAs(org, { Phone: '415 555 1234' })?.errors).toMatchObject([
      { message: 'This person is known.', duplicates: { matches: [{ rule: 'Same_Phone_Or_Twin', records: [] }] } }
    ]);
  });

  it('should find nothing by a field that the user may not read', () => {
    const org = new TestOrg([METADATA]);
    grantEverythingBut(org, 'Email');
    org.insert('Lead', { ...lead, Email: 'ana@example.com' });
    expect(insertAs(org, { Email: 'ana@example.com' })).toMatchObject({ isSuccess: true });
  });
});

/** Lets the rep read and make Leads and Contacts, all fields but one. */
function grantEverythingBut(org: TestOrg, hidden?: string): void {
  const { database } = org;
  const set = database.systemInsert('PermissionSet', { Name: 'Reader', Label: 'Reader' });
  for (const name of ['Lead', 'Contact']) {
    const rights = { PermissionsCreate: true, PermissionsRead: true, PermissionsEdit: true };
    database.systemInsert('ObjectPermissions', { ParentId: set, SobjectType: name, ...rights });
    for (const field of org.schema.findObject(name)?.fields.values() ?? []) {
      if (field.name === hidden || !field.isPermissionable) continue;
      database.systemInsert('FieldPermissions', {
        ParentId: set,
        SobjectType: name,
        Field: `${name}.${field.name}`,
        PermissionsRead: true,
        PermissionsEdit: true
      });
    }
  }
  database.systemInsert('PermissionSetAssignment', { PermissionSetId: set, AssigneeId: org.repId });
}

describe('methods', () => {
  const org = new TestOrg();
  const zip = org.schema.findField('Lead', 'PostalCode');
  const item = (method: string, matchesBlanks = false) => ({ field: 'PostalCode', method, matchesBlanks });

  it.each([
    ['Zip', '94105-1234', '94105', 'SIMILAR'],
    ['Zip', '94105-1234', '94105 1234', 'SAME'],
    ['Zip', '94105', '94107', 'DIFFERENT'],
    ['Exact', 'ab', 'AB', 'SAME'],
    ['Exact', 'ab', null, 'DIFFERENT'],
    ['Exact', null, null, 'NULL']
  ])('should compare by %s: %s and %s are %s', (method, mine, theirs, difference) => {
    if (!zip) throw new Error('Lead has a postal code');
    expect(compareField(item(method), zip, mine, theirs).difference).toBe(difference);
  });

  it('should match two blanks only when the rule says so', () => {
    if (!zip) throw new Error('Lead has a postal code');
    expect(compareField(item('Exact'), zip, null, null).isMatch).toBe(false);
    expect(compareField(item('Exact', true), zip, null, null).isMatch).toBe(true);
  });
});
