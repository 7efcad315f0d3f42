import { LightningElement, api } from 'lwc';
import { componentByName } from 'local-org/components';
import type { PlacedComponent as Component, RecordPage } from 'shell/pageData';

const LIKENESS_BY_NAME: Readonly<Record<string, 'isHighlights' | 'isDetail' | 'isActivity' | 'isRelatedLists'>> = {
  'force:highlightsPanel': 'isHighlights',
  'force:detailPanel': 'isDetail',
  'runtime_sales_activities:activityPanel': 'isActivity',
  'force:relatedListContainer': 'isRelatedLists'
};

/** One component on a page: a likeness of a standard one, or a component of the org with its design attributes. */
export default class PlacedComponent extends LightningElement {
  @api component?: Component;
  @api page?: RecordPage;

  get isHighlights(): boolean {
    return this.likeness === 'isHighlights';
  }

  get isDetail(): boolean {
    return this.likeness === 'isDetail';
  }

  get isActivity(): boolean {
    return this.likeness === 'isActivity';
  }

  get isRelatedLists(): boolean {
    return this.likeness === 'isRelatedLists';
  }

  get constructorOfComponent(): (new () => LightningElement) | undefined {
    return this.component?.kind === 'custom' ? componentByName.get(this.component.name) : undefined;
  }

  /** What a record page gives each component, and what an admin set on the page. */
  get componentProperties(): Record<string, unknown> {
    return {
      ...this.component?.properties,
      recordId: this.page?.recordId,
      objectApiName: this.page?.objectApiName
    };
  }

  private get likeness(): string | undefined {
    return LIKENESS_BY_NAME[this.component?.name ?? ''];
  }
}
