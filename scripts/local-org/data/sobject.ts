/** A record as Apex code holds it: which fields it has, where they came from, and the records around it. */
import type { FieldSchema, ObjectSchema } from '../schema/model';
import { newException } from '../runtime/exceptions';
import { currentTransaction } from '../runtime/transaction';
import { hashKey, apexEquals } from '../library/equality';
import { apexToString } from '../library/stringify';
import { ApexList } from '../library/system/List';
import type { DmlError, DmlOptions } from './api';
import { toFieldValue } from './field-values';

/** `AggregateResult` rows and other records without an object behind them have their fields by alias. */
const SCHEMALESS_OBJECTS = new Set(['AggregateResult', 'SObject']);
const READONLY_TIMESTAMPS = ['CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById', 'SystemModstamp'];

export class SObjectValue {
  /** The object's API name in its own spelling. */
  readonly objectName: string;
  /** Reading a field that a queried record does not have is an error; a new record answers null. */
  isQueried = false;
  /** `Trigger.old`, and `Trigger.new` after the save. */
  isReadOnly = false;
  /** The id of the record that this one was cloned from. */
  cloneSourceId: string | null = null;
  isClone = false;
  /** What `addError` left; DML reads and clears it. */
  readonly errors: DmlError[] = [];
  /** `setOptions`: for the next DML of this record. */
  dmlOptions: DmlOptions | null = null;
  readonly #values = new Map<string, unknown>();
  /** Fields that code assigned: user mode asks for edit access to these only, not to what was queried. */
  readonly #assigned = new Set<string>();
  #parents: Map<string, SObjectValue | null> | null = null;
  #children: Map<string, ApexList> | null = null;

  constructor(objectName: string) {
    this.objectName = objectName;
  }

  /** The schema of the object, or null for `AggregateResult`. */
  get schema(): ObjectSchema | null {
    if (SCHEMALESS_OBJECTS.has(this.objectName)) return null;
    return currentTransaction().org.schema.findObject(this.objectName) ?? null;
  }

  get id(): string | null {
    return (this.#values.get('Id') as string | null | undefined) ?? null;
  }

  /**
   * The value of a field, by name in any case.
   *
   * @throws System.SObjectException for an unknown field, and for a field that the query did not ask for
   */
  get(field: string): unknown {
    const known = this.#values.get(field);
    if (known !== undefined) return known;
    const name = this.fieldName(field);
    const value = this.#values.get(name);
    if (value !== undefined) return value;
    if (this.isQueried) throw this.#unqueried(name);
    return this.#field(name)?.type === 'boolean' ? false : null;
  }

  /** As {@link get}, but null for whatever is not there. */
  peek(field: string): unknown {
    return this.#values.get(field) ?? null;
  }

  /**
   * Sets a field after converting the value to the field's type.
   *
   * @throws System.SObjectException for unknown and read-only fields and for values of another type
   */
  put(field: string, value: unknown): void {
    this.#requireWritable();
    const schema = this.schema;
    const definition = schema?.fields.get(field.toLowerCase());
    if (schema && !definition) throw this.#invalidField(field);
    const name = definition?.name ?? this.fieldName(field);
    this.#values.set(name, definition ? toFieldValue(definition, value) : value);
    this.#assigned.add(name);
  }

  /** As {@link put}, for names that Apex code computes: it also refuses what only the platform may write. */
  putDynamic(field: string, value: unknown): void {
    const definition = this.#field(field);
    if (definition && isPlatformOwned(definition)) {
      throw newException('System.SObjectException', `Field is not writeable: ${this.objectName}.${definition.name}`);
    }
    this.put(field, value);
  }

  /** Sets a field by its canonical name without any check: query results, ids after DML. */
  setRaw(field: string, value: unknown): void {
    this.#values.set(field, value ?? null);
  }

  remove(field: string): void {
    this.#values.delete(field);
    this.#assigned.delete(field);
  }

  /** Names of the fields that code has assigned, whatever the value. */
  get assignedFields(): ReadonlySet<string> {
    return this.#assigned;
  }

  /** Whether the field was queried or set, even to null. */
  has(field: string): boolean {
    return this.#values.has(field) || this.#values.has(this.fieldName(field));
  }

  /** Names and values of all fields that were set or queried, in that order. */
  entries(): IterableIterator<[string, unknown]> {
    return this.#values.entries();
  }

  /** As Apex shows it: fields with their values, then parent records and child lists. */
  populatedEntries(): [string, unknown][] {
    const fields = [...this.#values].filter(([, value]) => !this.isQueried || value !== null);
    return [...fields, ...this.parents(), ...this.childLists()];
  }

  /** The record of a lookup (`Owner`, `Lead__r`); null when the lookup is empty. */
  getParent(relationship: string): SObjectValue | null {
    const key = relationship.toLowerCase();
    const parent = this.#parents?.get(key);
    if (parent !== undefined) return parent;
    const field = this.schema && currentTransaction().org.schema.findParentField(this.objectName, relationship);
    if (this.schema && !field)
      throw newException('System.SObjectException', `Invalid relationship ${relationship} for ${this.objectName}`);
    if (this.isQueried) throw this.#unqueried(field?.relationshipName ?? relationship);
    return null;
  }

  putParent(relationship: string, parent: SObjectValue | null): void {
    this.#requireWritable();
    this.#parents ??= new Map();
    this.#parents.set(relationship.toLowerCase(), parent);
  }

  /** Whether the relationship was queried or set. */
  hasParent(relationship: string): boolean {
    return this.#parents?.has(relationship.toLowerCase()) ?? false;
  }

  parents(): [string, SObjectValue | null][] {
    const schema = this.#parents && currentTransaction().org.schema;
    return [...(this.#parents ?? [])].map(([key, parent]) => [
      schema?.findParentField(this.objectName, key)?.relationshipName ?? key,
      parent
    ]);
  }

  /** The list of a child relationship: `account.Contacts`. Empty for a new record. */
  getChildren(relationship: string): ApexList {
    const children = this.#children?.get(relationship.toLowerCase());
    if (children) return children;
    const definition =
      this.schema && currentTransaction().org.schema.findChildRelationship(this.objectName, relationship);
    if (this.schema && !definition)
      throw newException(
        'System.SObjectException',
        `Invalid aggregate relationship ${relationship} for ${this.objectName}`
      );
    if (this.isQueried) throw this.#unqueried(definition?.relationshipName ?? relationship);
    return new ApexList(definition?.childObject ?? 'SObject');
  }

  putChildren(relationship: string, children: ApexList): void {
    this.#children ??= new Map();
    this.#children.set(relationship.toLowerCase(), children);
  }

  hasChildren(relationship: string): boolean {
    return this.#children?.has(relationship.toLowerCase()) ?? false;
  }

  childLists(): [string, ApexList][] {
    const schema = this.#children && currentTransaction().org.schema;
    return [...(this.#children ?? [])].map(([key, list]) => [
      schema?.findChildRelationship(this.objectName, key)?.relationshipName ?? key,
      list
    ]);
  }

  /** Refuses the record (`field` null) or one of its fields when the DML in progress saves it. */
  addError(message: string, field: string | null = null): void {
    const fields = field === null ? [] : [this.fieldName(field)];
    this.errors.push({ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message, fields });
  }

  /** The platform's `clone`: nothing is kept of the record's identity unless asked for. */
  copy(preserveId = false, isDeepClone = false, preserveTimestamps = false, preserveAutonumber = false): SObjectValue {
    const copy = new SObjectValue(this.objectName);
    copy.isQueried = this.isQueried;
    copy.isClone = true;
    copy.cloneSourceId = this.id;
    for (const [name, value] of this.#values) {
      if (name === 'Id' && !preserveId) continue;
      if (!preserveTimestamps && READONLY_TIMESTAMPS.includes(name)) continue;
      if (!preserveAutonumber && this.#field(name)?.isAutoNumber) continue;
      copy.#values.set(name, value);
      if (!preserveId || this.#assigned.has(name)) copy.#assigned.add(name);
    }
    if (copy.isQueried && !copy.#values.has('Id')) copy.#values.set('Id', null);
    this.#copyRelatives(copy, isDeepClone);
    return copy;
  }

  /** Same object, same fields with equal values: Apex `==` between records. */
  equals(other: SObjectValue): boolean {
    if (this === other) return true;
    if (this.objectName !== other.objectName) return false;
    const mine = this.#contents();
    const theirs = other.#contents();
    return (
      mine.size === theirs.size &&
      [...mine].every(([name, value]) => theirs.has(name) && apexEquals(value, theirs.get(name)))
    );
  }

  /** Equal for equal records; changes when a field changes, as on the platform. */
  hashText(): string {
    const parts = [...this.#contents()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => `${name}=${String(hashKey(value))}`);
    return `${this.objectName}{${parts.join(',')}}`;
  }

  /** `Lead:{LastName=Ng, Id=00Q…}` */
  toString(): string {
    const parts = this.populatedEntries().map(([name, value]) => `${name}=${apexToString(value)}`);
    return `${this.objectName}:{${parts.join(', ')}}`;
  }

  /**
   * The canonical name of a field.
   *
   * @throws System.SObjectException `Invalid field X for Lead`
   */
  fieldName(field: string): string {
    const schema = this.schema;
    if (schema) {
      const definition = schema.fields.get(field.toLowerCase());
      if (definition) return definition.name;
    }
    const lower = field.toLowerCase();
    for (const name of this.#values.keys()) if (name.toLowerCase() === lower) return name;
    if (schema) throw this.#invalidField(field);
    if (this.objectName === 'AggregateResult' && this.isQueried) throw this.#invalidField(field);
    return field;
  }

  #field(name: string): FieldSchema | undefined {
    return this.schema?.fields.get(name.toLowerCase());
  }

  #contents(): Map<string, unknown> {
    const contents = new Map(this.#values);
    if (contents.get('Id') === null) contents.delete('Id');
    for (const [name, parent] of this.#parents ?? []) contents.set(`.${name}`, parent);
    return contents;
  }

  #copyRelatives(copy: SObjectValue, isDeepClone: boolean): void {
    for (const [name, parent] of this.#parents ?? [])
      copy.putParent(name, isDeepClone && parent ? parent.copy(true, true, true, true) : parent);
    for (const [name, list] of this.#children ?? []) {
      const items = isDeepClone
        ? list.items.map((child) => (child as SObjectValue).copy(true, true, true, true))
        : [...list.items];
      copy.putChildren(name, new ApexList(list.elementType, items));
    }
  }

  #requireWritable(): void {
    if (this.isReadOnly) throw newException('System.FinalException', 'Record is read-only');
  }

  #unqueried(name: string) {
    const message = `SObject row was retrieved via SOQL without querying the requested field: ${this.objectName}.${name}`;
    return newException('System.SObjectException', message);
  }

  #invalidField(field: string) {
    return newException('System.SObjectException', `Invalid field ${field} for ${this.objectName}`);
  }
}

/** Fields that only the platform writes: formulas, auto numbers, system fields. */
function isPlatformOwned(field: FieldSchema): boolean {
  if (field.name === 'Id') return false;
  return field.formula !== null || field.isAutoNumber || (!field.isCreateable && !field.isUpdateable);
}
