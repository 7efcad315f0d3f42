/** `Database.Error` and `Database.DuplicateError`: why one record was refused. */
import type { DmlError } from '../../data/api';
import type { DuplicateFinding } from '../../data/dml/duplicates/finding';
import { enumValue, platformType } from '../registry';
import { ApexList } from '../system/List';
import { DuplicateResultValue } from './Datacloud';
import './StatusCode';

export class DatabaseError {
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];

  constructor({ statusCode, message, fields }: DmlError) {
    this.statusCode = statusCode;
    this.message = message;
    this.fields = fields;
  }

  toString(): string {
    return `Database.Error[getFields=(${this.fields.join(', ')});getMessage=${this.message};getStatusCode=${this.statusCode};]`;
  }
}

/** A duplicate rule refused the record. */
export class DuplicateDatabaseError extends DatabaseError {
  readonly duplicateResult: DuplicateResultValue;

  constructor(error: DmlError, duplicates: DuplicateFinding) {
    super(error);
    this.duplicateResult = new DuplicateResultValue(duplicates);
  }
}

/** The error as Apex gets it. */
export function databaseError(error: DmlError): DatabaseError {
  return error.duplicates ? new DuplicateDatabaseError(error, error.duplicates) : new DatabaseError(error);
}

const methods = {
  'getFields/0': (self: DatabaseError) => new ApexList('String', [...self.fields]),
  'getMessage/0': (self: DatabaseError) => self.message,
  'getStatusCode/0': (self: DatabaseError) => enumValue('System.StatusCode', self.statusCode)
};

const properties = {
  Fields: { get: (self: DatabaseError) => new ApexList('String', [...self.fields]) },
  Message: { get: (self: DatabaseError) => self.message },
  StatusCode: { get: (self: DatabaseError) => enumValue('System.StatusCode', self.statusCode) }
};

platformType({ name: 'Database.Error', jsClass: DatabaseError, methods, properties });
platformType({
  name: 'Database.DuplicateError',
  jsClass: DuplicateDatabaseError,
  methods: { ...methods, 'getDuplicateResult/0': (self: DuplicateDatabaseError) => self.duplicateResult },
  properties: { ...properties, DuplicateResult: { get: (self: DuplicateDatabaseError) => self.duplicateResult } }
});
