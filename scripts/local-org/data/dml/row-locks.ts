/**
 * Which rows a save has to lock beside its own (Salesforce, "Record Locking Cheat Sheet"), and what happens when another
 * transaction holds one of them.
 */
import type { FieldSchema, ObjectSchema } from '../../schema/model';
import { currentTransaction } from '../../runtime/transaction';
import { accessOf } from '../access';
import { isLocked } from '../record-locks';
import type { Row } from '../store';
import type { Tables } from '../tables';
import { fail } from './work-item';
import type { WorkItem } from './work-item';

/** Standard look-ups whose records are locked when a record is made, deleted, or moved to another one. */
const LOCKED_PARENTS: Readonly<Record<string, readonly string[]>> = {
  Contact: ['AccountId'],
  Opportunity: ['AccountId'],
  OpportunityLineItem: ['OpportunityId'],
  OpportunityContactRole: ['OpportunityId'],
  Case: ['AccountId', 'ContactId'],
  Asset: ['AccountId'],
  CampaignMember: ['CampaignId'],
  ContentVersion: ['ContentDocumentId']
};
const ACTIVITY_PARENTS = ['AccountId', 'WhoId', 'WhatId'];

/** Fails the item when its own row is held by another transaction or locked by an approval, and answers whether it is. */
export function isRowHeld(tables: Tables, item: WorkItem): boolean {
  if (failFor(item, tables.heldRows.among([item.id]))) return true;
  if (!isLocked(item.old) || mayEditLocked(tables, item.object)) return false;
  fail(item, 'ENTITY_IS_LOCKED', 'the entity is locked for editing');
  return true;
}

/** Administrators may edit what an approval has locked (Salesforce Help, approval processes). */
function mayEditLocked(tables: Tables, object: ObjectSchema): boolean {
  return accessOf(tables, currentTransaction().userId).canObject(object, 'modifyAll');
}

/** Fails the item when a record that saving or deleting it locks is held. `draft` is null for a delete. */
export function lockParents(tables: Tables, item: WorkItem, draft: Row | null): void {
  if (tables.heldRows.ids.length === 0) return;
  failFor(item, tables.heldRows.among(parentsToLock(item.object, item.old, draft)));
}

function failFor(item: WorkItem, held: readonly string[]): boolean {
  if (held.length === 0) return false;
  const message = `unable to obtain exclusive access to this record or ${held.length} records: ${held.join(',')}`;
  fail(item, 'UNABLE_TO_LOCK_ROW', message);
  return true;
}

function parentsToLock(object: ObjectSchema, old: Row | null, draft: Row | null): (string | null)[] {
  const idsOf = (names: readonly string[]) => names.flatMap((name) => [idIn(old, name), idIn(draft, name)]);
  if (object.name === 'Task' || object.name === 'Event')
    return old === null && draft && isDone(draft) ? [] : idsOf(ACTIVITY_PARENTS);
  const standard = LOCKED_PARENTS[object.name] ?? [];
  const fields = [...object.fields.values()].filter((field) => field.type === 'reference');
  const masters = fields.filter((field) => field.isMasterDetail).map((field) => field.name);
  const strict = fields.filter(isStrict).map((field) => field.name);
  const moved = [...standard, ...strict].filter((name) => isMoved(old, draft, name));
  return idsOf([...masters, ...moved]);
}

/** Custom look-ups lock their record when it cannot simply be cleared from them. */
function isStrict(field: FieldSchema): boolean {
  const isCleared = field.deleteConstraint === null || field.deleteConstraint === 'SetNull';
  return field.isCustom && !field.isMasterDetail && (!isCleared || !field.isNillable);
}

function isMoved(old: Row | null, draft: Row | null, name: string): boolean {
  return old === null || draft === null || idIn(old, name) !== idIn(draft, name);
}

/** A new task locks nothing when it is completed, or has no date. */
function isDone(draft: Row): boolean {
  return draft['IsClosed'] === true || !draft['ActivityDate'];
}

function idIn(row: Row | null, name: string): string | null {
  return (row?.[name] as string | null | undefined) ?? null;
}
