/** Conditions of the org that tests bring about over HTTP. */
import { TestServer } from './support';

let server: TestServer;
let leadId = '';

beforeAll(async () => {
  server = await TestServer.start();
  const body = { LastName: 'Ng', Company: 'Acme' };
  ({ id: leadId } = (await server.send('POST', '/services/data/v66.0/sobjects/Lead', { as: 'admin', body })).body);
});
afterAll(() => server.running.close());

const send = (method: string, path: string, body?: unknown) =>
  server.send(method, `/local-org/${path}`, { as: 'admin', body });
const rename = () =>
  server.send('PATCH', `/services/data/v66.0/sobjects/Lead/${leadId}`, { as: 'admin', body: { LastName: 'Li' } });

it('should hold rows and let them go', async () => {
  expect((await send('POST', 'locks', { ids: [leadId.slice(0, 15)] })).body).toEqual({ ids: [leadId] });
  expect(await rename()).toMatchObject({
    status: 400,
    body: [
      {
        errorCode: 'UNABLE_TO_LOCK_ROW',
        message: `unable to obtain exclusive access to this record or 1 records: ${leadId}`
      }
    ]
  });
  expect((await send('GET', 'locks')).body).toEqual({ ids: [leadId] });
  expect((await send('DELETE', `locks?ids=${leadId}`)).body).toEqual({ ids: [] });
  expect((await rename()).status).toBe(204);
  await send('POST', 'locks', { ids: [leadId] });
  expect((await send('DELETE', 'locks')).body).toEqual({ ids: [] });
});

it('should lower the executions of asynchronous Apex', async () => {
  const changed = { DailyAsyncApexExecutions: { Max: 0, Remaining: 0 } };
  expect((await send('PATCH', 'limits', { DailyAsyncApexExecutions: { Max: 0 } })).body).toEqual(changed);
  expect((await send('GET', 'limits')).body).toEqual(changed);
  expect((await server.send('GET', '/services/data/v66.0/limits', { as: 'admin' })).body).toMatchObject(changed);
  await send('PATCH', 'limits', { DailyAsyncApexExecutions: { Max: 250_000 } });
});

it('should refuse what it does not know', async () => {
  expect((await send('POST', 'locks', { ids: ['nonsense'] })).body[0].errorCode).toBe('MALFORMED_ID');
  expect((await send('POST', 'locks', {})).status).toBe(400);
  expect((await send('PATCH', 'limits', { DataStorageMB: { Max: 0 } })).body[0].errorCode).toBe('INVALID_FIELD');
  expect((await send('PATCH', 'limits', { DailyAsyncApexExecutions: { Max: -1 } })).status).toBe(400);
  expect((await send('GET', 'weather')).status).toBe(404);
  expect((await send('PUT', 'locks')).status).toBe(405);
});

it('should answer administrators only', async () => {
  expect((await server.send('GET', '/local-org/locks', { as: 'rep' })).status).toBe(403);
  expect((await server.send('GET', '/local-org/locks')).status).toBe(401);
});
