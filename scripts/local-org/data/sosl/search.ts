/** Runs SOSL. In a test it finds the records given to `Test.setFixedSearchResults` and nothing else (PLATFORM 5.8). */
import { fixedSearchResults } from '../../runtime/test-context';
import { currentTransaction } from '../../runtime/transaction';
import { ApexList } from '../../library/system/List';
import type { QueryRequest } from '../api';
import type { SObjectValue } from '../sobject';
import type { SoqlCondition, SoqlQuery } from '../soql/ast';
import type { QueryEngine } from '../soql/engine';
import { requireObject } from '../soql/scope';
import type { Tables } from '../tables';
import { searchedFields, searchPredicate } from './match';
import { parseSosl } from './parse';
import type { SoslQuery } from './parse';

/** Records of one RETURNING object. */
export interface SearchResult {
  readonly objectName: string;
  readonly records: SObjectValue[];
}

type SearchAccess = Pick<QueryRequest, 'accessMode' | 'isSharingEnforced'>;

export function search(tables: Tables, queries: QueryEngine, text: string, access: SearchAccess): SearchResult[] {
  currentTransaction().limits.consume('soslQueries', 1);
  const sosl = parseSosl(text);
  return sosl.returning.map((query) => {
    const object = requireObject(tables, query.from.name);
    const ids = fixedSearchResults() ?? found(tables, sosl, query);
    const request = {
      query: { ...query, where: withIds(query.where) },
      bind: () => new ApexList('Id', [...ids]),
      ...access
    };
    return { objectName: object.name, records: queries.queryForSearch(request).slice(0, sosl.limit) };
  });
}

function found(tables: Tables, sosl: SoslQuery, query: SoqlQuery): string[] {
  const object = requireObject(tables, query.from.name);
  const matches = searchPredicate(sosl.find, searchedFields(object, sosl.group));
  return [...tables.table(object.name).rows()].filter(matches).map((row) => row['Id'] as string);
}

function withIds(where: SoqlCondition | null): SoqlCondition {
  const isFound: SoqlCondition = {
    kind: 'comparison',
    field: { kind: 'field', path: ['Id'] },
    operator: 'IN',
    value: { kind: 'bind', index: 0, name: 'ids' }
  };
  return where ? { kind: 'and', conditions: [isFound, where] } : isFound;
}
