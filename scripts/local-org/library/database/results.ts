/** `Database.SaveResult` and its kind: what became of one record. */
import type { DmlError, DmlKind, DmlOutcome } from '../../data/api';
import { platformType } from '../registry';
import type { PropertyImplementation } from '../registry';
import { ApexList } from '../system/List';
import { databaseError } from './Error';

/** Common to all results. Code may set the properties of results that it made itself, in tests. */
export class DmlResult {
  id: string | null = null;
  success = false;
  errors: ApexList = new ApexList('Database.Error');

  static fill<T extends DmlResult>(result: T, id: string | null, isSuccess: boolean, errors: readonly DmlError[]): T {
    result.id = id;
    result.success = isSuccess;
    result.errors = new ApexList('Database.Error', errors.map(databaseError));
    return result;
  }

  toString(): string {
    return `${this.constructor.name}[getErrors=(${this.errors.items.map(String).join(', ')});getId=${this.id ?? 'null'};isSuccess=${String(this.success)};]`;
  }
}

export class SaveResult extends DmlResult {}
export class DeleteResult extends DmlResult {}
export class UndeleteResult extends DmlResult {}
export class EmptyRecycleBinResult extends DmlResult {}
export class UpsertResult extends DmlResult {
  created = false;
}
export class MergeResult extends DmlResult {
  mergedRecordIds = new ApexList('String');
  updatedRelatedIds = new ApexList('String');
}
export class LeadConvertResult extends DmlResult {
  leadId: string | null = null;
  accountId: string | null = null;
  contactId: string | null = null;
  opportunityId: string | null = null;
}

/** The result of one record, and the element type of lists of them. */
export function resultOf(kind: DmlKind, outcome: DmlOutcome): DmlResult {
  const result =
    kind === 'upsert'
      ? new UpsertResult()
      : kind === 'delete'
        ? new DeleteResult()
        : kind === 'undelete'
          ? new UndeleteResult()
          : new SaveResult();
  if (result instanceof UpsertResult) result.created = outcome.isCreated;
  return DmlResult.fill(result, outcome.id, outcome.isSuccess, outcome.errors);
}

export const RESULT_TYPES: Readonly<Record<DmlKind, string>> = {
  insert: 'Database.SaveResult',
  update: 'Database.SaveResult',
  upsert: 'Database.UpsertResult',
  delete: 'Database.DeleteResult',
  undelete: 'Database.UndeleteResult'
};

function property(name: string): PropertyImplementation {
  return {
    get: (self: Record<string, unknown>) => self[name],
    set: (self: Record<string, unknown>, value: unknown) => {
      self[name] = value;
    }
  };
}

/** Registers a result type: `getX` and the property `X` for each field, `isX` for flags. */
function resultType(name: string, jsClass: new () => DmlResult): void {
  const fields = Object.keys(new jsClass());
  const getters = fields.map((field) => {
    const isFlag = field === 'success' || field === 'created';
    return [`${isFlag ? 'is' : 'get'}${field}/0`, (self: Record<string, unknown>) => self[field]] as const;
  });
  platformType({
    name,
    jsClass,
    constructors: { '/0': () => new jsClass() },
    methods: Object.fromEntries(getters),
    properties: Object.fromEntries(fields.map((field) => [field, property(field)]))
  });
}

resultType('Database.SaveResult', SaveResult);
resultType('Database.UpsertResult', UpsertResult);
resultType('Database.DeleteResult', DeleteResult);
resultType('Database.UndeleteResult', UndeleteResult);
resultType('Database.EmptyRecycleBinResult', EmptyRecycleBinResult);
resultType('Database.MergeResult', MergeResult);
resultType('Database.LeadConvertResult', LeadConvertResult);
