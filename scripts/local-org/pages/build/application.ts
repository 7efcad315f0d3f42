/** Builds the components of the package and the page's own shell against the prebuilt vendor modules. */
import fs from 'node:fs';
import path from 'node:path';
import { rollup } from 'rollup';
import type { Plugin } from 'rollup';
import { pageFiles } from '../model/flexipage';
import { OBJECT_ICONS } from '../model/icons';
import { bundleFiles, bundlesIn, findBundles, moduleName } from './bundles';
import type { Bundle } from './bundles';
import { PageBuildError, pageDiagnostic } from './diagnostics';
import type { PageDiagnostic } from './diagnostics';
import { checkPlatformModule, findStandIn, platformModules } from './platform-modules';
import type { PlatformMetadata } from './platform-modules';
import { readRequirements } from './requirements';
import type { Requirement } from './requirements';
import { stripTypes } from './strip-types';
import { buildVendor, isBaseModule } from './vendor';
import type { VendorBuild } from './vendor';

const SHELL_DIRECTORY = path.join(__dirname, '..', 'components', 'shell');
const MAIN_FILE = path.join(__dirname, '..', 'stand-ins', 'runtime', 'main.ts');
const REGISTRY_MODULE = 'local-org/components';

export interface ApplicationRequest {
  /** Source folders of the org, later ones win: `force-app`, then those of `--with`. */
  readonly sourceDirectories: readonly string[];
  readonly cacheDirectory: string;
  readonly metadata: PlatformMetadata;
}

export interface ApplicationBuild {
  readonly code: string;
  readonly sourceMap: string;
  readonly vendor: VendorBuild;
}

/**
 * Builds everything a page loads.
 *
 * @throws PageBuildError with every finding, when a component asks for what the page host lacks or does not compile
 */
export async function buildApplication(request: ApplicationRequest): Promise<ApplicationBuild> {
  const packageBundles = findBundles(request.sourceDirectories);
  const bundles = [...packageBundles, ...shellBundles()];
  const requirements = readRequirements(bundles);
  const diagnostics = checkRequirements(requirements.modules, bundles, request.metadata);
  if (diagnostics.length > 0) throw new PageBuildError(diagnostics);
  const vendor = await buildVendor({
    cacheDirectory: request.cacheDirectory,
    modules: requirements.modules.map(({ module }) => module).filter(isVendorModule),
    icons: [...requirements.icons, ...OBJECT_ICONS]
  });
  const { code, sourceMap } = await bundleApplication(bundles, packageBundles, vendor, request.metadata);
  return { code, sourceMap, vendor };
}

/** Changes whenever a file of a component or a Lightning page changes; cheap enough to be asked on every page load. */
export function fingerprintOf(sourceDirectories: readonly string[]): string {
  const components = [...findBundles(sourceDirectories), ...shellBundles()].flatMap(bundleFiles);
  const files = [...components, ...pageFiles(sourceDirectories)];
  return files.map((file) => `${file}:${fs.statSync(file).mtimeMs}`).join('\n');
}

/** Numbered findings for everything that bundles name and nobody has. */
export function checkRequirements(
  requirements: readonly Requirement[],
  bundles: readonly Bundle[],
  metadata: PlatformMetadata
): PageDiagnostic[] {
  const known = new Set([...bundles.map(moduleName), REGISTRY_MODULE]);
  return requirements.flatMap((requirement) => {
    const { module, kind, bundle, place } = requirement;
    if (known.has(module) || findStandIn(module) || isBaseModule(module)) return [];
    if (kind === 'tag') {
      const text = `${bundle} uses <${tagOf(module)}>, which is neither a component of this org nor a published base component.`;
      return [pageDiagnostic(101, text, place)];
    }
    return checkPlatformModule(requirement, metadata) ?? [];
  });
}

function isVendorModule(module: string): boolean {
  return isBaseModule(module) && !findStandIn(module);
}

function shellBundles(): Bundle[] {
  return bundlesIn(SHELL_DIRECTORY, 'shell');
}

function tagOf(module: string): string {
  return module.replace('/', '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

async function bundleApplication(
  bundles: readonly Bundle[],
  packageBundles: readonly Bundle[],
  vendor: VendorBuild,
  metadata: PlatformMetadata
): Promise<{ code: string; sourceMap: string }> {
  const lwc = (await import('@lwc/rollup-plugin')).default;
  const failures: PageDiagnostic[] = [];
  try {
    const build = await rollup({
      input: MAIN_FILE,
      external: (id) => id in vendor.imports,
      onwarn: (warning) => {
        if (warning.code === 'UNRESOLVED_IMPORT') failures.push(pageDiagnostic(102, warning.message, MAIN_FILE));
      },
      plugins: [
        componentRegistry(packageBundles),
        resolveFromAnywhere(new Set(bundles.map(moduleName))),
        platformModules(metadata),
        stripTypes(),
        lwc({
          rootDir: SHELL_DIRECTORY,
          modules: bundles.map((bundle) => ({ name: moduleName(bundle), path: bundle.entry })),
          defaultModules: [],
          enableDynamicComponents: true,
          sourcemap: true
        }) as Plugin
      ]
    });
    const { output } = await build.generate({ format: 'esm', sourcemap: true, inlineDynamicImports: true });
    await build.close();
    if (failures.length > 0) throw new PageBuildError(failures);
    return { code: output[0].code, sourceMap: output[0].map?.toString() ?? '{}' };
  } catch (error) {
    throw error instanceof PageBuildError ? error : new PageBuildError([compileFailure(error)]);
  }
}

/** The LWC plugin looks for its settings above the importing file, where an admin's folder has none. */
function resolveFromAnywhere(modules: ReadonlySet<string>): Plugin {
  return {
    name: 'resolve-from-anywhere',
    resolveId(id, importer) {
      if (!modules.has(id) || importer === MAIN_FILE) return null;
      return this.resolve(id, MAIN_FILE, { skipSelf: true });
    }
  };
}

/** The components that a Lightning page may place, by the name that page metadata gives them: `thoughtlyCallPanel`. */
function componentRegistry(bundles: readonly Bundle[]): Plugin {
  return {
    name: 'component-registry',
    resolveId: (id) => (id === REGISTRY_MODULE ? `\0${REGISTRY_MODULE}` : null),
    load(id) {
      if (id !== `\0${REGISTRY_MODULE}`) return null;
      const components = bundles.filter(isComponent);
      const imports = components.map((bundle, index) => `import component${index} from '${moduleName(bundle)}';`);
      const entries = components.map((bundle, index) => `['${bundle.name}', component${index}]`);
      return `${imports.join('\n')}\nexport const componentByName = new Map([${entries.join(', ')}]);\n`;
    }
  };
}

function isComponent(bundle: Bundle): boolean {
  return fs.existsSync(path.join(bundle.directory, `${bundle.name}.html`));
}

function compileFailure(error: unknown): PageDiagnostic {
  const { message, id, loc } = error as { message?: string; id?: string; loc?: { file?: string; line?: number } };
  const file = (loc?.file ?? id ?? SHELL_DIRECTORY).split('?')[0] ?? '';
  const place = `${path.relative(process.cwd(), file)}${loc?.line ? `:${loc.line}` : ''}`;
  return pageDiagnostic(105, message ?? String(error), place);
}
