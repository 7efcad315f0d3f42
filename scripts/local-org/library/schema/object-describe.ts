/** `Schema.DescribeSObjectResult`, and the holders of its `fields` and `fieldSets`. */
import type { ObjectSchema } from '../../schema/model';
import { enumValue, platformType } from '../registry';
import { ApexList } from '../system/List';
import { accessors } from './accessors';
import { childRelationships } from './child-relationships';
import { FieldSetDescribe } from './field-sets';
import { NameMap } from './name-map';
import { recordTypeInfos, recordTypeMap } from './record-types';
import { currentAccess } from './running-user';
import { fieldToken, objectToken } from './tokens';

const MERGEABLE_OBJECTS = new Set(['Account', 'Contact', 'Lead', 'Case']);
const KINDS_WITHOUT_SEARCH = new Set([
  'metadata',
  'event',
  'listSetting',
  'hierarchySetting',
  'big',
  'share',
  'history'
]);

export class ObjectDescribe {
  readonly object: ObjectSchema;

  constructor(object: ObjectSchema) {
    this.object = object;
  }

  get isAccessible(): boolean {
    return currentAccess().canObject(this.object, 'read');
  }

  get isCreateable(): boolean {
    return this.object.isCreateable && currentAccess().canObject(this.object, 'create');
  }

  get isUpdateable(): boolean {
    return this.object.isUpdateable && currentAccess().canObject(this.object, 'edit');
  }

  get isDeletable(): boolean {
    return this.object.isDeletable && currentAccess().canObject(this.object, 'delete');
  }

  get isCustomSetting(): boolean {
    return this.object.kind === 'listSetting' || this.object.kind === 'hierarchySetting';
  }

  equals(other: unknown): boolean {
    return other instanceof ObjectDescribe && other.object.name === this.object.name;
  }

  toString(): string {
    return `Schema.DescribeSObjectResult[${this.object.name}]`;
  }
}

/** `describe.fields` */
export class ObjectFields {
  readonly object: ObjectSchema;

  constructor(object: ObjectSchema) {
    this.object = object;
  }

  /** Tokens by field name in lower case. */
  get map(): NameMap {
    const { name, fields } = this.object;
    return new NameMap(
      'Schema.SObjectField',
      [...fields.values()].map((field) => [field.name, fieldToken(name, field.name)])
    );
  }
}

/** `describe.fieldSets` */
export class ObjectFieldSets {
  readonly object: ObjectSchema;

  constructor(object: ObjectSchema) {
    this.object = object;
  }

  get map(): NameMap {
    const sets = this.object.fieldSets.map((set): [string, unknown] => [
      set.name,
      new FieldSetDescribe(this.object, set)
    ]);
    return new NameMap('Schema.FieldSet', sets);
  }
}

platformType({
  name: 'Schema.SObjectTypeFields',
  jsClass: ObjectFields,
  methods: { 'getMap/0': (self: ObjectFields) => self.map }
});
platformType({
  name: 'Schema.SObjectTypeFieldSets',
  jsClass: ObjectFieldSets,
  methods: { 'getMap/0': (self: ObjectFieldSets) => self.map }
});

platformType({
  name: 'Schema.DescribeSObjectResult',
  jsClass: ObjectDescribe,
  ...accessors<ObjectDescribe>({
    getAssociateEntityType: ({ object }) =>
      object.kind === 'share' ? 'Share' : object.kind === 'history' ? 'History' : null,
    getAssociateParentEntity: ({ object }) =>
      object.kind === 'share' ? object.name.replace(/__Share$/, '__c').replace(/Share$/, '') : null,
    getChildRelationships: ({ object }) => new ApexList('Schema.ChildRelationship', childRelationships(object)),
    getDataTranslationEnabled: () => false,
    getDefaultImplementation: () => null,
    getFields: ({ object }) => new ObjectFields(object),
    getFieldSets: ({ object }) => new ObjectFieldSets(object),
    getHasSubtypes: () => false,
    getImplementedBy: () => null,
    getImplementsInterfaces: () => null,
    getIsInterface: () => false,
    getIsSubtype: () => false,
    getKeyPrefix: ({ object }) => object.keyPrefix,
    getLabel: ({ object }) => object.label,
    getLabelPlural: ({ object }) => object.labelPlural,
    getLocalName: ({ object }) => object.name,
    getName: ({ object }) => object.name,
    getRecordTypeInfos: ({ object }) => new ApexList('Schema.RecordTypeInfo', recordTypeInfos(object)),
    getRecordTypeInfosByDeveloperName: ({ object }) => recordTypeMap(object, 'String', (info) => info.developerName),
    getRecordTypeInfosById: ({ object }) => recordTypeMap(object, 'Id', (info) => info.id),
    getRecordTypeInfosByName: ({ object }) => recordTypeMap(object, 'String', (info) => info.name),
    getSObjectDescribeOption: () => enumValue('Schema.SObjectDescribeOptions', 'FULL'),
    getSObjectType: ({ object }) => objectToken(object.name),
    isAccessible: (self) => self.isAccessible,
    isCreateable: (self) => self.isCreateable,
    isCustom: ({ object }) =>
      object.name.endsWith('__c') || object.kind === 'metadata' || object.kind === 'big' || object.name.endsWith('__e'),
    isCustomSetting: (self) => self.isCustomSetting,
    isDeletable: (self) => self.isDeletable,
    isDeprecatedAndHidden: () => false,
    isFeedEnabled: () => false,
    isMergeable: ({ object }) => MERGEABLE_OBJECTS.has(object.name),
    isMruEnabled: ({ object }) => object.fields.has('lastvieweddate'),
    isQueryable: ({ object }) => object.isQueryable,
    isSearchable: ({ object }) => !KINDS_WITHOUT_SEARCH.has(object.kind) && object.isQueryable,
    isUndeletable: (self) => self.isDeletable && self.object.fields.has('isdeleted'),
    isUpdateable: (self) => self.isUpdateable
  })
});
