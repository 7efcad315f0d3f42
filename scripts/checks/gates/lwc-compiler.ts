/** Each bundle through the platform's own component compiler, as an org compiles it when it is deployed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import { compileModule } from '../../lwc/compile-module';
import type { Finding } from '../finding';
import type { Gate } from '../gate';
import { withComponents, type ComponentBundle } from '../lwc/workspace';

export const lwcCompiler: Gate = {
  name: 'lwc-compiler',
  group: 'lwc',
  description: "Errors of the platform's component compiler",
  needsJava: false,
  run({ sources }) {
    return withComponents(sources, async ({ bundles }) => {
      const findings: Finding[] = [];
      for (const bundle of bundles) findings.push(...(await compileBundle(bundle)));
      return findings;
    });
  }
};

const finding = (bundle: ComponentBundle, file: string, line: number, rule: string, message: string): Finding => ({
  gate: 'lwc-compiler',
  rule,
  path: join(bundle.directory, file),
  line,
  message
});

async function compileBundle(bundle: ComponentBundle): Promise<Finding[]> {
  const mapByFile = new Map<string, TraceMap>();
  let files: Record<string, string>;
  try {
    files = deployedFiles(bundle, mapByFile);
  } catch (error) {
    // Not even TypeScript could read it; the message names file and line.
    return [finding(bundle, `${bundle.name}.ts`, 1, 'syntax', (error as Error).message)];
  }
  if (Object.keys(files).length === 0) return [];
  // Loaded when it is needed: it is large, and other gates run without it.
  const { compile } = await import('@lwc/sfdc-lwc-compiler');
  const { diagnostics } = await compile({ bundle: { namespace: 'c', name: bundle.name, type: 'platform', files } });
  return diagnostics.map((item) => {
    const file = item.filename ?? `${bundle.name}.js`;
    const rule = item.code === undefined ? 'compile-error' : `LWC${item.code}`;
    return toSourcePlace(bundle, file, item.location?.line ?? 1, mapByFile, rule, item.message);
  });
}

/** What a deployment sends: JavaScript without types, markup, styles, images. */
function deployedFiles(bundle: ComponentBundle, mapByFile: Map<string, TraceMap>): Record<string, string> {
  const entries = bundle.files.filter(
    (file) => /\.(ts|js|html|css|svg)$/.test(file) && !/^__\w+__\/|\.d\.ts$/.test(file)
  );
  return Object.fromEntries(
    entries.map((file) => {
      const text = readFileSync(join(bundle.copy, file), 'utf8');
      if (!file.endsWith('.ts')) return [file, text];
      const target = file.replace(/\.ts$/, '.js');
      const { code, sourceMap } = compileModule(text, file, true);
      if (sourceMap) mapByFile.set(target, new TraceMap(sourceMap));
      return [target, code];
    })
  );
}

function toSourcePlace(
  bundle: ComponentBundle,
  file: string,
  line: number,
  mapByFile: ReadonlyMap<string, TraceMap>,
  rule: string,
  message: string
): Finding {
  const map = mapByFile.get(file);
  if (!map) return finding(bundle, bundle.files.includes(file) ? file : '', line, rule, message);
  const original = originalPositionFor(map, { line, column: 0, bias: 1 });
  return finding(bundle, file.replace(/\.js$/, '.ts'), original.line ?? line, rule, message);
}
