/** Finds metadata files anywhere under the source directories, in source format or metadata format. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';

export interface MetadataFile {
  /** `object`, `field`, `md`, `permissionset`, … : the suffix of the file without `-meta.xml`. */
  readonly kind: string;
  /** The file's name without suffixes: `Call_Disposition__c`, `Thoughtly_Agent.Default`. */
  readonly name: string;
  /** For parts of objects: the folder of the object, `Lead`. */
  readonly objectName: string | null;
  readonly path: string;
  readonly text: string;
}

const KINDS = new Set([
  'object',
  'field',
  'recordType',
  'validationRule',
  'fieldSet',
  'md',
  'permissionset',
  'permissionsetgroup',
  'profile',
  'customPermission',
  'labels',
  'globalValueSet',
  'standardValueSet',
  'queue',
  'matchingRule',
  'duplicateRule',
  'assignmentRules',
  'LeadConvertSetting'
]);
/** Files that hold many components: a later file replaces those that it names, not the others. */
const MERGED_KINDS = new Set(['labels', 'matchingRule', 'assignmentRules']);
const PARTS_OF_OBJECTS = new Set(['field', 'recordType', 'validationRule', 'fieldSet']);
const FOLDERS_WITHOUT_METADATA = new Set(['node_modules', 'lwc', 'aura', 'staticresources', 'classes', 'triggers']);

/**
 * All metadata files, directory by directory. A component that occurs in several directories is taken from the last
 * one only, as a later deployment replaces an earlier one. Labels and the like merge entry by entry when they are read.
 */
export function findMetadataFiles(directories: readonly string[]): MetadataFile[] {
  const byComponent = new Map<string, MetadataFile>();
  for (const [index, directory] of directories.entries()) {
    for (const path of walk(directory)) {
      const file = classify(path);
      if (!file) continue;
      const key = MERGED_KINDS.has(file.kind)
        ? `${index}:${path}`
        : `${file.kind}:${file.objectName ?? ''}:${file.name}`.toLowerCase();
      byComponent.delete(key);
      byComponent.set(key, file);
    }
  }
  return [...byComponent.values()];
}

function* walk(directory: string): Generator<string> {
  if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory()) return;
  const entries = readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(directory, entry.name);
    if (!entry.isDirectory()) yield path;
    else if (!FOLDERS_WITHOUT_METADATA.has(entry.name)) yield* walk(path);
  }
}

/** A README has the ending of a custom metadata record in metadata format; only the folder tells them apart. */
function isPage(path: string, kind: string): boolean {
  return kind === 'md' && !path.endsWith('-meta.xml') && basename(dirname(path)) !== 'customMetadata';
}

function classify(path: string): MetadataFile | null {
  const bare = basename(path).replace(/-meta\.xml$/, '');
  const kind = extname(bare).slice(1);
  if (!KINDS.has(kind) || isPage(path, kind)) return null;
  const objectName = PARTS_OF_OBJECTS.has(kind) ? basename(dirname(dirname(path))) : null;
  return { kind, name: bare.slice(0, -kind.length - 1), objectName, path, text: readFileSync(path, 'utf8') };
}
