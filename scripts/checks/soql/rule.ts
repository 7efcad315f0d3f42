import type { OrgSchema } from '../../local-org/schema/model';
import type { FieldSchema, ObjectSchema } from '../../local-org/schema/model';
import type { SoqlQuery } from '../../local-org/data/soql/ast';
import type { ApexType } from '../../local-org/compiler/types';

/** One query, or a query inside one. */
export interface QueryToCheck {
  readonly schema: OrgSchema;
  readonly query: SoqlQuery;
  readonly object: ObjectSchema;
  /** Types of binds by index, where known. */
  readonly binds: readonly (ApexType | undefined)[];
  /** What it stands in: nothing, a SELECT list, or a condition. */
  readonly place: 'outer' | 'child' | 'semi-join';
  /** The field at the end of a path, or undefined when there is none (which `names` reports). */
  field(path: readonly string[]): FieldSchema | undefined;
}

/** One thing that the platform refuses of queries. Answers what is wrong, each a sentence with its remedy. */
export interface SoqlRule {
  readonly name: string;
  check(query: QueryToCheck): readonly string[];
}
