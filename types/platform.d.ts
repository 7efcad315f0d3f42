/**
 * Ambient types for platform modules that neither `lwc` nor `@salesforce/lightning-types` ships.
 */
declare module '@platform/wire' {
  import type { WireAdapterConstructor } from 'lwc';
  /** What a failed wire or a rejected Apex call carries. */
  export interface WireError {
    ok?: boolean;
    status?: number;
    statusText?: string;
    body?: unknown;
    message?: string;
  }
  /** What a data/error wire adapter provisions. */
  export type WireResult<T> =
    { data: T; error: undefined } | { data: undefined; error: WireError } | { data: undefined; error: undefined };
  export type Adapter<C extends Record<string, unknown>, T> = WireAdapterConstructor<C, WireResult<T>>;
  /** An @AuraEnabled method: imperative call and (if cacheable) wire adapter. */
  export type ApexMethod<P extends Record<string, unknown>, R> = Adapter<P, R> & ((params?: P) => Promise<R>);
}

declare module 'lightning/uiRecordApi' {
  import type { Adapter } from '@platform/wire';
  export interface FieldId {
    fieldApiName: string;
    objectApiName: string;
  }
  export interface FieldValueRepresentation {
    displayValue: string | null;
    value: RecordRepresentation | boolean | number | string | null;
  }
  export interface RecordRepresentation {
    apiName: string;
    id: string;
    lastModifiedDate: string | null;
    recordTypeId: string | null;
    fields: Record<string, FieldValueRepresentation>;
  }
  export interface RecordInput {
    apiName?: string;
    fields: Record<string, string | number | boolean | null>;
  }
  export const getRecord: Adapter<
    {
      recordId: string | undefined;
      fields?: readonly (FieldId | string)[];
      optionalFields?: readonly (FieldId | string)[];
      layoutTypes?: readonly string[];
      modes?: readonly string[];
    },
    RecordRepresentation
  >;
  export function getFieldValue(
    record: RecordRepresentation | undefined,
    field: FieldId | string
  ): FieldValueRepresentation['value'] | undefined;
  export function getFieldDisplayValue(
    record: RecordRepresentation | undefined,
    field: FieldId | string
  ): string | null | undefined;
  export function createRecord(input: RecordInput): Promise<RecordRepresentation>;
  export function updateRecord(input: RecordInput): Promise<RecordRepresentation>;
  export function deleteRecord(recordId: string): Promise<void>;
  export function notifyRecordUpdateAvailable(items: readonly { recordId: string }[]): Promise<void>;
}

declare module 'lightning/platformShowToastEvent' {
  export interface ToastConfig {
    title?: string;
    message: string;
    messageData?: readonly (string | { url: string; label: string })[];
    variant?: 'info' | 'success' | 'warning' | 'error';
    mode?: 'dismissible' | 'pester' | 'sticky';
  }
  export class ShowToastEvent extends CustomEvent<ToastConfig> {
    constructor(config: ToastConfig);
  }
}

declare module 'lightning/navigation' {
  import type { LightningElement } from 'lwc';
  import type { Adapter } from '@platform/wire';
  export interface PageReference {
    type: string;
    attributes: Record<string, string>;
    state?: Record<string, string>;
  }
  type Constructor = new () => LightningElement;
  interface NavigationMixinType {
    <T extends Constructor>(base: T): T;
    readonly Navigate: unique symbol;
    readonly GenerateUrl: unique symbol;
  }
  export const NavigationMixin: NavigationMixinType;
  export const CurrentPageReference: Adapter<Record<string, never>, PageReference>;
}

declare module 'lightning/refresh' {
  export class RefreshEvent extends CustomEvent<void> {
    constructor();
  }
  export function registerRefreshHandler(element: object, handler: () => Promise<boolean>): string;
  export function unregisterRefreshHandler(handlerId: string): void;
}

declare module 'lightning/empApi' {
  export interface Subscription {
    id: string;
    channel: string;
  }
  export function isEmpEnabled(): Promise<boolean>;
  export function subscribe(
    channel: string,
    replayId: number,
    onMessage: (message: unknown) => void
  ): Promise<Subscription>;
  export function unsubscribe(subscription: Subscription): Promise<object>;
  export function onError(callback: (error: unknown) => void): void;
}

declare module '@salesforce/apex' {
  export function refreshApex(wired: unknown): Promise<void>;
  export function getSObjectValue(sObject: object, field: unknown): unknown;
}
declare module '@salesforce/schema/*' {
  const ref: { fieldApiName: string; objectApiName: string };
  export default ref;
}
declare module '@salesforce/label/*' {
  const label: string;
  export default label;
}
declare module '@salesforce/resourceUrl/*' {
  const url: string;
  export default url;
}
declare module '@salesforce/customPermission/*' {
  const granted: boolean | undefined;
  export default granted;
}
declare module '@salesforce/userPermission/*' {
  const granted: boolean | undefined;
  export default granted;
}
declare module '@salesforce/i18n/*' {
  const value: string;
  export default value;
}

declare module 'lightning/uiObjectInfoApi' {
  import type { Adapter } from '@platform/wire';
  import type { FieldId } from 'lightning/uiRecordApi';
  export interface ObjectInfo {
    apiName: string;
    label: string;
    labelPlural: string;
    keyPrefix: string | null;
    defaultRecordTypeId: string | null;
    fields: Record<
      string,
      { apiName: string; label: string; dataType: string; required: boolean; updateable: boolean }
    >;
  }
  export interface PicklistValues {
    defaultValue: PicklistValue | null;
    values: PicklistValue[];
  }
  export interface PicklistValue {
    label: string;
    value: string;
  }
  export const getObjectInfo: Adapter<{ objectApiName: string | { objectApiName: string } | undefined }, ObjectInfo>;
  export const getPicklistValues: Adapter<
    { recordTypeId: string | undefined; fieldApiName: string | FieldId },
    PicklistValues
  >;
}

declare module 'lightning/messageService' {
  export const APPLICATION_SCOPE: object;
  export const MessageContext: import('@platform/wire').Adapter<Record<string, never>, object>;
  export interface MessageSubscription {
    id?: string;
  }
  export function publish(context: unknown, channel: unknown, message?: object): void;
  export function subscribe(
    context: unknown,
    channel: unknown,
    listener: (message: unknown) => void,
    options?: { scope?: object }
  ): MessageSubscription;
  export function unsubscribe(subscription: MessageSubscription | null): void;
}
declare module '@salesforce/messageChannel/*' {
  const channel: object;
  export default channel;
}
