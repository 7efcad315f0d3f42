/** Audiences and contexts in an org with person accounts. */
import { resolve } from 'node:path';
import { createOrg } from '../../scripts/local-org/create-org';
import { debugLog } from '../../scripts/local-org/library/debug-log';
import type { Context, Page } from '../support/audience-org';

jest.setTimeout(60_000);

const ROOT = resolve(__dirname, '..', '..');
const SOURCES = [resolve(ROOT, 'force-app'), resolve(ROOT, 'tests', 'support', 'audience')];

const created = createOrg({ sources: SOURCES, cacheDirectory: null, features: ['PersonAccounts'] });

/** Runs anonymous Apex as a user and answers what it logged last. */
function run(persona: 'admin' | 'integration', source: string): string {
  const { org, compilation } = created;
  const { unit, diagnostics } = compilation.compileAnonymous(source);
  if (!unit) throw new Error(diagnostics.map((one) => one.message).join('\n'));
  return org.execute(org.user(persona).id, 'asynchronous', () => {
    org.program.runAnonymous(unit);
    return debugLog().at(-1)?.text ?? '';
  });
}

/** Asks a resource as the integration user. */
function ask<T>(resource: string, path: string, phone = ''): T {
  const answer = run(
    'integration',
    `RestContext.request = new RestRequest();
     RestContext.response = new RestResponse();
     RestContext.request.requestURI = '/thoughtly/v1/${path}';
     RestContext.request.params.put('phone', '${phone}');
     ${resource}.get();
     System.debug(RestContext.response.responseBody.toString());`
  );
  return JSON.parse(answer) as T;
}

beforeAll(() => {
  run(
    'admin',
    `insert new List<Account>{
       new Account(FirstName = 'Dana', LastName = 'Ortiz', PersonMobilePhone = '(415) 555-0123'),
       new Account(FirstName = 'Nora', LastName = 'No', PersonMobilePhone = '(415) 555-0124', PersonDoNotCall = true),
       new Account(Name = 'Business')
     };`
  );
});

it('finds people by their Accounts, and leaves those out who must not be called', () => {
  const { contacts, skipped } = ask<Page>('ThoughtlyAudiencesResource', 'audiences/Customers');
  expect(contacts.map((contact) => contact.phone)).toEqual(['+14155550123']);
  expect(skipped).toEqual([]);
});

it('finds people by their Contacts, with the attributes of Contact', () => {
  const { contacts } = ask<Page>('ThoughtlyAudiencesResource', 'audiences/People');
  expect(contacts).toHaveLength(1);
  expect(contacts[0]).toMatchObject({
    phone: '+14155550123',
    attributes: { first_name: 'Dana', phone: '+14155550123' }
  });
});

it('gives the context of a person account by its phone', () => {
  const context = ask<Context>('ThoughtlyContextResource', 'context', '415-555-0123');
  expect(context).toMatchObject({ object: 'Contact', attributes: { first_name: 'Dana' }, leftOut: [] });
});
