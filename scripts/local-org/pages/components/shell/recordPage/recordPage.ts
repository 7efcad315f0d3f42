import { LightningElement, api } from 'lwc';
import type { PlacedComponent, RecordPage as RecordPageData } from 'shell/pageData';

/** A record page: header, main column and sidebar, with the components that page metadata places in them. */
export default class RecordPage extends LightningElement {
  @api page?: RecordPageData;

  get header(): readonly PlacedComponent[] {
    return this.page?.layout.header.components ?? [];
  }

  get main(): readonly PlacedComponent[] {
    return this.page?.layout.main.components ?? [];
  }

  get sidebar(): readonly PlacedComponent[] {
    return this.page?.layout.sidebar.components ?? [];
  }

  get mainClass(): string {
    return this.sidebar.length > 0 ? 'column column_main' : 'column column_all';
  }
}
