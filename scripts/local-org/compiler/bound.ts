/**
 * The bound tree: Apex after name resolution, overload resolution and typing. `bind/` makes it, `emit/` turns it into
 * JavaScript. Every expression carries its static type; every implicit conversion is explicit; every call names
 * exactly one method. The emitter decides nothing about the language.
 */
import type { DmlOperation, LiteralValue, SourceSpan, TriggerEvent } from './ast';
import type { SoqlQuery } from '../data/soql/ast';
import type { ApexType } from './types';

// ── Declarations ────────────────────────────────────────────────────────────────────────────────

export type SharingMode = 'with' | 'without' | 'inherited' | 'none';

export interface BoundAnnotation {
  /** Lower case: `istest`, `auraenabled`, `restresource`. */
  readonly name: string;
  /** Keys in lower case. */
  readonly values: Readonly<Record<string, string | boolean | number | null>>;
}

/** A local variable or parameter. `jsName` is unique in its method. */
export interface BoundVariable {
  readonly name: string;
  readonly jsName: string;
  readonly type: ApexType;
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

// ── Expressions ─────────────────────────────────────────────────────────────────────────────────

interface Expression {
  readonly type: ApexType;
  readonly span: SourceSpan;
}
export type NumericKind = 'integer' | 'long' | 'double' | 'decimal';

/** How two operands are compared; both have been converted to this kind. */
export type ComparisonKind = NumericKind | 'string' | 'id' | 'boolean' | 'date' | 'datetime' | 'time' | 'object';

/** Expressions that may stand left of `=`. */
export type BoundTarget = Expression &
  (
    | { readonly kind: 'local'; readonly variable: BoundVariable }
    /** A field, or the backing field of a property inside its accessor. `receiver` is null when static. */
    | {
        readonly kind: 'userField';
        readonly receiver: BoundExpression | null;
        readonly owner: string;
        readonly name: string;
        readonly isNullSafe: boolean;
      }
    /** A property of a user class, read or written through its accessors. */
    | {
        readonly kind: 'userProperty';
        readonly receiver: BoundExpression | null;
        readonly owner: string;
        readonly name: string;
        readonly isSuper: boolean;
        readonly isNullSafe: boolean;
      }
    /** `lead.Email` */
    | {
        readonly kind: 'sobjectField';
        readonly receiver: BoundExpression;
        readonly field: string;
        readonly isNullSafe: boolean;
      }
    /** `contact.Account` (the parent record). Reading it from a record that has none gives null, and so does reading on. */
    | {
        readonly kind: 'sobjectParent';
        readonly receiver: BoundExpression;
        readonly relationship: string;
        readonly isNullSafe: boolean;
      }
    /** `list[i]` */
    | { readonly kind: 'listElement'; readonly receiver: BoundExpression; readonly index: BoundExpression }
    /** `RestContext.request`, `request.requestBody`, `Trigger.new`. `receiver` is null when static. */
    | {
        readonly kind: 'platformProperty';
        readonly typeName: string;
        readonly name: string;
        readonly receiver: BoundExpression | null;
        readonly isNullSafe: boolean;
      }
  );

export type BoundExpression =
  | BoundTarget
  | (Expression &
      (
        | { readonly kind: 'literal'; readonly literal: LiteralValue }
        | { readonly kind: 'this' }
        /** Stands for a value that the surrounding node supplies (compound assignment, loop element). */
        | { readonly kind: 'placeholder' }
        /** `account.Contacts` */
        | {
            readonly kind: 'sobjectChildren';
            readonly receiver: BoundExpression;
            readonly relationship: string;
            readonly isNullSafe: boolean;
          }
        | {
            readonly kind: 'enumConstant';
            readonly typeName: string;
            readonly name: string;
            readonly isPlatform: boolean;
          }
        /** `System.Label.Foo` */
        | { readonly kind: 'label'; readonly name: string }
        /** `Account.SObjectType` */
        | { readonly kind: 'objectToken'; readonly object: string }
        /** `Account.Name` in a static context */
        | { readonly kind: 'fieldToken'; readonly object: string; readonly field: string }
        /** `Schema.SObjectType.Account` */
        | { readonly kind: 'objectDescribe'; readonly object: string }
        /** `Schema.SObjectType.Account.fields.Name` */
        | { readonly kind: 'fieldDescribe'; readonly object: string; readonly field: string }
        /** `Schema.SObjectType.Account.fieldSets.Name` */
        | { readonly kind: 'fieldSetDescribe'; readonly object: string; readonly fieldSet: string }
        /** `Foo.class` */
        | { readonly kind: 'classLiteral'; readonly classType: ApexType }
        /** A user method. `receiver` null: static. `isSuper`: call the parent's body on `this`. */
        | {
            readonly kind: 'userCall';
            readonly receiver: BoundExpression | null;
            readonly owner: string;
            readonly key: string;
            readonly arguments: readonly BoundExpression[];
            readonly isSuper: boolean;
            readonly isNullSafe: boolean;
          }
        /**
         * A platform method. `signature` is as declared, `substring(Integer,Integer)`. `receiver` null: static.
         * `typeArguments` are those of the receiver (`String` for `List<String>`).
         * Methods that all objects have (`equals`, `hashCode`, `toString`) are of `System.Object` when no nearer type declares
         * them. Methods of enums (`name()`, `ordinal()`, and the statics `values()` and `valueOf(String)`) are of `System.Enum`
         * with the enum as type argument, for enums of the source and of the platform.
         */
        | {
            readonly kind: 'platformCall';
            readonly receiver: BoundExpression | null;
            readonly typeName: string;
            readonly signature: string;
            readonly arguments: readonly BoundExpression[];
            readonly typeArguments: readonly ApexType[];
            readonly isNullSafe: boolean;
            /** `super.toString()`, `super.getMessage()`: the platform's own body, whatever the class of `this` overrides. */
            readonly isSuper: boolean;
            /**
             * Dynamic SOQL (`Database.query` and its kind): the variables that `:name` may mean here. Their values are to be read
             * only when the query names them, because a property's accessor has effects.
             */
            readonly visibleVariables: readonly { readonly name: string; readonly value: BoundExpression }[] | null;
          }
        /** `Foo__mdt.getInstance('x')`, `Settings__c.getOrgDefaults()`: static methods that objects have. */
        | {
            readonly kind: 'objectCall';
            readonly object: string;
            readonly method: string;
            readonly arguments: readonly BoundExpression[];
          }
        /**
         * An exception class has a constructor for each of the keys `()`, `(string)`, `(exception)` and `(string,exception)`; those
         * that the source does not declare are in `constructors` and hand on to the base class.
         */
        | {
            readonly kind: 'newUser';
            readonly className: string;
            readonly key: string;
            readonly arguments: readonly BoundExpression[];
          }
        | {
            readonly kind: 'newPlatform';
            readonly typeName: string;
            readonly signature: string;
            readonly arguments: readonly BoundExpression[];
            readonly typeArguments: readonly ApexType[];
          }
        | {
            readonly kind: 'newSObject';
            readonly object: string;
            readonly fields: readonly {
              readonly field: string;
              readonly isParent: boolean;
              readonly value: BoundExpression;
            }[];
          }
        /** `new List<T>{…}`, `new Set<T>{…}`; `new List<T>(other)` and the like are `newPlatform` with `System.List`. */
        | { readonly kind: 'newCollection'; readonly elements: readonly BoundExpression[] }
        /** `new T[n]` */
        | { readonly kind: 'newArray'; readonly size: BoundExpression }
        | {
            readonly kind: 'newMap';
            readonly entries: readonly { readonly key: BoundExpression; readonly value: BoundExpression }[];
          }
        /** A cast that is checked at run time (`TypeException: Invalid conversion from runtime type …`). */
        | { readonly kind: 'cast'; readonly operand: BoundExpression }
        | { readonly kind: 'convert'; readonly conversion: Conversion; readonly operand: BoundExpression }
        | { readonly kind: 'instanceof'; readonly operand: BoundExpression; readonly testType: ApexType }
        | { readonly kind: 'not'; readonly operand: BoundExpression }
        | { readonly kind: 'negate'; readonly numeric: NumericKind; readonly operand: BoundExpression }
        | { readonly kind: 'bitnot'; readonly numeric: 'integer' | 'long'; readonly operand: BoundExpression }
        | {
            readonly kind: 'arithmetic';
            readonly operator: '+' | '-' | '*' | '/';
            readonly numeric: NumericKind;
            readonly left: BoundExpression;
            readonly right: BoundExpression;
          }
        | {
            readonly kind: 'bitwise';
            readonly operator: '&' | '|' | '^' | '<<' | '>>' | '>>>';
            readonly on: 'integer' | 'long' | 'boolean';
            readonly left: BoundExpression;
            readonly right: BoundExpression;
          }
        /** String `+`: each part of any type; null is the text `null`. */
        | { readonly kind: 'concat'; readonly parts: readonly BoundExpression[] }
        /** `Date + Integer` (days), `Datetime + Integer|Decimal|Double` (days), `Time + Integer|Long` (milliseconds); `-` likewise. */
        | {
            readonly kind: 'dateAdd';
            readonly on: 'date' | 'datetime' | 'time';
            readonly operator: '+' | '-';
            readonly left: BoundExpression;
            readonly right: BoundExpression;
          }
        | {
            readonly kind: 'logical';
            readonly operator: '&&' | '||';
            readonly left: BoundExpression;
            readonly right: BoundExpression;
          }
        | {
            readonly kind: 'compare';
            readonly operator: '<' | '<=' | '>' | '>=';
            readonly by: ComparisonKind;
            readonly left: BoundExpression;
            readonly right: BoundExpression;
          }
        /** `==`, `!=`. `string` ignores case; `object` compares by value as Apex does (equals, SObject fields, collections). */
        | {
            readonly kind: 'equals';
            readonly isNegated: boolean;
            readonly by: ComparisonKind;
            readonly left: BoundExpression;
            readonly right: BoundExpression;
          }
        /** `===`, `!==` */
        | {
            readonly kind: 'identity';
            readonly isNegated: boolean;
            readonly left: BoundExpression;
            readonly right: BoundExpression;
          }
        | { readonly kind: 'coalesce'; readonly left: BoundExpression; readonly right: BoundExpression }
        | {
            readonly kind: 'conditional';
            readonly condition: BoundExpression;
            readonly whenTrue: BoundExpression;
            readonly whenFalse: BoundExpression;
          }
        | { readonly kind: 'assignment'; readonly target: BoundTarget; readonly value: BoundExpression }
        /**
         * `a += b`, `a++`. The target's parts are evaluated once; `result` computes the new value from the old one
         * (`placeholder`), converted to the target's type. The value of the node is the old one when `isPostfix`.
         */
        | {
            readonly kind: 'compound';
            readonly target: BoundTarget;
            readonly result: BoundExpression;
            readonly isPostfix: boolean;
          }
        | {
            readonly kind: 'soql';
            readonly query: SoqlQuery;
            readonly binds: readonly BoundExpression[];
            /**
             * `list`: List<object>; `single`: one record, or QueryException; `singleOrNull`: no row gives null, left of `??` and
             * `?.`; `count`: Integer.
             */
            readonly result: 'list' | 'single' | 'singleOrNull' | 'count';
            /** `AggregateResult` for grouped queries. */
            readonly object: string;
          }
        | { readonly kind: 'sosl'; readonly text: string; readonly binds: readonly BoundExpression[] }
      ));

/** Implicit conversions that change the run-time representation. Null stays null in all of them. */
export type Conversion =
  | 'integerToLong'
  | 'integerToDouble'
  | 'integerToDecimal'
  | 'longToDouble'
  | 'longToDecimal'
  | 'longToInteger'
  | 'doubleToDecimal'
  | 'decimalToDouble'
  | 'decimalToInteger'
  | 'decimalToLong'
  | 'doubleToInteger'
  | 'doubleToLong'
  | 'dateToDatetime'
  | 'datetimeToDate'
  /** Checks and makes 18 characters: `StringException: Invalid id: x`. */
  | 'stringToId'
  /** A SOQL list where one record is wanted. */
  | 'rowsToRecord';
