/** What the local org knows of objects, fields and the rest of its metadata. Built by `loadSchema`, read by everyone. */

import type { AssignmentRule, DuplicateRule, LeadConversionMapping, MatchingRule } from './rules';

/** Field types as `Schema.DisplayType` names them, in the spelling of the REST describe. */
export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'picklist'
  | 'multipicklist'
  | 'combobox'
  | 'email'
  | 'phone'
  | 'url'
  | 'boolean'
  | 'int'
  | 'long'
  | 'double'
  | 'currency'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'time'
  | 'reference'
  | 'base64'
  | 'encryptedstring'
  | 'address'
  | 'location'
  | 'anytype';

export interface PicklistValue {
  readonly value: string;
  readonly label: string;
  readonly isDefault: boolean;
  readonly isActive: boolean;
  /** Of statuses and stages: what the platform derives from the value (`IsClosed`, `IsWon`, `IsConverted`, …). */
  readonly isClosed?: boolean;
  readonly isWon?: boolean;
  readonly isConverted?: boolean;
  readonly probability?: number;
  /** `Pipeline`, `Closed`, `Omitted`, … */
  readonly forecastCategory?: string;
}

export interface FieldSchema {
  /** API name in its own spelling: `Call_Disposition__c`. */
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  /** Characters for text, 0 otherwise. */
  readonly length: number;
  /** Numbers: total digits and decimals. */
  readonly precision: number;
  readonly scale: number;
  /** False when a value must be there on create (or a default fills it). */
  readonly isNillable: boolean;
  readonly isCreateable: boolean;
  readonly isUpdateable: boolean;
  readonly isCustom: boolean;
  readonly isUnique: boolean;
  readonly isCaseSensitive: boolean;
  readonly isExternalId: boolean;
  readonly isAutoNumber: boolean;
  readonly isNameField: boolean;
  /** May be used in WHERE, in ORDER BY, in GROUP BY. Long text may not. */
  readonly isFilterable: boolean;
  readonly isSortable: boolean;
  readonly isGroupable: boolean;
  /** True for text areas that are long (more than 255 characters) or rich. */
  readonly isLongText: boolean;
  /** Rich text. */
  readonly isHtml: boolean;
  readonly isRestrictedPicklist: boolean;
  readonly picklistValues: readonly PicklistValue[];
  /** Target objects of a lookup; several when polymorphic, none when it may lead to any object. */
  readonly referenceTo: readonly string[];
  /** `Owner` for `OwnerId`, `Lead__r` for `Lead__c`. */
  readonly relationshipName: string | null;
  /** What the parent calls these children: `Contacts`, `Thoughtly_Calls__r`; null when it cannot be asked for them. */
  readonly childRelationshipName: string | null;
  /** `SetNull`, `Restrict`, `Cascade` (master-detail). */
  readonly deleteConstraint: 'SetNull' | 'Restrict' | 'Cascade' | null;
  readonly isMasterDetail: boolean;
  /** What the platform fills in when nothing is given: a literal or a formula text. */
  readonly defaultValue: string | boolean | number | null;
  /** The file of a custom field, for messages. */
  readonly path: string | null;
  /** Formula text of a formula field; its value is computed on read. */
  readonly formula: string | null;
  /** Formula fields: blank numbers count as zero in it, unless the field says otherwise. */
  readonly areFormulaBlanksZero: boolean;
  /** Roll-up summary: computed from the children. */
  readonly summary: RollUpSummary | null;
  /** Auto number: `A-{0000}`. */
  readonly displayFormat: string | null;
  /** The compound field of which this is a part: `MailingAddress` of `MailingCity`, `Name` of `LastName`. Access is set there. */
  readonly compoundField: string | null;
  /** Dependent picklist: the field that controls it. */
  readonly controllingField: string | null;
  readonly helpText: string | null;
  readonly description: string | null;
  /** False for fields on which field-level security cannot be set (Id, system fields, required fields, names). */
  readonly isPermissionable: boolean;
}

export interface RollUpSummary {
  readonly operation: 'count' | 'sum' | 'min' | 'max';
  readonly childObject: string;
  /** The master-detail field of the child. */
  readonly childField: string;
  /** The field that is summed; null for `count`. */
  readonly summarizedField: string | null;
  readonly filters: readonly { readonly field: string; readonly operation: string; readonly value: string }[];
}

export interface ChildRelationship {
  /** `Contacts`, `Thoughtly_Calls__r`; null when the parent cannot be asked for its children. */
  readonly relationshipName: string | null;
  readonly childObject: string;
  readonly field: string;
  readonly cascadeDelete: boolean;
}

export interface ValidationRule {
  readonly name: string;
  readonly isActive: boolean;
  /** True of this formula means the record is refused. */
  readonly errorConditionFormula: string;
  readonly errorMessage: string;
  /** Null: the message stands at the top of the page. */
  readonly errorDisplayField: string | null;
  /** The file it comes from, for messages. */
  readonly path: string;
}

export type ObjectKind =
  'standard' | 'custom' | 'metadata' | 'event' | 'listSetting' | 'hierarchySetting' | 'big' | 'share' | 'history';

export interface ObjectSchema {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string | null;
  readonly kind: ObjectKind;
  /** Key: API name in lower case. */
  readonly fields: ReadonlyMap<string, FieldSchema>;
  readonly childRelationships: readonly ChildRelationship[];
  readonly validationRules: readonly ValidationRule[];
  readonly sharingModel: 'Private' | 'Read' | 'ReadWrite' | 'ControlledByParent';
  readonly isCreateable: boolean;
  readonly isUpdateable: boolean;
  readonly isDeletable: boolean;
  readonly isQueryable: boolean;
  readonly recordTypes: readonly RecordTypeSchema[];
  readonly fieldSets: readonly FieldSetSchema[];
  readonly description: string | null;
  /** Tasks and events may point to its records with WhatId. */
  readonly hasActivities: boolean;
  /** Platform events: `PublishImmediately` events leave before the transaction commits. */
  readonly publishBehavior: 'PublishAfterCommit' | 'PublishImmediately' | null;
  /** Custom settings and custom metadata types: `Public` or `Protected`. */
  readonly visibility: string | null;
}

export interface RecordTypeSchema {
  readonly developerName: string;
  readonly label: string;
  readonly isActive: boolean;
  /** The values that records of the type may have, by picklist field in lower case. All, where a field is not listed. */
  readonly picklistValues: ReadonlyMap<
    string,
    { readonly values: ReadonlySet<string>; readonly defaultValue: string | null }
  >;
}

export interface FieldSetSchema {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  /** API names or paths (`Owner.Name`), in order. */
  readonly fields: readonly string[];
  /** Those of `fields` that the field set itself requires. */
  readonly requiredFields: readonly string[];
}

/** What one permission set (or profile) grants. Keys in lower case. */
export interface PermissionGrants {
  readonly name: string;
  readonly label: string;
  /** `System Administrator`: every object and field there is, or will be. */
  readonly grantsEverything: boolean;
  readonly objects: ReadonlyMap<
    string,
    {
      readonly create: boolean;
      readonly read: boolean;
      readonly edit: boolean;
      readonly delete: boolean;
      readonly viewAll: boolean;
      readonly modifyAll: boolean;
    }
  >;
  /** `lead.call_disposition__c` */
  readonly fields: ReadonlyMap<string, { readonly read: boolean; readonly edit: boolean }>;
  readonly classes: ReadonlySet<string>;
  readonly customPermissions: ReadonlySet<string>;
  readonly userPermissions: ReadonlySet<string>;
  readonly customMetadataTypes: ReadonlySet<string>;
  readonly customSettings: ReadonlySet<string>;
  readonly tabs: ReadonlySet<string>;
}

/** A custom metadata record: `values` by field name as written in the XML (null for `xsi:nil`). */
export interface CustomMetadataRecord {
  readonly type: string;
  readonly developerName: string;
  readonly label: string;
  readonly values: ReadonlyMap<string, string | number | boolean | null>;
  /** The file it comes from, for messages. */
  readonly path: string;
}

/** Something in the metadata that the local org could not take as it is. */
export interface MetadataDiagnostic {
  /** `APX6001` and on, see `compiler/diagnostics.ts`. */
  readonly code: string;
  readonly message: string;
  readonly path: string;
  /** 1-based; 1 when the place in the file is not known. */
  readonly line: number;
}

/** What an org has that others have not. */
export type OrgFeature = 'PersonAccounts';

export interface OrgSchema {
  /** Key: API name in lower case. */
  readonly objects: ReadonlyMap<string, ObjectSchema>;
  readonly customMetadata: readonly CustomMetadataRecord[];
  /** Key: name in lower case. Values: the text. */
  readonly labels: ReadonlyMap<string, string>;
  readonly permissionSets: ReadonlyMap<string, PermissionGrants>;
  /** Permission set groups: names of their permission sets. Key: name in lower case. */
  readonly permissionSetGroups: ReadonlyMap<string, readonly string[]>;
  /** Profiles of the source, over the built-in ones. Key: name in lower case. */
  readonly profiles: ReadonlyMap<string, PermissionGrants>;
  /** Queues of the source: the objects that each may own, and the names of the users that are members. */
  readonly queues: readonly {
    readonly developerName: string;
    readonly label: string;
    readonly objects: readonly string[];
    readonly users: readonly string[];
  }[];
  /** In the order in which they run. */
  readonly duplicateRules: readonly DuplicateRule[];
  readonly matchingRules: readonly MatchingRule[];
  readonly assignmentRules: readonly AssignmentRule[];
  /** Custom fields that are not mapped stay behind when a Lead is converted. */
  readonly leadConversion: readonly LeadConversionMapping[];
  readonly features: ReadonlySet<OrgFeature>;
  /** Mistakes and unsupported things in the metadata, in the order in which they were found. */
  readonly diagnostics: readonly MetadataDiagnostic[];
  /** Key: name in lower case. */
  readonly customPermissions: ReadonlyMap<string, { readonly name: string; readonly label: string }>;
  findObject(name: string): ObjectSchema | undefined;
  /** The object whose ids begin with these three characters. */
  findObjectByKeyPrefix(prefix: string): ObjectSchema | undefined;
  findField(object: string, field: string): FieldSchema | undefined;
  /** The field of a relationship name (`Owner` → `OwnerId`), or undefined. */
  findParentField(object: string, relationship: string): FieldSchema | undefined;
  findChildRelationship(object: string, relationship: string): ChildRelationship | undefined;
}
