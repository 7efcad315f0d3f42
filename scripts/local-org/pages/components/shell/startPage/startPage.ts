import { LightningElement, api } from 'lwc';
import type { ListPage } from 'shell/pageData';

interface StartList extends ListPage {
  readonly address: string;
}

/** Start page: the newest records of each object, and how to send a conversation. */
export default class StartPage extends LightningElement {
  @api lists: readonly ListPage[] = [];

  readonly endpoint = `${window.location.origin}/services/apexrest/thoughtly/v1/calls`;

  get cards(): StartList[] {
    return this.lists.map((list) => ({ ...list, address: `/lightning/o/${list.objectApiName}/list` }));
  }
}
