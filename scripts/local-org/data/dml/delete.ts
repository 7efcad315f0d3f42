/** Delete and undelete: the recycle bin, children that go with their parents, look-ups that are cleared or forbid. */
import type { FieldSchema, ObjectSchema } from '../../schema/model';
import { fail, hasFailed } from './work-item';
import type { WorkItem } from './work-item';
import type { Row, Table } from '../store';
import type { Tables } from '../tables';
import { stampSystemFields } from './defaults';
import { lockParents } from './row-locks';
import { RollUps } from './roll-ups';
import { toRecord } from './rows';
import { saveChunk } from './save';
import { hasTriggers, runTriggers } from './trigger-runner';
import type { TriggerTiming } from './trigger-runner';

/** Standard objects whose children go with them although no metadata says so. */
const OWNED_CHILDREN: Readonly<Record<string, readonly (readonly [object: string, field: string])[]>> = {
  Account: [
    ['Contact', 'AccountId'],
    ['Opportunity', 'AccountId']
  ],
  Opportunity: [['OpportunityContactRole', 'OpportunityId']],
  Campaign: [
    ['CampaignMember', 'CampaignId'],
    ['CampaignMemberStatus', 'CampaignId']
  ],
  Lead: [['CampaignMember', 'LeadId']],
  Contact: [
    ['CampaignMember', 'ContactId'],
    ['OpportunityContactRole', 'ContactId']
  ],
  ContentDocument: [
    ['ContentVersion', 'ContentDocumentId'],
    ['ContentDocumentLink', 'ContentDocumentId']
  ]
};
/** The records that activities belong to; they go with any of them. */
const ACTIVITY_PARENTS: Readonly<Record<string, readonly string[]>> = {
  Task: ['WhoId', 'WhatId'],
  Event: ['WhoId', 'WhatId']
};
/** No field: the row whose deletion took this one along. */
const DELETED_WITH = '$deletedWith';
/** No field: the look-ups that the deletion of this row has cleared. */
const CLEARED = '$clearedLookups';

interface ClearedLookup {
  readonly table: Table;
  readonly field: string;
  readonly id: string;
}
const NEVER_BINNED = new Set(['PermissionSetAssignment', 'GroupMember', 'QueueSobject']);

export function deleteChunk(tables: Tables, object: ObjectSchema, items: readonly WorkItem[]): void {
  runDeleteTriggers(tables, object, 'before', items);
  const rollUps = new RollUps(tables, object, items);
  for (const item of items) if (!hasFailed(item)) remove(tables, item);
  runDeleteTriggers(tables, object, 'after', items);
  rollUps.saveParents(saveChunk);
}

export function undeleteChunk(tables: Tables, object: ObjectSchema, items: readonly WorkItem[]): void {
  const rollUps = new RollUps(tables, object, items);
  for (const item of items) restore(tables, item);
  runUndeleteTriggers(tables, object, items);
  rollUps.saveParents(saveChunk);
}

function runUndeleteTriggers(tables: Tables, object: ObjectSchema, items: readonly WorkItem[]): void {
  if (!hasTriggers(object)) return;
  const living = items.filter((item) => !hasFailed(item));
  const news = living.map((item) => toRecord(tables, object, item.draft));
  for (const record of news) record.isReadOnly = true;
  const failure = runTriggers(object, 'after', 'undelete', { new: news, old: null });
  for (const [i, item] of living.entries()) {
    if (failure) fail(item, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', failure.message);
    item.errors.push(...(news[i]?.errors ?? []));
  }
}

function runDeleteTriggers(
  tables: Tables,
  object: ObjectSchema,
  timing: TriggerTiming,
  items: readonly WorkItem[]
): void {
  if (!hasTriggers(object)) return;
  const living = items.filter((item) => !hasFailed(item));
  if (living.length === 0) return;
  const olds = living.map((item) => toRecord(tables, object, item.old as Row));
  for (const record of olds) record.isReadOnly = true;
  const failure = runTriggers(object, timing, 'delete', { new: null, old: olds });
  for (const [i, item] of living.entries()) {
    if (failure) fail(item, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', failure.message);
    item.errors.push(...(olds[i]?.errors ?? []));
  }
}

function remove(tables: Tables, item: WorkItem): void {
  lockParents(tables, item, null);
  if (hasFailed(item)) return;
  const id = item.id as string;
  const restricting = referencesTo(tables, item.object).find(
    ({ field, table }) => field.deleteConstraint === 'Restrict' && liveRows(table, field, id).length > 0
  );
  if (restricting) {
    const { table } = restricting;
    fail(
      item,
      'DELETE_FAILED',
      `Your attempt to delete ${String(item.old?.['Name'] ?? id)} could not be completed because it is associated with the following ${table.schema.labelPlural.toLowerCase()}.`
    );
    return;
  }
  removeRow(tables, item.object, id);
  item.isWritten = true;
}

/**
 * Removes one row with its children; look-ups to it become empty, and come back when it is restored. Children's triggers
 * do not run, as on the platform.
 */
function removeRow(tables: Tables, object: ObjectSchema, id: string, parentId: string | null = null): void {
  const table = tables.table(object.name);
  const row = table.get(id);
  if (!row || row['IsDeleted'] === true) return;
  const cleared: ClearedLookup[] = [];
  tables.store.write(
    table,
    id,
    NEVER_BINNED.has(object.name)
      ? undefined
      : { ...row, IsDeleted: true, [DELETED_WITH]: parentId, [CLEARED]: cleared }
  );
  for (const { field, table: children } of referencesTo(tables, object)) {
    const isOwned = isOwnedBy(object, children.schema, field);
    for (const child of liveRows(children, field, id)) {
      const childId = child['Id'] as string;
      if (isOwned) removeRow(tables, children.schema, childId, id);
      else if (field.isCustom || field.isNillable) {
        tables.store.write(children, childId, { ...child, [field.name]: null });
        cleared.push({ table: children, field: field.name, id: childId });
      }
    }
  }
}

/** Whether the children go with their parent. */
function isOwnedBy(parent: ObjectSchema, child: ObjectSchema, field: FieldSchema): boolean {
  if (field.isMasterDetail || field.deleteConstraint === 'Cascade') return true;
  if (ACTIVITY_PARENTS[child.name]?.includes(field.name)) return true;
  return (OWNED_CHILDREN[parent.name] ?? []).some(([object, name]) => object === child.name && name === field.name);
}

function restore(tables: Tables, item: WorkItem): void {
  restoreRow(tables, item.object, item.old as Row);
  item.draft = { ...(tables.row(item.id) as Row) };
  stampSystemFields(item);
  tables.store.write(tables.table(item.object.name), item.id as string, item.draft);
}

/** Brings a row back with the children that were deleted with it, and the look-ups to it. */
function restoreRow(tables: Tables, object: ObjectSchema, row: Row): void {
  const id = row['Id'] as string;
  const cleared = (row[CLEARED] ?? []) as readonly ClearedLookup[];
  const living = { ...row, IsDeleted: false, [DELETED_WITH]: null, [CLEARED]: null };
  tables.store.write(tables.table(object.name), id, living);
  for (const lookup of cleared) setAgain(lookup, tables, id);
  for (const { field, table } of referencesTo(tables, object)) {
    for (const child of table.find(field.name, id))
      if (child[DELETED_WITH] === id) restoreRow(tables, table.schema, child);
  }
}

/** A look-up that leads elsewhere by now stays as it is (Apex Developer Guide, undelete). */
function setAgain({ table, field, id }: ClearedLookup, tables: Tables, target: string): void {
  const row = table.get(id);
  if (row && (row[field] ?? null) === null) tables.store.write(table, id, { ...row, [field]: target });
}

/** Look-up fields that lead to the object, in tables that have rows. */
function referencesTo(tables: Tables, object: ObjectSchema): { table: Table; field: FieldSchema }[] {
  const found: { table: Table; field: FieldSchema }[] = [];
  for (const table of tables.store.tables()) {
    if (table.size === 0) continue;
    for (const field of table.schema.fields.values()) {
      if (field.type === 'reference' && field.referenceTo.includes(object.name)) found.push({ table, field });
    }
  }
  return found;
}

function liveRows(table: Table, field: FieldSchema, id: string): Row[] {
  return table.find(field.name, id).filter((row) => row['IsDeleted'] !== true);
}
