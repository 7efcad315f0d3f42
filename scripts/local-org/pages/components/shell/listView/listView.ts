import { LightningElement, api } from 'lwc';
import type { ListPage } from 'shell/pageData';

/** List view of an object: its newest records in a table. */
export default class ListView extends LightningElement {
  @api list?: ListPage;

  get count(): string {
    const length = this.list?.rows.length ?? 0;
    return `${length} ${length === 1 ? 'record' : 'records'}, newest first`;
  }

  get isEmpty(): boolean {
    return this.list?.rows.length === 0;
  }
}
