/** `System.Formula`: computes the formula fields of records in memory, without a query. */
import type { SObjectValue } from '../../data/sobject';
import { extendPlatformType, platformType } from '../registry';
import { ApexList } from '../system/List';
import { database } from './operands';

class RecalculationResult {
  readonly record: SObjectValue;

  constructor(record: SObjectValue) {
    this.record = record;
  }
}

/** Fields that the record lacks count as blank; look-ups are followed into the database. */
function recalculate(record: SObjectValue): void {
  const { tables } = database();
  const object = record.schema;
  const row = Object.fromEntries(record.entries());
  for (const field of object?.fields.values() ?? []) {
    if (object && field.formula !== null) record.setRaw(field.name, tables.value(object, field, row));
  }
}

platformType({
  name: 'System.Formula',
  statics: {
    'recalculateFormulas/1': (records: ApexList) => {
      const found = records.items as SObjectValue[];
      found.forEach(recalculate);
      return new ApexList(
        'FormulaRecalcResult',
        found.map((record) => new RecalculationResult(record))
      );
    }
  }
});

/** A formula that cannot be computed gives null here, never an error. */
platformType({
  name: 'System.FormulaRecalcResult',
  jsClass: RecalculationResult,
  methods: {
    'getSObject/0': (self: RecalculationResult) => self.record,
    'isSuccess/0': () => true,
    'getErrors/0': () => new ApexList('FormulaRecalcFieldError')
  }
});

extendPlatformType('System.SObject', {
  methods: {
    'recalculateFormulas/0': (self: SObjectValue) => {
      recalculate(self);
      return null;
    }
  }
});
