import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadSchema } from '../load';

const root = mkdtempSync(join(tmpdir(), 'metadata-'));
afterAll(() => rmSync(root, { recursive: true }));
let count = 0;

/** The messages about a folder with just these files. Texts are the insides of the root elements. */
function complaints(files: Readonly<Record<string, readonly [element: string, text: string]>>): string[] {
  const directory = join(root, String(++count));
  for (const [path, [element, text]] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), `<?xml version="1.0"?>\n<${element}>${text}</${element}>\n`);
  }
  return loadSchema([directory]).diagnostics.map(({ code, message }) => `${code} ${message}`);
}

const field = (object: string, name: string, text: string) =>
  complaints({
    [`objects/${object}/fields/${name}.field-meta.xml`]: [
      'CustomField',
      `<fullName>${name}</fullName><label>L</label>${text}`
    ]
  });

describe('places of fields', () => {
  it('takes no long text on activities', () => {
    expect(
      field(
        'Activity',
        'Transcript__c',
        '<type>LongTextArea</type><length>32768</length><visibleLines>3</visibleLines>'
      )
    ).toEqual([
      expect.stringContaining('APX6001 Activity.Transcript__c: activities take no fields of the type LongTextArea')
    ]);
  });

  it('wants custom fields of tasks in the folder of Activity', () => {
    expect(field('Task', 'Note__c', '<type>Text</type><length>10</length>')).toEqual([
      expect.stringContaining('Move the file to objects/Activity/fields.')
    ]);
  });

  it('lets nothing look up to tasks', () => {
    const messages = field(
      'Lead',
      'Task__c',
      '<type>Lookup</type><referenceTo>Task</referenceTo><relationshipName>X</relationshipName>'
    );
    expect(messages).toEqual([expect.stringContaining('nothing can look up to tasks and events')]);
  });

  it('knows which types custom settings take', () => {
    const messages = complaints({
      'objects/S__c/S__c.object-meta.xml': [
        'CustomObject',
        '<label>S</label><customSettingsType>List</customSettingsType>'
      ],
      'objects/S__c/fields/Long__c.field-meta.xml': [
        'CustomField',
        '<fullName>Long__c</fullName><type>LongTextArea</type><length>300</length><visibleLines>2</visibleLines>'
      ]
    });
    expect(messages).toEqual([expect.stringContaining('cannot have the type LongTextArea. Use one of Checkbox,')]);
  });

  it('wants the object of a custom field', () => {
    expect(field('Ghost__c', 'A__c', '<type>Text</type><length>10</length>')).toEqual([
      expect.stringContaining('APX6002 There is no object Ghost__c to belong to')
    ]);
  });
});

describe('facts of fields', () => {
  it.each([
    ['<type>Text</type>', '<length> of a Text is 1 to 255'],
    ['<type>Text</type><length>256</length>', '<length> of a Text is 1 to 255'],
    [
      '<type>LongTextArea</type><length>100</length><visibleLines>2</visibleLines>',
      '<length> of a long text is 256 to 131072'
    ],
    ['<type>LongTextArea</type><length>300</length>', 'a long text needs <visibleLines>'],
    ['<type>Checkbox</type>', 'a Checkbox needs <defaultValue>'],
    ['<type>Number</type><precision>19</precision><scale>0</scale>', '<precision> is at most 18'],
    [
      '<type>Lookup</type><referenceTo>Account</referenceTo><required>true</required>',
      'a required lookup needs the <deleteConstraint>'
    ]
  ])('refuses %s', (text, expected) => {
    expect(field('Lead', 'A__c', text)).toEqual([expect.stringContaining(expected)]);
  });
});

describe('texts and names', () => {
  it('limits help texts and labels', () => {
    expect(
      field('Lead', 'A__c', `<type>Text</type><length>5</length><inlineHelpText>${'x'.repeat(511)}</inlineHelpText>`)
    ).toEqual(['APX6001 <inlineHelpText> of A__c has 511 characters; shorten it to 510.']);
    expect(
      complaints({
        'labels/CustomLabels.labels-meta.xml': [
          'CustomLabels',
          `<labels><fullName>A</fullName><value>${'x'.repeat(1001)}</value></labels>`
        ]
      })
    ).toEqual(['APX6001 <value> of A has 1001 characters; shorten it to 1000.']);
  });

  it('refuses names that no component may have', () => {
    expect(field('Lead', 'Two__Lines__c', '<type>Text</type><length>5</length>')).toEqual([
      expect.stringContaining('The name Two__Lines is not allowed')
    ]);
  });

  it('wants the element that belongs to the kind of file', () => {
    expect(complaints({ 'permissionsets/A.permissionset-meta.xml': ['Profile', ''] })).toEqual([
      'APX6001 A .permissionset file holds <PermissionSet>, not <Profile>. Correct the element or the name of the file.'
    ]);
  });
});

describe('geolocation fields', () => {
  it('have a latitude and a longitude to write', () => {
    const directory = join(root, 'places');
    mkdirSync(join(directory, 'objects/Lead/fields'), { recursive: true });
    writeFileSync(
      join(directory, 'objects/Lead/fields/Place__c.field-meta.xml'),
      '<CustomField><fullName>Place__c</fullName><label>Place</label><displayLocationInDecimal>true</displayLocationInDecimal><scale>5</scale><type>Location</type></CustomField>'
    );
    const schema = loadSchema([directory]);
    expect(schema.diagnostics).toEqual([]);
    expect(schema.findField('Lead', 'Place__Latitude__s')).toMatchObject({
      type: 'double',
      isUpdateable: true,
      compoundField: 'Place__c'
    });
    expect(schema.findField('Lead', 'Place__c')).toMatchObject({ type: 'location', isUpdateable: false });
  });
});
