import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Finding } from '../finding';
import type { Gate } from '../gate';
import { packageContent } from '../gates/package-content';
import { packageProject } from '../gates/package-project';
import { checkDefinition } from '../package/definition';
import { expectedFiles } from '../package/expected-files';
import { checkProject, type ProjectFile } from '../package/project-file';

jest.setTimeout(120_000);

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const xml = (type: string, content = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${type} ${NAMESPACE}>\n${content}</${type}>\n`;
const CLASS = xml('ApexClass', '    <apiVersion>66.0</apiVersion>\n    <status>Active</status>\n');
const BUNDLE = xml('LightningComponentBundle', '    <apiVersion>66.0</apiVersion>\n');

const CLEAN: Readonly<Record<string, string>> = {
  'core/classes/Sample.cls': 'public class Sample {}\n',
  'core/classes/Sample.cls-meta.xml': CLASS,
  'core/objects/Sample__c/Sample__c.object-meta.xml': xml('CustomObject', '    <label>Sample</label>\n'),
  'core/objects/Sample__c/fields/Size__c.field-meta.xml': xml(
    'CustomField',
    '    <fullName>Size__c</fullName>\n    <label>Size</label>\n'
  ),
  'panel/lwc/sample/sample.ts':
    "import { LightningElement } from 'lwc';\n\nexport default class Sample extends LightningElement {}\n",
  'panel/lwc/sample/sample.html': '<template></template>\n',
  'panel/lwc/sample/sample.js-meta.xml': BUNDLE,
  'panel/lwc/sample/__tests__/sample.test.ts': 'export {};\n',
  'panel/lwc/sampleText/sampleText.ts': 'export const TEXT = 1;\n',
  'panel/lwc/sampleText/sampleText.js-meta.xml': BUNDLE
};

/** Findings of a gate about a source folder with these files; `project` is what lies beside it. */
async function findings(
  gate: Gate,
  files: Readonly<Record<string, string>>,
  project: Readonly<Record<string, string>> = {}
): Promise<Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'package-mistakes-'));
  try {
    const all = [
      ...Object.entries(files).map(([path, text]) => [`source/${path}`, text] as const),
      ...Object.entries(project)
    ];
    for (const [path, text] of all) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return [...(await gate.run({ sources: [join(folder, 'source')], progress: () => undefined }))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the gate for the content of the package', () => {
  it('finds nothing in clean source: JavaScript for each bundle, no TypeScript, no tests', async () => {
    expect(await findings(packageContent, CLEAN)).toEqual([]);
  });

  it('finds what would get lost and what a package cannot hold', async () => {
    const found = await findings(packageContent, {
      ...CLEAN,
      'core/classes/Lost.cls': 'public class Lost {}\n',
      'core/standardValueSets/LeadStatus.standardValueSet-meta.xml': xml(
        'StandardValueSet',
        '    <sorted>false</sorted>\n'
      ),
      'core/assignmentRules/Lead.assignmentRules-meta.xml': xml('AssignmentRules')
    });
    const messages = found.map(({ rule, message }) => `${rule}: ${message}`);
    expect(messages).toEqual(
      expect.arrayContaining([
        'lost: The package would not hold classes/Lost.cls',
        expect.stringMatching(/^type: An unlocked package cannot hold StandardValueSet/) as string,
        expect.stringMatching(/^type: An unlocked package cannot hold AssignmentRules/) as string
      ])
    );
    expect(found.every(({ path }) => !path.includes('/package-') || path.includes('package-mistakes-'))).toBe(true);
  });

  it('finds a file of no known type', async () => {
    const [finding] = await findings(packageContent, { ...CLEAN, 'core/classes/Notes.docx': 'notes' });
    expect(finding?.message).toContain('Notes.docx');
  });
});

describe('the files that a package is expected to hold', () => {
  it('are told from the source', () => {
    const folder = mkdtempSync(join(tmpdir(), 'expected-'));
    const files = [
      'main/labels/CustomLabels.labels-meta.xml',
      'main/objectTranslations/Sample__c-de/Sample__c-de.objectTranslation-meta.xml',
      'main/objectTranslations/Sample__c-de/Size__c.fieldTranslation-meta.xml',
      'main/reports/Calls.reportFolder-meta.xml',
      'main/reports/Calls/Outcomes.report-meta.xml',
      'main/staticresources/logo.svg',
      'main/staticresources/logo.resource-meta.xml',
      'main/README.md'
    ];
    for (const file of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), '');
    }
    expect([...new Set(expectedFiles(folder).values())].sort()).toEqual([
      'labels/CustomLabels.labels',
      'objectTranslations/Sample__c-de.objectTranslation',
      'reports/Calls-meta.xml',
      'reports/Calls/Outcomes.report',
      'staticresources/logo.resource',
      'staticresources/logo.resource-meta.xml'
    ]);
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('the gate for the project', () => {
  const DIRECTORY = {
    path: 'force-app',
    package: 'Sample',
    versionNumber: '1.0.0.NEXT',
    definitionFile: 'config/a.json'
  };
  const project = (directory: object = {}, root: object = {}): ProjectFile => ({
    namespace: '',
    sourceApiVersion: '66.0',
    packageDirectories: [{ ...DIRECTORY, ...directory }],
    ...root
  });
  const check = (file: ProjectFile) =>
    checkProject(file, { permissionSets: new Set(['sample_user']), exists: (path) => path !== 'missing' });

  it('accepts a project that can be packaged', () => {
    expect(check(project({ apexTestAccess: { permissionSets: ['Sample_User'] } }))).toEqual([]);
  });

  it.each([
    ['a namespace', project({}, { namespace: 'acme' }), 'no namespace'],
    ['a version that is none', project({}, { sourceApiVersion: '66' }), 'sourceApiVersion'],
    ['a version number that is none', project({ versionNumber: '1.0' }), 'versionNumber'],
    ['a directory that is not there', project({ path: 'missing' }), 'does not exist'],
    ['a definition that is not there', project({ definitionFile: 'missing' }), 'does not exist'],
    ['settings of managed packages', project({ ancestorVersion: 'HIGHEST' }), 'managed'],
    [
      'a permission set that is not there',
      project({ apexTestAccess: { permissionSets: ['Sample_Admin'] } }),
      'Sample_Admin'
    ],
    ['no package', project({ package: undefined }), 'names a package']
  ])('refuses %s', (_, file, message) => {
    expect(check(file).join()).toContain(message);
  });

  it.each([
    ['an edition that is none', { edition: 'Platinum' }, 'edition'],
    ['settings beside preferences', { edition: 'Developer', settings: {}, orgPreferences: {} }, 'exclude each other'],
    ['a feature named twice', { edition: 'Developer', features: ['A', 'A'] }, 'twice']
  ])('refuses a definition with %s', (_, definition, message) => {
    expect(checkDefinition(definition).join()).toContain(message);
  });

  it('reads the files around the source', async () => {
    const found = await findings(packageProject, CLEAN, {
      'sfdx-project.json': JSON.stringify(project({}, { namespace: 'acme' })),
      'config/a-scratch-def.json': '{'
    });
    expect(found.map(({ message }) => message).join('\n')).toMatch(/no namespace[\s\S]*JSON/);
  });
});
