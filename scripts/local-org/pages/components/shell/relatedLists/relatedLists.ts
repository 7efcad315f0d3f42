import { LightningElement, api } from 'lwc';
import type { ListPage } from 'shell/pageData';

interface RelatedList extends ListPage {
  readonly heading: string;
}

/** Likeness of `force:relatedListContainer`: children of the record, by object. */
export default class RelatedLists extends LightningElement {
  @api lists: readonly ListPage[] = [];

  get cards(): RelatedList[] {
    return this.lists.map((list) => ({ ...list, heading: `${list.title} (${list.rows.length})` }));
  }
}
