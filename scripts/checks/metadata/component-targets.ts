/** What a component's description says of one of its targets. */
import { childOf, childrenOf, textOf, type XmlNode } from './xml';

export interface TargetConfig {
  readonly isTarget: boolean;
  /** Objects on whose pages it may stand; none when on all. */
  readonly objects: readonly string[];
  /** Types of the design attributes, by name. */
  readonly properties: ReadonlyMap<string, string>;
}

export function targetConfigOf(root: XmlNode, target: string): TargetConfig {
  const targets = childOf(root, 'targets');
  const configs = childOf(root, 'targetConfigs');
  const own = configs ? childrenOf(configs, 'targetConfig').filter((config) => targetsOf(config).includes(target)) : [];
  return {
    isTarget: targets !== undefined && childrenOf(targets, 'target').some((node) => node.text.trim() === target),
    objects: own.flatMap((config) =>
      childrenOf(config, 'objects').flatMap((node) => childrenOf(node, 'object').map((object) => object.text.trim()))
    ),
    properties: new Map(
      own.flatMap((config) =>
        childrenOf(config, 'property').map(
          (property) => [property.attributes['name'] ?? '', property.attributes['type'] ?? ''] as const
        )
      )
    )
  };
}

/** `targets="lightning__RecordPage, lightning__AppPage"` */
export function targetsOf(config: XmlNode): readonly string[] {
  return (config.attributes['targets'] ?? '')
    .split(',')
    .map((target) => target.trim())
    .filter(Boolean);
}

/** True when the component says so: `<isExposed>true</isExposed>`. */
export function isExposed(root: XmlNode): boolean {
  return textOf(root, 'isExposed') === 'true';
}
