/** Rollup plugin: of the two thousand icons of the base components, only those that are used. */
import fs from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'rollup';
import { iconsOf } from './requirements';

/** `…/iconSvgTemplatesUtilityRtl/buildTemplates/templates.js` → `utility` */
const LIBRARY = /[\\/]iconSvgTemplates([A-Z][a-z]+?)(?:Rtl)?[\\/]buildTemplates[\\/]templates\.js$/;

/**
 * Each icon is a template of its own, so compiling all of them takes most of the time of a build. An icon counts as
 * used when its name stands in the source of a component, ours or a base component.
 *
 * @param used names such as `utility:call`
 */
export function onlyUsedIcons(used: Iterable<string>): Plugin {
  const names = new Set(used);
  return {
    name: 'only-used-icons',
    load(id) {
      const category = LIBRARY.exec(id)?.[1]?.toLowerCase();
      if (!category) return null;
      return iconLibrary(category, path.dirname(id), [...names].sort());
    }
  };
}

/** Icon names that base components name in their own code: chevrons, clear buttons, status symbols. */
export function iconsOfBaseComponents(baseDirectory: string): string[] {
  const found = new Set<string>();
  for (const name of fs.readdirSync(baseDirectory)) {
    if (name.startsWith('iconSvgTemplates')) continue;
    for (const file of fs.readdirSync(path.join(baseDirectory, name))) {
      if (!/\.(js|html)$/.test(file)) continue;
      for (const icon of iconsOf(fs.readFileSync(path.join(baseDirectory, name, file), 'utf8'))) found.add(icon);
    }
  }
  return [...found];
}

function iconLibrary(category: string, directory: string, used: readonly string[]): string {
  const icons = used
    .filter((name) => name.startsWith(`${category}:`))
    .map((name) => name.slice(category.length + 1))
    .filter((name) => fs.existsSync(path.join(directory, category, `${name}.html`)));
  const imports = icons.map((name) => `import ${category}_${name} from './${category}/${name}.html';`);
  return `${imports.join('\n')}\nexport default { ${icons.map((name) => `${category}_${name}`).join(', ')} };\n`;
}
