/** Every type of field that an admin can map to, as a payload reaches it: what is stored, and what is told instead. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadPlatformTypes } from '../../scripts/local-org/compiler/types/load';
import { startLocalOrg, type LocalOrgProcess } from '../support/local-org';

jest.setTimeout(180_000);

const ROOT = resolve(__dirname, '..', '..');
const CALLS = '/services/apexrest/thoughtly/v1/calls?wait=true';
const PERMISSION_SET = join('permissionsets', 'Thoughtly_Integration.permissionset-meta.xml');

interface Row {
  /** Name in `Schema.DisplayType`. */
  readonly displayType: string;
  /** API name of a field of Lead; one that ends with `__c` is made for the test. */
  readonly field: string;
  /** XML of the field that is made. */
  readonly xml?: string;
  readonly sent: unknown;
  /** What the org holds then; undefined when nothing may be written. */
  readonly stored?: unknown;
  /** What does not fit the type, and a word of the step that says so. */
  readonly misfit?: readonly [sent: unknown, told: string];
}

const VALUES = (isRestricted: boolean): string =>
  `<valueSet><restricted>${isRestricted}</restricted><valueSetDefinition><sorted>false</sorted>${['Solar', 'Wind']
    .map((name) => `<value><fullName>${name}</fullName><default>false</default><label>${name} Power</label></value>`)
    .join('')}</valueSetDefinition></valueSet>`;

const TABLE: readonly Row[] = [
  {
    displayType: 'ADDRESS',
    field: 'Address',
    sent: '1 Main Street',
    misfit: ['1 Main Street', 'made of parts']
  },
  { displayType: 'STRING', field: 'City', sent: 'Springfield', stored: 'Springfield' },
  {
    displayType: 'BOOLEAN',
    field: 'T_Boolean__c',
    xml: '<type>Checkbox</type><defaultValue>false</defaultValue>',
    sent: 'Yes',
    stored: true,
    misfit: ['perhaps', 'yes or no']
  },
  {
    displayType: 'CURRENCY',
    field: 'T_Currency__c',
    xml: '<type>Currency</type><precision>18</precision><scale>2</scale>',
    sent: '$18,500.499',
    stored: 18500.5,
    misfit: ['a lot', 'not a number']
  },
  {
    displayType: 'DATE',
    field: 'T_Date__c',
    xml: '<type>Date</type>',
    sent: '2026-12-01',
    stored: '2026-12-01',
    misfit: ['next week', 'not a date']
  },
  {
    displayType: 'DATETIME',
    field: 'T_Moment__c',
    xml: '<type>DateTime</type>',
    sent: '2026-12-01T09:00:00-08:00',
    stored: '2026-12-01T17:00:00.000+0000',
    misfit: ['tomorrow at five', 'date and time']
  },
  {
    displayType: 'DOUBLE',
    field: 'T_Number__c',
    xml: '<type>Number</type><precision>5</precision><scale>1</scale>',
    sent: '7.25',
    stored: 7.3,
    misfit: [123456, 'too large']
  },
  {
    displayType: 'INTEGER',
    field: 'NumberOfEmployees',
    sent: '12.4',
    stored: 12,
    misfit: ['99999999999', 'too large']
  },
  {
    displayType: 'EMAIL',
    field: 'T_Email__c',
    xml: '<type>Email</type>',
    sent: 'dana@example.com',
    stored: 'dana@example.com',
    misfit: ['dana at example', 'email address']
  },
  {
    displayType: 'ENCRYPTEDSTRING',
    field: 'T_Secret__c',
    xml: '<type>EncryptedText</type><length>20</length><maskChar>asterisk</maskChar><maskType>all</maskType>',
    sent: 'AB-12',
    stored: 'AB-12'
  },
  {
    displayType: 'LOCATION',
    field: 'T_Place__c',
    xml: '<type>Location</type><displayLocationInDecimal>true</displayLocationInDecimal><scale>5</scale>',
    sent: '37.77, -122.42',
    misfit: ['37.77, -122.42', 'made of parts']
  },
  { displayType: 'DOUBLE', field: 'T_Place__Latitude__s', sent: '37.77493', stored: 37.77493 },
  {
    displayType: 'MULTIPICKLIST',
    field: 'T_Many__c',
    xml: `<type>MultiselectPicklist</type><visibleLines>4</visibleLines>${VALUES(true)}`,
    sent: ['wind power', 'SOLAR'],
    stored: 'Solar;Wind',
    misfit: ['Solar, Coal', 'Coal']
  },
  {
    displayType: 'PERCENT',
    field: 'T_Percent__c',
    xml: '<type>Percent</type><precision>5</precision><scale>2</scale>',
    sent: '45 %',
    stored: 45,
    misfit: ['half', 'not a number']
  },
  {
    displayType: 'PHONE',
    field: 'T_Phone__c',
    xml: '<type>Phone</type>',
    sent: '(415) 555-0123',
    stored: '(415) 555-0123',
    misfit: ['the usual one', 'phone number']
  },
  {
    displayType: 'PICKLIST',
    field: 'T_Strict__c',
    xml: `<type>Picklist</type>${VALUES(true)}`,
    sent: 'solar_power',
    stored: 'Solar',
    misfit: ['Coal', 'no value "Coal"']
  },
  {
    displayType: 'PICKLIST',
    field: 'T_Free__c',
    xml: `<type>Picklist</type>${VALUES(false)}`,
    sent: 'Coal',
    stored: 'Coal'
  },
  {
    displayType: 'REFERENCE',
    field: 'T_Account__c',
    xml: '<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Test_Leads</relationshipName>',
    sent: 'ACCOUNT',
    stored: 'ACCOUNT',
    misfit: ['Acme', 'record id']
  },
  {
    displayType: 'TEXTAREA',
    field: 'T_Long__c',
    xml: '<type>LongTextArea</type><length>300</length><visibleLines>3</visibleLines>',
    sent: 'word '.repeat(100),
    stored: `${'word '.repeat(58)}word…`
  },
  {
    displayType: 'TEXTAREA',
    field: 'T_Rich__c',
    xml: '<type>Html</type><length>300</length><visibleLines>10</visibleLines>',
    sent: 'a < b & c\n<script>alert(1)</script>',
    stored: 'a &lt; b &amp; c<br>&lt;script&gt;alert(1)&lt;/script&gt;'
  },
  {
    displayType: 'TIME',
    field: 'T_Time__c',
    xml: '<type>Time</type>',
    sent: '3:30 pm',
    stored: '15:30:00.000Z',
    misfit: ['in the afternoon', 'time of day']
  },
  {
    displayType: 'URL',
    field: 'T_Link__c',
    xml: '<type>Url</type>',
    sent: 'https://example.com/a',
    stored: 'https://example.com/a',
    misfit: ['javascript:alert(1)', 'web address']
  },
  {
    displayType: 'STRING',
    field: 'T_Formula__c',
    xml: '<type>Text</type><formula>LastName</formula>',
    sent: 'x',
    misfit: ['x', 'itself computes']
  },
  {
    displayType: 'STRING',
    field: 'T_Counter__c',
    xml: '<type>AutoNumber</type><displayFormat>L-{0000}</displayFormat>',
    sent: 'x',
    misfit: ['x', 'itself computes']
  }
];

/** Types that no field of a Lead has, and where the platform has them. */
const ELSEWHERE = {
  ANYTYPE: 'field history',
  BASE64: 'files',
  COMBOBOX: 'Task.Subject, which the sync writes',
  COMPLEXVALUE: 'tooling objects',
  DATACATEGORYGROUPREFERENCE: 'articles',
  ID: 'the key of a record, which nobody writes',
  JSON: 'objects of other clouds',
  LONG: 'objects of the platform',
  SOBJECT: 'results of functions'
};

const folder = mkdtempSync(join(tmpdir(), 'mapping-'));
let org: LocalOrgProcess;
let token: string;
let accountId: string;
let number = 0;

beforeAll(async () => {
  writeFields();
  writeMappings();
  writeGrants();
  org = await startLocalOrg({ with: [folder] });
  token = await org.integrationToken();
  accountId = await org.create('Account', { Name: 'Acme' });
});
afterAll(async () => {
  await org?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Sends one call whose variable of the name of the field has a value; answers the steps and what the Lead holds. */
async function send(
  field: string,
  sent: unknown,
  isRead = true
): Promise<{ steps: readonly Record<string, string>[]; stored: unknown }> {
  number++;
  const phone = `+1415777${1000 + number}`;
  const leadId = await org.create('Lead', { LastName: 'Ortiz', Company: 'Acme', Phone: phone });
  const call = {
    call_id: `mapping-${number}`,
    caller_number: phone,
    status: 'COMPLETED',
    end_time: '2026-05-24T15:34:38Z',
    variables: { [variableOf(field)]: sent === 'ACCOUNT' ? accountId : sent }
  };
  const { body } = await org.send<{ deliveries: { steps: Record<string, string>[] }[] }>('POST', CALLS, call, token);
  const soql = `SELECT ${isRead ? field : 'Id'} FROM Lead WHERE Id = '${leadId}'`;
  const [lead] = await org.query<Record<string, unknown>>(soql);
  return { steps: body.deliveries[0]?.steps ?? [], stored: lead?.[field] };
}

const variableOf = (field: string): string => `v_${field.replaceAll('_', '')}`;

describe('a mapping', () => {
  it.each(TABLE.filter((row) => row.stored !== undefined))(
    'writes $displayType: $field',
    async ({ field, sent, stored }) => {
      const result = await send(field, sent);
      expect(result.steps.filter((step) => step['outcome'] === 'failed')).toEqual([]);
      expect(result.stored).toEqual(stored === 'ACCOUNT' ? accountId : stored);
    }
  );

  it.each(TABLE.filter((row) => row.misfit))(
    'tells what does not fit $displayType: $field',
    async ({ field, misfit }) => {
      const result = await send(field, misfit?.[0], false);
      const failed = result.steps.filter((step) => step['outcome'] === 'failed');
      expect(failed).toEqual([
        expect.objectContaining({ objectName: 'Lead', field, message: expect.stringContaining(misfit?.[1] ?? '') })
      ]);
      expect(failed[0]?.['remedy']).toMatch(/\w/);
    }
  );

  it('knows every type of the platform', async () => {
    const known = new Set([...TABLE.map((row) => row.displayType), ...Object.keys(ELSEWHERE)]);
    expect([...known].sort()).toEqual([...displayTypes()].sort());
  });

  it('reaches the Account of a Contact', async () => {
    const contactId = await org.create('Contact', { LastName: 'Ruiz', Phone: '+14157770001', AccountId: accountId });
    const call = {
      call_id: 'mapping-account',
      caller_number: '+14157770001',
      status: 'COMPLETED',
      end_time: '2026-05-24T15:34:38Z',
      variables: { website: 'https://acme.example.com' }
    };
    const { body } = await org.send<{ deliveries: { status: string; records: Record<string, string> }[] }>(
      'POST',
      CALLS,
      call,
      token
    );
    expect(body.deliveries[0]).toMatchObject({ status: 'Succeeded', records: { contact: contactId } });
    const accounts = await org.query(`SELECT Website FROM Account WHERE Id = '${accountId}'`);
    expect(accounts).toMatchObject([{ Website: 'https://acme.example.com' }]);
  });
});

/** `Schema.DisplayType` as the platform declares it. */
function displayTypes(): string[] {
  const type = loadPlatformTypes().find('Schema.DisplayType');
  return [...(type?.enumConstants ?? [])];
}

function writeFields(): void {
  const fields = join(folder, 'objects', 'Lead', 'fields');
  mkdirSync(fields, { recursive: true });
  for (const { field, xml } of TABLE) {
    if (!xml) continue;
    const text = `<?xml version="1.0" encoding="UTF-8"?>\n<CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>${field}</fullName><label>${field}</label>${xml}</CustomField>\n`;
    writeFileSync(join(fields, `${field}.field-meta.xml`), text);
  }
}

function writeMappings(): void {
  mkdirSync(join(folder, 'customMetadata'));
  TABLE.forEach(({ field }, index) => writeMapping(`Type_${index}`, 'Lead', field, variableOf(field)));
  writeMapping('Account_Website', 'Account', 'Website', 'website');
}

function writeMapping(name: string, object: string, field: string, source: string): void {
  const values = {
    Object__c: object,
    Field__c: field,
    Source__c: source,
    Write_Policy__c: 'Always',
    Description__c: name
  };
  const texts = Object.entries(values).map(
    ([key, value]) => `<values><field>${key}</field><value xsi:type="xsd:string">${value}</value></values>`
  );
  const active = '<values><field>Is_Active__c</field><value xsi:type="xsd:boolean">true</value></values>';
  const spaces =
    'xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"';
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<CustomMetadata ${spaces}><label>${name}</label><protected>false</protected>${active}${texts.join('')}</CustomMetadata>\n`;
  writeFileSync(join(folder, 'customMetadata', `Thoughtly_Field_Mapping.${name}.md-meta.xml`), xml);
}

/** The permission set of the package, with what an admin adds for fields of the org. */
function writeGrants(): void {
  mkdirSync(join(folder, 'permissionsets'));
  const writable = TABLE.filter((row) => row.stored !== undefined || row.field === 'T_Place__c');
  const own = [
    ...writable.map(({ field }) => `Lead.${field.replace('__Latitude__s', '__c')}`),
    'Lead.Address',
    'Account.Website'
  ];
  const grants = [...new Set(own)].map(
    (field) =>
      `<fieldPermissions><editable>true</editable><field>${field}</field><readable>true</readable></fieldPermissions>`
  );
  const path = join(ROOT, 'force-app', 'main', 'access', PERMISSION_SET);
  const xml = readFileSync(path, 'utf8').replace('</PermissionSet>', `${grants.join('')}</PermissionSet>`);
  writeFileSync(join(folder, PERMISSION_SET), xml);
}
