/** The metadata of some source folders, read once for all rules. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { loadSchema } from '../../local-org/schema/load';
import type { OrgSchema } from '../../local-org/schema/model';
import { typeOfSuffix, type RegistryType } from './registry';
import { parseXml, textOf, XmlSyntaxError, type XmlNode } from './xml';

/** A description of a component: a file that ends in `-meta.xml`. */
export interface MetadataFile {
  /** Relative to the working directory. */
  readonly path: string;
  readonly text: string;
  /** The name without suffixes, with `%20` and the like resolved. */
  readonly name: string;
  /** The text between the last dot and `-meta.xml`: `field`. */
  readonly suffix: string;
  /** The type of the suffix; of a bundle, `LightningComponentBundle`; undefined when nothing has this suffix. */
  readonly type: RegistryType | undefined;
  /** The folder of the object, for parts of objects. */
  readonly objectName: string | undefined;
  /** Undefined when the file is not well-formed. */
  readonly root: XmlNode | undefined;
  readonly error: XmlSyntaxError | undefined;
}

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

export interface MetadataModel {
  readonly files: readonly MetadataFile[];
  /** All other files, by path: classes, triggers, components, static resources. */
  readonly contents: ReadonlyMap<string, TextFile>;
  /** Objects, fields, records, permission sets and labels as the local org knows them. */
  readonly schema: OrgSchema;
  /** `sourceApiVersion` of the project: `66.0`. */
  readonly apiVersion: string;
  /** Well-formed files of a metadata type by its name: `CustomField`. */
  ofType(type: string): readonly ParsedFile[];
}

export type ParsedFile = MetadataFile & { readonly root: XmlNode };

const META = '-meta.xml';
const FOLDERS_TO_SKIP = new Set(['node_modules', '__tests__', '__mocks__']);
const BUNDLE: RegistryType = {
  name: 'LightningComponentBundle',
  directoryName: 'lwc',
  suffix: 'js',
  isPartOfObject: false,
  isInFolder: false,
  hasContentFile: false
};
const DEFAULT_API_VERSION = '66.0';

/** Reads everything below the folders. */
export function readMetadata(sources: readonly string[]): MetadataModel {
  const paths = sources.flatMap((source) => [...walk(source)]);
  const files = paths.filter((path) => path.endsWith(META)).map(readMetadataFile);
  const contents = paths
    .filter((path) => !path.endsWith(META))
    .map((path) => ({ path: relative(process.cwd(), path), text: readText(path) }));
  const byType = new Map<string, ParsedFile[]>();
  for (const file of files) {
    if (!file.type || !file.root) continue;
    const known = byType.get(file.type.name);
    if (known) known.push(file as ParsedFile);
    else byType.set(file.type.name, [file as ParsedFile]);
  }
  return {
    files,
    contents: new Map(contents.map((content) => [content.path, content])),
    schema: loadSchema([...sources]),
    apiVersion: projectApiVersion(sources[0] ?? '.'),
    ofType: (type) => byType.get(type) ?? []
  };
}

function* walk(directory: string): Generator<string> {
  if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory()) return;
  for (const entry of readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(directory, entry.name);
    if (entry.name.startsWith('.') || FOLDERS_TO_SKIP.has(entry.name)) continue;
    if (entry.isDirectory()) yield* walk(path);
    else yield path;
  }
}

const READ_AS_TEXT = /\.(cls|trigger|html|js|ts|css|page|component|cmp|xml|svg|json)$/;

function readText(path: string): string {
  return READ_AS_TEXT.test(path) ? readFileSync(path, 'utf8') : '';
}

function readMetadataFile(path: string): MetadataFile {
  const bare = basename(path).slice(0, -META.length);
  const suffix = extname(bare).slice(1);
  const text = readFileSync(path, 'utf8');
  const type = suffix === 'js' && basename(dirname(dirname(path))) === 'lwc' ? BUNDLE : typeOfSuffix(suffix);
  return {
    path: relative(process.cwd(), path),
    text,
    name: decodeName(bare.slice(0, -suffix.length - 1)),
    suffix,
    type,
    objectName: type?.isPartOfObject ? basename(dirname(dirname(path))) : undefined,
    ...parse(text)
  };
}

/** `%2E` and the like stand for characters that file names cannot hold. */
function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function parse(text: string): Pick<MetadataFile, 'root' | 'error'> {
  try {
    return { root: parseXml(text), error: undefined };
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    return { root: undefined, error };
  }
}

/** The project that a folder belongs to, or else the one of the working directory. */
function projectApiVersion(source: string): string {
  for (const start of [resolve(source), process.cwd()]) {
    for (let directory = start; ; directory = dirname(directory)) {
      const path = join(directory, 'sfdx-project.json');
      if (existsSync(path)) {
        const project = JSON.parse(readFileSync(path, 'utf8')) as { sourceApiVersion?: string };
        return project.sourceApiVersion ?? DEFAULT_API_VERSION;
      }
      if (directory === dirname(directory)) break;
    }
  }
  return DEFAULT_API_VERSION;
}

/** True for names that the source defines itself: `Foo__c`, `Foo__mdt`, `Foo__e`. */
export function isCustomName(name: string): boolean {
  return /__(c|mdt|e|b)$/i.test(name);
}

/** Custom fields of the source, with the object that they are fields of (`Activity` for tasks and events). */
export function fieldsOf(model: MetadataModel): readonly (ParsedFile & { readonly objectName: string })[] {
  return model
    .ofType('CustomField')
    .filter((file): file is ParsedFile & { objectName: string } => file.objectName !== undefined);
}

/** The object's name as Apex and the schema use it: fields of `Activity` are fields of `Task`. */
export function schemaObjectName(objectName: string): string {
  return objectName === 'Activity' ? 'Task' : objectName;
}

/** True when a field must have a value by its definition. */
export function isRequiredField(field: ParsedFile): boolean {
  return textOf(field.root, 'required') === 'true' || textOf(field.root, 'type') === 'MasterDetail';
}
