/** What is known about Salesforce's base components: their names and their public properties. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

const SOURCE = join(dirname(require.resolve('lightning-base-components/package.json')), 'src');

/** Base components of the platform that neither the open sources nor the published types hold. */
const OTHER_COMPONENTS: ReadonlySet<string> = new Set([
  'fileUpload',
  'flow',
  'inputField',
  'inputRichText',
  'map',
  'outputField',
  'quickActionPanel',
  'recordEditForm',
  'recordForm',
  'recordPicker',
  'recordViewForm',
  'richTextToolbarButton',
  'richTextToolbarButtonGroup'
]);

export function isBaseComponent(name: string): boolean {
  return OTHER_COMPONENTS.has(name) || existsSync(moduleFile(`lightning/${name}`));
}

/** Public properties of a base component with those of its base classes; null when they are not known for sure. */
export function basePropertiesOf(name: string): ReadonlySet<string> | null {
  return propertiesOfFile(moduleFile(`lightning/${name}`));
}

const propertiesByFile = new Map<string, ReadonlySet<string> | null>();

function propertiesOfFile(file: string): ReadonlySet<string> | null {
  let known = propertiesByFile.get(file);
  if (known === undefined) {
    known = existsSync(file) ? readProperties(file) : null;
    propertiesByFile.set(file, known);
  }
  return known;
}

function readProperties(file: string): ReadonlySet<string> | null {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
  const declaration = source.statements.find(
    (node): node is ts.ClassDeclaration => ts.isClassDeclaration(node) && hasDefault(node)
  );
  if (!declaration) return null;
  const own = declaration.members
    .filter(isPublic)
    .flatMap((member) => (member.name && ts.isIdentifier(member.name) ? [member.name.text] : []));
  const base = declaration.heritageClauses?.[0]?.types[0]?.expression;
  if (!base || base.getText() === 'LightningElement') return new Set(own);
  // A mixin adds what cannot be read here.
  if (!ts.isIdentifier(base)) return null;
  const inherited = propertiesOfFile(importedFile(source, base.text, file));
  return inherited && new Set([...inherited, ...own]);
}

function hasDefault(node: ts.ClassDeclaration): boolean {
  return node.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword) ?? false;
}

function isPublic(member: ts.ClassElement): boolean {
  return (
    ts.canHaveDecorators(member) &&
    (ts.getDecorators(member) ?? []).some((decorator) => decorator.expression.getText() === 'api')
  );
}

function importedFile(source: ts.SourceFile, name: string, file: string): string {
  for (const node of source.statements) {
    if (!ts.isImportDeclaration(node) || node.importClause?.name?.text !== name) continue;
    const specifier = (node.moduleSpecifier as ts.StringLiteral).text;
    return specifier.startsWith('.')
      ? `${resolve(dirname(file), specifier.replace(/\.js$/, ''))}.js`
      : moduleFile(specifier);
  }
  return '';
}

function moduleFile(specifier: string): string {
  return join(SOURCE, specifier, `${specifier.split('/').at(-1) ?? ''}.js`);
}
