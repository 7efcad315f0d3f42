/** `UserRecordAccess`: rows that are made for the user and the records that the query asks for. */
import { accessOf } from '../access';
import { toLongId } from '../ids';
import { Sharing } from '../sharing';
import type { Row } from '../store';
import type { PreparedCondition } from './conditions';
import type { QueryContext } from './context';
import { queryException } from './errors';

/** The platform answers for at most so many records at once. */
const MAXIMUM_RECORDS = 200;

/**
 * @throws System.QueryException unless the filter gives a user and record ids
 */
export function recordAccessRows(context: QueryContext, where: PreparedCondition<Row> | null): Row[] {
  const keysOf = (field: string) =>
    where?.plans
      .find((plan) => plan.length === 1 && plan[0]?.field === field)?.[0]
      ?.keys.filter((key) => typeof key === 'string');
  const [userId] = keysOf('UserId') ?? [];
  // Keys of text are in lower case; the check sum of an id restores its capitals.
  const ids = keysOf('RecordId')?.map((key) => toLongId(key) ?? key);
  if (userId === undefined || !ids)
    throw queryException(
      'Can select only RecordId, a Has*Access field, and MaxAccessLevel with a filter on UserId and RecordId'
    );
  if (ids.length > MAXIMUM_RECORDS) throw queryException(`Can only query ${MAXIMUM_RECORDS} records at a time`);
  const access = accessOf(context.tables, userId);
  const sharing = new Sharing(context.tables, userId, access);
  return ids.flatMap((id) => {
    const row = context.tables.liveRow(id);
    const object = context.tables.objectOfId(id);
    if (!row || !object) return [];
    const can = (right: 'read' | 'edit' | 'delete') =>
      access.canObject(object, right) && sharing.can(object, row, right);
    const [canRead, canEdit, canDelete] = [can('read'), can('edit'), can('delete')];
    const level = canDelete ? 'All' : canEdit ? 'Edit' : canRead ? 'Read' : 'None';
    return [
      {
        Id: id,
        RecordId: id,
        UserId: userId,
        IsDeleted: false,
        MaxAccessLevel: level,
        HasReadAccess: canRead,
        HasEditAccess: canEdit,
        HasDeleteAccess: canDelete,
        HasTransferAccess: canDelete,
        HasAllAccess: canDelete
      }
    ];
  });
}
