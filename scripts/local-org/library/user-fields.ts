/** Fields and properties of user objects, for reflection. */
import type { ApexObject } from '../runtime/objects';
import { currentTransaction } from '../runtime/transaction';
import type { RuntimeField, RuntimeType } from '../runtime/type-info';

const instanceFieldsByType = new WeakMap<RuntimeType, readonly RuntimeField[]>();

/** Instance fields and properties of a class in the order of the source, those of the super class first. */
export function instanceFields(type: RuntimeType): readonly RuntimeField[] {
  const known = instanceFieldsByType.get(type);
  if (known) return known;
  const parent = type.superName === null ? undefined : currentTransaction().org.program.findType(type.superName);
  const fields = [...(parent ? instanceFields(parent) : []), ...type.fields.filter((field) => !field.isStatic)];
  instanceFieldsByType.set(type, fields);
  return fields;
}

/** The value of a field, or what the getter of a property answers. */
export function readField(object: ApexObject, field: RuntimeField): unknown {
  const members = object as unknown as Record<string, unknown>;
  const name = field.name.toLowerCase();
  return (field.isStored ? members[`f_${name}`] : (members[`get_${name}`] as () => unknown).call(object)) ?? null;
}

/** Sets a field, or calls the setter of a property. */
export function writeField(object: ApexObject, field: RuntimeField, value: unknown): void {
  const members = object as unknown as Record<string, unknown>;
  const name = field.name.toLowerCase();
  if (field.isStored) members[`f_${name}`] = value;
  else (members[`set_${name}`] as (value: unknown) => void).call(object, value);
}
