/** Names of the platform that a class of an org could take away. */
import { loadPlatformTypes } from '../../local-org/compiler/types/load';

/**
 * Words of the language rather than of a library: Apex code names them on every line, nobody qualifies them, and an org
 * whose classes took them could hardly compile anything.
 */
const LANGUAGE: ReadonlySet<string> = new Set([
  'blob',
  'boolean',
  'date',
  'datetime',
  'decimal',
  'double',
  'exception',
  'id',
  'integer',
  'iterable',
  'iterator',
  'list',
  'long',
  'map',
  'object',
  'set',
  'sobject',
  'string',
  'time',
  'trigger',
  'void'
]);

/** Namespaces, which qualify and are not qualified. */
const NAMESPACES: ReadonlySet<string> = new Set(['schema', 'system']);

let known: ReadonlySet<string> | undefined;

/** Names of the `System` namespace in lower case that have to be written with it. */
export function ambiguousSystemNames(): ReadonlySet<string> {
  known ??= new Set(
    loadPlatformTypes()
      .allNames()
      .filter((name) => /^System\.\w+$/i.test(name))
      .map((name) => name.slice('System.'.length).toLowerCase())
      .filter((name) => !LANGUAGE.has(name) && !NAMESPACES.has(name))
  );
  return known;
}
