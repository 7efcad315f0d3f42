/** What `js-meta.xml` may say, by the metadata guide of Lightning web components (API 66). */

export const TARGETS: ReadonlySet<string> = new Set([
  'analytics__Dashboard',
  'lightning__AccountEngagementEmail',
  'lightning__AgentforceInput',
  'lightning__AgentforceOutput',
  'lightning__AppPage',
  'lightning__Dialog',
  'lightning__EnablementProgram',
  'lightning__FlowAction',
  'lightning__FlowScreen',
  'lightning__HomePage',
  'lightning__Inbox',
  'lightning__RecordAction',
  'lightning__RecordPage',
  'lightning__ServiceDocument',
  'lightning__Tab',
  'lightning__UrlAddressable',
  'lightning__UtilityBar',
  'lightning__VoiceExtension',
  'lightningCommunity__Default',
  'lightningCommunity__Page',
  'lightningCommunity__Page_Layout',
  'lightningCommunity__Theme_Layout',
  'lightningSnapin__ChatHeader',
  'lightningSnapin__ChatMessage',
  'lightningSnapin__Minimized',
  'lightningSnapin__PreChat',
  'lightningStatic__Email'
]);

/** Types of design properties. Flow screens take more: objects, lists, Apex classes. */
export const PROPERTY_TYPES: ReadonlySet<string> = new Set([
  'Boolean',
  'Color',
  'ContentReference',
  'Date',
  'DateTime',
  'Integer',
  'Picklist',
  'String'
]);

/** Screen sizes that a target can be restricted to. */
export const FORM_FACTORS: ReadonlySet<string> = new Set(['Large', 'Small']);

/** Targets whose pages belong to a record, so `<objects>` makes sense. */
export const RECORD_TARGETS: ReadonlySet<string> = new Set(['lightning__RecordPage', 'lightning__RecordAction']);

export const ROOT_ELEMENTS: ReadonlySet<string> = new Set([
  'apiVersion',
  'capabilities',
  'description',
  'isExplicitImport',
  'isExposed',
  'lwcResources',
  'masterLabel',
  'runtimeNamespace',
  'targetConfigs',
  'targets'
]);
