/** Modules that the build of the page host makes. */
declare module 'local-org/components' {
  import type { LightningElement } from 'lwc';
  /** Components of the org, by the name that page metadata gives them. */
  export const componentByName: ReadonlyMap<string, new () => LightningElement>;
}
/** Published without types. */
declare module 'lightning/toastContainer' {
  const ToastContainer: { instance(): { maxToasts: number; toastPosition: string; containerPosition: string } };
  export default ToastContainer;
}
