import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { apexTypes } from '../gates/apex-types';
import { apexTypesFile } from '../lwc/apex-types/file';

const ROOT = resolve(__dirname, '..', '..', '..');
const CONTROLLER = `public with sharing class Sample {
  public enum Color { RED, GREEN }
  public class Row {
    @AuraEnabled public Id id;
    @AuraEnabled public Decimal score;
    @AuraEnabled public List<Part> parts { get; private set; }
    @AuraEnabled public Boolean isOpen;
    public String hidden;
  }
  public class Part {
    @AuraEnabled public Color color;
    @AuraEnabled public Map<String, Datetime> times;
  }
  @AuraEnabled(cacheable=true)
  public static List<Row> getRows(Id recordId, Set<String> names) { return null; }
  @AuraEnabled
  public static void save(Schema.Lead lead) { }
  @AuraEnabled
  public static Integer count() { return 1; }
}
`;

/** A project with a class and the types that are generated from it. */
function createProject(): { directory: string; source: string } {
  const directory = mkdtempSync(join(tmpdir(), 'apex-types-'));
  const source = join(directory, 'force-app');
  for (const folder of [source, join(directory, 'types')]) mkdirSync(folder);
  writeFileSync(join(source, 'Sample.cls'), CONTROLLER);
  writeFileSync(join(directory, 'types', 'apex.d.ts'), apexTypesFile([source]));
  return { directory, source };
}

describe('the types that components get from Apex', () => {
  let project: { directory: string; source: string };
  beforeEach(() => (project = createProject()));
  afterEach(() => rmSync(project.directory, { recursive: true, force: true }));

  const drift = async (text: string) => {
    writeFileSync(join(project.source, 'Sample.cls'), text);
    const found = await apexTypes.run({ sources: [project.source], progress: () => undefined });
    return found.map(({ message }) => message.replace(': run npm run types:apex', ''));
  };

  it('hold parameters, results, inner classes and enums', () => {
    const text = apexTypesFile([project.source]);
    expect(text).toContain(
      'const method: ApexMethod<{ recordId: string | undefined; names: string[] | undefined }, Row[]>;'
    );
    expect(text).toContain('readonly id: string;');
    expect(text).toContain('readonly score: number | null;');
    expect(text).toContain('readonly parts: Part[];');
    expect(text).toContain("export type Color = 'RED' | 'GREEN';");
    expect(text).toContain('readonly times: Readonly<Record<string, string>>;');
    expect(text).toContain('const method: ApexMethod<{ lead: Readonly<Record<string, unknown>> | undefined }, void>;');
    expect(text).toContain('const method: ApexMethod<Record<string, never>, number>;');
    expect(text).not.toContain('hidden');
  });

  it('are no finding while they are those of the classes', async () => {
    expect(await drift(CONTROLLER)).toEqual([]);
  });

  it.each([
    [
      'a new method',
      CONTROLLER.replace(
        '@AuraEnabled\n  public static Integer',
        '@AuraEnabled\n  public static void stop() {}\n  @AuraEnabled\n  public static Integer'
      ),
      'Sample.stop is missing here'
    ],
    [
      'a removed method',
      CONTROLLER.replace(/ {2}@AuraEnabled\n {2}public static Integer.*\n/, ''),
      'There is no @AuraEnabled method Sample.count'
    ],
    [
      'a method that lost its annotation',
      CONTROLLER.replace('@AuraEnabled\n  public static Integer', 'public static Integer'),
      'There is no @AuraEnabled method Sample.count'
    ],
    [
      'a renamed parameter',
      CONTROLLER.replace('Id recordId', 'Id leadId'),
      'The types of Sample.getRows are not those of the class'
    ],
    [
      'another result',
      CONTROLLER.replace('static Integer count', 'static String count'),
      'The types of Sample.count are not those of the class'
    ],
    [
      'another type inside',
      CONTROLLER.replace('Decimal score', 'String score'),
      'The types of Sample.getRows are not those of the class'
    ]
  ])('are a finding after %s', async (_, text, message) => {
    expect(await drift(text)).toEqual([message]);
  });

  it('are compared for the classes that a copy of the source shares with the project', async () => {
    const copy = mkdtempSync(join(tmpdir(), 'apex-types-copy-'));
    cpSync(join(ROOT, 'force-app', 'main', 'panel', 'classes'), copy, { recursive: true });
    writeFileSync(join(copy, 'Other.cls'), CONTROLLER.replaceAll('Sample', 'Other'));
    const found = await apexTypes.run({ sources: [copy], progress: () => undefined });
    rmSync(copy, { recursive: true, force: true });
    expect(found).toEqual([]);
  });
});
