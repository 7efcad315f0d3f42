/**
 * The expressions of the bound tree (`bound.ts`). Every one carries its static type, and every call names exactly one
 * method.
 */
import type { LiteralValue, SourceSpan } from './ast';
import type { SoqlQuery } from '../data/soql/ast';
import type { ApexType } from './types';

/** A local variable or parameter. `jsName` is unique in its method. */
export interface BoundVariable {
  readonly name: string;
  readonly jsName: string;
  readonly type: ApexType;
}

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
        /** The end of a null-safe chain. */
        | { readonly kind: 'group'; readonly inner: BoundExpression }
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
