/** Types of components, from their modules into their templates and on to Apex, fields and labels. */
import type { Gate } from '../gate';
import { createComponentProgram } from '../lwc/program';
import { toFinding, type BundleRule, type RuleContext } from '../lwc/rule';
import { events } from '../lwc/rules/events';
import { createMetadataRule } from '../lwc/rules/metadata';
import { createReferencesRule } from '../lwc/rules/references';
import { refs } from '../lwc/rules/refs';
import { template } from '../lwc/rules/template';
import { typeProblems } from '../lwc/rules/types';
import { wires } from '../lwc/rules/wires';
import { withComponents } from '../lwc/workspace';

export const lwcTypes: Gate = {
  name: 'lwc-types',
  group: 'lwc',
  description: 'Component modules, templates and metadata, and what they take from Apex, fields and labels',
  needsJava: false,
  run({ sources }) {
    return withComponents(sources, (workspace) => {
      if (workspace.bundles.length === 0) return [];
      const program = createComponentProgram(workspace);
      const context: RuleContext = { sources, workspace, program };
      const rules: BundleRule[] = [
        template,
        wires,
        events,
        refs,
        createReferencesRule(sources),
        createMetadataRule(sources)
      ];
      const problems = workspace.bundles.flatMap((bundle) => rules.flatMap((rule) => rule(bundle, context)));
      return [...typeProblems(program), ...problems].map((problem) => toFinding('lwc-types', problem, workspace));
    });
  }
};
