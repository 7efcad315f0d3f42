/**
 * Writes the JavaScript of each component beside its TypeScript: an org takes `.js`, people write `.ts`.
 * Types are only taken out; decorators and class fields stay for the platform's own compiler. `npm run build`.
 */
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { bundleFiles, findBundles } from '../local-org/pages/build/bundles';
import type { Bundle } from '../local-org/pages/build/bundles';
import { pathsConfiguration } from './sync-paths';

const ROOT = path.join(__dirname, '..', '..');

const COMPILER_OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  useDefineForClassFields: true,
  experimentalDecorators: false,
  removeComments: false,
  newLine: ts.NewLineKind.LineFeed
};

/**
 * JavaScript of one TypeScript module of a component.
 *
 * @throws Error with file and line when the source is no TypeScript
 */
export function compileModule(source: string, fileName: string): string {
  const { outputText, diagnostics = [] } = ts.transpileModule(source, {
    fileName,
    reportDiagnostics: true,
    compilerOptions: COMPILER_OPTIONS
  });
  if (diagnostics.length > 0) {
    throw new Error(ts.formatDiagnostics(diagnostics, { getCanonicalFileName: (name) => name, getCurrentDirectory: () => ROOT, getNewLine: () => '\n' }));
  }
  return outputText;
}

/** Builds all bundles below a source folder. Returns the files that were written. */
export function buildBundles(sourceDirectory: string): string[] {
  return findBundles([sourceDirectory]).flatMap(buildBundle);
}

function buildBundle(bundle: Bundle): string[] {
  const sources = bundleFiles(bundle).filter((file) => file.endsWith('.ts'));
  return sources.map((file) => {
    const target = file.replace(/\.ts$/, '.js');
    fs.writeFileSync(target, compileModule(fs.readFileSync(file, 'utf8'), file));
    return target;
  });
}

function main(): void {
  fs.writeFileSync(path.join(ROOT, 'tsconfig.paths.json'), pathsConfiguration());
  const written = buildBundles(path.join(ROOT, 'force-app'));
  process.stdout.write(`Built ${written.length} component modules.\n`);
}

if (require.main === module) main();
