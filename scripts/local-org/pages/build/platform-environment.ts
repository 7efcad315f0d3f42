/** What base components and engine expect to be replaced when they are built for a browser. */
import type { Plugin } from 'rollup';

const REPLACEMENTS: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/\bimport\.meta\.env\.SSR\b/g, 'false'],
  [/\bprocess\.env\.NODE_ENV\b/g, '"production"']
];

/** @returns a plugin that fills in the build environment: no server-side rendering, production. */
export function fillEnvironment(): Plugin {
  return {
    name: 'fill-environment',
    transform(code) {
      if (!code.includes('import.meta.env') && !code.includes('process.env')) return null;
      const filled = REPLACEMENTS.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), code);
      return { code: filled, map: null };
    }
  };
}
