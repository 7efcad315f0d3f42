import { apexMethod, refreshApex } from '../stand-ins/runtime/apex';
import { getFieldValue, getRecord, notifyRecordUpdateAvailable, updateRecord } from '../stand-ins/uiRecordApi';

interface Request {
  readonly url: string;
  readonly method: string;
  readonly body: unknown;
}
interface Wire {
  update(config: object): void;
}
type ApexMethod = ((parameters?: object) => Promise<unknown>) & {
  adapter: new (callback: (value: unknown) => void) => Wire;
};

const RECORD = {
  id: '00Q1',
  apiName: 'Lead',
  fields: {
    Name: { value: 'Dana', displayValue: null },
    Owner: {
      value: { id: '0051', apiName: 'User', fields: { Name: { value: 'Riley', displayValue: null } } },
      displayValue: 'Riley'
    }
  }
};

describe('stand-ins for platform modules', () => {
  let requests: Request[];
  let answers: { status: number; body: unknown }[];
  const realFetch = globalThis.fetch;

  beforeEach(() => {
    requests = [];
    answers = [];
    globalThis.fetch = ((url: string, init: { method: string; body?: string }) => {
      requests.push({
        url,
        method: init.method,
        body: init.body === undefined ? undefined : (JSON.parse(init.body) as unknown)
      });
      const { status, body } = answers.shift() ?? { status: 200, body: {} };
      return Promise.resolve(new Response(JSON.stringify(body), { status }));
    }) as typeof fetch;
  });

  afterEach(() => {
    globalThis.fetch = realFetch;
  });

  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const getCalls = () => apexMethod('Controller.getCalls') as ApexMethod;

  it('calls an Apex method', async () => {
    answers.push({ status: 200, body: [{ id: 'a001' }] });
    await expect(getCalls()({ recordId: '00Q1' })).resolves.toEqual([{ id: 'a001' }]);
    expect(requests).toEqual([{ url: '/apex/Controller.getCalls', method: 'POST', body: { recordId: '00Q1' } }]);
  });

  it('rejects with the body of the failure', async () => {
    answers.push({ status: 500, body: { message: 'Not for you' } });
    await expect(getCalls()()).rejects.toMatchObject({ ok: false, status: 500, body: { message: 'Not for you' } });
  });

  it('wires an Apex method once its parameters are known, and refreshes it', async () => {
    const values: { data?: unknown }[] = [];
    const wire = new (getCalls().adapter)((value) => values.push(value as { data?: unknown }));
    wire.update({ recordId: undefined });
    expect(requests).toEqual([]);

    answers.push({ status: 200, body: ['first'] }, { status: 200, body: ['second'] });
    wire.update({ recordId: '00Q1' });
    await settle();
    await refreshApex(values.at(-1) as object);

    expect(values.map(({ data }) => data)).toEqual([undefined, ['first'], ['second']]);
  });

  it('drops the answer to a question that is no longer asked', async () => {
    const values: { data?: unknown }[] = [];
    const wire = new (getCalls().adapter)((value) => values.push(value as { data?: unknown }));
    answers.push({ status: 200, body: 'old' }, { status: 200, body: 'new' });

    wire.update({ recordId: '00Q1' });
    wire.update({ recordId: '00Q2' });
    await settle();

    expect(values.map(({ data }) => data)).toEqual([undefined, 'new']);
  });

  it('wires a record and fetches it again when it was updated', async () => {
    const values: { data?: typeof RECORD }[] = [];
    const wire = new getRecord((value) => values.push(value as { data?: typeof RECORD }));
    wire.connect();
    answers.push({ status: 200, body: RECORD }, { status: 200, body: RECORD }, { status: 200, body: RECORD });
    wire.update({ recordId: '00Q1', fields: ['Lead.Name', { objectApiName: 'Lead', fieldApiName: 'Owner.Name' }] });
    await settle();

    await updateRecord({ fields: { Id: '00Q1', Name: 'Dana' } });
    await notifyRecordUpdateAvailable([{ recordId: '00Q9' }]);

    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /ui-api/records/00Q1?fields=Lead.Name%2CLead.Owner.Name',
      'PATCH /ui-api/records/00Q1',
      'GET /ui-api/records/00Q1?fields=Lead.Name%2CLead.Owner.Name'
    ]);
    wire.disconnect();
  });

  it('reads fields of a record and of its parents', () => {
    expect(getFieldValue(RECORD, 'Lead.Name')).toBe('Dana');
    expect(getFieldValue(RECORD, { objectApiName: 'Lead', fieldApiName: 'Owner.Name' })).toBe('Riley');
    expect(getFieldValue(undefined, 'Lead.Name')).toBeUndefined();
  });
});
