/** Dynamic SOQL: `Database.query` and its kind. */
import type { AccessMode, QueryRequest } from '../../data/api';
import type { SoqlQuery } from '../../data/soql/ast';
import { queryException } from '../../data/soql/errors';
import { parseSoql, SoqlSyntaxError } from '../../data/soql/parse';
import { findDynamicBind } from '../../runtime/dynamic-binds';
import { nullPointerException } from '../../runtime/exceptions';
import { currentTransaction } from '../../runtime/transaction';
import { ApexList } from '../system/List';
import type { ApexMap } from '../system/Map';
import { AccessLevelValue } from './AccessLevel';
import { database } from './operands';

type Bind = QueryRequest['bind'];

/** Binds of `Database.query` are the variables around the call. */
const bindVariable: Bind = (_, name) => {
  const found = findDynamicBind(name);
  if (!found) throw queryException(`Variable does not exist: ${name}`);
  return found.value;
};

/** Binds of `Database.queryWithBinds` are the keys of its map, in any case. */
export function bindMap(map: ApexMap | null): Bind {
  const values = new Map([...(map?.keys() ?? [])].map((key) => [String(key).toLowerCase(), map?.get(key)]));
  return (_, name) => {
    const key = name.toLowerCase();
    if (!values.has(key)) throw queryException(`Key '${name}' does not exist in the bindMap`);
    return values.get(key);
  };
}

export function query(text: string | null, access: unknown = null, bind: Bind = bindVariable): ApexList {
  const request = requestOf(text, access, bind);
  const records = database().query(request);
  return new ApexList(elementTypeOf(request.query, records[0]?.objectName), records);
}

export function countQuery(text: string | null, access: unknown = null, bind: Bind = bindVariable): number {
  return database().count(requestOf(text, access, bind));
}

function requestOf(text: string | null, access: unknown, bind: Bind): QueryRequest {
  if (text === null) throw nullPointerException();
  const accessMode: AccessMode = access instanceof AccessLevelValue ? access.mode : 'system';
  return { query: parse(text), bind, accessMode, isSharingEnforced: currentTransaction().isSharingEnforced };
}

function parse(text: string): SoqlQuery {
  try {
    return parseSoql(text);
  } catch (error) {
    throw error instanceof SoqlSyntaxError ? queryException(syntaxMessage(error.message)) : error;
  }
}

/** The platform names the token at which it stopped; the parser says more, which is kept when it names none. */
function syntaxMessage(message: string): string {
  const [, token] = /^(?:mismatched|extraneous) input '(.*?)'(?: expecting|$)/s.exec(message) ?? [];
  if (token !== undefined) return `unexpected token: '${token}'`;
  const [, input] = /^no viable alternative at input '(.*)'/s.exec(message) ?? [];
  return input === undefined ? message : `unexpected token: '${input.trim().split(/\s+/).at(-1) ?? ''}'`;
}

function elementTypeOf(query: SoqlQuery, found: string | undefined): string {
  return found ?? currentTransaction().org.schema.findObject(query.from.name)?.name ?? 'SObject';
}
