/** User mode and sharing for writes. */
import type { ObjectSchema } from '../../schema/model';
import { newException } from '../../runtime/exceptions';
import type { DmlKind, DmlRequest } from '../api';
import type { ObjectRight, UserAccess } from '../../schema/access';
import type { Sharing } from '../sharing';
import type { Tables } from '../tables';
import { INACCESSIBLE_FIELDS } from './errors';
import { fail } from './work-item';
import type { WorkItem } from './work-item';

const RIGHTS: Readonly<Record<DmlKind, readonly ObjectRight[]>> = {
  insert: ['create'],
  update: ['edit'],
  upsert: ['create', 'edit'],
  delete: ['delete'],
  undelete: ['create']
};

/**
 * @throws System.SecurityException `Access to entity 'X' denied`: in user mode without the object permission
 */
export function requireObjectRight(access: UserAccess, object: ObjectSchema, kind: DmlKind): void {
  for (const right of RIGHTS[kind]) {
    if (!access.canObject(object, right))
      throw newException('System.SecurityException', `Access to entity '${object.name}' denied`);
  }
}

/**
 * Field permissions (user mode) and record access (user mode, or sharing) of one record. Fields count when code
 * assigned them, whatever the value; fields that were only queried do not.
 */
export function checkWriteAccess(
  tables: Tables,
  sharing: Sharing,
  access: UserAccess,
  item: WorkItem,
  request: DmlRequest
): void {
  if (request.kind !== 'delete' && request.kind !== 'undelete') checkReferences(tables, sharing, item);
  if (
    request.accessMode === 'user' &&
    (request.kind === 'insert' || request.kind === 'update' || request.kind === 'upsert')
  ) {
    const refused = [...namesToCheck(item)].filter((name) => {
      const field = item.object.fields.get(name.toLowerCase());
      return field && field.type !== 'id' && !access.canField(item.object, field, 'edit');
    });
    if (refused.length > 0) {
      fail(
        item,
        'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
        `${INACCESSIBLE_FIELDS}${item.object.name}, check errors on Exception or Result!`,
        refused
      );
    }
  }
  if (item.old && (request.accessMode === 'user' || request.isSharingEnforced)) {
    const right = request.kind === 'delete' ? 'delete' : 'edit';
    if (!sharing.can(item.object, item.old, right))
      fail(item, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
  }
}

/** A record that was not queried has its fields from code, if only through JSON. */
function namesToCheck({ record }: WorkItem): Iterable<string> {
  return record.isQueried ? record.assignedFields : [...record.entries()].map(([name]) => name);
}

/** A look-up may lead only to records that the user sees. Owners are not records in this sense. */
function checkReferences(tables: Tables, sharing: Sharing, item: WorkItem): void {
  for (const name of item.record.assignedFields) {
    const field = item.object.fields.get(name.toLowerCase());
    const id = item.record.peek(name) as string | null;
    if (field?.type !== 'reference' || name === 'OwnerId' || id === null || item.old?.[name] === id) continue;
    const row = tables.row(id);
    const target = tables.objectOfId(id);
    if (row && target && !sharing.can(target, row, 'read')) {
      fail(
        item,
        'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
        `insufficient access rights on cross-reference id: ${id.slice(0, 15)}`
      );
    }
  }
}
