/** Reads what bundles ask the page for: base components, platform modules and icons. */
import fs from 'node:fs';
import path from 'node:path';
import { bundleFiles, moduleName } from './bundles';
import type { Bundle } from './bundles';
import { kebabToCamel } from './names';

/** One module that a bundle names, by tag or by import. */
export interface Requirement {
  /** `lightning/card`, `@salesforce/label/c.Thoughtly_Panel_Title`, `c/thoughtlyFormat`. */
  readonly module: string;
  readonly kind: 'tag' | 'import';
  /** `c/thoughtlyCallPanel` */
  readonly bundle: string;
  /** `path:line` */
  readonly place: string;
}

export interface Requirements {
  readonly modules: readonly Requirement[];
  /** `utility:call`, … as they are written anywhere in the sources. */
  readonly icons: readonly string[];
}

const TAG = /<([a-z][a-z0-9]*)-([a-z0-9-]+)[\s/>]/g;
const IMPORT =
  /(?:^|[\s;])(?:import|export)\s+(?:type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;
const TYPE_IMPORT = /^\s*(?:import|export)\s+type\s/;
const ICON = /\b(utility|standard|action|custom|doctype):([a-zA-Z]\w*)/g;
/** Tags with a hyphen whose namespace is not a component's: SVG and MathML elements. */
const NOT_COMPONENTS = new Set(['font-face', 'color-profile', 'missing-glyph', 'annotation-xml']);

/** Everything that the given bundles name, with the place of each first mention in a file. */
export function readRequirements(bundles: readonly Bundle[]): Requirements {
  const modules: Requirement[] = [];
  const icons = new Set<string>();
  for (const bundle of bundles) {
    for (const file of bundleFiles(bundle)) {
      const text = fs.readFileSync(file, 'utf8');
      const found = file.endsWith('.html') ? tagsOf(text) : file.endsWith('.css') ? [] : importsOf(text);
      for (const { module, kind, index } of found) {
        modules.push({ module, kind, bundle: moduleName(bundle), place: placeOf(file, text, index) });
      }
      for (const icon of iconsOf(text)) icons.add(icon);
    }
  }
  return { modules, icons: [...icons].sort() };
}

/** Icon names in any source text. */
export function iconsOf(text: string): string[] {
  return [...text.matchAll(ICON)].map((match) => `${match[1]}:${match[2]}`);
}

interface Mention {
  readonly module: string;
  readonly kind: Requirement['kind'];
  readonly index: number;
}

function tagsOf(html: string): Mention[] {
  return [...html.matchAll(TAG)]
    .filter((match) => !NOT_COMPONENTS.has(`${match[1]}-${match[2]}`) && match[1] !== 'lwc')
    .map((match) => ({ module: `${match[1]}/${kebabToCamel(match[2] ?? '')}`, kind: 'tag', index: match.index }));
}

function importsOf(source: string): Mention[] {
  return [...source.matchAll(IMPORT)]
    .filter((match) => !TYPE_IMPORT.test(match[0]))
    .map((match) => ({ module: match[1] ?? match[2] ?? '', kind: 'import' as const, index: match.index }))
    .filter(({ module }) => !module.startsWith('.') && module !== 'lwc');
}

function placeOf(file: string, text: string, index: number): string {
  const line = text.slice(0, index + 1).split('\n').length;
  return `${path.relative(process.cwd(), file)}:${line}`;
}
