/** Answers what pages ask for from a local org, as one user and in user mode. */
import { parseSoql } from '../../data/soql/parse';
import { SObjectValue } from '../../data/sobject';
import { ApexList } from '../../library/system/List';
import type { LocalOrg } from '../../org';
import type { PublishedEvent } from '../../runtime/event-bus';
import { ApexException } from '../../runtime/exceptions';
import { valueToJson } from '../../server/record-json';
import { LANGUAGES } from './languages';
import { PageDataError } from './port';
import type { PageData, PageEvent, PageOrg, PageRow, PageSubscription, PageValue } from './port';

/** The pages of a local org. Its automated users do not look at pages. */
export function localOrgPages(org: LocalOrg): PageOrg {
  return {
    schema: org.schema,
    users: org.users
      .filter(({ persona }) => persona !== 'automated')
      .map(({ id, username, name, persona }) => ({ id, username, name, persona })),
    dataFor: (userId) => dataFor(org, userId),
    chooseLanguage: (userId, language) => chooseLanguage(org, userId, language),
    subscribe: (userId, object, replayFrom, onEvent) => subscribe(org, userId, object, replayFrom, onEvent)
  };
}

function dataFor(org: LocalOrg, userId: string): PageData {
  const access = org.database.accessOf(userId);
  const user = org.database.systemRead(userId);
  return {
    schema: org.schema,
    timeZone: String(user?.['TimeZoneSidKey'] ?? 'UTC'),
    language: String(user?.['LanguageLocaleKey'] ?? 'en_US'),
    locale: String(user?.['LocaleSidKey'] ?? 'en_US'),
    customPermissions: [...org.schema.customPermissions.keys()].filter((name) => access.hasCustomPermission(name)),
    userPermissions: [],
    canReadObject: (object) => access.canObject(object, 'read'),
    canReadField: (object, field) => access.canField(object, field, 'read'),
    query: (soql) => org.execute(userId, 'synchronous', () => query(org, soql))
  };
}

/** System mode: on the platform, too, personal settings need no right to edit users. */
function chooseLanguage(org: LocalOrg, userId: string, language: string): void {
  const locale = LANGUAGES.find(({ key }) => key === language)?.locale;
  if (!locale)
    throw new PageDataError(400, 'INVALID_LANGUAGE', `The local org does not have the language ${language}.`);
  org.execute(userId, 'synchronous', () => {
    const user = new SObjectValue('User');
    user.put('Id', userId);
    user.put('LanguageLocaleKey', language);
    user.put('LocaleSidKey', locale);
    org.database.dml({
      kind: 'update',
      records: [user],
      accessMode: 'system',
      isSharingEnforced: false,
      allOrNone: true,
      externalIdField: null
    });
  });
}

/** All events that are kept. */
const FROM_THE_START = -2;
const ONLY_NEW = -1;

function subscribe(
  org: LocalOrg,
  userId: string,
  objectName: string,
  replayFrom: number,
  onEvent: (event: PageEvent) => void
): PageSubscription {
  const object = org.schema.findObject(objectName);
  if (!object?.name.endsWith('__e'))
    throw new PageDataError(404, 'NOT_FOUND', `There is no platform event ${objectName}.`);
  // The platform checks the object permission only: fields of events have no security of their own.
  if (!org.database.accessOf(userId).canObject(object, 'read'))
    throw new PageDataError(403, 'INSUFFICIENT_ACCESS', `You may not subscribe to ${object.name}.`);
  const tell = (event: PublishedEvent): void => {
    if (event.object === object) onEvent({ replayId: event.replayId, payload: payloadOf(event) });
  };
  const seen = replayFrom === FROM_THE_START ? 0 : replayFrom;
  if (replayFrom !== ONLY_NEW) org.eventBus.kept.filter(({ replayId }) => replayId > seen).forEach(tell);
  return { position: org.eventBus.kept.at(-1)?.replayId ?? 0, stop: org.eventBus.listen(tell) };
}

function payloadOf({ object, record }: PublishedEvent): PageRow {
  const isSent = (name: string): boolean => name.endsWith('__c') || name.startsWith('Created');
  const names = [...object.fields.values()].map(({ name }) => name).filter(isSent);
  return Object.fromEntries(names.map((name) => [name, toValue(record.peek(name))]));
}

function query(org: LocalOrg, soql: string): PageRow[] {
  try {
    const rows = org.database.query({
      query: parseSoql(soql),
      bind: (_index, name) => {
        throw new Error(`A query of a page has the bind variable ${name}.`);
      },
      accessMode: 'user',
      isSharingEnforced: true
    });
    return rows.map(toRow);
  } catch (error) {
    if (error instanceof ApexException) throw new PageDataError(400, error.$exceptionName, error.message ?? '');
    throw error;
  }
}

function toRow(record: SObjectValue): PageRow {
  const values = record.populatedEntries().map(([name, value]) => [name, toValue(value)] as const);
  const parents = record.parents().map(([name, parent]) => [name, parent ? toRow(parent) : null] as const);
  return Object.fromEntries([...values, ...parents]);
}

function toValue(value: unknown): PageValue {
  if (value instanceof SObjectValue) return toRow(value);
  return value instanceof ApexList ? null : (valueToJson(value) as PageValue);
}
