import { LightningElement, api } from 'lwc';
import type { RecordPage } from 'shell/pageData';

/** Likeness of `force:highlightsPanel`: what the record is, and its most important fields. */
export default class HighlightsPanel extends LightningElement {
  @api page?: RecordPage;
}
