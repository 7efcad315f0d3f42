/** ESLint with Salesforce's rules for components and for styles, as `npm run lint` runs it, over any source folder. */
import { join, resolve } from 'node:path';
import type { ESLint } from 'eslint';
import type { Gate } from '../gate';
import { withComponents } from '../lwc/workspace';

const ROOT = resolve(__dirname, '..', '..', '..');

export const lwcLint: Gate = {
  name: 'lwc-lint',
  group: 'lwc',
  description: 'ESLint and the design system linter over components',
  needsJava: false,
  run({ sources }) {
    return withComponents(sources, async ({ directory, bundles, originalOf }) => {
      if (bundles.length === 0) return [];
      const { ESLint: Linter } = await import('eslint');
      const eslint = new Linter({
        cwd: directory,
        overrideConfigFile: true,
        overrideConfig: [
          ...(require(join(ROOT, 'eslint.config.js')) as ESLint.Options['overrideConfig'] & object[]),
          {
            files: ['force-app/**/*.ts'],
            languageOptions: {
              parserOptions: { project: join(directory, 'tsconfig.json'), tsconfigRootDir: directory }
            }
          }
        ]
      });
      const results = await eslint.lintFiles(['force-app/**/*.{ts,html,css}']);
      return results.flatMap(({ filePath, messages }) =>
        messages.map((message) => ({
          gate: 'lwc-lint',
          rule: message.ruleId ?? 'syntax',
          path: originalOf(filePath),
          line: message.line,
          message: message.message
        }))
      );
    });
  }
};
