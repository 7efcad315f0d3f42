/** Which rows a user sees and may change: ownership, queues, role hierarchy, shares, view-all and modify-all. */
import type { ObjectSchema } from '../schema/model';
import type { UserAccess } from '../schema/access';
import { accessOf } from './access';
import type { Row } from './store';
import type { Tables } from './tables';

/** Deleting takes the owner's access; a share or a public default is not enough. */
export type RowRight = 'read' | 'edit' | 'delete';

/** Whoever sees the person or the record of an activity may read it; changing it is the owner's. */
const ACTIVITIES = new Set(['Task', 'Event']);
const FILES = new Set(['ContentVersion', 'ContentDocument']);
/** The records above those of standard objects; custom objects have their masters. */
const PARENT_FIELDS: Readonly<Record<string, readonly string[]>> = {
  Contact: ['AccountId'],
  Task: ['WhoId', 'WhatId'],
  Event: ['WhoId', 'WhatId'],
  CampaignMember: ['CampaignId'],
  CampaignMemberStatus: ['CampaignId'],
  OpportunityContactRole: ['OpportunityId'],
  OpportunityLineItem: ['OpportunityId'],
  Attachment: ['ParentId'],
  Note: ['ParentId'],
  FeedItem: ['ParentId'],
  EmailMessage: ['ParentId', 'RelatedToId'],
  ContentDocumentLink: ['LinkedEntityId']
};

function parentFieldsOf(object: ObjectSchema): readonly string[] {
  return (
    PARENT_FIELDS[object.name] ??
    [...object.fields.values()].filter((field) => field.isMasterDetail).map((field) => field.name)
  );
}

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
    if (object.sharingModel === 'ControlledByParent') {
      return row['OwnerId'] === this.#userId || this.#canByParent(object, row, right === 'delete' ? 'edit' : right);
    }
    if (right === 'read' && ACTIVITIES.has(object.name) && this.#canByParent(object, row, 'read')) return true;
    if (right === 'read' && FILES.has(object.name) && this.#canByLinks(object, row)) return true;
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

  /** Whether one of the records above this one is open to the user. */
  #canByParent(object: ObjectSchema, row: Row, right: RowRight): boolean {
    const ids = parentFieldsOf(object).map((name) => (row[name] as string | null | undefined) ?? null);
    const parents = ids.flatMap((id) => {
      const parent = this.#tables.row(id);
      const parentObject = id === null ? null : this.#tables.objectOfId(id);
      return parent && parentObject ? [{ parent, parentObject }] : [];
    });
    if (parents.length > 0) return parents.some(({ parent, parentObject }) => this.can(parentObject, parent, right));
    return row['OwnerId'] === undefined || row['OwnerId'] === null;
  }

  /** A file is open to those who see a record that it hangs on, or to whom it was given. */
  #canByLinks(object: ObjectSchema, row: Row): boolean {
    const documentId = (object.name === 'ContentDocument' ? row['Id'] : row['ContentDocumentId']) as string;
    return this.#tables
      .table('ContentDocumentLink')
      .find('ContentDocumentId', documentId)
      .some((link) => {
        const id = link['LinkedEntityId'] as string;
        if (link['IsDeleted'] === true) return false;
        if (this.#myGroups().has(id)) return true;
        const target = this.#tables.objectOfId(id);
        const record = this.#tables.row(id);
        return target !== null && record !== null && target.name !== 'User' && this.can(target, record, 'read');
      });
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
