/** Insert and update of up to 200 rows of one object, through the order of execution. */
import type { ObjectSchema } from '../../schema/model';
import type { DmlRequest } from '../api';
import { isRefusedBy } from '../../formula/rows';
import type { Row } from '../store';
import { FORMER_SUMMARIES, type Tables } from '../tables';
import { assignOwners } from './assignment';
import { applyDefaults, assignAutoNumbers, deriveName, stampSystemFields } from './defaults';
import { DuplicateRules } from './duplicates/apply';
import { resolveForeignKeys } from './foreign-keys';
import { rulesOf } from './object-rules';
import { validateOwner } from './owner';
import { isWritable, storedValue, toRecord } from './rows';
import { RollUps } from './roll-ups';
import { lockParents } from './row-locks';
import { hasTriggers, runTriggers } from './trigger-runner';
import type { TriggerTiming } from './trigger-runner';
import { isNamedById, validateFields, validateUnique } from './validate';
import { fail, hasFailed } from './work-item';
import type { WorkItem } from './work-item';

/**
 * Saves one chunk: defaults, before triggers, validation, validation rules, the rows, after triggers. Rows that fail
 * drop out of the later steps; their errors are on the items.
 */
export function saveChunk(tables: Tables, object: ObjectSchema, items: readonly WorkItem[], request: DmlRequest): void {
  for (const item of items) prepare(tables, item);
  if (isLost(items, request)) return;
  runSaveTriggers(tables, object, 'before', items);
  for (const item of living(items)) complete(tables, item, request);
  if (isLost(items, request)) return;
  const duplicateRules = new DuplicateRules(tables, object);
  duplicateRules.refuse(living(items), request);
  if (isLost(items, request)) return;
  const rollUps = new RollUps(tables, object, living(items));
  for (const item of living(items)) store(tables, item);
  if (isLost(items, request)) return;
  duplicateRules.report(living(items), request);
  runSaveTriggers(tables, object, 'after', items);
  if (!isLost(items, request)) assignOwners(tables, object, living(items), request);
  if (!isLost(items, request)) rollUps.saveParents(saveChunk);
}

/** One failed row of an all-or-none statement: nothing of it will stay. */
function isLost(items: readonly WorkItem[], { allOrNone }: DmlRequest): boolean {
  return allOrNone && items.some(hasFailed);
}

export function living(items: readonly WorkItem[]): WorkItem[] {
  return items.filter((item) => !hasFailed(item));
}

/** Merges what the caller gave with what is stored, or with defaults. */
function prepare(tables: Tables, item: WorkItem): void {
  const { object, record, old } = item;
  const isInsert = old === null;
  item.draft = old ? { ...old } : {};
  delete item.draft[FORMER_SUMMARIES];
  for (const [name, value] of record.entries()) {
    const field = object.fields.get(name.toLowerCase());
    if (field && isWritable(field, isInsert)) item.draft[field.name] = storedValue(field, value);
  }
  refuseUnwritable(item);
  resolveForeignKeys(tables, item);
  Object.assign(item.draft, item.platformValues);
  if (isInsert) applyDefaults(tables, item);
  rulesOf(object).prepare?.(tables, item);
  deriveName(item);
}

/** Values that code gave to fields which only the platform writes. Clones carry such values along without harm. */
function refuseUnwritable(item: WorkItem): void {
  const { object, record, old } = item;
  if (record.isClone) return;
  const refused = [...record.assignedFields].filter((name) => {
    const field = object.fields.get(name.toLowerCase());
    const value = record.peek(name);
    return field && field.type !== 'id' && !isWritable(field, old === null) && value !== (old?.[field.name] ?? null);
  });
  if (refused.length === 0) return;
  const names = refused.join(', ');
  const advice =
    'Please check the security settings of this field and verify that it is read/write for your profile or permission set.';
  fail(item, 'INVALID_FIELD_FOR_INSERT_UPDATE', `Unable to create/update fields: ${names}. ${advice}`, refused);
}

function complete(tables: Tables, item: WorkItem, request: DmlRequest): void {
  const rules = rulesOf(item.object);
  deriveName(item);
  rules.derive?.(tables, item);
  validateFields(tables, item, { ...request.options, ...item.record.dmlOptions });
  if (!hasFailed(item)) validateOwner(tables, item);
  if (!hasFailed(item)) rules.validate?.(tables, item);
  if (!hasFailed(item)) applyValidationRules(tables, item);
}

function applyValidationRules(tables: Tables, item: WorkItem): void {
  for (const rule of item.object.validationRules) {
    if (!rule.isActive || !isRefusedBy(tables, item.object, rule.errorConditionFormula, item.draft, item.old)) continue;
    const field = rule.errorDisplayField && item.object.fields.get(rule.errorDisplayField.toLowerCase())?.name;
    fail(item, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', rule.errorMessage, field ? [field] : []);
  }
}

function store(tables: Tables, item: WorkItem): void {
  validateUnique(tables, item);
  if (!hasFailed(item)) lockParents(tables, item, item.draft);
  if (hasFailed(item)) return;
  const { object, draft } = item;
  if (item.id === null) {
    item.id = tables.newId(object);
    if (isNamedById(object)) draft['Name'] ??= item.id;
    assignAutoNumbers(tables, item);
  }
  stampSystemFields(item);
  const row: Row = { ...draft, Id: item.id, IsDeleted: false };
  item.draft = { ...row };
  tables.store.write(tables.table(object.name), item.id, row);
  item.isWritten = true;
  rulesOf(object).afterSave?.(tables, item);
}

/** Gives triggers copies of the rows, and takes back what before triggers changed and whom `addError` refused. */
function runSaveTriggers(
  tables: Tables,
  object: ObjectSchema,
  timing: TriggerTiming,
  items: readonly WorkItem[]
): void {
  if (!hasTriggers(object)) return;
  for (const operation of ['insert', 'update'] as const) {
    const affected = living(items).filter((item) => (item.old === null) === (operation === 'insert'));
    if (affected.length === 0) continue;
    const news = affected.map((item) =>
      toRecord(tables, object, { ...item.draft, ...(item.id ? { Id: item.id } : {}) })
    );
    const olds = operation === 'insert' ? null : affected.map((item) => toRecord(tables, object, item.old as Row));
    for (const record of olds ?? []) record.isReadOnly = true;
    if (timing === 'after') for (const record of news) record.isReadOnly = true;
    const failure = runTriggers(object, timing, operation, { new: news, old: olds });
    for (const [i, item] of affected.entries()) {
      if (failure) fail(item, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', failure.message);
      item.errors.push(...(news[i]?.errors ?? []), ...(olds?.[i]?.errors ?? []));
      if (timing === 'before' && news[i]) takeBack(item, object, news[i]);
    }
  }
}

function takeBack(item: WorkItem, object: ObjectSchema, record: { entries(): Iterable<[string, unknown]> }): void {
  for (const [name, value] of record.entries()) {
    const field = object.fields.get(name.toLowerCase());
    if (field && field.type !== 'id' && field.formula === null && field.summary === null && !field.isAutoNumber) {
      item.draft[field.name] = storedValue(field, value);
    }
  }
}
