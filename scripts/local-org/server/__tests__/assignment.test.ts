/** Assignment rules over REST. */
import { join } from 'node:path';
import { TestServer } from './support';

const METADATA = join(__dirname, '..', '..', 'data', '__tests__', 'assignment', 'metadata');

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start([METADATA]);
});
afterAll(() => server.running.close());

async function ownerOf(headers: Record<string, string>): Promise<string> {
  const body = { LastName: 'Ng', Company: 'Acme', Rating: 'Hot' };
  const made = await server.send('POST', '/services/data/v66.0/sobjects/Lead', { as: 'admin', body, headers });
  return (await server.query(`SELECT Owner.Name FROM Lead WHERE Id = '${made.body.id}'`)).body.records[0].Owner.Name;
}

it('should run the active rule when nothing is said', async () => {
  expect(await ownerOf({})).toBe('Riley Rep');
});

it('should leave the owner alone when the header says so', async () => {
  expect(await ownerOf({ 'Sforce-Auto-Assign': 'FALSE' })).toBe('Ada Admin');
});

it('should run the rule that the header names', async () => {
  const { body } = await server.query("SELECT Id FROM AssignmentRule WHERE Name = 'Everybody'");
  expect(await ownerOf({ 'Sforce-Auto-Assign': body.records[0].Id })).toBe('Sam Stranger');
});

it('should refuse a header that is no id', async () => {
  const options = { as: 'admin', body: {}, headers: { 'Sforce-Auto-Assign': 'maybe' } } as const;
  const { status, body } = await server.send('POST', '/services/data/v66.0/sobjects/Lead', options);
  expect([status, body[0].errorCode]).toEqual([400, 'MALFORMED_ID']);
});
