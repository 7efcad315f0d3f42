import { TestServer } from './support';

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start();
});

afterAll(() => server.running.close());

describe('Apex REST', () => {
  it('passes the request and answers the returned value', async () => {
    const { status, body } = await server.send('GET', '/services/apexrest/echo/a/b?q=x%20y', { as: 'rep' });
    expect([status, body]).toEqual([200, '/echo/a/b|x y|/services/apexrest/echo/*']);
  });

  it('sends status, headers and body of the response, and runs queued jobs afterwards', async () => {
    const { status, body, headers } = await server.send('POST', '/services/apexrest/echo', {
      as: 'rep',
      body: { a: 1 },
      headers: { 'X-Sent': 'hello' }
    });
    expect([status, body, headers.get('x-echo'), headers.get('content-type')]).toEqual([
      202,
      { got: { a: 1 } },
      'hello',
      'application/json'
    ]);
    await server.org.whenIdle();
    expect((await server.query("SELECT Name FROM Account WHERE Name = 'From the queue'")).body.totalSize).toBe(1);
  });

  it('prefers the most specific address and fills parameters from the body', async () => {
    const { status, body } = await server.send('POST', '/services/apexrest/echo/sum', {
      as: 'rep',
      body: { first: 1.5, second: 2, names: ['a'] }
    });
    expect([status, body]).toEqual([
      200,
      { total: 3.5, names: ['a'], lead: { attributes: expect.anything(), LastName: 'Ng' } }
    ]);
    const wrong = await server.send('POST', '/services/apexrest/echo/sum', { as: 'rep', body: { third: 1 } });
    expect([wrong.status, wrong.body[0].errorCode]).toEqual([400, 'JSON_PARSER_ERROR']);
  });

  it('answers 204 when nothing is returned', async () => {
    expect((await server.send('DELETE', '/services/apexrest/echo/sum', { as: 'rep' })).status).toBe(204);
  });

  it('answers 404, 405 and 403 for unknown addresses, verbs and users without access', async () => {
    expect((await server.send('GET', '/services/apexrest/Echo', { as: 'rep' })).status).toBe(404);
    expect((await server.send('PATCH', '/services/apexrest/echo', { as: 'rep' })).status).toBe(405);
    const refused = await server.send('GET', '/services/apexrest/echo', { as: 'stranger' });
    expect([refused.status, refused.body[0]]).toEqual([
      403,
      { errorCode: 'FORBIDDEN', message: 'You do not have access to the Apex class named: EchoResource' }
    ]);
  });

  it('answers 500 for an uncaught exception and undoes what was written', async () => {
    const { status, body } = await server.send('PUT', '/services/apexrest/echo', { as: 'rep' });
    expect([status, body[0].errorCode]).toEqual([500, 'APEX_ERROR']);
    expect(body[0].message).toBe('System.MathException: Divide by 0\n\nClass.EchoResource.fail: line 24, column 1');
    expect((await server.query("SELECT Id FROM Lead WHERE LastName = 'Undone'")).body.totalSize).toBe(0);
  });
});

describe('methods for components', () => {
  it('answers results with their enabled members only', async () => {
    const { status, body, headers } = await server.send('POST', '/apex/PanelController.rows', {
      as: 'rep',
      body: { prefix: 'Row ', count: 2 }
    });
    expect([status, body]).toEqual([
      200,
      [
        { label: 'Row 0', day: '2026-05-24' },
        { label: 'Row 1', day: '2026-05-24' }
      ]
    ]);
    expect(headers.get('x-apex-cacheable')).toBe('true');
  });

  it('reads records and objects as parameters', async () => {
    const { body } = await server.send('POST', '/apex/PanelController.save', {
      as: 'rep',
      body: { record: { sobjectType: 'Lead', LastName: 'Ng' }, row: { label: 'Acme' } }
    });
    expect(body).toEqual({ LastName: 'Ng', Company: 'Acme', Id: expect.stringMatching(/^00Q/) });
  });

  it('refuses DML in a cacheable method', async () => {
    const { status, body } = await server.send('POST', '/apex/PanelController.writeInCache', { as: 'rep' });
    expect([status, body.message]).toEqual([500, 'Too many DML statements: 1']);
  });

  it('shows handled exceptions with their message and others with their type', async () => {
    const handled = await server.send('POST', '/apex/PanelController.refuse', { as: 'rep' });
    expect([handled.status, handled.body]).toEqual([500, { message: 'Choose a record first' }]);
    const crashed = await server.send('POST', '/apex/PanelController.crash', { as: 'rep' });
    expect(crashed.body).toMatchObject({
      exceptionType: 'System.NullPointerException',
      message: 'Attempt to de-reference a null object'
    });
  });

  it('refuses users without access to the class, and methods that are not enabled', async () => {
    expect((await server.send('POST', '/apex/PanelController.rows', { as: 'stranger', body: {} })).status).toBe(403);
    expect((await server.send('POST', '/apex/EchoResource.get', { as: 'rep' })).status).toBe(404);
  });
});

describe('records for components', () => {
  it('reads values with their display texts, changes and deletes', async () => {
    const created = await server.send('POST', '/ui-api/records', {
      as: 'rep',
      body: { apiName: 'Lead', fields: { LastName: 'Ng', Company: 'Acme', Score__c: 7 } }
    });
    expect(created.status).toBe(201);
    const url = `/ui-api/records/${created.body.id}`;
    const read = await server.send('GET', `${url}?fields=Lead.Score__c,Lead.Owner.Name&optionalFields=Lead.Nope__c`, {
      as: 'rep'
    });
    expect(read.body.fields).toMatchObject({
      Score__c: { value: 7, displayValue: '7.0' },
      Owner: { displayValue: 'Riley Rep' }
    });
    const changed = await server.send('PATCH', url, { as: 'rep', body: { fields: { Company: 'Bell' } } });
    expect(changed.body.fields.Company.value).toBe('Bell');
    const refused = await server.send('PATCH', url, { as: 'rep', body: { fields: { Company: null } } });
    expect([refused.status, Object.keys(refused.body.output.fieldErrors)]).toEqual([400, ['Company']]);
    expect((await server.send('DELETE', url, { as: 'rep' })).status).toBe(204);
    expect((await server.send('GET', `${url}?fields=Lead.Id`, { as: 'rep' })).status).toBe(404);
  });

  it('keeps fields from users who may not see them', async () => {
    const created = await server.send('POST', '/ui-api/records', {
      as: 'stranger',
      body: { apiName: 'Lead', fields: { LastName: 'Ng', Company: 'Acme' } }
    });
    const url = `/ui-api/records/${created.body.id}`;
    expect((await server.send('GET', `${url}?fields=Lead.Score__c`, { as: 'stranger' })).status).toBe(400);
    const optional = await server.send('GET', `${url}?fields=Lead.LastName&optionalFields=Lead.Score__c`, {
      as: 'stranger'
    });
    expect(Object.keys(optional.body.fields)).toEqual(['LastName']);
  });
});

it('had no failures of its own', () => {
  expect(server.errors.filter((error) => !(error instanceof Error && error.name === 'RestError'))).toEqual([]);
});
