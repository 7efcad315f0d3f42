/** Errors of Salesforce's HTTP interfaces, and how Apex exceptions become them. */
import type { DmlError } from '../data/api';
import { SoqlSyntaxError } from '../data/soql/parse';
import { ApexDmlException, ApexException } from '../runtime/exceptions';

/** An error answer: a status and Salesforce's body `[{"errorCode":…,"message":…}]`. */
export class RestError extends Error {
  readonly status: number;
  readonly errorCode: string;
  /** Names of the fields that the error is about; the body has them only when given. */
  readonly fields: readonly string[] | null;
  /** What else the body tells. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    status: number,
    errorCode: string,
    message: string,
    fields: readonly string[] | null = null,
    details: Readonly<Record<string, unknown>> = {}
  ) {
    super(message);
    this.name = 'RestError';
    this.status = status;
    this.errorCode = errorCode;
    this.fields = fields;
    this.details = details;
  }

  get body(): unknown {
    const { message, errorCode, fields, details } = this;
    return [{ ...details, message, errorCode, ...(fields ? { fields } : {}) }];
  }
}

export function notFound(): RestError {
  return new RestError(404, 'NOT_FOUND', 'The requested resource does not exist');
}

export function methodNotAllowed(method: string, allowed: readonly string[]): RestError {
  return new RestError(
    405,
    'METHOD_NOT_ALLOWED',
    `HTTP Method '${method}' not allowed. Allowed are ${allowed.join(',')}`
  );
}

/** Calling code that has errors in it is the developer's to know, with the diagnostic. */
function isNotCompiled(error: unknown): error is Error {
  return error instanceof Error && error.message.startsWith('This code did not compile');
}

/** What the REST API answers when reading or writing records failed in this way. */
export function toRestError(error: unknown): RestError {
  if (error instanceof RestError) return error;
  if (isNotCompiled(error)) return new RestError(500, 'APEX_ERROR', error.message);
  if (error instanceof SoqlSyntaxError) return new RestError(400, 'MALFORMED_QUERY', error.message);
  if (error instanceof ApexDmlException) {
    const row = error.rows[0];
    if (row) return dmlError(row.statusCode, row.message, row.fields);
  }
  if (error instanceof ApexException) {
    const message = error['getmessage()']() ?? '';
    if (error.$exceptionName === 'System.QueryException') return queryError(message);
    if (error.$exceptionName === 'System.SecurityException')
      return new RestError(403, 'INSUFFICIENT_ACCESS_OR_READONLY', message);
    return new RestError(400, 'APEX_ERROR', String(error));
  }
  throw error;
}

/** One error of a record in an answer about many. */
export function errorBody({ statusCode, message, fields }: DmlError): unknown {
  return { statusCode, message, fields };
}

/** A failed row of a DML statement as the REST API reports it. Field-level security has a code of its own there. */
export function dmlError(statusCode: string, message: string, fields: readonly string[]): RestError {
  if (statusCode === 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY' && fields.length > 0) {
    const text = `Unable to create/update fields: ${fields.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`;
    return new RestError(400, 'INVALID_FIELD_FOR_INSERT_UPDATE', text, fields);
  }
  const isAboutLookup = statusCode === 'INVALID_CROSS_REFERENCE_KEY' && fields.length > 0;
  return new RestError(isAboutLookup ? 400 : (STATUS_BY_CODE[statusCode] ?? 400), statusCode, message, fields);
}

const STATUS_BY_CODE: Readonly<Record<string, number>> = {
  ENTITY_IS_DELETED: 404,
  INVALID_CROSS_REFERENCE_KEY: 404,
  INSUFFICIENT_ACCESS_OR_READONLY: 403,
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: 403
};

/** QueryException texts that name what is unknown; the REST API has codes of its own for them. */
function queryError(message: string): RestError {
  if (/sObject type '.*' is not supported|is not supported/i.test(message))
    return new RestError(400, 'INVALID_TYPE', message);
  if (/No such column|Didn't understand relationship|not have access|insufficient/i.test(message))
    return new RestError(400, 'INVALID_FIELD', message);
  return new RestError(400, 'MALFORMED_QUERY', message);
}
