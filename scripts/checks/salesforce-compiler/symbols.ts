/** Writes down what Salesforce's compiler has to know of the platform, the schema and the source. */
import { basename } from 'node:path';
import { fieldApexType } from '../../local-org/compiler/bind/object-members';
import { findSourceFiles, readSourceFiles } from '../../local-org/compiler/source-files';
import { loadPlatformTypes } from '../../local-org/compiler/types/load';
import { typeName } from '../../local-org/compiler/types';
import { loadSchema } from '../../local-org/schema/load';
import type { ObjectSchema, OrgSchema } from '../../local-org/schema/model';
import { createStubs, maskKeyword, type Stub } from './stubs';

interface FieldSymbol {
  readonly name: string;
  readonly type?: string;
  readonly parent?: string;
  readonly child?: string;
  /** What a look-up to several objects may lead to. */
  readonly targets?: readonly string[];
}

/** The shape that `SymbolFile.java` reads. */
export interface SymbolFile {
  readonly stubs: readonly Stub[];
  readonly objects: readonly {
    readonly name: string;
    readonly kind: string;
    readonly fields: readonly FieldSymbol[];
  }[];
  readonly labels: readonly string[];
  readonly sources: readonly { readonly path: string; readonly name: string; readonly text: string }[];
}

const DATABASE_CALL = /(\bDatabase\s*\.\s*)(insert|update|upsert|delete|undelete|merge)(?=\s*\()/gi;

export function createSymbols(sources: readonly string[]): SymbolFile {
  const schema = loadSchema(sources);
  const files = readSourceFiles(findSourceFiles(sources));
  loadNamedObjects(
    schema,
    files.map((file) => file.text)
  );
  const objects = [...schema.objects.values()];
  const fieldNames = new Map(
    objects.flatMap((object) => [...object.fields.values()].map((field) => [field.name.toLowerCase(), field.name]))
  );
  return {
    stubs: createStubs(
      loadPlatformTypes(),
      objects.map((object) => object.name),
      [...fieldNames.values()]
    ),
    objects: objects.map((object) => ({ name: object.name, kind: object.kind, fields: fieldSymbols(object) })),
    labels: [...schema.labels.keys()],
    sources: files.map(({ path, text }) => ({
      path,
      name: basename(path).replace(/\.(cls|trigger)$/i, ''),
      text: text.replace(DATABASE_CALL, (_, before: string, method: string) => before + maskKeyword(method))
    }))
  };
}

/** Rare standard objects are made when they are asked for: ask for all that the source may name. */
function loadNamedObjects(schema: OrgSchema, texts: readonly string[]): void {
  const words = new Set(texts.flatMap((text) => text.match(/\b[A-Z]\w+/g) ?? []));
  for (const word of words) schema.findObject(word);
  for (const object of [...schema.objects.values()]) {
    for (const field of object.fields.values()) field.referenceTo.forEach((name) => schema.findObject(name));
  }
}

function fieldSymbols(object: ObjectSchema): FieldSymbol[] {
  const columns = [...object.fields.values()].map((field) => ({
    name: field.name,
    type: typeName(fieldApexType(field))
  }));
  const parents = [...object.fields.values()]
    .filter((field) => field.relationshipName !== null)
    .map((field) => ({
      name: field.relationshipName ?? '',
      parent: field.referenceTo.length === 1 ? (field.referenceTo[0] ?? 'Name') : 'Name',
      ...(field.referenceTo.length > 1 ? { targets: field.referenceTo } : {})
    }));
  const children = object.childRelationships
    .filter((child) => child.relationshipName !== null)
    .map((child) => ({ name: child.relationshipName ?? '', child: child.childObject }));
  return [...columns, ...parents, ...children];
}
