/** Stand-in for `lightning/platformShowToastEvent`; the page's shell shows the toast. */

export const ShowToastEventName = 'lightning__showtoast';

export class ShowToastEvent extends CustomEvent<object> {
  constructor(detail: object) {
    super(ShowToastEventName, { detail, bubbles: true, composed: true, cancelable: true });
  }
}
