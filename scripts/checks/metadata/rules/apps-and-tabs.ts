import { isCustomName, type MetadataModel, type ParsedFile } from '../model';
import type { MetadataRule, Report } from '../rule';
import { suggestion } from '../suggestion';
import { childOf, childrenOf, textOf } from '../xml';

/** What a Lightning page can stand for: a record, and the home tab. */
const PAGE_ACTIONS = ['View', 'Tab'];

/** Tabs show something that exists; an app names tabs and pages that exist (Metadata API Developer Guide, CustomTab, CustomApplication). */
export const appsAndTabs: MetadataRule = {
  name: 'apps-and-tabs',
  check(model, report) {
    for (const tab of model.ofType('CustomTab')) checkTab(model, tab, report);
    for (const app of model.ofType('CustomApplication')) checkApp(model, app, report);
  }
};

function checkTab(model: MetadataModel, tab: ParsedFile, report: Report): void {
  const { ofType, schema } = model;
  const shown: readonly (readonly [element: string, exists: (name: string) => boolean])[] = [
    ['lwcComponent', (name) => ofType('LightningComponentBundle').some((bundle) => bundle.name === name)],
    ['flexiPage', (name) => ofType('FlexiPage').some((page) => page.name === name)],
    ['page', (name) => ofType('ApexPage').some((page) => page.name === name)]
  ];
  const isObjectTab = textOf(tab.root, 'customObject') === 'true';
  if (isObjectTab && !schema.findObject(tab.name))
    report(tab, undefined, `There is no object ${tab.name} for the tab. The tab of an object is called as the object.`);
  if (isObjectTab && textOf(tab.root, 'label'))
    report(tab, childOf(tab.root, 'label'), 'The tab of an object has the label of the object. Remove <label>.');
  if (isCustomName(tab.name) && !isObjectTab)
    report(tab, tab.root, 'The tab of an object needs <customObject>true</customObject>.');
  for (const [element, exists] of shown) {
    const node = childOf(tab.root, element);
    const name = node?.text.trim() ?? '';
    if (node && !exists(name))
      report(tab, node, `There is no ${name} for the tab to show in <${element}>. Correct the name, or add it.`);
  }
  const kinds = ['customObject', 'lwcComponent', 'flexiPage', 'page', 'url', 'auraComponent', 'scontrol'].filter(
    (kind) => childOf(tab.root, kind)
  );
  if (kinds.length !== 1)
    report(tab, tab.root, `A tab shows one thing; this one has ${kinds.join(', ') || 'nothing'}.`);
  if (!isObjectTab && !textOf(tab.root, 'label')) report(tab, tab.root, 'The tab has no <label>. Add it.');
  if (!/^Custom\d+: .+/.test(textOf(tab.root, 'motif') ?? ''))
    report(tab, childOf(tab.root, 'motif') ?? tab.root, 'A tab needs a <motif> of the platform, as in Custom53: Bell.');
}

function checkApp({ ofType, schema }: MetadataModel, app: ParsedFile, report: Report): void {
  const tabs = new Set(ofType('CustomTab').map((tab) => tab.name));
  for (const node of childrenOf(app.root, 'tabs')) {
    const name = node.text.trim();
    if (!name.startsWith('standard-') && !tabs.has(name))
      report(app, node, `There is no tab ${name}.${suggestion(name, [...tabs])}`);
  }
  if (!textOf(app.root, 'label')) report(app, app.root, 'The app has no <label>. Add it.');
  for (const override of [
    ...childrenOf(app.root, 'actionOverrides'),
    ...childrenOf(app.root, 'profileActionOverrides')
  ]) {
    const page = textOf(override, 'content') ?? '';
    const action = textOf(override, 'actionName') ?? '';
    if (textOf(override, 'type') === 'Flexipage' && !PAGE_ACTIONS.includes(action))
      report(
        app,
        override,
        `A Lightning page is shown for the actions ${PAGE_ACTIONS.join(' and ')}, not for "${action}".`
      );
    const object = textOf(override, 'pageOrSobjectType') ?? '';
    const file = ofType('FlexiPage').find((each) => each.name === page);
    if (textOf(override, 'type') !== 'Flexipage') continue;
    if (!file) report(app, override, `There is no Lightning page ${page} to show. Correct <content>, or add the page.`);
    else if (textOf(file.root, 'sobjectType') !== undefined && textOf(file.root, 'sobjectType') !== object)
      report(
        app,
        override,
        `The page ${page} is for ${textOf(file.root, 'sobjectType') ?? ''}, not for ${object}. Correct <pageOrSobjectType>.`
      );
    if (object !== 'standard-home' && !schema.findObject(object))
      report(app, override, `There is no object ${object}. Correct <pageOrSobjectType>.`);
  }
  const utilityBar = childOf(app.root, 'utilityBar');
  if (utilityBar && !ofType('FlexiPage').some((page) => page.name === utilityBar.text.trim()))
    report(app, utilityBar, `There is no utility bar ${utilityBar.text.trim()}. Add the page, or remove <utilityBar>.`);
}
