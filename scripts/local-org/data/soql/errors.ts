/** The platform's texts for queries that it refuses. */
import { newException } from '../../runtime/exceptions';
import type { ApexException, ApexQueryException } from '../../runtime/exceptions';

const REFERENCE = 'Please reference your WSDL or the describe call for the appropriate names.';

export function queryException(message: string): ApexException {
  return newException('System.QueryException', message);
}

export function noSuchColumn(field: string, object: string): ApexException {
  return queryException(
    `No such column '${field}' on entity '${object}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${REFERENCE}`
  );
}

export function noSuchObject(object: string): ApexException {
  return queryException(
    `sObject type '${object}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. ${REFERENCE}`
  );
}

/** `place`: `field path`, `FROM part of query call`. */
export function noSuchRelationship(relationship: string, place: string): ApexException {
  return queryException(
    `Didn't understand relationship '${relationship}' in ${place}. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${REFERENCE}`
  );
}

/** What user mode says of fields that the user may not read; they can be asked for with `getInaccessibleFields`. */
export function inaccessible(
  error: ApexException,
  fieldsByObject: ReadonlyMap<string, readonly string[]>
): ApexException {
  (error as ApexQueryException).inaccessibleFields = fieldsByObject;
  return error;
}
