import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { MetadataFile, MetadataModel } from '../model';
import type { MetadataRule, Report } from '../rule';
import { textOf } from '../xml';

const NEEDS_DESCRIPTION = /\.(cls|trigger|page|component)$/;

/**
 * A file's folder and suffix say what it is; source that is elsewhere is not deployed, or not found (source format,
 * Salesforce DX Developer Guide; registry of the deploy library).
 */
export const filePlace: MetadataRule = {
  name: 'file-place',
  check(model, report) {
    for (const file of model.files) checkFile(model, file, report);
    for (const { path } of model.contents.values()) {
      if (NEEDS_DESCRIPTION.test(path) && !existsSync(`${path}-meta.xml`))
        report(
          { path },
          undefined,
          `${basename(path)} has no ${basename(path)}-meta.xml beside it. Add it; without it the file is not deployed.`
        );
    }
    checkBundles(model, report);
  }
};

function checkFile(model: MetadataModel, file: MetadataFile, report: Report): void {
  const { type } = file;
  if (!type) {
    report(
      file,
      undefined,
      `No metadata type has files that end in .${file.suffix}-meta.xml. Correct the name of the file.`
    );
    return;
  }
  if (file.root && file.root.name !== type.name && type.name !== 'LightningComponentBundle')
    report(
      file,
      file.root,
      `A .${file.suffix} file holds <${type.name}>, not <${file.root.name}>. Correct the element or the name of the file.`
    );
  const folders = dirname(file.path).split(/[\\/]/);
  const folder = type.isPartOfObject ? folders.at(-1) : folders.findLast((name) => name === type.directoryName);
  if (folder !== type.directoryName)
    report(
      file,
      undefined,
      `${type.name} files belong into a folder ${type.directoryName}, this one stands in ${folders.at(-1)}. Move it.`
    );
  else if (type.isPartOfObject && folders.at(-3) !== 'objects')
    report(file, undefined, `${type.name} files belong into objects/<Object>/${type.directoryName}. Move it.`);
  else if (type.name === 'CustomObject' && folders.at(-1) !== file.name)
    report(
      file,
      undefined,
      `The file of the object ${file.name} stands in the folder ${folders.at(-1)}. Folder and file have one name.`
    );
  if (
    type.hasContentFile &&
    type.name !== 'StaticResource' &&
    !model.contents.has(file.path.replace(/-meta\.xml$/, ''))
  )
    report(
      file,
      undefined,
      `There is no ${basename(file.path, '-meta.xml')} to describe. Add it, or remove this file.`
    );
  if (type.name === 'StaticResource' && !hasResource(model, file))
    report(file, undefined, `There is no content for the static resource ${file.name}. Add it beside this file.`);
  checkFullName(file, report);
}

/** The content has the suffix of its type, or is a folder. */
function hasResource({ contents }: MetadataModel, file: MetadataFile): boolean {
  const stem = file.path.replace(/\.resource-meta\.xml$/, '');
  return [...contents.keys()].some((path) => path.startsWith(`${stem}.`) || path.startsWith(`${stem}/`));
}

/** The platform takes the name from the file; another one in the file makes retrieve and deploy disagree. */
function checkFullName(file: MetadataFile, report: Report): void {
  const fullName = file.root && file.type?.isPartOfObject ? textOf(file.root, 'fullName') : undefined;
  if (file.type?.isPartOfObject && file.root && fullName === undefined && file.type.name !== 'WebLink')
    report(file, file.root, `<fullName> is missing. Write <fullName>${file.name}</fullName>.`);
  if (fullName !== undefined && fullName !== file.name)
    report(
      file,
      file.root?.children.find((child) => child.name === 'fullName'),
      `<fullName> is ${fullName}, but the file is called ${file.name}. Give both one name.`
    );
}

/** A bundle is a folder of its own below `lwc`, with its description in it. */
function checkBundles({ contents, files }: MetadataModel, report: Report): void {
  const described = new Set(
    files.filter((file) => file.type?.name === 'LightningComponentBundle').map((file) => dirname(file.path))
  );
  const bundles = new Map<string, string>();
  for (const { path } of contents.values()) {
    if (basename(dirname(dirname(path))) === 'lwc' && /\.(js|ts|html)$/.test(path)) bundles.set(dirname(path), path);
  }
  for (const [bundle, path] of bundles) {
    const name = basename(bundle);
    if (!described.has(bundle))
      report({ path }, undefined, `The component ${name} has no ${name}.js-meta.xml. Add it.`);
    if (
      !contents.has(`${bundle}/${name}.js`) &&
      !contents.has(`${bundle}/${name}.ts`) &&
      !contents.has(`${bundle}/${name}.css`)
    )
      report(
        { path },
        undefined,
        `The component ${name} has no ${name}.ts or ${name}.js. The main file is called as its folder.`
      );
  }
}
