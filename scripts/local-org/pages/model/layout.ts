/** Which page an object gets, and what stands where on it. */
import { pageDiagnostic } from '../build/diagnostics';
import type { PageDiagnostic } from '../build/diagnostics';
import type { LightningPage, PageComponent, PageRegion } from './flexipage';

/** A component of a page: one of the shell's stand-ins for standard components, or one of the org's own. */
export interface PlacedComponent {
  readonly key: string;
  readonly kind: 'standard' | 'custom';
  readonly name: string;
  readonly properties: PageComponent['properties'];
}

export interface PlacedRegion {
  readonly name: string;
  readonly components: readonly PlacedComponent[];
}

export interface PageLayout {
  /** `Thoughtly_Lead_Record_Page`; null when the object has no page and gets the standard one. */
  readonly pageName: string | null;
  readonly header: PlacedRegion;
  readonly main: PlacedRegion;
  readonly sidebar: PlacedRegion;
}

/** Templates whose regions the shell can lay out. */
const TEMPLATES = new Set([
  'flexipage:recordHomeTemplateDesktop',
  'flexipage:recordHomeLeftSidebarTemplateDesktop',
  'flexipage:recordHomeSingleColTemplateDesktop'
]);

/** Standard components that the shell shows a likeness of. */
export const STANDARD_COMPONENTS: readonly string[] = [
  'force:highlightsPanel',
  'force:detailPanel',
  'force:relatedListContainer',
  'runtime_sales_activities:activityPanel'
];

const STANDARD_PAGE: readonly PageRegion[] = [
  { name: 'header', components: [{ name: 'force:highlightsPanel', properties: {} }] },
  { name: 'main', components: [{ name: 'force:detailPanel', properties: {} }] },
  { name: 'sidebar', components: [{ name: 'runtime_sales_activities:activityPanel', properties: {} }] }
];

/** Layout of the record page of an object. */
export function layoutFor(objectApiName: string, pages: readonly LightningPage[]): PageLayout {
  const page = pages.filter((candidate) => candidate.objectApiName === objectApiName).at(-1);
  const regions = page?.regions ?? STANDARD_PAGE;
  return {
    pageName: page?.name ?? null,
    header: placedRegion('header', regions),
    main: placedRegion('main', regions),
    sidebar: placedRegion('sidebar', regions)
  };
}

/** Numbered findings for pages that name what nobody has. */
export function checkPages(pages: readonly LightningPage[], componentNames: ReadonlySet<string>): PageDiagnostic[] {
  return pages.flatMap((page) => {
    const template = TEMPLATES.has(page.template)
      ? []
      : [pageDiagnostic(202, `The page template "${page.template}" is not supported by the local org.`, page.file)];
    const components = page.regions
      .flatMap((region) => region.components)
      .filter(({ name }) => !STANDARD_COMPONENTS.includes(name) && !componentNames.has(name))
      .map(({ name }) => {
        const text = `${page.name} places "${name}", which is neither a component of this org nor a standard component that the local org shows.`;
        return pageDiagnostic(201, text, page.file);
      });
    return [...template, ...components];
  });
}

function placedRegion(name: string, regions: readonly PageRegion[]): PlacedRegion {
  const components = regions.find((region) => region.name === name)?.components ?? [];
  return {
    name,
    components: components.map((component, index) => ({
      key: `${name}-${index}`,
      kind: STANDARD_COMPONENTS.includes(component.name) ? 'standard' : 'custom',
      name: component.name,
      properties: component.properties
    }))
  };
}
