/** Which rows a user sees and may change: ownership, queues, role hierarchy, shares, view-all and modify-all. */
import type { ObjectSchema } from '../schema/model';
import type { UserAccess } from '../schema/access';
import { accessOf } from './access';
import type { Row } from './store';
import type { Tables } from './tables';

/** Deleting takes the owner's access; a share or a public default is not enough. */
export type RowRight = 'read' | 'edit' | 'delete';

export class Sharing {
  readonly #tables: Tables;
  readonly #userId: string;
  readonly #access: UserAccess;
  #groups: ReadonlySet<string> | null = null;

  constructor(tables: Tables, userId: string, access: UserAccess = accessOf(tables, userId)) {
    this.#tables = tables;
    this.#userId = userId;
    this.#access = access;
  }

  /** Null when every row is open to the user. */
  filter(object: ObjectSchema, right: RowRight = 'read'): ((row: Row) => boolean) | null {
    return this.#isOpen(object, right) ? null : (row) => this.can(object, row, right);
  }

  can(object: ObjectSchema, row: Row, right: RowRight): boolean {
    if (this.#isOpen(object, right)) return true;
    if (object.sharingModel === 'ControlledByParent')
      return this.#canByParent(object, row, right === 'delete' ? 'edit' : right);
    const owner = row['OwnerId'] as string | null | undefined;
    if (owner === undefined || owner === null) return true;
    return (
      this.#myGroups().has(owner) || this.#isAbove(owner) || (right !== 'delete' && this.#isShared(object, row, right))
    );
  }

  #isOpen(object: ObjectSchema, right: RowRight): boolean {
    if (object.kind !== 'custom' && object.kind !== 'standard') return true;
    if (right !== 'delete' && object.sharingModel === 'ReadWrite') return true;
    if (right === 'read' && object.sharingModel === 'Read') return true;
    return (
      this.#access.canObject(object, right === 'read' ? 'viewAll' : 'modifyAll') ||
      this.#access.canObject(object, 'modifyAll')
    );
  }

  #canByParent(object: ObjectSchema, row: Row, right: RowRight): boolean {
    if (row['OwnerId'] === this.#userId) return true;
    for (const field of object.fields.values()) {
      if (!field.isMasterDetail && !['AccountId', 'WhoId', 'WhatId'].includes(field.name)) continue;
      const id = (row[field.name] as string | null | undefined) ?? null;
      const parent = this.#tables.row(id);
      const parentObject = id === null ? null : this.#tables.objectOfId(id);
      if (parent && parentObject) return this.can(parentObject, parent, right);
    }
    return row['OwnerId'] === undefined || row['OwnerId'] === null;
  }

  /** The user, and every group and queue that the user is a member of, directly or through other groups. */
  #myGroups(): ReadonlySet<string> {
    if (this.#groups) return this.#groups;
    const found = new Set([this.#userId]);
    const members = this.#tables.table('GroupMember');
    const roleId = this.#tables.row(this.#userId)?.['UserRoleId'] as string | undefined;
    for (const group of this.#tables.table('Group').rows()) {
      if (group['Type'] === 'Organization' || (roleId && group['RelatedId'] === roleId))
        found.add(group['Id'] as string);
    }
    for (const id of found)
      for (const row of members.find('UserOrGroupId', id))
        if (row['IsDeleted'] !== true) found.add(row['GroupId'] as string);
    this.#groups = found;
    return found;
  }

  /** Whether the user's role is above the owner's role. */
  #isAbove(ownerId: string): boolean {
    const mine = this.#tables.row(this.#userId)?.['UserRoleId'];
    if (!mine) return false;
    let role = this.#tables.row((this.#tables.row(ownerId)?.['UserRoleId'] as string | undefined) ?? null);
    for (let depth = 0; role && depth < 50; depth++) {
      if (role['ParentRoleId'] === mine) return true;
      role = this.#tables.row((role['ParentRoleId'] as string | undefined) ?? null);
    }
    return false;
  }

  #isShared(object: ObjectSchema, row: Row, right: RowRight): boolean {
    const isCustom = object.name.endsWith('__c');
    const share = this.#tables.schema.findObject(
      isCustom ? object.name.replace(/__c$/, '__Share') : `${object.name}Share`
    );
    if (!share) return false;
    const level = isCustom ? 'AccessLevel' : `${object.name}AccessLevel`;
    return this.#tables
      .table(share.name)
      .find(isCustom ? 'ParentId' : `${object.name}Id`, row['Id'] as string)
      .some(
        (entry) =>
          entry['IsDeleted'] !== true &&
          this.#myGroups().has(entry['UserOrGroupId'] as string) &&
          (right === 'read' || entry[level] !== 'Read')
      );
  }
}
