import type { ApexFile } from '../program';
import { referencesOf } from '../references';
import type { ApexRule } from '../rule';

/** The layers of the package, lowest first; features of one layer do not name one another (DESIGN 2). */
const LAYERS: readonly (readonly string[])[] = [
  ['core'],
  ['matching', 'mapping', 'routing', 'calls', 'audience'],
  ['intake'],
  ['panel', 'setup']
];

const FEATURE_FOLDER = /[\\/]main[\\/](\w+)[\\/](?:classes|triggers)[\\/]/;

/** A feature may use those below it. References are those that the binder resolved: calls, types, fields, casts. */
export const features: ApexRule = {
  name: 'features',
  check(program, report) {
    for (const file of program.files) {
      const feature = featureOf(file);
      if (file.isTest || feature === undefined || layerOf(feature) < 0) continue;
      for (const [name, line] of referencesOf(program, file)) {
        const target = program.typesByName.get(name)?.file;
        const other = target && featureOf(target);
        if (!target || other === undefined || other === feature || layerOf(other) < layerOf(feature)) continue;
        report(file, line, `${file.name} of ${feature} uses ${target.name} of ${other}: ${reasonOf(feature, other)}`);
      }
    }
  }
};

function reasonOf(feature: string, other: string): string {
  return layerOf(feature) === layerOf(other)
    ? 'features of one layer do not name one another. Move what both need to core.'
    : `${feature} lies below ${other}. Turn the dependency round, or move the class.`;
}

function featureOf(file: ApexFile): string | undefined {
  return FEATURE_FOLDER.exec(`/${file.path}`)?.[1];
}

function layerOf(feature: string): number {
  return LAYERS.findIndex((layer) => layer.includes(feature));
}
