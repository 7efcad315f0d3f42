/** The files around a bundle: names as the platform wants them, and its `js-meta.xml`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSchema } from '../../../local-org/schema/load';
import { checkMetadata } from '../metadata/check-metadata';
import type { BundleRule, Problem } from '../rule';
import { entryOf } from '../workspace';

const MAXIMUM_NAME = 40;

/** The rule with the objects of the sources, which are read once for all bundles. */
export function createMetadataRule(sources: readonly string[]): BundleRule {
  const schema = loadSchema(sources);
  return (bundle, { program }) => {
    const problems: Problem[] = [];
    const metadata = `${bundle.name}.js-meta.xml`;
    const report = (rule: string, line: number, message: string) =>
      void problems.push({ rule, path: join(bundle.copy, metadata), line, message });
    if (!/^[a-z][A-Za-z0-9_]*$/.test(bundle.name) || /__|_$/.test(bundle.name))
      report('name', 1, `${bundle.name} is no bundle name: letters and digits, the first one small`);
    if (bundle.name.length > MAXIMUM_NAME)
      report('name', 1, `The name has ${bundle.name.length} characters; ${MAXIMUM_NAME} are allowed`);
    const hasStyles = bundle.files.includes(`${bundle.name}.css`);
    if (!entryOf(bundle) && !bundle.files.includes(`${bundle.name}.html`) && !hasStyles)
      report('name', 1, `The bundle has no file ${bundle.name}.ts`);
    if (!bundle.files.includes(metadata)) {
      report('metadata', 1, `The bundle has no ${metadata}, so it would not be deployed`);
      return problems;
    }
    checkMetadata(readFileSync(join(bundle.copy, metadata), 'utf8'), {
      schema,
      component: program.componentOf(bundle),
      checker: program.checker,
      report
    });
    return problems;
  };
}
