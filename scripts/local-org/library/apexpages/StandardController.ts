/** `ApexPages.StandardController`: the record of a page, for controller extensions. */
import type { SObjectValue } from '../../data/sobject';
import type { DmlKind } from '../../data/api';
import { currentTransaction } from '../../runtime/transaction';
import { required } from '../null-argument';
import { platformType } from '../registry';
import { ApexPageReference } from '../system/PageReference';

class StandardController {
  readonly record: SObjectValue;

  constructor(record: SObjectValue) {
    this.record = record;
  }

  get view(): ApexPageReference {
    return new ApexPageReference(`/${this.record.id ?? ''}`);
  }

  /** As the user of the page, whose object and field access counts. @throws System.DmlException */
  write(kind: DmlKind): void {
    currentTransaction().org.database.dml({
      kind,
      records: [this.record],
      accessMode: 'user',
      isSharingEnforced: true,
      allOrNone: true,
      externalIdField: null
    });
  }
}

platformType({
  name: 'ApexPages.StandardController',
  jsClass: StandardController,
  constructors: { '/1': (record: SObjectValue | null) => new StandardController(required(record)) },
  methods: {
    cancel: (self: StandardController) => self.view,
    delete: (self: StandardController) => {
      self.write('delete');
      return new ApexPageReference(
        `/${currentTransaction().org.schema.findObject(self.record.objectName)?.keyPrefix ?? ''}/o`
      );
    },
    edit: (self: StandardController) => new ApexPageReference(`/${self.record.id ?? ''}/e`),
    getId: (self: StandardController) => self.record.id,
    getRecord: (self: StandardController) => self.record,
    save: (self: StandardController) => {
      self.write(self.record.id === null ? 'insert' : 'update');
      return self.view;
    },
    view: (self: StandardController) => self.view
  }
});
