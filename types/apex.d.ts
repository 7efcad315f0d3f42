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
    readonly isUnread: boolean;
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
declare module '@salesforce/apex/ThoughtlyCallPanelController.getOutcome' {
  import type { ApexMethod } from '@platform/wire';
  export interface ThoughtlyCallOutcome {
    readonly steps: Step[];
    readonly candidates: Candidate[];
  }
  export interface Step {
    readonly outcome: string | null;
    readonly message: string | null;
    readonly remedy: string | null;
    readonly recordId: string | null;
    readonly recordName: string | null;
    readonly objectName: string | null;
    readonly changes: Change[];
  }
  export interface Candidate {
    readonly recordId: string;
    readonly name: string | null;
    readonly objectLabel: string | null;
    readonly isEditable: boolean;
  }
  export interface Change {
    readonly label: string | null;
    readonly type: string | null;
    readonly oldValue: string | null;
    readonly newValue: string | null;
  }
  const method: ApexMethod<{ callId: string | undefined }, ThoughtlyCallOutcome>;
  export default method;
}
declare module '@salesforce/apex/ThoughtlyCallPanelController.markReviewed' {
  import type { ApexMethod } from '@platform/wire';
  const method: ApexMethod<{ callId: string | undefined }, boolean>;
  export default method;
}
declare module '@salesforce/apex/ThoughtlyCallPanelController.relink' {
  import type { ApexMethod } from '@platform/wire';
  const method: ApexMethod<{ callId: string | undefined; recordId: string | undefined }, void>;
  export default method;
}
