import { TestServer } from './support';

const TREE = '/services/data/v66.0/composite/tree';

jest.setTimeout(60_000);

describe('composite/tree', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server?.running.close());

  const insert = (object: string, records: unknown) =>
    server.send('POST', `${TREE}/${object}`, { as: 'admin', body: { records } });
  const rows = async (soql: string) =>
    (await server.send('GET', `/services/data/v66.0/query?q=${encodeURIComponent(soql)}`, { as: 'admin' })).body
      .records;

  it('inserts records and the records below them', async () => {
    const { status, body } = await insert('Account', [
      {
        attributes: { type: 'Account', referenceId: 'bakery' },
        Name: 'Bluebird Bakery',
        Contacts: { records: [{ attributes: { type: 'Contact', referenceId: 'elena' }, LastName: 'Marsh' }] }
      }
    ]);
    expect({ status, errors: server.errors }).toEqual({ status: 201, errors: [] });
    expect(body).toMatchObject({ hasErrors: false, results: [{ referenceId: 'bakery' }, { referenceId: 'elena' }] });
    expect(await rows("SELECT Account.Name FROM Contact WHERE LastName = 'Marsh'")).toMatchObject([
      { Account: { Name: 'Bluebird Bakery' } }
    ]);
  });

  it('keeps nothing when one record is refused, and says which', async () => {
    const { status, body } = await insert('Lead', [
      { attributes: { type: 'Lead', referenceId: 'good' }, LastName: 'Good', Company: 'Good' },
      { attributes: { type: 'Lead', referenceId: 'bad' }, LastName: 'Bad' }
    ]);
    expect(status).toBe(400);
    expect(body).toMatchObject({
      hasErrors: true,
      results: [{ referenceId: 'bad', errors: [{ statusCode: 'REQUIRED_FIELD_MISSING' }] }]
    });
    expect(await rows("SELECT Id FROM Lead WHERE LastName = 'Good'")).toEqual([]);
  });
});
