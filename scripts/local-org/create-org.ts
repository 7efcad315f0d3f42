/** Makes a local org from source folders: compiles their Apex, loads their metadata and writes the first rows. */
import './library/index';
import { compileSources } from './compiler/compile';
import type { Compilation } from './compiler/compile';
import { loadPlatformTypes } from './compiler/types/load';
import { createDatabase } from './data/database';
import { LocalOrg } from './org';
import { loadSchema } from './schema/load';
import type { OrgFeature } from './schema/model';
import { findStaticResources } from './setup/static-resources';

export interface CreateOrgOptions {
  /** Folders with Apex and metadata, at any depth. Later ones are deployed over earlier ones. */
  readonly sources: readonly string[];
  /** Where compiled output is kept; null keeps nothing. */
  readonly cacheDirectory: string | null;
  readonly features?: readonly OrgFeature[];
}

export interface CreatedOrg {
  readonly org: LocalOrg;
  /** With the diagnostics of the Apex; what has errors is in the program and throws when it is called. */
  readonly compilation: Compilation;
}

/** Compiles and starts an org. Mistakes in the source are diagnostics, never exceptions. */
export function createOrg(options: CreateOrgOptions): CreatedOrg {
  const schema = loadSchema(options.sources, { features: options.features });
  const compilation = compileSources({
    directories: options.sources,
    schema,
    platformTypes: loadPlatformTypes,
    cacheDirectory: options.cacheDirectory
  });
  const org = new LocalOrg({
    schema,
    database: createDatabase(schema),
    program: compilation.program,
    staticResources: findStaticResources(options.sources)
  });
  return { org, compilation };
}
