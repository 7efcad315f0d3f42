/** `Database.getUpdated` and `getDeleted`: which records changed in a span of time. */
import { newException } from '../../runtime/exceptions';
import type { Row } from '../../data/store';
import { required } from '../null-argument';
import { ApexDate } from '../system/Date';
import { ApexDatetime } from '../system/Datetime';
import { ApexList } from '../system/List';
import { valueClass, type ValueObject } from '../value-object';
import { database } from './operands';

const GetUpdatedResult = valueClass('Database.GetUpdatedResult', ['Ids', 'LatestDateCovered']);
const GetDeletedResult = valueClass('Database.GetDeletedResult', [
  'DeletedRecords',
  'EarliestDateAvailable',
  'LatestDateCovered'
]);
const DeletedRecord = valueClass('Database.DeletedRecord', ['DeletedDate', 'Id']);

/** Rows written from `start` to `end`, in the recycle bin or not. */
function changedRows(
  objectName: string | null,
  start: ApexDatetime | null,
  end: ApexDatetime | null,
  isDeleted: boolean
): Readonly<Row>[] {
  const object = database().tables.schema.findObject(required(objectName));
  if (!object)
    throw newException('System.InvalidParameterValueException', `sObject type '${objectName}' is not supported.`);
  const from = Math.floor(required(start).millis / 1000) * 1000;
  const to = required(end).millis;
  return [...database().tables.table(object.name).rows()].filter((row) => {
    const changed = row['SystemModstamp'];
    return (
      (row['IsDeleted'] === true) === isDeleted &&
      changed instanceof ApexDatetime &&
      changed.millis >= from &&
      changed.millis <= to
    );
  });
}

const dateOf = (moment: ApexDatetime) => ApexDate.tryParse(new Date(moment.millis).toISOString().slice(0, 10));

export function getUpdated(objectName: string | null, start: ApexDatetime, end: ApexDatetime): ValueObject {
  const result = new GetUpdatedResult();
  const ids = changedRows(objectName, start, end, false).map((row) => row['Id']);
  result.set('Ids', new ApexList('Id', ids));
  result.set('LatestDateCovered', dateOf(end));
  return result;
}

export function getDeleted(objectName: string | null, start: ApexDatetime, end: ApexDatetime): ValueObject {
  const records = changedRows(objectName, start, end, true).map((row) => {
    const record = new DeletedRecord();
    record.set('Id', row['Id']);
    record.set('DeletedDate', dateOf(row['SystemModstamp'] as ApexDatetime));
    return record;
  });
  const result = new GetDeletedResult();
  result.set('DeletedRecords', new ApexList('Database.DeletedRecord', records));
  result.set('EarliestDateAvailable', dateOf(start));
  result.set('LatestDateCovered', dateOf(end));
  return result;
}
