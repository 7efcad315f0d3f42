/** Rows that follow from metadata: custom metadata records, record types, statuses, permission sets, queues. */
import type { FieldSchema, ObjectSchema, PicklistValue } from '../schema/model';
import { ApexDate } from '../library/system/Date';
import { ApexDatetime } from '../library/system/Datetime';
import { Decimal } from '../library/system/Decimal';
import { writeSystemRow } from './dml/system-rows';
import { resolveMetadataRelationships, seedEntityDefinitions } from './metadata-relationships';
import { seedPermissionRows } from './seed-permissions';
import type { Tables } from './tables';

export function seedMetadataRows(tables: Tables): void {
  seedCustomMetadata(tables);
  seedEntityDefinitions(tables);
  resolveMetadataRelationships(tables);
  seedStatuses(tables);
  seedRecordTypes(tables);
  seedPermissionSets(tables);
  seedPermissionRows(tables);
  seedQueues(tables);
  seedDuplicateRules(tables);
  seedAssignmentRules(tables);
}

function seedCustomMetadata(tables: Tables): void {
  for (const record of tables.schema.customMetadata) {
    const object = tables.schema.findObject(record.type);
    if (!object) continue;
    const values: Record<string, unknown> = {};
    for (const [name, value] of record.values) {
      const field = object.fields.get(name.toLowerCase());
      if (field) values[field.name] = value === null ? null : metadataValue(field, value);
    }
    writeKnown(tables, object, {
      DeveloperName: record.developerName,
      MasterLabel: record.label,
      Label: record.label,
      QualifiedApiName: record.developerName,
      Language: 'en_US',
      ...values
    });
  }
}

function metadataValue(field: FieldSchema, value: string | number | boolean): unknown {
  switch (field.type) {
    case 'boolean':
      return value === true || value === 'true';
    case 'double':
    case 'currency':
    case 'percent':
      return Decimal.parse(String(value));
    case 'int':
      return Number(value);
    case 'date':
      return ApexDate.tryParse(String(value));
    case 'datetime':
      return new ApexDatetime(Date.parse(String(value)));
    default:
      return String(value);
  }
}

/** The setup rows behind the standard status fields. */
function seedStatuses(tables: Tables): void {
  const each = (
    objectName: string,
    source: string,
    field: string,
    more: (entry: PicklistValue) => Record<string, unknown>
  ) => {
    const object = tables.schema.findObject(objectName);
    const values = tables.schema.findField(source, field)?.picklistValues ?? [];
    if (!object) return;
    for (const [i, entry] of values.entries()) {
      writeKnown(tables, object, {
        MasterLabel: entry.label,
        ApiName: entry.value,
        SortOrder: i + 1,
        IsDefault: entry.isDefault,
        IsActive: entry.isActive,
        ...more(entry)
      });
    }
  };
  each('LeadStatus', 'Lead', 'Status', (entry) => ({ IsConverted: entry.isConverted === true }));
  each('TaskStatus', 'Task', 'Status', (entry) => ({ IsClosed: entry.isClosed === true }));
  each('TaskPriority', 'Task', 'Priority', (entry) => ({ IsHighPriority: entry.value === 'High' }));
  each('CaseStatus', 'Case', 'Status', (entry) => ({ IsClosed: entry.isClosed === true }));
  each('OpportunityStage', 'Opportunity', 'StageName', (entry) => ({
    IsClosed: entry.isClosed === true,
    IsWon: entry.isWon === true,
    DefaultProbability: Decimal.parse(String(entry.probability ?? 0)),
    ForecastCategoryName: entry.forecastCategory ?? null,
    ForecastCategory: entry.forecastCategory ?? null
  }));
}

function seedRecordTypes(tables: Tables): void {
  const object = tables.schema.findObject('RecordType');
  if (!object) return;
  for (const owner of tables.schema.objects.values()) {
    for (const { developerName, label, isActive } of owner.recordTypes) {
      writeKnown(tables, object, {
        DeveloperName: developerName,
        Name: label,
        SobjectType: owner.name,
        IsActive: isActive,
        IsPersonType: owner.name === 'Account' && developerName === 'PersonAccount'
      });
    }
  }
}

function seedPermissionSets(tables: Tables): void {
  const object = tables.schema.findObject('PermissionSet');
  const group = tables.schema.findObject('PermissionSetGroup');
  if (object)
    for (const { name, label } of tables.schema.permissionSets.values())
      writeKnown(tables, object, { Name: name, Label: label, IsCustom: true, IsOwnedByProfile: false });
  if (group)
    for (const name of tables.schema.permissionSetGroups.keys())
      writeKnown(tables, group, { DeveloperName: name, MasterLabel: name });
}

function seedQueues(tables: Tables): void {
  const group = tables.schema.findObject('Group');
  const queueObject = tables.schema.findObject('QueueSobject');
  if (!group || !queueObject) return;
  for (const { developerName, label, objects } of tables.schema.queues) {
    const id = writeKnown(tables, group, { DeveloperName: developerName, Name: label, Type: 'Queue' });
    for (const name of objects) writeKnown(tables, queueObject, { QueueId: id, SobjectType: name });
  }
}

function seedDuplicateRules(tables: Tables): void {
  const object = tables.schema.findObject('DuplicateRule');
  if (!object) return;
  for (const { name, label, isActive, objectName, isForPersonAccounts } of tables.schema.duplicateRules)
    writeKnown(tables, object, {
      DeveloperName: name,
      MasterLabel: label,
      IsActive: isActive,
      SobjectType: objectName,
      SobjectSubtype: isForPersonAccounts ? 'PersonAccount' : 'None'
    });
}

function seedAssignmentRules(tables: Tables): void {
  const object = tables.schema.findObject('AssignmentRule');
  if (!object) return;
  for (const { name, isActive, objectName } of tables.schema.assignmentRules)
    writeKnown(tables, object, { Name: name, Active: isActive, SobjectType: objectName });
}

/** Writes those of the values that the object has fields for. */
function writeKnown(tables: Tables, object: ObjectSchema, values: Readonly<Record<string, unknown>>): string {
  const known = Object.entries(values).filter(([name]) => object.fields.has(name.toLowerCase()));
  return writeSystemRow(tables, object.name, Object.fromEntries(known));
}
