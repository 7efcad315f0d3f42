import { LightningElement, api } from 'lwc';

/** `lightning-select` in the tests of components; the test tools bring stubs of the other base components. */
export default class Select extends LightningElement {
  @api label;
  @api options;
  @api value;
  @api variant;
}
