import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { nodeArguments, PRELOAD, sfEnvironment } from '../../scripts/org/sf';
import { startLocalOrg, type LocalOrgProcess } from '../support/local-org';

jest.setTimeout(300_000);

const ROOT = resolve(__dirname, '..', '..');

/** Runs a program and gives what it prints. @throws Error with all output when it fails */
function run(args: readonly string[], environment: NodeJS.ProcessEnv, cwd: string): Promise<string> {
  return new Promise((done, fail) => {
    execFile(process.execPath, [...args], { cwd, env: environment, maxBuffer: 1e8 }, (error, stdout, stderr) =>
      error ? fail(new Error(`${args.join(' ')} failed:\n${stdout}${stderr}`)) : done(stdout)
    );
  });
}

describe('the tools that Salesforce developers use, against the local org', () => {
  let org: LocalOrgProcess;
  let home: string;
  beforeAll(async () => {
    org = await startLocalOrg();
    home = mkdtempSync(join(tmpdir(), 'cli-home-'));
    await sf([
      'org',
      'login',
      'access-token',
      '--instance-url',
      org.url,
      '--no-prompt',
      '--alias',
      'local',
      '--set-default'
    ]);
  });
  afterAll(async () => {
    await org.stop();
    rmSync(home, { recursive: true, force: true });
  });

  /** The CLI with a home of its own; answers the result of `--json`. */
  async function sf<T>(args: readonly string[], cwd = home): Promise<T> {
    const environment = sfEnvironment({ environment: { HOME: home, SF_ACCESS_TOKEN: org.tokenOf('admin') } });
    return (JSON.parse(await run(nodeArguments([...args, '--json']), environment, cwd)) as { result: T }).result;
  }

  it('shows the user that logged in with a token', async () => {
    const shown = await sf<Record<string, unknown>>(['org', 'display']);
    expect(shown).toMatchObject({
      alias: 'local',
      connectedStatus: 'Connected',
      instanceUrl: expect.stringContaining(org.url) as string
    });
    expect(shown['username']).toMatch(/^admin@/);
    expect(shown['id']).toMatch(/^00D/);
  });

  it('creates a record and queries it', async () => {
    const created = await sf<{ id: string; success: boolean }>([
      'data',
      'create',
      'record',
      '--sobject',
      'Lead',
      '--values',
      "LastName=Ortiz Company='Ortiz Homes' Phone='(415) 555-0123'"
    ]);
    expect(created.success).toBe(true);
    const found = await sf<{ totalSize: number; records: readonly Record<string, unknown>[] }>([
      'data',
      'query',
      '--query',
      `SELECT Id, Name, Company FROM Lead WHERE Id = '${created.id}'`
    ]);
    expect(found.totalSize).toBe(1);
    expect(found.records[0]).toMatchObject({ Id: created.id, Name: 'Ortiz', Company: 'Ortiz Homes' });
  });

  it('updates and deletes a record', async () => {
    const id = await org.create('Lead', { LastName: 'Bell', Company: 'Bell Roofing' });
    await sf(['data', 'update', 'record', '--sobject', 'Lead', '--record-id', id, '--values', "Company='Bell & Sons'"]);
    expect(await org.query(`SELECT Company FROM Lead WHERE Id = '${id}'`)).toMatchObject([{ Company: 'Bell & Sons' }]);
    await sf(['data', 'delete', 'record', '--sobject', 'Lead', '--record-id', id]);
    expect(await org.query(`SELECT Id FROM Lead WHERE Id = '${id}'`)).toEqual([]);
  });

  it('imports the sample data with its relationships', async () => {
    await sf(['data', 'import', 'tree', '--plan', 'config/data/sample-plan.json', '--target-org', 'local'], ROOT);
    const contacts = await org.query(`SELECT LastName, Account.Name FROM Contact WHERE LastName = 'Marsh'`);
    expect(contacts).toMatchObject([{ Account: { Name: 'Bluebird Bakery' } }]);
    expect(await org.query(`SELECT Name FROM Lead WHERE Name = 'Dana Ortiz'`)).toHaveLength(1);
  });

  it('assigns a permission set, describes an object and opens a page', async () => {
    const assigned = await sf<{ successes: readonly unknown[] }>([
      'org',
      'assign',
      'permset',
      '--name',
      'Thoughtly_User'
    ]);
    expect(assigned.successes).toHaveLength(1);
    const described = await sf<{ name: string }>(['sobject', 'describe', '--sobject', 'Thoughtly_Call__c']);
    expect(described.name).toBe('Thoughtly_Call__c');
    const opened = await sf<{ url: string }>(['org', 'open', '--url-only', '--path', 'lightning/o/Lead/list']);
    expect(opened.url).toBe(`${org.url}/lightning/o/Lead/list`);
  });

  it('answers jsforce', async () => {
    const script = `
      const { Connection } = require('@jsforce/jsforce-node');
      const connection = new Connection({ instanceUrl: process.argv[1], accessToken: process.argv[2], version: '66.0' });
      (async () => {
        const { id } = await connection.sobject('Lead').create({ LastName: 'Tanaka', Company: 'Tanaka Design' });
        const { records } = await connection.query("SELECT Name FROM Lead WHERE Id = '" + id + "'");
        const { username } = await connection.identity().catch(() => ({}));
        console.log(JSON.stringify({ names: records.map((record) => record.Name), username }));
      })();
    `;
    const output = await run(
      [...PRELOAD, '--no-deprecation', '--eval', script, org.url, org.tokenOf('admin')],
      process.env,
      ROOT
    );
    expect(JSON.parse(output)).toMatchObject({ names: ['Tanaka'] });
  });
});
