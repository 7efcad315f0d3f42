import { LightningElement, api } from 'lwc';
import type { RecordPage } from 'shell/pageData';

/** Likeness of `force:detailPanel`: the fields that the user may read, in sections. */
export default class DetailPanel extends LightningElement {
  @api page?: RecordPage;
}
