import type { MetadataModel, ParsedFile } from '../model';
import type { MetadataRule, Report } from '../rule';
import { suggestion } from '../suggestion';
import { isExposed, targetsOf } from '../component-targets';
import { childOf, childrenOf, descendantsOf, type XmlNode } from '../xml';

/** Targets of the configuration file reference (LWC guide, "XML Configuration File Elements"). */
const TARGETS = [
  'lightning__AppPage',
  'lightning__HomePage',
  'lightning__RecordPage',
  'lightning__RecordAction',
  'lightning__FlowScreen',
  'lightning__FlowAction',
  'lightning__Tab',
  'lightning__UtilityBar',
  'lightning__Inbox',
  'lightning__UrlAddressable',
  'lightning__VoiceExtension',
  'lightningCommunity__Page',
  'lightningCommunity__Page_Layout',
  'lightningCommunity__Theme_Layout',
  'lightningCommunity__Default',
  'lightningSnapin__ChatMessage',
  'lightningSnapin__Minimized',
  'lightningSnapin__PreChat',
  'lightningSnapin__ChatHeader',
  'lightningStatic__Email',
  'analytics__Dashboard',
  'lightning__AccountEngagementEmail',
  'lightning__EnablementProgram',
  'lightning__ServiceCloudVoiceToolkitApi',
  'lightning__AgentforceInput',
  'lightning__AgentforceOutput'
];
const PROPERTY_TYPES = ['String', 'Integer', 'Boolean', 'Color', 'ContentReference', 'Date', 'DateTime'];
const CONFIG_ELEMENTS = [
  'property',
  'objects',
  'supportedFormFactors',
  'actionType',
  'event',
  'hasStep',
  'propertyType'
];
const FORM_FACTORS = ['Small', 'Large'];
const OBJECT_TARGET = 'lightning__RecordPage';

/** `js-meta.xml` of components: what Lightning App Builder offers, and where. */
export const lightningComponents: MetadataRule = {
  name: 'lightning-components',
  check(model, report) {
    for (const file of model.ofType('LightningComponentBundle')) {
      const targets = descendantsOf(file.root, 'target');
      for (const target of targets) {
        const name = target.text.trim();
        if (!TARGETS.includes(name)) report(file, target, `There is no target ${name}.${suggestion(name, TARGETS)}`);
      }
      if (isExposed(file.root) && targets.length === 0)
        report(
          file,
          file.root,
          `The component ${file.name} is exposed without a target. Add <targets>, or set <isExposed> to false.`
        );
      if (!isExposed(file.root) && targets.length > 0)
        report(
          file,
          targets[0],
          `The component ${file.name} has targets but is not exposed. Set <isExposed> to true, or remove <targets>.`
        );
      const configs = childOf(file.root, 'targetConfigs');
      for (const config of configs ? configs.children : []) checkConfig(model, file, config, targets, report);
    }
  }
};

function checkConfig(
  model: MetadataModel,
  file: ParsedFile,
  config: XmlNode,
  targets: readonly XmlNode[],
  report: Report
): void {
  const names = targets.map((target) => target.text.trim());
  if (config.name !== 'targetConfig')
    report(file, config, `<targetConfigs> holds <targetConfig>, not <${config.name}>.`);
  for (const target of targetsOf(config))
    if (!names.includes(target))
      report(
        file,
        config,
        `The configuration is for ${target}, which is not among the <targets>.${suggestion(target, names)}`
      );
  if (targetsOf(config).length === 0) report(file, config, '<targetConfig> needs the attribute targets.');
  for (const child of config.children)
    if (!CONFIG_ELEMENTS.includes(child.name))
      report(file, child, `<${child.name}> is no element of <targetConfig>.${suggestion(child.name, CONFIG_ELEMENTS)}`);
  for (const property of childrenOf(config, 'property')) checkProperty(model, file, property, report);
  for (const factor of descendantsOf(config, 'supportedFormFactor')) {
    const type = factor.attributes['type'] ?? '';
    if (!FORM_FACTORS.includes(type)) report(file, factor, `There is no form factor ${type}. Use Small or Large.`);
  }
  const objects = descendantsOf(config, 'object');
  if (
    objects.length > 0 &&
    targetsOf(config).some((target) => target !== OBJECT_TARGET && target !== 'lightning__RecordAction')
  )
    report(
      file,
      objects[0],
      'Only pages of records are for certain objects. Give the other targets a <targetConfig> of their own.'
    );
  for (const object of objects) {
    const name = object.text.trim();
    if (!model.schema.findObject(name)) report(file, object, `There is no object ${name}. Correct <object>.`);
  }
}

function checkProperty(model: MetadataModel, file: ParsedFile, property: XmlNode, report: Report): void {
  const { name = '', type = '' } = property.attributes;
  if (name === '') report(file, property, 'A <property> needs the attribute name.');
  if (!PROPERTY_TYPES.includes(type) && !type.startsWith('{') && !type.startsWith('@salesforce'))
    report(file, property, `The property ${name} has the type "${type}".${suggestion(type, PROPERTY_TYPES)}`);
  const program = ['.ts', '.js']
    .map((suffix) => model.contents.get(file.path.replace(/\.js-meta\.xml$/, suffix))?.text)
    .find((text) => text !== undefined);
  if (program && name && !new RegExp(`@api\\s+(?:[gs]et\\s+|accessor\\s+)?${name}\\b`).test(program))
    report(file, property, `The component ${file.name} has no @api ${name}. Add it, or remove the property.`);
}
