/** Apex methods that components call. Generated from the classes by `npm run types:apex`; do not edit. */
declare module '@salesforce/apex/ThoughtlyCallPanelController.getCalls' {
  import type { ApexMethod } from '@platform/wire';
  export interface Call {
    readonly id: string;
    readonly channel: string | null;
    readonly direction: string | null;
    readonly status: string | null;
    readonly disposition: string | null;
    readonly outcome: string | null;
    readonly intentScore: number | null;
    readonly agentName: string | null;
    readonly customerName: string | null;
    readonly startedAt: string | null;
    readonly appointmentAt: string | null;
    readonly durationSeconds: number | null;
    readonly summary: string | null;
    readonly qualificationNotes: string | null;
    readonly recordingUrl: string | null;
    readonly matchStatus: string | null;
  }
  const method: ApexMethod<{ recordId: string | undefined }, Call[]>;
  export default method;
}
declare module '@salesforce/apex/ThoughtlyCallPanelController.getCall' {
  import type { ApexMethod } from '@platform/wire';
  export interface Transcript {
    readonly callId: string;
    readonly turns: string | null;
    readonly text: string | null;
  }
  const method: ApexMethod<{ callId: string | undefined }, Transcript>;
  export default method;
}
