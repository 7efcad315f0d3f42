/**
 * Rollup plugin: answers the platform modules that components import, from the org's own metadata where they name it.
 * What the page host does not have is a numbered error that names module and bundle.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'rollup';
import { pageDiagnostic } from './diagnostics';
import type { PageDiagnostic } from './diagnostics';
import { packageDirectory } from './packages';
import type { Requirement } from './requirements';
import type { LabelTexts } from './translations';

/** What platform modules are answered from. */
export interface PlatformMetadata {
  /** Text of a custom label by name without `c.`, or undefined. */
  readonly findLabel: (name: string) => string | undefined;
  /** Translations of a custom label by language: `de`. */
  readonly findTranslations: (name: string) => LabelTexts;
  readonly hasObject: (object: string) => boolean;
  readonly hasField: (object: string, field: string) => boolean;
}

const STAND_IN_DIRECTORY = path.join(__dirname, '..', 'stand-ins');
const VIRTUAL = '\0platform:';
/** What follows from the user; the rest of `@salesforce/i18n` is that of base components, in English. */
const I18N_OF_THE_USER = new Set(['timeZone', 'locale', 'lang']);
const PLATFORM_MODULE =
  /^@salesforce\/(apex|schema|label|user|client|customPermission|userPermission|i18n)(?:\/(.+))?$/;

/** Stand-ins of our own for platform modules, by module name: `lightning/uiRecordApi` → file. */
export function findStandIn(module: string): string | undefined {
  const [namespace, name, ...rest] = module.split('/');
  if (namespace !== 'lightning' || !name || rest.length > 0) return undefined;
  const file = path.join(STAND_IN_DIRECTORY, `${name}.ts`);
  return fs.existsSync(file) ? file : undefined;
}

/** What is wrong with one import of a platform module, or undefined. */
export function checkPlatformModule(requirement: Requirement, metadata: PlatformMetadata): PageDiagnostic | undefined {
  const { module, bundle, place } = requirement;
  const match = PLATFORM_MODULE.exec(module);
  if (!match) {
    const text = `${bundle} imports "${module}", which the page host of the local org does not have.`;
    return pageDiagnostic(102, text, place);
  }
  const [, kind, name = ''] = match;
  if (kind === 'label') return checkLabel(name, requirement, metadata);
  if (kind === 'schema') return checkSchemaReference(name, requirement, metadata);
  if (kind === 'i18n' && !fs.existsSync(localeFile(name))) {
    return pageDiagnostic(102, `${bundle} imports "${module}", an unknown locale property.`, place);
  }
  return undefined;
}

/** @returns the plugin. Imports are checked before, with {@link checkPlatformModule}; here they only get their code. */
export function platformModules(metadata: PlatformMetadata): Plugin {
  return {
    name: 'platform-modules',
    resolveId(id) {
      const standIn = findStandIn(id);
      if (standIn) return standIn;
      return PLATFORM_MODULE.test(id) ? `${VIRTUAL}${id}` : null;
    },
    load(id) {
      const match = id.startsWith(VIRTUAL) ? PLATFORM_MODULE.exec(id.slice(VIRTUAL.length)) : null;
      return match ? moduleCode(match[1] ?? '', match[2] ?? '', metadata) : null;
    }
  };
}

function moduleCode(kind: string, name: string, metadata: PlatformMetadata): string {
  const runtime = (file: string): string => JSON.stringify(path.join(STAND_IN_DIRECTORY, 'runtime', `${file}.ts`));
  const context = `import { pageContext } from ${runtime('context')};`;
  switch (kind) {
    case 'apex':
      if (!name) return `export { refreshApex, getSObjectValue } from ${runtime('apex')};`;
      return `import { apexMethod } from ${runtime('apex')}; export default apexMethod(${JSON.stringify(name)});`;
    case 'schema':
      return `export default ${JSON.stringify(schemaReference(name))};`;
    case 'label':
      return `import { labelText } from ${runtime('labels')}; export default labelText(${JSON.stringify(textsOf(name, metadata))});`;
    case 'user':
      return `${context} export default pageContext.${name === 'isGuest' ? 'isGuest' : 'userId'};`;
    case 'client':
      return `${context} export default pageContext.formFactor;`;
    case 'i18n':
      if (I18N_OF_THE_USER.has(name)) return `${context} export default pageContext.${name};`;
      return `export { default } from ${JSON.stringify(localeFile(name))};`;
    default:
      return `${context} export default pageContext.${kind}s.includes(${JSON.stringify(name)}) ? true : undefined;`;
  }
}

function textsOf(name: string, metadata: PlatformMetadata): LabelTexts {
  const label = name.replace(/^c\./, '');
  return { ...metadata.findTranslations(label), en_US: metadata.findLabel(label) ?? '' };
}

function checkLabel(name: string, requirement: Requirement, metadata: PlatformMetadata): PageDiagnostic | undefined {
  if (name.startsWith('c.') && metadata.findLabel(name.slice(2)) !== undefined) return undefined;
  const text = `${requirement.bundle} uses the custom label "${name}", which no labels file defines.`;
  return pageDiagnostic(103, text, requirement.place);
}

function checkSchemaReference(
  name: string,
  requirement: Requirement,
  metadata: PlatformMetadata
): PageDiagnostic | undefined {
  const { objectApiName, fieldApiName } = schemaReference(name);
  const isSpanning = fieldApiName?.includes('.') ?? false;
  const exists =
    fieldApiName && !isSpanning ? metadata.hasField(objectApiName, fieldApiName) : metadata.hasObject(objectApiName);
  if (exists) return undefined;
  const text = `${requirement.bundle} names ${name}, which is no object or field of this org.`;
  return pageDiagnostic(104, text, requirement.place);
}

function schemaReference(name: string): { objectApiName: string; fieldApiName?: string } {
  const [objectApiName = '', ...field] = name.split('.');
  return field.length > 0 ? { objectApiName, fieldApiName: field.join('.') } : { objectApiName };
}

function localeFile(name: string): string {
  return path.join(packageDirectory('lightning-base-components'), 'scopedImports', `@salesforce-i18n-${name}.js`);
}
