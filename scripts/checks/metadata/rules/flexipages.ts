import { isCustomName, type MetadataModel, type ParsedFile } from '../model';
import type { MetadataRule, Report } from '../rule';
import { suggestion } from '../suggestion';
import { childOf, childrenOf, descendantsOf, textOf, type XmlNode } from '../xml';
import { targetConfigOf } from '../component-targets';

/** Regions of the templates that we know by heart. Pages of other templates are not checked for their regions. */
const REGIONS: Readonly<Record<string, readonly string[]>> = {
  'flexipage:recordHomeTemplateDesktop': ['header', 'main', 'sidebar'],
  'flexipage:recordHomeWithSubheaderTemplateDesktop': ['header', 'subheader', 'main', 'sidebar']
};
/** Components of the platform. A name that is nearly one of them is a slip; one far from all may be newer than this list. */
const STANDARD_COMPONENTS = [
  'force:highlightsPanel',
  'force:detailPanel',
  'force:relatedListContainer',
  'force:relatedListSingleContainer',
  'force:relatedListQuickLinksContainer',
  'forceChatter:recordFeedContainer',
  'forceChatter:publisher',
  'runtime_sales_activities:activityPanel',
  'runtime_sales_pathassistant:pathAssistant',
  'flexipage:tabset',
  'flexipage:tab',
  'flexipage:richText',
  'flexipage:filterListCard',
  'flexipage:reportChart',
  'flexipage:fieldSection',
  'flexipage:column',
  'flexipage:accordion',
  'flexipage:accordionSection',
  'lst:dynamicRelatedList',
  'record_flexipage:dynamicHighlights',
  'flowruntime:interview',
  'desktopDashboards:embeddedDashboard'
];
const PAGE_TARGETS: Readonly<Record<string, string>> = {
  RecordPage: 'lightning__RecordPage',
  AppPage: 'lightning__AppPage',
  HomePage: 'lightning__HomePage'
};

/** Lightning pages: the components on them exist, may stand there, and get only properties that they have. */
export const flexipages: MetadataRule = {
  name: 'flexipages',
  check(model, report) {
    for (const file of model.ofType('FlexiPage')) {
      checkPage(model, file, report);
      checkRegions(file, report);
      for (const component of descendantsOf(file.root, 'componentInstance'))
        checkComponent(model, file, component, report);
      for (const field of descendantsOf(file.root, 'fieldInstance')) checkField(model, file, field, report);
      checkReferences(model, file, report);
    }
  }
};

function checkPage({ schema }: MetadataModel, file: ParsedFile, report: Report): void {
  const object = childOf(file.root, 'sobjectType');
  const isRecordPage = textOf(file.root, 'type') === 'RecordPage';
  if (isRecordPage && !object)
    report(file, file.root, 'A record page needs <sobjectType>. Say whose records it shows.');
  if (!isRecordPage && object)
    report(file, object, 'Only a record page has <sobjectType>. Remove it, or correct <type>.');
  if (object && !schema.findObject(object.text.trim()))
    report(file, object, `There is no object ${object.text.trim()}. Correct <sobjectType>.`);
}

function checkRegions(file: ParsedFile, report: Report): void {
  const templateNode = childOf(file.root, 'template');
  const templateName = (templateNode && textOf(templateNode, 'name')) ?? '';
  const known = REGIONS[templateName];
  if (!known && suggestion(templateName, Object.keys(REGIONS)).startsWith(' Did'))
    report(
      file,
      templateNode,
      `The platform has no template ${templateName}.${suggestion(templateName, Object.keys(REGIONS))}`
    );
  const seen = new Set<string>();
  const facets = new Set(
    descendantsOf(file.root, 'componentInstanceProperties').map((property) => textOf(property, 'value'))
  );
  for (const region of childrenOf(file.root, 'flexiPageRegions')) {
    const name = textOf(region, 'name') ?? '';
    const isFacet = textOf(region, 'type') === 'Facet';
    if (seen.has(name)) report(file, region, `The region ${name} stands twice. Put its components together.`);
    seen.add(name);
    if (!isFacet && known && !known.includes(name))
      report(file, childOf(region, 'name'), `The template has no region ${name}; it has ${known.join(', ')}.`);
    if (isFacet && !facets.has(name))
      report(file, region, `No component shows the facet ${name}. Remove it, or name it in a component.`);
  }
  const identifiers = new Set<string>();
  for (const node of descendantsOf(file.root, 'identifier')) {
    const identifier = node.text.trim();
    if (identifiers.has(identifier))
      report(file, node, `The identifier ${identifier} stands twice on the page. Give each component its own.`);
    identifiers.add(identifier);
  }
}

function checkComponent(model: MetadataModel, file: ParsedFile, component: XmlNode, report: Report): void {
  const node = childOf(component, 'componentName');
  const name = node?.text.trim() ?? '';
  if (!name.includes(':') || name.startsWith('c:'))
    checkOwnComponent(model, file, component, name.replace(/^c:/, ''), report);
  else if (!STANDARD_COMPONENTS.includes(name) && suggestion(name, STANDARD_COMPONENTS).startsWith(' Did'))
    report(file, node, `The platform has no component ${name}.${suggestion(name, STANDARD_COMPONENTS)}`);
}

function checkOwnComponent(
  model: MetadataModel,
  file: ParsedFile,
  component: XmlNode,
  name: string,
  report: Report
): void {
  const bundles = model.ofType('LightningComponentBundle');
  const bundle = bundles.find((each) => each.name === name);
  const node = childOf(component, 'componentName');
  if (!bundle) {
    report(
      file,
      node,
      `There is no component ${name}.${suggestion(
        name,
        bundles.map((each) => each.name)
      )}`
    );
    return;
  }
  if (textOf(bundle.root, 'isExposed') !== 'true')
    report(
      file,
      node,
      `The component ${name} is not exposed and cannot stand on a page. Set <isExposed> in its description.`
    );
  const target = PAGE_TARGETS[textOf(file.root, 'type') ?? ''];
  const config = target === undefined ? null : targetConfigOf(bundle.root, target);
  if (!target || !config) return;
  if (!config.isTarget) report(file, node, `The component ${name} has no target ${target}. Add it to its description.`);
  const object = textOf(file.root, 'sobjectType');
  if (object && config.objects.length > 0 && !config.objects.includes(object))
    report(
      file,
      node,
      `The component ${name} may stand on pages of ${config.objects.join(', ')} only. Add ${object} to its <objects>.`
    );
  for (const property of childrenOf(component, 'componentInstanceProperties')) {
    const propertyName = textOf(property, 'name') ?? '';
    if (!config.properties.has(propertyName))
      report(
        file,
        property,
        `The component ${name} has no property ${propertyName}.${suggestion(propertyName, config.properties.keys())}`
      );
  }
}

/** `Record.Status__c` in a section of fields. */
function checkField({ schema }: MetadataModel, file: ParsedFile, instance: XmlNode, report: Report): void {
  const item = childOf(instance, 'fieldItem');
  const name = item?.text.trim().replace(/^Record\./, '') ?? '';
  const object = schema.findObject(textOf(file.root, 'sobjectType') ?? '');
  if (!object || !item || name.includes('.') || object.fields.has(name.toLowerCase())) return;
  if (isCustomName(name) || isCustomName(object.name))
    report(file, item, `${object.name} has no field ${name}. Correct <fieldItem>.`);
}

/** Facets that components show, fields in the conditions of visibility, and related lists. */
function checkReferences({ schema }: MetadataModel, file: ParsedFile, report: Report): void {
  const object = schema.findObject(textOf(file.root, 'sobjectType') ?? '');
  const regions = new Set(childrenOf(file.root, 'flexiPageRegions').map((region) => textOf(region, 'name')));
  for (const property of descendantsOf(file.root, 'componentInstanceProperties')) {
    const value = textOf(property, 'value') ?? '';
    if (value.startsWith('Facet-') && !regions.has(value))
      report(file, property, `The page has no facet ${value}. Add the region, or correct the value.`);
    const isOwnList = textOf(property, 'name') === 'relatedListApiName' && value.endsWith('__r');
    if (object && isOwnList && !schema.findChildRelationship(object.name, value))
      report(file, property, `${object.name} has no related list ${value}. Correct the value.`);
  }
  for (const node of object ? descendantsOf(file.root, 'leftValue') : []) {
    const name = /^\{!Record\.(\w+)\}$/.exec(node.text.trim())?.[1];
    if (object && name && isCustomName(name) && !object.fields.has(name.toLowerCase()))
      report(file, node, `${object.name} has no field ${name} for the condition. Correct it.`);
  }
}
