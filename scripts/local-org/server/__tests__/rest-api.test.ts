import { TestServer } from './support';

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start();
});

afterAll(() => server.running.close());

const LEADS = '/services/data/v66.0/sobjects/Lead';

async function createLead(values: Record<string, unknown> = {}): Promise<string> {
  const { body } = await server.send('POST', LEADS, {
    as: 'admin',
    body: { LastName: 'Ortiz', Company: 'Acme', ...values }
  });
  return body.id as string;
}

describe('sessions', () => {
  it('gives the integration user a token for the client credentials', async () => {
    const { clientId, clientSecret } = server.running.sessions;
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret
    });
    const { status, body } = await server.send('POST', '/services/oauth2/token', { body: form.toString() });
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: 'Bearer', instance_url: server.running.url });
    expect(body.access_token).toMatch(/^00D\w{12}!\S{20,}$/);
    const info = await server.send('GET', '/services/oauth2/userinfo', { token: body.access_token });
    expect(info.body).toMatchObject({
      user_id: server.org.user('integration').id,
      organization_id: server.org.organizationId
    });
  });

  it('refuses a wrong secret', async () => {
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: server.running.sessions.clientId,
      client_secret: 'wrong'
    });
    const { status, body } = await server.send('POST', '/services/oauth2/token', { body: form.toString() });
    expect([status, body.error]).toEqual([400, 'invalid_client']);
  });

  it('answers 401 to requests without a valid token', async () => {
    const { status, body } = await server.send('GET', LEADS, { token: 'nobody' });
    expect([status, body]).toEqual([401, [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]]);
  });

  it('switches the user of pages', async () => {
    const { body, headers } = await server.send('POST', '/session', {
      body: { username: server.org.user('admin').username }
    });
    expect(body.current.persona).toBe('admin');
    const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
    expect((await server.send('GET', '/session', { headers: { cookie } })).body.current.persona).toBe('admin');
    expect((await server.send('GET', '/session')).body.current.persona).toBe('rep');
  });
});

describe('records', () => {
  it('creates, reads, changes and deletes', async () => {
    const created = await server.send('POST', LEADS, {
      as: 'admin',
      body: { LastName: 'Ng', Company: 'Acme', Score__c: 7.5 }
    });
    expect([created.status, created.body]).toEqual([
      201,
      { id: expect.stringMatching(/^00Q\w{15}$/), success: true, errors: [] }
    ]);
    const url = `${LEADS}/${created.body.id}`;
    expect((await server.send('PATCH', url, { as: 'admin', body: { Score__c: null, Company: 'Bell' } })).status).toBe(
      204
    );
    const read = await server.send('GET', url, { as: 'admin' });
    expect(read.body).toMatchObject({
      LastName: 'Ng',
      Company: 'Bell',
      Score__c: null,
      attributes: { type: 'Lead', url }
    });
    expect(read.body.CreatedDate).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/);
    expect((await server.send('DELETE', url, { as: 'admin' })).status).toBe(204);
    expect((await server.send('GET', url, { as: 'admin' })).status).toBe(404);
  });

  it('names what is missing, unknown or of the wrong type', async () => {
    const missing = await server.send('POST', LEADS, { as: 'admin', body: { LastName: 'Ng' } });
    expect([missing.status, missing.body[0]]).toEqual([
      400,
      { message: 'Required fields are missing: [Company]', errorCode: 'REQUIRED_FIELD_MISSING', fields: ['Company'] }
    ]);
    const unknown = await server.send('POST', LEADS, { as: 'admin', body: { Nope: 1 } });
    expect([unknown.status, unknown.body[0].errorCode]).toEqual([400, 'INVALID_FIELD']);
    const wrong = await server.send('POST', LEADS, {
      as: 'admin',
      body: { LastName: 'Ng', Company: 'X', Score__c: 'many' }
    });
    expect([wrong.status, wrong.body[0].errorCode]).toEqual([400, 'JSON_PARSER_ERROR']);
    const broken = await server.send('POST', LEADS, {
      as: 'admin',
      body: '{',
      headers: { 'Content-Type': 'application/json' }
    });
    expect([broken.status, broken.body[0].errorCode]).toEqual([400, 'JSON_PARSER_ERROR']);
    expect((await server.send('GET', '/services/data/v66.0/sobjects/Nope__c', { as: 'admin' })).status).toBe(404);
  });

  it('upserts by an external id', async () => {
    const url = `${LEADS}/External_Key__c/k-1`;
    const first = await server.send('PATCH', url, { as: 'admin', body: { LastName: 'Key', Company: 'Acme' } });
    const second = await server.send('PATCH', url, { as: 'admin', body: { Company: 'Bell' } });
    expect([first.status, second.status, second.body.id]).toEqual([201, 200, first.body.id]);
    expect((await server.send('GET', url, { as: 'admin' })).body).toMatchObject({
      External_Key__c: 'k-1',
      Company: 'Bell'
    });
  });

  it('keeps fields from users who may not see them', async () => {
    const refused = await server.send('POST', LEADS, {
      as: 'stranger',
      body: { LastName: 'Ng', Company: 'X', Score__c: 1 }
    });
    expect([refused.status, refused.body[0].errorCode]).toEqual([400, 'INVALID_FIELD_FOR_INSERT_UPDATE']);
    const query = await server.query('SELECT Score__c FROM Lead', 'stranger');
    expect([query.status, query.body[0].errorCode]).toEqual([400, 'INVALID_FIELD']);
  });

  it('saves many in one request', async () => {
    const record = (LastName: string, Company: string | null) => ({ attributes: { type: 'Lead' }, LastName, Company });
    const body = { allOrNone: true, records: [record('One', 'A'), record('Two', null)] };
    const refused = await server.send('POST', '/services/data/v66.0/composite/sobjects', { as: 'admin', body });
    expect(refused.body.map((row: { success: boolean }) => row.success)).toEqual([false, false]);
    const partial = await server.send('POST', '/services/data/v66.0/composite/sobjects', {
      as: 'admin',
      body: { ...body, allOrNone: false }
    });
    expect(partial.body.map((row: { success: boolean }) => row.success)).toEqual([true, false]);
  });
});

describe('queries', () => {
  it('answers fields in the order of the query, empty ones and parents included', async () => {
    const id = await createLead({ Score__c: 3 });
    const { body } = await server.query(`SELECT Company, Phone, Owner.Name, Score__c FROM Lead WHERE Id = '${id}'`);
    expect(body).toMatchObject({ totalSize: 1, done: true });
    expect(Object.keys(body.records[0])).toEqual(['attributes', 'Company', 'Phone', 'Owner', 'Score__c']);
    expect(body.records[0]).toMatchObject({ Company: 'Acme', Phone: null, Owner: { Name: 'Ada Admin' }, Score__c: 3 });
  });

  it('answers aggregates and counts', async () => {
    await createLead({ Company: 'Counted' });
    const grouped = await server.query(
      "SELECT Company, COUNT(Id) FROM Lead WHERE Company = 'Counted' GROUP BY Company"
    );
    expect(grouped.body.records).toEqual([{ attributes: { type: 'AggregateResult' }, Company: 'Counted', expr0: 1 }]);
    expect((await server.query("SELECT COUNT() FROM Lead WHERE Company = 'Counted'")).body).toEqual({
      totalSize: 1,
      done: true,
      records: []
    });
  });

  it('answers large results in pages', async () => {
    const record = { attributes: { type: 'Lead' }, LastName: 'Paged', Company: 'Paged' };
    for (let i = 0; i < 11; i++) {
      await server.send('POST', '/services/data/v66.0/composite/sobjects', {
        as: 'admin',
        body: { records: new Array(200).fill(record) }
      });
    }
    const first = await server.query("SELECT Id FROM Lead WHERE Company = 'Paged'");
    expect([first.body.totalSize, first.body.done, first.body.records.length]).toEqual([2200, false, 2000]);
    const second = await server.send('GET', first.body.nextRecordsUrl, { as: 'admin' });
    expect([second.body.done, second.body.records.length]).toEqual([true, 200]);
  });

  it('shows deleted records in queryAll only', async () => {
    const id = await createLead();
    await server.send('DELETE', `${LEADS}/${id}`, { as: 'admin' });
    const soql = `SELECT Id FROM Lead WHERE Id = '${id}'`;
    expect([
      (await server.query(soql)).body.totalSize,
      (await server.query(soql, 'admin', 'queryAll')).body.totalSize
    ]).toEqual([0, 1]);
  });

  it('tells the columns of a query', async () => {
    const { body } = await server.send(
      'GET',
      `/services/data/v66.0/query?columns=true&q=${encodeURIComponent('SELECT Id, Owner.Name FROM Lead')}`,
      { as: 'admin' }
    );
    expect(body.columnMetadata.map((column: { columnName: string }) => column.columnName)).toEqual(['Id', 'Owner']);
    expect(body.columnMetadata[1].joinColumns[0].columnName).toBe('Name');
  });

  it('says where a query is wrong', async () => {
    const malformed = await server.query('SELECT Id Lead');
    expect([malformed.status, malformed.body[0].errorCode]).toEqual([400, 'MALFORMED_QUERY']);
    const field = await server.query('SELECT Nope FROM Lead');
    expect([field.status, field.body[0].errorCode]).toEqual([400, 'INVALID_FIELD']);
    const type = await server.query('SELECT Id FROM Nope');
    expect([type.status, type.body[0].errorCode]).toEqual([400, 'INVALID_TYPE']);
  });
});

it('lists versions without a session, also with a doubled slash', async () => {
  const { status, body } = await server.send('GET', '//services/data');
  expect([status, body.at(-1).version]).toEqual([200, '66.0']);
});

it('shows a user only what that user may see and do', async () => {
  const own = await server.send('GET', `${LEADS}/describe`, { as: 'stranger' });
  expect(own.body.fields.some((field: { name: string }) => field.name === 'Score__c')).toBe(false);
  const all = await server.send('GET', '/services/data/v66.0/sobjects', { as: 'integration' });
  expect(all.body.sobjects.some((object: { name: string }) => object.name === 'Lead')).toBe(false);
  expect((await server.send('GET', `${LEADS}/describe`, { as: 'integration' })).status).toBe(404);
  const campaign = await server.send('POST', '/services/data/v66.0/sobjects/Campaign', {
    as: 'rep',
    body: { Name: 'X' }
  });
  expect([campaign.status, campaign.body[0].errorCode]).toEqual([403, 'INSUFFICIENT_ACCESS_OR_READONLY']);
});

it('describes objects', async () => {
  const { body } = await server.send('GET', `${LEADS}/describe`, { as: 'admin' });
  expect(body.fields.find((field: { name: string }) => field.name === 'Score__c')).toMatchObject({
    type: 'double',
    precision: 4,
    scale: 1
  });
});
