/** Registers the exception types of the platform: what Apex code can construct and call. */
import { ApexList } from '../library/system/List';
import { enumValue, platformType } from '../library/registry';
import type { Implementation, Implementations } from '../library/registry';
import { ApexDmlException, exceptionClass, newException } from './exceptions';
import type { DmlExceptionRow, ApexException, ApexQueryException } from './exceptions';
import { ApexMap } from '../library/system/Map';
import { ApexSet } from '../library/system/Set';

/** Exceptions of the namespace `System`. Others are registered beside the types that throw them, with {@link exceptionType}. */
const SYSTEM_EXCEPTIONS = [
  'AssertException',
  'AsyncException',
  'AuraHandledException',
  'BigObjectException',
  'CalloutException',
  'DmlException',
  'DuplicateMessageException',
  'EmailException',
  'EmailTemplateRenderException',
  'ExternalObjectException',
  'FatalCursorException',
  'FinalException',
  'FlowException',
  'HandledException',
  'IllegalArgumentException',
  'InvalidHeaderException',
  'InvalidParameterValueException',
  'InvalidReadOnlyUserDmlException',
  'JSONException',
  'LicenseException',
  'LimitException',
  'ListException',
  'MathException',
  'NoAccessException',
  'NoDataFoundException',
  'NoSuchElementException',
  'NullPointerException',
  'ProcedureException',
  'QueryException',
  'RequiredFeatureMissingException',
  'SearchException',
  'SecurityException',
  'SerializationException',
  'SObjectException',
  'StringException',
  'TouchHandledException',
  'TransientCursorException',
  'TypeException',
  'UnexpectedException',
  'UnsupportedOperationException',
  'VisualforceException',
  'XmlException'
];

const COMMON_METHODS: Implementations = {
  getMessage: (exception: ApexException) => exception['getmessage()'](),
  getCause: (exception: ApexException) => exception['getcause()'](),
  getLineNumber: (exception: ApexException) => exception['getlinenumber()'](),
  getStackTraceString: (exception: ApexException) => exception['getstacktracestring()'](),
  getTypeName: (exception: ApexException) => exception['gettypename()'](),
  initCause: (exception: ApexException, cause: ApexException | null) => exception['initcause(exception)'](cause),
  setMessage: (exception: ApexException, message: string | null) => exception['setmessage(string)'](message),
  toString: (exception: ApexException) => String(exception)
};

const DML_METHODS: Implementations = {
  getNumDml: (exception: ApexDmlException) => exception.rows.length,
  getDmlFieldNames: (exception: ApexDmlException, i: number) => list('String', row(exception, i).fields),
  getDmlFields: (exception: ApexDmlException, i: number) =>
    list('Schema.SObjectField', row(exception, i).fieldTokens?.() ?? []),
  getDmlId: (exception: ApexDmlException, i: number) => row(exception, i).id,
  getDmlIndex: (exception: ApexDmlException, i: number) => row(exception, i).index,
  getDmlMessage: (exception: ApexDmlException, i: number) => row(exception, i).message,
  getDmlStatusCode: (exception: ApexDmlException, i: number) => row(exception, i).statusCode,
  getDmlType: (exception: ApexDmlException, i: number) => enumValue('System.StatusCode', row(exception, i).statusCode)
};

/** Every exception has these methods, and only those of DML answer. */
function forDml(own: Implementation): Implementation {
  return (exception: ApexException, ...args: unknown[]) => {
    if (exception instanceof ApexDmlException) return own(exception, ...args);
    throw newException('System.TypeException', `Exception is not a DML exception: ${exception['gettypename()']()}`);
  };
}

const QUERY_METHODS: Implementations = {
  getInaccessibleFields(exception: ApexQueryException) {
    const byObject = new ApexMap('String', 'Set<String>');
    for (const [object, fields] of exception.inaccessibleFields) {
      const names = new ApexSet('String');
      for (const field of fields) names.add(field);
      byObject.put(object, names);
    }
    return byObject;
  }
};

/**
 * Registers one built-in exception type with the members all exceptions have.
 * @param name qualified: `Auth.JWTValidationException`
 */
export function exceptionType(name: string, methods: Implementations = {}): void {
  const jsClass = exceptionClass(name);
  const make = () => new jsClass();
  platformType({
    name,
    jsClass,
    constructors: {
      '()': () => make()['()'](),
      '(String)': (message: string | null) => make()['(string)'](message),
      '/1': (cause: ApexException | null) => make()['(exception)'](cause),
      '/2': (message: string | null, cause: ApexException | null) => make()['(string,exception)'](message, cause)
    },
    methods: { ...COMMON_METHODS, ...methods }
  });
}

function row(exception: ApexDmlException, index: number): DmlExceptionRow {
  const found = exception.rows[index];
  if (!found) throw newException('System.ListException', `List index out of bounds: ${index}`);
  return found;
}

function list(elementType: string, items: readonly unknown[]): ApexList {
  const result = new ApexList(elementType);
  result.items.push(...items);
  return result;
}

exceptionType(
  'System.Exception',
  Object.fromEntries(Object.entries(DML_METHODS).map(([name, own]) => [name, forDml(own)]))
);
exceptionType('eventbus.RetryableException');
for (const name of SYSTEM_EXCEPTIONS) {
  const methods =
    name === 'DmlException' || name === 'EmailException' ? DML_METHODS : name === 'QueryException' ? QUERY_METHODS : {};
  exceptionType(`System.${name}`, methods);
}
