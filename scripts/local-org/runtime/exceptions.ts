/**
 * Apex exceptions at run time. `throw newException('System.MathException', 'Divide by 0')` from library code;
 * compiled code throws instances of its own subclasses. They are thrown as they are and are no JavaScript errors.
 *
 * What Apex code may call on them is registered in `exception-types.ts`.
 */
import type { DuplicateFinding } from '../data/dml/duplicates/finding';
import { ApexObject } from './objects';
import { apexFrames, formatFrames } from './stack-trace';
import type { ApexFrame } from './stack-trace';
import type { RuntimeType } from './type-info';

/** Depth of the JavaScript stack that an exception keeps. */
const KEPT_FRAMES = 60;

/** The root of all Apex exceptions: `System.Exception`. */
export class ApexException extends ApexObject {
  /** Qualified, with its namespace: `System.DmlException`, `Outer.InnerException`. */
  declare readonly $exceptionName: string;
  message: string | null = null;
  cause: ApexException | null = null;
  private readonly captured: { stack?: string } = {};
  private mapped: readonly ApexFrame[] | null = null;

  constructor() {
    super();
    const before = Error.stackTraceLimit;
    Error.stackTraceLimit = KEPT_FRAMES;
    Error.captureStackTrace(this.captured, new.target);
    Error.stackTraceLimit = before;
  }

  '()'(): this {
    return this;
  }

  '(string)'(message: string | null): this {
    this.message = message;
    return this;
  }

  '(exception)'(cause: ApexException | null): this {
    this.cause = cause;
    return this;
  }

  '(string,exception)'(message: string | null, cause: ApexException | null): this {
    this.message = message;
    this.cause = cause;
    return this;
  }

  /** `System.DmlException`, `Outer.InnerException`. */
  'gettypename()'(): string {
    return this.$exceptionName;
  }

  /** The given message; without one the platform says `Script-thrown exception`. */
  'getmessage()'(): string | null {
    return this.message ?? 'Script-thrown exception';
  }

  'getcause()'(): ApexException | null {
    return this.cause;
  }

  'getlinenumber()'(): number {
    return this.frames[0]?.line ?? 0;
  }

  'getstacktracestring()'(): string {
    return formatFrames(this.frames);
  }

  'initcause(exception)'(cause: ApexException | null): void {
    if (this.cause) throw newException('System.IllegalArgumentException', 'The cause of this exception is already set');
    this.cause = cause;
  }

  'setmessage(string)'(message: string | null): void {
    this.message = message;
  }

  /** Where the exception was made, innermost first. */
  get frames(): readonly ApexFrame[] {
    this.mapped ??= apexFrames(this.captured.stack ?? '');
    return this.mapped;
  }

  /** For Node, Jest and other readers of JavaScript errors: name, message, Apex frames, and the causes. */
  get stack(): string {
    const own = `${String(this)}\n${this.frames.map((frame) => `    at ${frame.label} (${frame.path}:${frame.line}:1)`).join('\n')}`;
    return this.cause ? `${own}\nCaused by: ${this.cause.stack}` : own;
  }

  /** `System.MathException: Divide by 0`: as `String.valueOf(e)` and the platform's logs print it. */
  override toString(): string {
    return `${this['gettypename()']()}: ${this['getmessage()']() ?? ''}`;
  }
}

type ExceptionClass = new () => ApexException;

const builtInByName = new Map<string, ExceptionClass>();

/** One failed row of a DML statement, for `getDmlMessage(i)` and its kind. */
export interface DmlExceptionRow {
  /** Index in the list given to the statement. */
  readonly index: number;
  readonly id: string | null;
  readonly objectName: string;
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
  /** What a duplicate rule found. */
  readonly duplicates?: DuplicateFinding;
  /** The field tokens for `getDmlFields`; the data engine knows them. */
  readonly fieldTokens?: () => readonly unknown[];
}

/** `System.DmlException`, and `EmailException`, which has the same methods. */
export class ApexDmlException extends ApexException {
  rows: readonly DmlExceptionRow[] = [];
}

/**
 * `System.AuraHandledException`: what its constructor is given is for the component; `getMessage()` does not tell it
 * until `setMessage` has.
 */
export class ApexAuraHandledException extends ApexException {
  private isMessageSet = false;

  override 'getmessage()'(): string | null {
    return this.isMessageSet ? this.message : 'Script-thrown exception';
  }

  override 'setmessage(string)'(message: string | null): void {
    super['setmessage(string)'](message);
    this.isMessageSet = true;
  }
}

/** `System.QueryException`. */
export class ApexQueryException extends ApexException {
  /** Object name → names of the fields that the user may not read. */
  inaccessibleFields: ReadonlyMap<string, readonly string[]> = new Map();
}

/** Exceptions that know more than others, by name in lower case. */
const BASE_BY_NAME: Readonly<Record<string, ExceptionClass>> = {
  'system.dmlexception': ApexDmlException,
  'system.emailexception': ApexDmlException,
  'system.queryexception': ApexQueryException,
  'system.aurahandledexception': ApexAuraHandledException
};

/**
 * The JavaScript class of a built-in exception type, made when first asked for. All of them extend
 * `System.Exception` directly, as on the platform.
 */
export function exceptionClass(typeName: string): ExceptionClass {
  const name = typeName.includes('.') ? typeName : `System.${typeName}`;
  const key = name.toLowerCase();
  if (key === 'system.exception') return ApexException;
  let found = builtInByName.get(key);
  if (!found) {
    const base = BASE_BY_NAME[key] ?? ApexException;
    found = class extends base {};
    Object.defineProperty(found.prototype, '$exceptionName', { value: name });
    Object.defineProperty(found.prototype, '$type', { value: builtInType(name) });
    Object.defineProperty(found, 'name', { value: name });
    builtInByName.set(key, found);
  }
  return found;
}
Object.defineProperty(ApexException.prototype, '$exceptionName', { value: 'System.Exception' });
Object.defineProperty(ApexException.prototype, '$type', { value: builtInType('System.Exception') });

/** What reflection sees of a built-in exception. */
function builtInType(qualifiedName: string): RuntimeType {
  const name = qualifiedName.replace(/^System\./, '');
  return {
    kind: 'class',
    name,
    outerName: null,
    superName: name === 'Exception' ? null : 'Exception',
    interfaces: [],
    sharing: 'none',
    isAbstract: false,
    isTest: false,
    access: 'global',
    annotations: [],
    constructors: [],
    methods: [],
    fields: [],
    enumConstants: [],
    line: 0,
    path: '',
    jsClass: null,
    assignableTo: new Set([name.toLowerCase(), 'exception'])
  };
}

/** Makes (does not throw) a built-in exception: `throw newException('System.MathException', 'Divide by 0')`. */
export function newException(
  typeName: string,
  message: string | null,
  cause: ApexException | null = null
): ApexException {
  const exception = new (exceptionClass(typeName))();
  exception.message = message;
  exception.cause = cause;
  return exception;
}

/** Makes a `DmlException` with its rows. `message` is the whole text: `Insert failed. First exception on row 0; …`. */
export function newDmlException(message: string, rows: readonly DmlExceptionRow[]): ApexDmlException {
  const exception = newException('System.DmlException', message) as ApexDmlException;
  exception.rows = rows;
  return exception;
}

/** `System.NullPointerException: Attempt to de-reference a null object`. */
export function nullPointerException(): ApexException {
  return newException('System.NullPointerException', 'Attempt to de-reference a null object');
}

const UNCATCHABLE = new Set(['system.limitexception', 'system.assertexception']);

/** False for what Apex code can never catch: limits and failed assertions. */
export function isCatchable(exception: ApexException): boolean {
  return !UNCATCHABLE.has(exception.$exceptionName.toLowerCase());
}
