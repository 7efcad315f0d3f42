import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shadowing } from '../gates/shadowing';

/** Findings about the body of a method, in a source folder that is a package or not. */
async function findings(body: string, isPackage = true): Promise<string[]> {
  const project = mkdtempSync(join(tmpdir(), 'shadowing-'));
  try {
    const directory = {
      path: 'force-app',
      default: true,
      ...(isPackage ? { package: 'Sample', versionNumber: '1.0.0.NEXT' } : {})
    };
    writeFileSync(join(project, 'sfdx-project.json'), JSON.stringify({ packageDirectories: [directory] }));
    mkdirSync(join(project, 'force-app'));
    writeFileSync(
      join(project, 'force-app', 'Sample.cls'),
      `public with sharing class Sample {\n  private String limits;\n  public void run(String math) {\n    ${body}\n  }\n}\n`
    );
    const found = await shadowing.run({ sources: [join(project, 'force-app')], progress: () => undefined });
    return found.map((finding) => `${finding.line} ${finding.message.split(':')[0] ?? ''}`);
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

describe('the gate for names that an org could hide', () => {
  it.each([
    ['a static call', 'Test.startTest();', '4 Write System.Test'],
    ['a variable', 'HttpRequest request;', '4 Write System.HttpRequest'],
    ['a type argument', 'List<Lead> leads;', '4 Write Schema.Lead'],
    ['a creation', 'Object o = new Http();', '4 Write System.Http'],
    ['a cast', 'Object o = (Account) null;', '4 Write Schema.Account'],
    ['a catch', "try { run(''); } catch (QueryException e) { throw e; }", '4 Write System.QueryException'],
    ['a test for a type', 'Boolean b = o instanceof Contact;', '4 Write Schema.Contact'],
    ['a field of an object', 'Object o = Lead.Name;', '4 Write Schema.Lead'],
    ['a call in an argument', "run(JSON.serialize('a'));", '4 Write System.JSON']
  ])('finds %s', async (_, body, message) => {
    expect(await findings(body)).toEqual([message]);
  });

  it.each([
    ['qualified names', 'System.Test.startTest(); Schema.Lead lead; System.HttpRequest request;'],
    [
      'words of the language',
      "String s = String.valueOf(1); Date d = Date.today(); List<Id> ids = new List<Id>{ Id.valueOf('a') };"
    ],
    [
      'variables, parameters and fields that are called like a type',
      "Integer i = math.length(); Integer j = limits.length(); String request = 'a'; i = request.length();"
    ],
    ['objects of queries', 'for (SObject row : [SELECT Id FROM Lead]) { run(null); }'],
    ['inner types', 'Database.SaveResult result;']
  ])('leaves %s alone', async (_, body) => {
    expect(await findings(body)).toEqual([]);
  });

  it('leaves source alone that is no package', async () => {
    expect(await findings('Test.startTest();', false)).toEqual([]);
  });
});
