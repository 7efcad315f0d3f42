/**
 * `types/apex.d.ts`: what components may call, generated from the Apex classes. `npm run types:apex` writes it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ClassDeclaration, EnumDeclaration } from '../../../local-org/compiler/ast';
import { parseUnit } from '../../../local-org/compiler/parse/parse';
import { findSourceFiles } from '../../../local-org/compiler/source-files';
import { auraEnabledMethods, declareController, type ApexController } from './declarations';

const HEADER =
  '/** Apex methods that components call. Generated from the classes by `npm run types:apex`; do not edit. */\n';
const AURA_ENABLED = /@AuraEnabled/i;

/** What is known about the Apex of some source folders, as components see it. */
export interface ApexApi {
  readonly controllers: readonly (ApexController & { readonly path: string })[];
  /** Classes and enums by qualified name in lower case. */
  readonly shapes: ReadonlyMap<string, ClassDeclaration | EnumDeclaration>;
}

/** Reads the classes that offer something to components; others are not even parsed. */
export function readApexApi(sources: readonly string[]): ApexApi {
  const shapes = new Map<string, ClassDeclaration | EnumDeclaration>();
  const controllers: (ApexController & { path: string })[] = [];
  for (const path of findSourceFiles(sources)) {
    const text = readFileSync(path, 'utf8');
    if (!path.toLowerCase().endsWith('.cls') || !AURA_ENABLED.test(text)) continue;
    const { unit } = parseUnit(path, text);
    if (unit?.kind !== 'type' || unit.declaration.kind !== 'class') continue;
    addShapes(unit.declaration, shapes);
    const methods = auraEnabledMethods(unit.declaration);
    if (methods.length > 0) controllers.push({ name: unit.declaration.name.name, path, methods });
  }
  controllers.sort((a, b) => a.name.localeCompare(b.name));
  return { controllers, shapes };
}

function addShapes(declaration: ClassDeclaration, shapes: Map<string, ClassDeclaration | EnumDeclaration>): void {
  shapes.set(declaration.name.name.toLowerCase(), declaration);
  for (const member of declaration.members) {
    if (member.kind === 'class' || member.kind === 'enum')
      shapes.set(`${declaration.name.name}.${member.name.name}`.toLowerCase(), member);
  }
}

/** The whole text of `types/apex.d.ts`. */
export function apexTypesFile(sources: readonly string[]): string {
  const { controllers, shapes } = readApexApi(sources);
  return HEADER + controllers.map((controller) => declareController(controller, shapes)).join('');
}

if (require.main === module) {
  const root = resolve(__dirname, '..', '..', '..', '..');
  writeFileSync(join(root, 'types', 'apex.d.ts'), apexTypesFile([join(root, 'force-app')]));
}
