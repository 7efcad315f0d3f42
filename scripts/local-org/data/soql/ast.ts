/** The syntax tree of one SOQL query, static or dynamic: plain JSON, so compiled Apex can carry it. */

/** A dotted field path as written: `Owner.Name` is `['Owner', 'Name']`. */
export type FieldPath = readonly string[];

export interface SoqlFunctionCall {
  readonly kind: 'function';
  /** Upper case: `COUNT`, `SUM`, `TOLABEL`, `FORMAT`, `CALENDAR_YEAR`, `COUNT_DISTINCT`, `FIELDS`, … */
  readonly name: string;
  readonly arguments: readonly SoqlFieldExpression[];
}

export interface SoqlField {
  readonly kind: 'field';
  readonly path: FieldPath;
}

/** `DISTANCE(Location__c, GEOLOCATION(1,2), 'km')` is not supported and never produced. */
export type SoqlFieldExpression = SoqlField | SoqlFunctionCall;

export type SoqlSelectItem =
  | (SoqlField & { readonly alias: string | null })
  | (SoqlFunctionCall & { readonly alias: string | null })
  | { readonly kind: 'subquery'; readonly query: SoqlQuery }
  | {
      readonly kind: 'typeof';
      readonly relationship: string;
      readonly when: readonly { readonly type: string; readonly fields: readonly FieldPath[] }[];
      readonly otherwise: readonly FieldPath[];
    };

export type SoqlValue =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** Digits as written, with sign. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'string'; readonly value: string }
  /** ISO text as written: `2026-05-24`. */
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'datetime'; readonly text: string }
  /** `TODAY`, `LAST_N_DAYS:30`: upper case, `n` where the literal takes one. */
  | { readonly kind: 'dateliteral'; readonly name: string; readonly n: number | null }
  /** Multi-currency literal `USD5000`. */
  | { readonly kind: 'currency'; readonly code: string; readonly text: string }
  /** An Apex bind: static queries carry `index` into the bind expressions; dynamic ones the `name`. */
  | { readonly kind: 'bind'; readonly index: number; readonly name: string };

export type SoqlComparisonOperator =
  '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE' | 'IN' | 'NOT IN' | 'INCLUDES' | 'EXCLUDES';

export type SoqlCondition =
  | { readonly kind: 'and' | 'or'; readonly conditions: readonly SoqlCondition[] }
  | { readonly kind: 'not'; readonly condition: SoqlCondition }
  | {
      readonly kind: 'comparison';
      readonly field: SoqlFieldExpression;
      readonly operator: SoqlComparisonOperator;
      /** One value; a list for `IN`, `NOT IN`, `INCLUDES`, `EXCLUDES`; a sub-query for a semi- or anti-join. */
      readonly value:
        | SoqlValue
        | { readonly kind: 'list'; readonly values: readonly SoqlValue[] }
        | { readonly kind: 'subquery'; readonly query: SoqlQuery };
    };

export interface SoqlOrderItem {
  readonly field: SoqlFieldExpression;
  readonly descending: boolean;
  /** `null`: the default, nulls first for ASC and last for DESC. */
  readonly nulls: 'first' | 'last' | null;
}

export interface SoqlQuery {
  readonly select: readonly SoqlSelectItem[];
  /** `SELECT COUNT() FROM …`: the answer is a number. */
  readonly isCount: boolean;
  readonly from: { readonly name: string; readonly alias: string | null };
  /** `FROM Contact c, c.Account a` — further relationship aliases. */
  readonly fromAliases: readonly { readonly path: FieldPath; readonly alias: string }[];
  /** `USING SCOPE mine`, lower case. */
  readonly scope: string | null;
  readonly where: SoqlCondition | null;
  readonly with: 'USER_MODE' | 'SYSTEM_MODE' | 'SECURITY_ENFORCED' | null;
  readonly groupBy: readonly SoqlFieldExpression[];
  readonly groupByKind: 'plain' | 'rollup' | 'cube';
  readonly having: SoqlCondition | null;
  readonly orderBy: readonly SoqlOrderItem[];
  readonly limit: SoqlValue | null;
  readonly offset: SoqlValue | null;
  readonly allRows: boolean;
  readonly forClause: readonly ('VIEW' | 'REFERENCE' | 'UPDATE')[];
}
