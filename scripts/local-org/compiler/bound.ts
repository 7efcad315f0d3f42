/**
 * The bound tree: Apex after name resolution, overload resolution and typing. `bind/` makes it, `emit/` turns it into
 * JavaScript. Every expression carries its static type; every implicit conversion is explicit; every call names
 * exactly one method. The emitter decides nothing about the language.
 */
import type { DmlOperation, SourceSpan, TriggerEvent } from './ast';
import type { BoundExpression, BoundVariable } from './bound-expressions';
import type { ApexType } from './types';

export type * from './bound-expressions';

// ── Declarations ────────────────────────────────────────────────────────────────────────────────

export type SharingMode = 'with' | 'without' | 'inherited' | 'none';

export interface BoundAnnotation {
  /** Lower case: `istest`, `auraenabled`, `restresource`. */
  readonly name: string;
  /** Keys in lower case. */
  readonly values: Readonly<Record<string, string | boolean | number | null>>;
}

export interface BoundField {
  readonly name: string;
  readonly type: ApexType;
  readonly isStatic: boolean;
  readonly isFinal: boolean;
  readonly isTransient: boolean;
  readonly access: 'private' | 'protected' | 'public' | 'global';
  readonly annotations: readonly BoundAnnotation[];
  readonly span: SourceSpan;
}

/** An accessor body of `null` is automatic: it reads or writes the backing field of the property's name. */
export interface BoundProperty extends BoundField {
  readonly getter: { readonly body: BoundStatement | null; readonly span: SourceSpan } | null;
  readonly setter: {
    readonly body: BoundStatement | null;
    readonly value: BoundVariable;
    readonly span: SourceSpan;
  } | null;
}

export interface BoundMethod {
  readonly name: string;
  /** See `methodKey` in types.ts. */
  readonly key: string;
  readonly isStatic: boolean;
  readonly isAbstract: boolean;
  /** Declared with `override`. */
  readonly isOverride: boolean;
  readonly isTestMethod: boolean;
  readonly access: 'private' | 'protected' | 'public' | 'global';
  readonly parameters: readonly BoundVariable[];
  readonly returnType: ApexType;
  /** `null` when abstract. */
  readonly body: BoundStatement | null;
  readonly annotations: readonly BoundAnnotation[];
  readonly span: SourceSpan;
}

export interface BoundConstructor {
  /** `(string,integer)`: `methodKey('', …)`. */
  readonly key: string;
  readonly parameters: readonly BoundVariable[];
  /** The explicit `this(…)` or `super(…)`; an absent one means `super()`. Taken out of `body`. */
  readonly delegation: {
    readonly target: 'this' | 'super';
    readonly key: string;
    readonly arguments: readonly BoundExpression[];
    /** Null when the language supplies the call. */
    readonly span: SourceSpan | null;
  } | null;
  readonly body: BoundStatement;
  readonly span: SourceSpan;
}

/** Field initialisers and initialiser blocks in the order of the source. */
export type BoundInitializer =
  | { readonly kind: 'field'; readonly field: string; readonly value: BoundExpression; readonly span: SourceSpan }
  | { readonly kind: 'block'; readonly body: BoundStatement };

export interface BoundType {
  readonly kind: 'class' | 'interface' | 'enum';
  /** `Outer.Inner` */
  readonly name: string;
  readonly outerName: string | null;
  /** A user class, or a platform class that may be extended (`Exception` and its kind). */
  readonly superType: ApexType | null;
  readonly interfaces: readonly ApexType[];
  readonly sharing: SharingMode;
  readonly isAbstract: boolean;
  readonly isTest: boolean;
  readonly access: 'private' | 'public' | 'global';
  readonly annotations: readonly BoundAnnotation[];
  readonly fields: readonly BoundField[];
  readonly properties: readonly BoundProperty[];
  readonly staticInitializers: readonly BoundInitializer[];
  readonly instanceInitializers: readonly BoundInitializer[];
  /** A class without one gets the default constructor here, too. */
  readonly constructors: readonly BoundConstructor[];
  readonly methods: readonly BoundMethod[];
  /** `key` must also answer as `target`: an interface or base method whose parameter types differ after generics. */
  readonly bridges: readonly { readonly key: string; readonly target: string }[];
  readonly enumConstants: readonly string[];
  readonly span: SourceSpan;
}

/** One source file after binding. */
export interface BoundUnit {
  readonly path: string;
  /** The outer type first, then its inner types. */
  readonly types: readonly BoundType[];
  readonly trigger: {
    readonly name: string;
    readonly objectName: string;
    readonly events: readonly TriggerEvent[];
    readonly body: BoundStatement;
  } | null;
  /** The body of an anonymous block. */
  readonly anonymous: BoundStatement | null;
  /** Lines that count for coverage are the first lines of statements; the emitter derives them from spans. */
}

// ── Statements ──────────────────────────────────────────────────────────────────────────────────

interface Statement {
  readonly span: SourceSpan;
}
export type BoundStatement = Statement &
  (
    | { readonly kind: 'block'; readonly statements: readonly BoundStatement[] }
    | { readonly kind: 'local'; readonly variable: BoundVariable; readonly initializer: BoundExpression | null }
    | { readonly kind: 'expression'; readonly expression: BoundExpression }
    | {
        readonly kind: 'if';
        readonly condition: BoundExpression;
        readonly then: BoundStatement;
        readonly otherwise: BoundStatement | null;
      }
    | { readonly kind: 'switch'; readonly subject: BoundExpression; readonly cases: readonly BoundSwitchCase[] }
    | {
        readonly kind: 'for';
        readonly init: readonly BoundStatement[];
        readonly condition: BoundExpression | null;
        readonly update: readonly BoundExpression[];
        readonly body: BoundStatement;
      }
    | {
        readonly kind: 'foreach';
        readonly variable: BoundVariable;
        readonly iterable: BoundExpression;
        /**
         * `collection`: a List or Set (elements converted with `element`); `iterator`: an Iterable of user or platform;
         * `rows`: SOQL row by row; `chunks`: SOQL in lists of 200.
         */
        readonly mode: 'collection' | 'iterator' | 'rows' | 'chunks';
        /** Converts the loop element (`placeholder`) to the variable's type. */
        readonly element: BoundExpression;
        readonly body: BoundStatement;
      }
    | { readonly kind: 'while'; readonly condition: BoundExpression; readonly body: BoundStatement }
    | { readonly kind: 'dowhile'; readonly condition: BoundExpression; readonly body: BoundStatement }
    | {
        readonly kind: 'try';
        readonly body: BoundStatement;
        readonly catches: readonly {
          readonly type: ApexType;
          readonly variable: BoundVariable;
          readonly body: BoundStatement;
        }[];
        readonly finallyBody: BoundStatement | null;
      }
    | { readonly kind: 'return'; readonly value: BoundExpression | null }
    | { readonly kind: 'throw'; readonly value: BoundExpression }
    | { readonly kind: 'break' }
    | { readonly kind: 'continue' }
    | {
        readonly kind: 'dml';
        readonly operation: DmlOperation;
        readonly accessMode: 'user' | 'system' | null;
        readonly target: BoundExpression;
        readonly mergeSource: BoundExpression | null;
        /** Upsert: API name of the external id field. */
        readonly externalIdField: string | null;
      }
    | { readonly kind: 'runas'; readonly argument: BoundExpression; readonly body: BoundStatement }
  );

export interface BoundSwitchCase {
  readonly when:
    | { readonly kind: 'else' }
    /** Values already converted to the subject's type; enum constants are `enumConstant` expressions. */
    | { readonly kind: 'values'; readonly values: readonly BoundExpression[] }
    | { readonly kind: 'type'; readonly type: ApexType; readonly variable: BoundVariable };
  readonly body: BoundStatement;
}
