/** Methods of all records: `System.SObject`. */
import type { DmlError } from '../../data/api';
import { SObjectValue } from '../../data/sobject';
import type { ApexException } from '../../runtime/exceptions';
import { newException } from '../../runtime/exceptions';
import { currentTransaction } from '../../runtime/transaction';
import { DatabaseError } from '../database/Error';
import { DmlOptionsValue } from '../database/DMLOptions';
import { platformType } from '../registry';
import { objectToken, SObjectFieldToken } from '../schema/tokens';
import { ApexList } from './List';
import { ApexMap } from './Map';

type FieldReference = string | SObjectFieldToken | null;

/** A field given by name or token. */
function nameOf(field: FieldReference): string {
  if (field === null) throw newException('System.NullPointerException', 'Argument 1 cannot be null');
  return field instanceof SObjectFieldToken ? field.fieldName : field;
}

/** `Owner` for `OwnerId` and for the token of `OwnerId`; relationship names are taken as they are. */
function relationshipOf(record: SObjectValue, reference: FieldReference): string {
  const name = nameOf(reference);
  return currentTransaction().org.schema.findField(record.objectName, name)?.relationshipName ?? name;
}

function addError(record: SObjectValue, ...given: unknown[]): null {
  const texts = given.filter((argument) => typeof argument !== 'boolean');
  if (texts.length < 2) record.addError(textOf(texts[0]));
  else record.addError(textOf(texts[1]), nameOf(texts[0] as FieldReference));
  return null;
}

function textOf(message: unknown): string {
  if (message === null || message === undefined) return '';
  return typeof message === 'string' ? message : ((message as ApexException)['getmessage()']() ?? '');
}

function put(record: SObjectValue, field: FieldReference, value: unknown): unknown {
  const name = nameOf(field);
  const before = record.has(name) ? record.get(name) : null;
  record.putDynamic(name, value);
  return before;
}

function populatedFields(record: SObjectValue): ApexMap {
  const map = new ApexMap('String', 'Object');
  for (const [name, value] of record.populatedEntries()) map.put(name, value);
  return map;
}

/** Null, not an empty list, when there are no children: so the platform answers. */
function children(record: SObjectValue, relationship: FieldReference): ApexList | null {
  const list = record.getChildren(nameOf(relationship));
  return list.items.length === 0 ? null : list;
}

const isFlag = (flag: unknown) => flag === true;

platformType({
  name: 'System.SObject',
  jsClass: SObjectValue,
  methods: {
    addError,
    clear: (self: SObjectValue) => {
      for (const [name] of [...self.entries()]) self.remove(name);
      return null;
    },
    clone: (
      self: SObjectValue,
      preserveId?: unknown,
      isDeep?: unknown,
      keepTimestamps?: unknown,
      keepAutonumber?: unknown
    ) => self.copy(isFlag(preserveId), isFlag(isDeep), isFlag(keepTimestamps), isFlag(keepAutonumber)),
    get: (self: SObjectValue, field: FieldReference) => self.get(nameOf(field)),
    'getCloneSourceId/0': (self: SObjectValue) => self.cloneSourceId,
    'getErrors/0': (self: SObjectValue) =>
      new ApexList(
        'Database.Error',
        self.errors.map((error: DmlError) => new DatabaseError(error))
      ),
    'getOptions/0': (self: SObjectValue) => DmlOptionsValue.from(self.dmlOptions),
    'getPopulatedFieldsAsMap/0': populatedFields,
    getSObject: (self: SObjectValue, reference: FieldReference) => self.getParent(relationshipOf(self, reference)),
    'getSObjectType/0': (self: SObjectValue) => objectToken(self.objectName),
    getSObjects: children,
    'hasErrors/0': (self: SObjectValue) => self.errors.length > 0,
    'isClone/0': (self: SObjectValue) => self.isClone,
    isSet: (self: SObjectValue, field: FieldReference) => self.has(nameOf(field)),
    put,
    putSObject(self: SObjectValue, reference: FieldReference, parent: SObjectValue | null) {
      const relationship = relationshipOf(self, reference);
      const before = self.hasParent(relationship) ? self.getParent(relationship) : null;
      self.putParent(relationship, parent);
      return before;
    },
    'setOptions/1'(self: SObjectValue, options: DmlOptionsValue | null) {
      self.dmlOptions = options?.toDmlOptions() ?? null;
      return null;
    }
  },
  properties: {
    Id: {
      get: (self: SObjectValue) => self.get('Id'),
      set: (self: SObjectValue, id: string | null) => self.put('Id', id)
    }
  }
});
