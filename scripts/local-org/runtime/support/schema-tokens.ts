/** Tokens and describes of compiled code: the describe library answers. */
export interface SchemaAccess {
  objectToken(object: string): unknown;
  fieldToken(object: string, field: string): unknown;
  objectDescribe(object: string): unknown;
  fieldDescribe(object: string, field: string): unknown;
  fieldSetDescribe(object: string, fieldSet: string): unknown;
}

let access: SchemaAccess | null = null;

/** The describe library registers itself here. */
export function registerSchemaAccess(implementation: SchemaAccess): void {
  access = implementation;
}

function schemaAccess(): SchemaAccess {
  if (!access) throw new Error('The local org has no describe library loaded: import library/schema');
  return access;
}

export const objectToken = (object: string): unknown => schemaAccess().objectToken(object);
export const fieldToken = (object: string, field: string): unknown => schemaAccess().fieldToken(object, field);
export const objectDescribe = (object: string): unknown => schemaAccess().objectDescribe(object);
export const fieldDescribe = (object: string, field: string): unknown => schemaAccess().fieldDescribe(object, field);
export const fieldSetDescribe = (object: string, fieldSet: string): unknown => schemaAccess().fieldSetDescribe(object, fieldSet);
