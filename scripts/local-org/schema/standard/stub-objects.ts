/**
 * Standard objects as the stub classes of npm know them: every object and field of API 65 with its Apex type, parents
 * and child lists, but no lengths, picklists or permissions. Objects without a hand-written table come from here.
 */
import { dirname, join } from 'node:path';
import { readClassFile, readZip } from '../../compiler/types/class-file';

export interface StubObject {
  readonly name: string;
  /** Apex type by field name: `String`, `Id`, `Decimal`, `Address`. */
  readonly fields: ReadonlyMap<string, string>;
  /** Object by name of the relationship to it: `Owner` → `Name` (which stands for several objects). */
  readonly parents: ReadonlyMap<string, string>;
  /** Object by name of the child list: `CampaignMembers` → `CampaignMember`. */
  readonly childLists: ReadonlyMap<string, string>;
}

const OBJECTS = 'com/nawforce/runforce/SObjects/';
const ARCHIVE = 'dist/java-lib/sobject-types-65.0.0.jar';
const MEMBERS_OF_THE_STUB_ITSELF = new Set(['SObjectType', 'Fields']);
/** Types in the package of objects that are values, not records. */
const VALUE_TYPES = new Set(['Address', 'Location']);

interface StubEntry {
  readonly name: string;
  /** Position among all stubs. */
  readonly index: number;
  readonly read: () => Buffer;
}

let entriesByLowerName: Map<string, StubEntry> | null = null;
const stubByLowerName = new Map<string, StubObject>();

function entries(): Map<string, StubEntry> {
  if (entriesByLowerName) return entriesByLowerName;
  const root = dirname(require.resolve('@salesforce/code-analyzer-pmd-engine/package.json'));
  entriesByLowerName = new Map();
  for (const [path, read] of readZip(join(root, ARCHIVE))) {
    if (!path.startsWith(OBJECTS) || !path.endsWith('.class') || path.includes('$')) continue;
    const name = path.slice(OBJECTS.length, -'.class'.length);
    if (!VALUE_TYPES.has(name))
      entriesByLowerName.set(name.toLowerCase(), { name, index: entriesByLowerName.size, read });
  }
  return entriesByLowerName;
}

/** The position of an object among all that have a stub: a number of its own for each. */
export function stubIndex(name: string): number {
  return entries().get(name.toLowerCase())?.index ?? -1;
}

/** The stub of a standard object by its name in any case, or undefined. */
export function findStubObject(name: string): StubObject | undefined {
  const key = name.toLowerCase();
  const known = stubByLowerName.get(key);
  if (known) return known;
  const entry = entries().get(key);
  if (!entry) return undefined;
  const stub = readStub(entry.name, entry.read());
  stubByLowerName.set(key, stub);
  return stub;
}

function readStub(name: string, bytes: Buffer): StubObject {
  const fields = new Map<string, string>();
  const parents = new Map<string, string>();
  const childLists = new Map<string, string>();
  for (const member of readClassFile(bytes).fields) {
    if (MEMBERS_OF_THE_STUB_ITSELF.has(member.name)) continue;
    const [, isArray, space, type] = /^(\[?)Lcom\/nawforce\/runforce\/(\w+)\/([\w$]+);$/.exec(member.signature) ?? [];
    if (type === undefined) continue;
    if (isArray) {
      if (space === 'SObjects') childLists.set(member.name, type);
    } else if (space === 'SObjects' && !VALUE_TYPES.has(type)) parents.set(member.name, type);
    else fields.set(member.name, type);
  }
  return { name, fields, parents, childLists };
}
