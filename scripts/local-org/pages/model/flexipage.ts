/** Reads Lightning pages (FlexiPage metadata) of the source folders. */
import fs from 'node:fs';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';

/** One component that a page places in a region. */
export interface PageComponent {
  /** `force:detailPanel`, or the bare name of a component of ours. */
  readonly name: string;
  /** Design attributes, as the page sets them. */
  readonly properties: Readonly<Record<string, string | readonly string[]>>;
}

export interface PageRegion {
  /** `header`, `main`, `sidebar`, or the name of a facet. */
  readonly name: string;
  readonly components: readonly PageComponent[];
}

export interface LightningPage {
  readonly name: string;
  readonly label: string;
  readonly objectApiName: string;
  /** `flexipage:recordHomeTemplateDesktop` */
  readonly template: string;
  readonly regions: readonly PageRegion[];
  readonly file: string;
}

interface XmlProperty {
  readonly name: string;
  readonly value?: unknown;
  readonly valueList?: { readonly valueListItems?: readonly { readonly value: unknown }[] };
}
interface XmlItem {
  readonly componentInstance?: {
    readonly componentName: string;
    readonly componentInstanceProperties?: readonly XmlProperty[];
  };
}
interface XmlRegion {
  readonly name: string;
  readonly itemInstances?: readonly XmlItem[];
}
interface XmlPage {
  readonly masterLabel?: string;
  readonly sobjectType?: string;
  readonly template?: { readonly name?: string };
  readonly type?: string;
  readonly flexiPageRegions?: readonly XmlRegion[];
}

const SUFFIX = '.flexipage-meta.xml';
const LISTS = new Set(['flexiPageRegions', 'itemInstances', 'componentInstanceProperties', 'valueListItems']);

const parser = new XMLParser({ parseTagValue: false, trimValues: true, isArray: (name) => LISTS.has(name) });

/** Record pages of the source folders; a later folder wins over an earlier one for the same page. */
export function findRecordPages(sourceDirectories: readonly string[]): LightningPage[] {
  const pageByName = new Map<string, LightningPage>();
  for (const file of pageFiles(sourceDirectories)) {
    const page = readPage(file);
    if (page) pageByName.set(page.name, page);
  }
  return [...pageByName.values()];
}

/** Metadata files of Lightning pages of any kind. */
export function pageFiles(sourceDirectories: readonly string[]): string[] {
  return sourceDirectories.flatMap(findPageFiles);
}

function readPage(file: string): LightningPage | undefined {
  const { FlexiPage: page } = parser.parse(fs.readFileSync(file, 'utf8')) as { FlexiPage?: XmlPage };
  if (page?.type !== 'RecordPage' || !page.sobjectType) return undefined;
  const name = path.basename(file, SUFFIX);
  return {
    name,
    label: page.masterLabel ?? name,
    objectApiName: page.sobjectType,
    template: page.template?.name ?? '',
    regions: (page.flexiPageRegions ?? []).map(readRegion),
    file
  };
}

function readRegion(region: XmlRegion): PageRegion {
  const instances = (region.itemInstances ?? []).flatMap((item) => item.componentInstance ?? []);
  return {
    name: region.name,
    components: instances.map((instance) => ({
      name: instance.componentName.replace(/^c:/, ''),
      properties: Object.fromEntries((instance.componentInstanceProperties ?? []).map(readProperty))
    }))
  };
}

function readProperty({ name, value, valueList }: XmlProperty): [string, string | string[]] {
  const values = valueList?.valueListItems?.map((item) => String(item.value));
  return [name, values ?? String(value ?? '')];
}

function findPageFiles(directory: string): string[] {
  if (!fs.existsSync(directory)) return [];
  return fs
    .readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(SUFFIX))
    .sort()
    .map((name) => path.join(directory, name));
}
