/** `System.Database`: DML with results, dynamic queries, savepoints, merge and lead conversion. */
import type { DmlKind } from '../../data/api';
import { convertLeads } from '../../data/dml/convert-lead';
import { emptyRecycleBin } from '../../data/dml/recycle-bin';
import { mergeRecords } from '../../data/dml/merge';
import type { SObjectValue } from '../../data/sobject';
import { currentTransaction } from '../../runtime/transaction';
import { platformType } from '../registry';
import { ApexList } from '../system/List';
import type { ApexMap } from '../system/Map';
import type { LeadConvertValue } from './LeadConvert';
import { CursorValue } from './Cursor';
import { getDeleted, getUpdated } from './changes';
import { database, operationArguments, recordsOf, shaped } from './operands';
import { QueryLocatorValue } from './QueryLocator';
import { bindMap, countQuery, query } from './queries';
import { DmlResult, EmptyRecycleBinResult, LeadConvertResult, MergeResult, RESULT_TYPES, resultOf } from './results';
import { SavepointValue } from './Savepoint';

const dml =
  (kind: DmlKind) =>
  (target: unknown, ...rest: unknown[]): unknown => {
    const records = recordsOf(target);
    const { isSharingEnforced } = currentTransaction();
    const outcomes = database().dml({ kind, records, isSharingEnforced, ...operationArguments(rest) });
    return shaped(
      target,
      RESULT_TYPES[kind],
      outcomes.map((outcome) => resultOf(kind, outcome))
    );
  };

function getQueryLocator(source: string | ApexList | null, ...rest: unknown[]): QueryLocatorValue {
  return source instanceof ApexList
    ? new QueryLocatorValue(source, null)
    : new QueryLocatorValue(query(source, rest[0]), source);
}

function merge(master: SObjectValue, duplicates: unknown, ...rest: unknown[]): unknown {
  const given = operationArguments(rest);
  const results = mergeRecords(database(), master, recordsOf(duplicates), given).map(
    ({ id, isSuccess, errors, merged, reparented }) => {
      const result = DmlResult.fill(new MergeResult(), id, isSuccess, errors);
      result.mergedRecordIds = new ApexList('String', [...merged]);
      result.updatedRelatedIds = new ApexList('String', [...reparented]);
      return result;
    }
  );
  return shaped(duplicates, 'Database.MergeResult', results);
}

function convertLead(target: LeadConvertValue | ApexList, ...rest: unknown[]): unknown {
  const conversions = (target instanceof ApexList ? target.items : [target]) as LeadConvertValue[];
  const results = convertLeads(database(), conversions, operationArguments(rest)).map((outcome) => {
    const result = DmlResult.fill(new LeadConvertResult(), outcome.leadId, outcome.isSuccess, outcome.errors);
    return Object.assign(result, {
      leadId: outcome.leadId,
      accountId: outcome.accountId,
      contactId: outcome.contactId,
      opportunityId: outcome.opportunityId
    });
  });
  return shaped(target, 'Database.LeadConvertResult', results);
}

platformType({
  name: 'System.Database',
  statics: {
    insertImmediate: dml('insert'),
    updateImmediate: dml('update'),
    deleteImmediate: dml('delete'),
    'getUpdated/3': getUpdated,
    'getDeleted/3': getDeleted,
    'getCursor/1': (text: string | null) => new CursorValue(query(text)),
    insert: dml('insert'),
    update: dml('update'),
    upsert: dml('upsert'),
    delete: dml('delete'),
    undelete: dml('undelete'),
    merge,
    convertLead,
    emptyRecycleBin: (target: unknown) =>
      shaped(
        target,
        'Database.EmptyRecycleBinResult',
        emptyRecycleBin(database(), recordsOf(target)).map(({ id, isSuccess, errors }) =>
          DmlResult.fill(new EmptyRecycleBinResult(), id, isSuccess, errors)
        )
      ),
    query: (text: string | null, access?: unknown) => query(text, access),
    queryWithBinds: (text: string | null, binds: ApexMap | null, access: unknown) =>
      query(text, access, bindMap(binds)),
    countQuery: (text: string | null, access?: unknown) => countQuery(text, access),
    countQueryWithBinds: (text: string | null, binds: ApexMap | null, access: unknown) =>
      countQuery(text, access, bindMap(binds)),
    getQueryLocator,
    getQueryLocatorWithBinds: (text: string | null, binds: ApexMap | null, access: unknown) =>
      new QueryLocatorValue(query(text, access, bindMap(binds)), text),
    'setSavepoint/0': () => new SavepointValue(database().setSavepoint()),
    'rollback/1': (savepoint: SavepointValue) => {
      database().rollback(savepoint.number);
      return null;
    },
    'releaseSavepoint/1': (savepoint: SavepointValue) => {
      database().releaseSavepoint(savepoint.number);
      return null;
    }
  }
});
