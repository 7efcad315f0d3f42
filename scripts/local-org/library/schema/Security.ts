/** `System.Security`: records without what the running user may not see or write. */
import { SObjectValue } from '../../data/sobject';
import { newException } from '../../runtime/exceptions';
import { platformType, type PlatformEnumValue } from '../registry';
import { ApexList } from '../system/List';
import { ApexMap } from '../system/Map';
import { ApexSet } from '../system/Set';
import { FieldDescribe } from './field-describe';
import { ObjectDescribe } from './object-describe';
import { currentSchema } from './running-user';

type AccessTypeName = 'CREATABLE' | 'READABLE' | 'UPDATABLE' | 'UPSERTABLE';

/** `System.SObjectAccessDecision` */
export class SObjectAccessDecision {
  readonly records: SObjectValue[] = [];
  readonly removedFields = new Map<string, Set<string>>();
  readonly modifiedIndexes = new Set<number>();
  /** How many fields were removed from records so far. */
  removals = 0;

  toString(): string {
    return 'System.SObjectAccessDecision';
  }
}

function stripInaccessible(
  accessType: PlatformEnumValue | null,
  records: ApexList | null,
  enforceRootObjectCrud: boolean | null = true
): SObjectAccessDecision {
  if (accessType === null || records === null)
    throw newException('System.NullPointerException', 'Argument cannot be null.');
  const type = accessType.name as AccessTypeName;
  const decision = new SObjectAccessDecision();
  const root = records.items.find((record) => record !== null) as SObjectValue | undefined;
  if (root && enforceRootObjectCrud !== false) requireObjectAccess(type, root);
  records.items.forEach((record, i) => {
    const { removals } = decision;
    decision.records.push(stripRecord(type, record as SObjectValue, decision));
    if (decision.removals !== removals) decision.modifiedIndexes.add(i);
  });
  return decision;
}

function requireObjectAccess(type: AccessTypeName, record: SObjectValue): void {
  const schema = record.schema;
  if (schema && !mayUseObject(type, new ObjectDescribe(schema)))
    throw newException('System.NoAccessException', `No access to entity: ${schema.name}`);
}

function mayUseObject(type: AccessTypeName, object: ObjectDescribe): boolean {
  switch (type) {
    case 'READABLE':
      return object.isAccessible;
    case 'CREATABLE':
      return object.isCreateable;
    case 'UPDATABLE':
      return object.isUpdateable;
    case 'UPSERTABLE':
      return object.isCreateable && object.isUpdateable;
  }
}

function mayUseField(type: AccessTypeName, field: FieldDescribe): boolean {
  if (field.field.type === 'id') return true;
  switch (type) {
    case 'READABLE':
      return field.isAccessible;
    case 'CREATABLE':
      return field.isCreateable;
    case 'UPDATABLE':
      return field.isUpdateable;
    case 'UPSERTABLE':
      return field.isCreateable && field.isUpdateable;
  }
}

/** A copy of the record without what is refused, parents and children included. */
function stripRecord(type: AccessTypeName, record: SObjectValue, decision: SObjectAccessDecision): SObjectValue {
  const schema = record.schema;
  const copy = new SObjectValue(record.objectName);
  copy.isQueried = record.isQueried;
  for (const [name, value] of record.entries()) {
    const field = schema?.fields.get(name.toLowerCase());
    if (!schema || !field || mayUseField(type, new FieldDescribe(schema, field))) copy.setRaw(name, value);
    else remember(decision, schema.name, field.name);
  }
  for (const [relationship, parent] of record.parents()) {
    const lookup = currentSchema().findParentField(record.objectName, relationship);
    const isKept = !schema || !lookup || mayUseField(type, new FieldDescribe(schema, lookup));
    if (isKept) copy.putParent(relationship, parent && stripRecord(type, parent, decision));
    else remember(decision, record.objectName, lookup.name);
  }
  for (const [relationship, children] of record.childLists()) {
    const kept = children.items.map((child) => stripRecord(type, child as SObjectValue, decision));
    copy.putChildren(relationship, new ApexList(children.elementType, kept));
  }
  return copy;
}

function remember(decision: SObjectAccessDecision, object: string, field: string): void {
  const fields = decision.removedFields.get(object) ?? new Set();
  decision.removedFields.set(object, fields.add(field));
  decision.removals++;
}

function removedFields(decision: SObjectAccessDecision): ApexMap {
  const entries = [...decision.removedFields].map(([object, fields]): [string, ApexSet] => [
    object,
    new ApexSet('String', fields)
  ]);
  return new ApexMap('String', 'Set<String>', entries);
}

platformType({
  name: 'System.Security',
  statics: {
    'stripInaccessible/2': stripInaccessible,
    'stripInaccessible(AccessType,List<SObject>,Boolean)': stripInaccessible
  }
});

platformType({
  name: 'System.SObjectAccessDecision',
  jsClass: SObjectAccessDecision,
  methods: {
    'getRecords/0': (self: SObjectAccessDecision) => new ApexList('SObject', self.records),
    'getRemovedFields/0': removedFields,
    'getModifiedIndexes/0': (self: SObjectAccessDecision) => new ApexSet('Integer', self.modifiedIndexes)
  }
});
