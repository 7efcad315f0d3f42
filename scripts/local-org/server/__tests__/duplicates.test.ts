/** Duplicate rules over REST. */
import { join } from 'node:path';
import { TestServer } from './support';

const METADATA = join(__dirname, '..', '..', 'data', '__tests__', 'duplicates', 'metadata');
const HEADER = 'Sforce-Duplicate-Rule-Header';

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start([METADATA]);
});
afterAll(() => server.running.close());

const lead = (values: object) => ({ LastName: 'Ng', Company: 'Acme', Rating: 'Hot', ...values });
const post = (body: object, headers: Record<string, string> = {}, version = 'v66.0') =>
  server.send('POST', `/services/data/${version}/sobjects/Lead`, { as: 'admin', body, headers });

describe('a Lead that a rule alerts to', () => {
  let id = '';

  beforeAll(async () => {
    ({ id } = (await post(lead({ Email: 'ana@example.com' }))).body);
  });

  it('should be refused with what was found', async () => {
    const { status, body } = await post(lead({ Email: 'ana@example.com' }));
    expect(status).toBe(400);
    expect(body).toEqual([
      {
        errorCode: 'DUPLICATES_DETECTED',
        message: 'You are creating a duplicate lead.',
        duplicateResult: {
          allowSave: true,
          duplicateRule: 'Email_Alert',
          duplicateRuleEntityType: 'Lead',
          errorMessage: 'You are creating a duplicate lead.',
          matchResults: [
            {
              entityType: 'Lead',
              errors: [],
              matchEngine: 'ExactMatchEngine',
              matchRecords: [
                {
                  additionalInformation: [],
                  fieldDiffs: [],
                  matchConfidence: 100,
                  record: { attributes: { type: 'Lead', url: `/services/data/v66.0/sobjects/Lead/${id}` }, Id: id }
                }
              ],
              rule: 'Same_Email',
              size: 1,
              success: true
            }
          ]
        }
      }
    ]);
  });

  it('should be spelled as old versions did', async () => {
    const { body } = await post(lead({ Email: 'ana@example.com' }), {}, 'v51.0');
    expect(body[0].duplicateResut.duplicateRule).toBe('Email_Alert');
  });

  it('should be told with details when they are asked for', async () => {
    const { body } = await post(lead({ Email: 'ana@example.com' }), { [HEADER]: 'includeRecordDetails=true' });
    const [match] = body[0].duplicateResult.matchResults;
    expect(match.matchRecords[0].record).toMatchObject({ Id: id, LastName: 'Ng', Email: 'ana@example.com' });
  });

  it('should be one of many in a collection', async () => {
    const records = [lead({ Email: 'ana@example.com' }), lead({ Email: 'new@example.com', LastName: 'Other' })];
    const { body } = await server.send('POST', '/services/data/v66.0/composite/sobjects', {
      as: 'admin',
      body: { records: records.map((record) => ({ attributes: { type: 'Lead' }, ...record })) }
    });
    expect(body).toEqual([
      {
        success: false,
        errors: [{ statusCode: 'DUPLICATES_DETECTED', message: 'You are creating a duplicate lead.', fields: [] }]
      },
      { success: true, id: expect.any(String), errors: [] }
    ]);
  });

  it('should be saved when the header says so', async () => {
    const allowed = { [HEADER]: 'allowSave=true; runAsCurrentUser=true' };
    expect((await post(lead({ LastName: 'Twin', Email: 'ana@example.com' }), allowed)).status).toBe(201);
  });
});

it('should refuse what a rule blocks, whatever the header says', async () => {
  await post(lead({ LastName: 'Phone', Phone: '415 555 1234' }));
  const { body } = await post(lead({ LastName: 'Other', Phone: '(415) 555-1234' }), { [HEADER]: 'allowSave=true' });
  expect(body).toMatchObject([{ errorCode: 'DUPLICATES_DETECTED', duplicateResult: { allowSave: false } }]);
});
