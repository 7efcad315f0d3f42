/** SELECT: turns rows into the records that Apex gets, with parent records and child lists. */
import type { FieldSchema, ObjectSchema } from '../../schema/model';
import { ApexList } from '../../library/system/List';
import { SObjectValue } from '../sobject';
import type { Row } from '../store';
import type { FieldPath, SoqlFieldExpression, SoqlFunctionCall, SoqlQuery, SoqlSelectItem } from './ast';
import type { QueryContext } from './context';
import { noSuchColumn, noSuchRelationship, queryException } from './errors';
import { rowReader } from './expressions';
import type { QueryScope, RelationshipStep } from './scope';

/** A child query after compilation: answers the records of one parent. */
export type ChildQuery = (parentId: string, context: QueryContext) => SObjectValue[];
export type CompileChild = (object: ObjectSchema, lookup: FieldSchema, query: SoqlQuery) => ChildQuery;

interface Column {
  readonly name: string;
  /** Of `FIELDS(…)`: left out for users who may not read it. */
  readonly optional?: FieldSchema | undefined;
  read(row: Row, context: QueryContext): unknown;
}

interface ParentProjection {
  readonly step: RelationshipStep;
  readonly projection: Projection;
}

/** What one query selects of one object. */
export class Projection {
  readonly #scope: QueryScope;
  readonly #object: ObjectSchema | null;
  readonly #prefix: readonly RelationshipStep[];
  readonly #columns: Column[] = [];
  readonly #named = new Set<string>();
  readonly #parents = new Map<string, ParentProjection>();
  readonly #typeOf = new Map<
    string,
    { step: RelationshipStep; byType: ReadonlyMap<string, Projection>; otherwise: Projection }
  >();
  readonly #children: { name: string; object: string; run: ChildQuery }[] = [];

  constructor(scope: QueryScope, object: ObjectSchema | null = scope.object, prefix: readonly RelationshipStep[] = []) {
    this.#scope = scope;
    this.#object = object;
    this.#prefix = prefix;
  }

  add(item: SoqlSelectItem, compileChild: CompileChild): void {
    switch (item.kind) {
      case 'field':
        this.#refuseRepeated(item.path);
        return this.#addPath(item.path);
      case 'function':
        return this.#addFunction(item, item.alias);
      case 'subquery':
        return this.#addChildren(item.query, compileChild);
      case 'typeof':
        return this.#addTypeOf(item);
    }
  }

  /** The record of a row. `objectName` differs from the row's object for polymorphic lookups: `Name`. */
  project(row: Row, context: QueryContext): SObjectValue {
    const record = new SObjectValue(this.#object?.name ?? 'Name');
    record.setRaw('Id', row['Id']);
    for (const column of this.#columns)
      if (this.#isRead(column, context)) record.setRaw(column.name, column.read(row, context));
    for (const { step, projection } of this.#parents.values())
      this.#putParent(record, row, step, context, () => projection);
    for (const { step, byType, otherwise } of this.#typeOf.values()) {
      this.#putParent(record, row, step, context, (type) => byType.get(type) ?? otherwise);
    }
    for (const child of this.#children) {
      record.putChildren(child.name, new ApexList(child.object, child.run(row['Id'] as string, context)));
    }
    record.isQueried = true;
    return record;
  }

  #isRead({ optional }: Column, { canRead }: QueryContext): boolean {
    return !optional || !canRead || this.#object === null || canRead(this.#object, optional);
  }

  /** The lookup's id comes along with the parent record, as on the platform. */
  #putParent(
    record: SObjectValue,
    row: Row,
    step: RelationshipStep,
    context: QueryContext,
    projectionOf: (type: string) => Projection
  ): void {
    const id = (row[step.field.name] as string | null | undefined) ?? null;
    const parent = this.#scope.tables.row(id);
    if (!record.has(step.field.name)) record.setRaw(step.field.name, id);
    const type = id === null ? null : this.#scope.tables.objectOfId(id)?.name;
    record.putParent(step.name, parent && type ? projectionOf(type).project(parent, context) : null);
  }

  #addPath(path: FieldPath): void {
    const resolved = this.#scope.resolve(path);
    resolved.steps.reduce<Projection>((at, step) => at.#parent(step), this).#addColumn(resolved.field);
  }

  /** Only what the query itself names counts; `FIELDS(ALL)` may overlap. */
  #refuseRepeated(path: FieldPath): void {
    const { steps, field } = this.#scope.resolve(path);
    const name = [...steps.map((step) => step.name), field.name].join('.');
    if (this.#named.has(name)) throw queryException(`duplicate field selected: ${name}`);
    this.#named.add(name);
  }

  #addColumn(field: FieldSchema, optional?: FieldSchema): void {
    if (field.name === 'Id' || this.#columns.some((column) => column.name === field.name)) return;
    const path = { steps: [], object: this.#object, field };
    this.#columns.push({ name: field.name, optional, read: (row) => this.#scope.read(path, row) });
  }

  #parent(step: RelationshipStep): Projection {
    let parent = this.#parents.get(step.name);
    if (!parent) {
      parent = { step, projection: new Projection(this.#scope, step.target, [...this.#prefix, step]) };
      this.#parents.set(step.name, parent);
    }
    return parent.projection;
  }

  #addFunction(call: SoqlFunctionCall, alias: string | null): void {
    if (call.name.toUpperCase() === 'FIELDS') return this.#addFieldSet(call.arguments[0]);
    const reader = rowReader(this.#scope, call);
    const name = alias ?? reader.field.name;
    this.#columns.push({ name, read: (row, context) => reader.read(row, context) });
  }

  /** `FIELDS(ALL)`, `FIELDS(STANDARD)`, `FIELDS(CUSTOM)`: what the user may read of it. */
  #addFieldSet(argument: SoqlFieldExpression | undefined): void {
    const which = argument?.kind === 'field' ? argument.path.join('.').toUpperCase() : '';
    if (!['ALL', 'STANDARD', 'CUSTOM'].includes(which)) throw queryException(`unexpected token: '${which}'`);
    for (const field of this.#object?.fields.values() ?? []) {
      if (which !== 'ALL' && field.isCustom !== (which === 'CUSTOM')) continue;
      if (field.type !== 'address' && field.type !== 'location') this.#addColumn(field, field);
    }
  }

  #addChildren(query: SoqlQuery, compileChild: CompileChild): void {
    const { schema } = this.#scope.tables;
    const relationship = query.from.name.split('.').at(-1) as string;
    const definition = schema.findChildRelationship(this.#scope.object.name, relationship);
    const child = definition && schema.findObject(definition.childObject);
    const lookup = child?.fields.get(definition?.field.toLowerCase() ?? '');
    if (!definition?.relationshipName || !child || !lookup)
      throw noSuchRelationship(relationship, 'FROM part of query call');
    this.#children.push({
      name: definition.relationshipName,
      object: child.name,
      run: compileChild(child, lookup, query)
    });
  }

  #addTypeOf(item: Extract<SoqlSelectItem, { kind: 'typeof' }>): void {
    const { steps } = this.#scope.walk([item.relationship]);
    const step = steps[0] as RelationshipStep;
    const byType = new Map(item.when.map(({ type, fields }) => [type, this.#typedProjection(step, type, fields)]));
    const canonical = new Map(
      [...byType].map(([type, projection]) => [this.#scope.tables.schema.findObject(type)?.name ?? type, projection])
    );
    const otherwise = new Projection(this.#scope, null, [step]);
    for (const path of item.otherwise) otherwise.#addColumn(this.#scope.resolve([item.relationship, ...path]).field);
    this.#typeOf.set(step.name, { step, byType: canonical, otherwise });
  }

  #typedProjection(step: RelationshipStep, type: string, fields: readonly FieldPath[]): Projection {
    const object = this.#scope.tables.schema.findObject(type);
    if (!object) throw noSuchRelationship(type, 'TYPEOF');
    const projection = new Projection(this.#scope, object, [step]);
    for (const path of fields) {
      const field = path.length === 1 ? object.fields.get((path[0] as string).toLowerCase()) : undefined;
      if (!field) throw noSuchColumn(path.join('.'), object.name);
      this.#scope.uses.push({ object, field });
      projection.#addColumn(field);
    }
    return projection;
  }
}
