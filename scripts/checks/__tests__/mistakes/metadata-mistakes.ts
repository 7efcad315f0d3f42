/** Makes sources with one mistake each: the clean source, changed at one place. */
import { CLEAN_SOURCE, type SourceTree } from './clean-source';

export interface MetadataMistake {
  readonly name: string;
  /** The rule that has to find it. */
  readonly rule: string;
  readonly source: SourceTree;
}

export class MetadataMistakes {
  readonly list: MetadataMistake[] = [];

  /** Files are replaced, added, or (null) left out. */
  readonly add = (rule: string, name: string, changes: Readonly<Record<string, string | null>>): void => {
    const files = Object.entries({ ...CLEAN_SOURCE, ...changes });
    const source = Object.fromEntries(files.filter((entry): entry is [string, string] => entry[1] !== null));
    this.list.push({ name, rule, source });
  };

  /** A text is replaced in one file of the clean source. */
  readonly change = (rule: string, name: string, path: string, from: string, to: string): void => {
    const text = CLEAN_SOURCE[path];
    if (!text?.includes(from)) throw new Error(`The clean source has no "${from}" in ${path}`);
    this.add(rule, name, { [path]: text.replace(from, to) });
  };
}

export const OBJECT = 'objects/Visit__c/Visit__c.object-meta.xml';
export const RECORD = 'customMetadata/Visit_Rule.Lead_Visit.md-meta.xml';
export const PERMISSION_SET = 'permissionsets/Visit_User.permissionset-meta.xml';
export const PAGE = 'flexipages/Visit_Record_Page.flexipage-meta.xml';
export const LAYOUT = 'layouts/Visit__c-Visit Layout.layout-meta.xml';
export const LIST = 'objects/Visit__c/listViews/All.listView-meta.xml';
export const COMPONENT = 'lwc/visitPanel/visitPanel.js-meta.xml';
export const TAB = 'tabs/Visit__c.tab-meta.xml';
export const APP = 'applications/Visits.app-meta.xml';
export const ACTION = 'quickActions/Visit__c.Review.quickAction-meta.xml';
export const SITE = 'cspTrustedSites/Visit_Pictures.cspTrustedSite-meta.xml';
export const CLASS = 'classes/VisitController.cls-meta.xml';

export function fieldPath(name: string, object = 'Visit__c'): string {
  return `objects/${object}/fields/${name}.field-meta.xml`;
}
