/** User mode and sharing for writes. */
import type { ObjectSchema } from '../../schema/model';
import { newException } from '../../runtime/exceptions';
import type { DmlKind, DmlRequest } from '../api';
import type { ObjectRight, UserAccess } from '../../schema/access';
import type { Sharing } from '../sharing';
import { INACCESSIBLE_FIELDS } from './errors';
import { fail } from './work-item';
import type { WorkItem } from './work-item';

const RIGHTS: Readonly<Record<DmlKind, readonly ObjectRight[]>> = {
  insert: ['create'], update: ['edit'], upsert: ['create', 'edit'], delete: ['delete'], undelete: ['create']
};

/**
 * @throws System.SecurityException `Access to entity 'X' denied`: in user mode without the object permission
 */
export function requireObjectRight(access: UserAccess, object: ObjectSchema, kind: DmlKind): void {
  for (const right of RIGHTS[kind]) {
    if (!access.canObject(object, right)) throw newException('System.SecurityException', `Access to entity '${object.name}' denied`);
  }
}

/**
 * Field permissions (user mode) and record access (user mode, or sharing) of one record. Fields count when code
 * assigned them, whatever the value; fields that were only queried do not.
 */
export function checkWriteAccess(sharing: Sharing, access: UserAccess, item: WorkItem, request: DmlRequest): void {
  if (request.accessMode === 'user' && (request.kind === 'insert' || request.kind === 'update' || request.kind === 'upsert')) {
    const refused = [...item.record.assignedFields].filter((name) => {
      const field = item.object.fields.get(name.toLowerCase());
      return field && field.type !== 'id' && !access.canField(item.object, field, 'edit');
    });
    if (refused.length > 0) {
      fail(item, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `${INACCESSIBLE_FIELDS}${item.object.name}, check errors on Exception or Result!`, refused);
    }
  }
  if (item.old && (request.accessMode === 'user' || request.isSharingEnforced)) {
    if (!sharing.can(item.object, item.old, 'edit')) fail(item, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
  }
}
