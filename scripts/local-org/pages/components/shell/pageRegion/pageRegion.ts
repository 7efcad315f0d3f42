import { LightningElement, api } from 'lwc';
import type { PlacedComponent, RecordPage } from 'shell/pageData';

/** The components of one region, below one another. */
export default class PageRegion extends LightningElement {
  @api components: readonly PlacedComponent[] = [];
  @api page?: RecordPage;
}
