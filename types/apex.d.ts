/** Apex methods that components call; one block for each @AuraEnabled method. */
declare module '@salesforce/apex/ThoughtlyCallPanelController.getCalls' {
  import type { ApexMethod } from '@platform/wire';
  import type { Call } from 'c/thoughtlyCalls';
  const method: ApexMethod<{ recordId: string | undefined }, Call[]>;
  export default method;
}
declare module '@salesforce/apex/ThoughtlyCallPanelController.getCall' {
  import type { ApexMethod } from '@platform/wire';
  import type { CallTranscript } from 'c/thoughtlyCalls';
  const method: ApexMethod<{ callId: string | undefined }, CallTranscript>;
  export default method;
}
