/** `System.Search`: SOSL. */
import { currentTransaction } from '../../runtime/transaction';
import { newException, nullPointerException } from '../../runtime/exceptions';
import type { SObjectValue } from '../../data/sobject';
import { required } from '../null-argument';
import { platformType } from '../registry';
import { ApexList } from '../system/List';
import { AccessLevelValue } from './AccessLevel';
import { database } from './operands';

function query(text: string | null, access: unknown = null): ApexList {
  if (text === null) throw nullPointerException();
  const accessMode = access instanceof AccessLevelValue ? access.mode : 'system';
  const { isSharingEnforced } = currentTransaction();
  const results = database().search(text, { accessMode, isSharingEnforced });
  return new ApexList(
    'List<SObject>',
    results.map(({ objectName, records }) => new ApexList(objectName, records))
  );
}

class SearchResults {
  readonly lists: readonly ApexList[];

  constructor(lists: readonly ApexList[]) {
    this.lists = lists;
  }
}

class SearchResultValue {
  readonly record: SObjectValue;

  constructor(record: SObjectValue) {
    this.record = record;
  }
}

function find(text: string | null, access: unknown = null): SearchResults {
  return new SearchResults(query(text, access).items as ApexList[]);
}

/** @throws System.InvalidParameterValueException for an object that the search does not return */
function resultsOf(self: SearchResults, objectName: string | null): ApexList {
  const name = required(objectName).toLowerCase();
  const list = self.lists.find(({ elementType }) => elementType.toLowerCase() === name);
  if (!list)
    throw newException('System.InvalidParameterValueException', `${objectName} is not in the RETURNING clause`);
  const results = list.items.map((record) => new SearchResultValue(record as SObjectValue));
  return new ApexList('Search.SearchResult', results);
}

platformType({ name: 'System.Search', statics: { query, find } });
platformType({ name: 'Search.SearchResults', jsClass: SearchResults, methods: { get: resultsOf } });
platformType({
  name: 'Search.SearchResult',
  jsClass: SearchResultValue,
  methods: { getSObject: ({ record }: SearchResultValue) => record }
});
