/**
 * `System.Approval`: locks of records. Approval processes are not part of the local org, so that submitting a record
 * fails as it does in an org that has none for the object.
 */
import { newException } from '../../runtime/exceptions';
import { currentTransaction } from '../../runtime/transaction';
import { SObjectValue } from '../../data/sobject';
import { DatabaseError } from '../database/Error';
import { platformType } from '../registry';
import { ApexList } from '../system/List';
import { ApexMap } from '../system/Map';
import { valueClass, type ValueObject } from '../value-object';
import { isLocked as isRowLocked, setLocked } from '../../data/record-locks';
import { database } from '../database/operands';

const RESULT_MEMBERS = ['Errors', 'Id', 'Success'];
const LockResult = valueClass('Approval.LockResult', RESULT_MEMBERS);
const UnlockResult = valueClass('Approval.UnlockResult', RESULT_MEMBERS);
const ProcessRequest = valueClass('Approval.ProcessRequest', ['Comments', 'NextApproverIds']);
const ProcessResult = valueClass('Approval.ProcessResult', [
  'ActorIds',
  'EntityId',
  'Errors',
  'InstanceId',
  'InstanceStatus',
  'NewWorkitemIds',
  'Success'
]);
valueClass(
  'Approval.ProcessSubmitRequest',
  ['Comments', 'NextApproverIds', 'ObjectId', 'ProcessDefinitionNameOrId', 'SkipEntryCriteria', 'SubmitterId'],
  { base: ProcessRequest }
);
valueClass('Approval.ProcessWorkitemRequest', ['Comments', 'NextApproverIds', 'Action', 'WorkitemId'], {
  base: ProcessRequest
});

function idOf(target: unknown): string {
  const id = target instanceof SObjectValue ? target.id : (target as string | null);
  if (id === null) throw newException('System.NullPointerException', 'Attempt to de-reference a null object');
  return id;
}

/** Applies `one` to a record, an id or a list of either. */
function forEach(target: unknown, elementType: string, one: (id: string) => ValueObject): unknown {
  currentTransaction().limits.consume('dmlStatements', 1);
  return target instanceof ApexList
    ? new ApexList(
        elementType,
        target.items.map((item) => one(idOf(item)))
      )
    : one(idOf(target));
}

function resultOf(jsClass: new () => ValueObject, id: string): ValueObject {
  const result = new jsClass();
  result.set('Id', id);
  result.set('Success', true);
  result.set('Errors', new ApexList('Database.Error'));
  return result;
}

/** @throws System.DmlException when there is no such record */
function setLock(id: string, isToBeLocked: boolean): void {
  if (setLocked(database().tables, id, isToBeLocked)) return;
  const verb = isToBeLocked ? 'Lock' : 'Unlock';
  const message = `${verb} failed. First exception on row 0 with id ${id}; first error: INVALID_CROSS_REFERENCE_KEY, invalid cross reference id: []`;
  throw newException('System.DmlException', message);
}

function lock(target: unknown): unknown {
  return forEach(target, 'Approval.LockResult', (id) => {
    setLock(id, true);
    return resultOf(LockResult, id);
  });
}

function unlock(target: unknown): unknown {
  return forEach(target, 'Approval.UnlockResult', (id) => {
    setLock(id, false);
    return resultOf(UnlockResult, id);
  });
}

function isIdLocked(id: string): boolean {
  return isRowLocked(database().tables.row(id));
}

function isLocked(target: unknown): unknown {
  if (!(target instanceof ApexList)) return isIdLocked(idOf(target));
  const map = new ApexMap('Id', 'Boolean');
  for (const item of target.items) map.put(idOf(item), isIdLocked(idOf(item)));
  return map;
}

const NO_PROCESS = {
  statusCode: 'NO_APPLICABLE_PROCESS',
  message: 'No applicable approval process was found.',
  fields: []
};

function process(requests: unknown, allOrNone: boolean | null = true): unknown {
  currentTransaction().limits.consume('dmlStatements', 1);
  if (allOrNone !== false) {
    throw newException(
      'System.DmlException',
      'Process failed. First exception on row 0; first error: NO_APPLICABLE_PROCESS, No applicable approval process was found.: []'
    );
  }
  const refuse = () => {
    const result = new ProcessResult();
    result.set('Success', false);
    result.set('Errors', new ApexList('Database.Error', [new DatabaseError(NO_PROCESS)]));
    return result;
  };
  return requests instanceof ApexList ? new ApexList('Approval.ProcessResult', requests.items.map(refuse)) : refuse();
}

platformType({ name: 'System.Approval', statics: { lock, unlock, isLocked, process } });
