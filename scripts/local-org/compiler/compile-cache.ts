/**
 * Results of the compiler on disk, by the hash of all that they depend on. A file of the cache is never changed and may
 * be deleted at any time.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { allPlatformTypes } from '../library/registry';
import type { OrgSchema } from '../schema/model';

/** A hash over texts, in order. */
export function hashOf(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 32);
}

export class CompileCache {
  private readonly directory: string | null;

  /** @param directory where results are kept; null keeps nothing */
  constructor(directory: string | null) {
    this.directory = directory;
  }

  /** The value kept under a kind and hash, or else what `make` gives, which is kept. */
  get<T>(kind: string, hash: string, make: () => T): T {
    if (this.directory === null) return make();
    const path = join(this.directory, `${kind}-${hash}.bin`);
    const known = read(path);
    if (known !== undefined) return known as T;
    const made = make();
    write(this.directory, path, made);
    return made;
  }
}

function read(path: string): unknown {
  try {
    return deserialize(readFileSync(path));
  } catch {
    return undefined;
  }
}

/** Another process may write the same file: it appears whole or not at all. */
function write(directory: string, path: string, value: unknown): void {
  mkdirSync(directory, { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, serialize(value));
  renameSync(draft, path);
}

/** Changes when the code of the compiler changes, or what the library implements. */
export function compilerFingerprint(): string {
  const members = allPlatformTypes().map(
    ({ name, ...tables }) =>
      `${name}:${Object.values(tables)
        .map((table) => (table && typeof table === 'object' ? Object.keys(table).join(',') : ''))
        .join(';')}`
  );
  return hashOf(parserFingerprint(), ...sourceTexts(__dirname), ...members.sort());
}

/** Changes when the syntax tree or the code that makes it changes. */
export function parserFingerprint(): string {
  return hashOf(
    readFileSync(join(__dirname, 'ast.ts'), 'utf8'),
    ...sourceTexts(join(__dirname, 'parse')),
    ...sourceTexts(join(__dirname, '..', 'data', 'soql'))
  );
}

function sourceTexts(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return entry.name === '__tests__' ? [] : sourceTexts(path);
    return entry.name.endsWith('.ts') ? [readFileSync(path, 'utf8')] : [];
  });
}

/** Changes with anything that the binder asks of the schema. */
export function schemaFingerprint(schema: OrgSchema): string {
  const plain = (_: string, value: unknown): unknown =>
    value instanceof Map ? [...value] : value instanceof Set ? [...value] : value;
  return hashOf(JSON.stringify([schema.objects, [...schema.labels.keys()]], plain));
}
