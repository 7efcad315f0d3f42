/** Templates against their classes and their children. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@lwc/template-compiler';
import { checkTemplate } from '../template/check-template';
import type { BundleRule, Problem } from '../rule';

export const template: BundleRule = (bundle, { program, workspace }) => {
  const component = program.componentOf(bundle);
  return bundle.files
    .filter((file) => file.endsWith('.html'))
    .flatMap((file) => {
      const path = join(bundle.copy, file);
      const problems: Problem[] = [];
      const report = (rule: string, line: number, message: string) => problems.push({ rule, path, line, message });
      const { root, warnings } = parse(readFileSync(path, 'utf8'), {
        name: bundle.name,
        namespace: 'c',
        enableDynamicComponents: true,
        enableLwcOn: true
      });
      for (const warning of warnings) report('template', warning.location?.line ?? 1, warning.message);
      if (root && component) {
        checkTemplate(root, {
          component,
          checker: program.checker,
          findBundle: (name) => workspace.bundles.find((item) => item.name === name),
          componentOf: (other) => program.componentOf(other),
          report: (rule, line, message) => void report(rule, line, message)
        });
      }
      return problems;
    });
};
