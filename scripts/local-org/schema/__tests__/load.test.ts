import { join } from 'node:path';
import { loadSchema } from '../load';
import type { FieldSchema, OrgSchema } from '../model';

const fixture = (name: string) => join(__dirname, 'fixtures', name);

describe('loadSchema, standard objects', () => {
  const schema = loadSchema([]);
  const field = (object: string, name: string) => schema.findField(object, name) as FieldSchema;

  it('finds objects and fields whatever the case', () => {
    expect(schema.findObject('LEAD')?.name).toBe('Lead');
    expect(schema.findField('lead', 'lastname')?.name).toBe('LastName');
    expect(schema.findField('Lead', 'Nonsense')).toBeUndefined();
  });

  it.each([
    ['Lead', ['LastName', 'Company']],
    ['Contact', ['LastName']],
    ['Account', ['Name']],
    ['Opportunity', ['Name', 'StageName', 'CloseDate']],
    ['CampaignMember', ['CampaignId']],
    ['ContentDocumentLink', ['ContentDocumentId', 'LinkedEntityId']]
  ])('requires of a new %s what the platform requires', (object, expected) => {
    const filledByPlatform = (each: FieldSchema) =>
      !each.isCreateable || each.type === 'boolean' || each.defaultValue !== null || each.name === 'OwnerId';
    const required = [...(schema.findObject(object)?.fields.values() ?? [])].filter(
      (each) => !each.isNillable && !filledByPlatform(each)
    );
    expect(required.map((each) => each.name).sort()).toEqual([...expected].sort());
  });

  it('knows the picklist values and defaults of a Developer org', () => {
    const status = field('Lead', 'Status');
    expect(status.picklistValues.map((value) => value.value)).toEqual([
      'Open - Not Contacted',
      'Working - Contacted',
      'Closed - Converted',
      'Closed - Not Converted'
    ]);
    expect(status.defaultValue).toBe('Open - Not Contacted');
    expect(status.picklistValues.filter((value) => value.isConverted).map((value) => value.value)).toEqual([
      'Closed - Converted'
    ]);
    expect(field('Task', 'Status').defaultValue).toBe('Not Started');
    expect(field('Opportunity', 'StageName').picklistValues.find((value) => value.isWon)).toMatchObject({
      value: 'Closed Won',
      probability: 100
    });
  });

  it('limits the phone to 40 characters and the subject of a task to 255', () => {
    expect(field('Lead', 'Phone')).toMatchObject({ type: 'phone', length: 40 });
    expect(field('Task', 'Subject')).toMatchObject({ type: 'combobox', length: 255 });
    expect(field('Task', 'Description')).toMatchObject({ isLongText: true, isFilterable: false, length: 32000 });
  });

  it('follows lookups by relationship name, also to several objects', () => {
    expect(schema.findParentField('Lead', 'Owner')).toMatchObject({ name: 'OwnerId', referenceTo: ['Group', 'User'] });
    expect(schema.findParentField('Task', 'Who')?.referenceTo).toEqual(['Contact', 'Lead']);
  });

  it('names the children of a parent, of listed objects and of others', () => {
    expect(schema.findChildRelationship('Account', 'Contacts')).toMatchObject({
      childObject: 'Contact',
      field: 'AccountId'
    });
    expect(schema.findChildRelationship('Lead', 'Tasks')).toMatchObject({ childObject: 'Task', field: 'WhoId' });
    expect(schema.findChildRelationship('Account', 'Partners')).toBeUndefined();
    expect(schema.findChildRelationship('Lead', 'Histories')).toMatchObject({
      childObject: 'LeadHistory',
      field: 'LeadId'
    });
  });

  it('makes standard objects without a table when they are asked for', () => {
    expect(schema.objects.has('workorder')).toBe(false);
    expect(schema.findField('WorkOrder', 'Subject')?.type).toBe('string');
    expect(schema.findObject('NoSuchObject')).toBeUndefined();
  });

  it('gives every object a key prefix of its own', () => {
    const listed = [...schema.objects.values()].filter(
      (object) => object.kind === 'standard' && object.keyPrefix !== null
    );
    const owners = listed.map(
      (object) => `${object.keyPrefix} ${schema.findObjectByKeyPrefix(object.keyPrefix as string)?.name}`
    );
    expect(owners).toEqual(listed.map((object) => `${object.keyPrefix} ${object.name}`));
  });
});

describe('loadSchema, source format', () => {
  const schema: OrgSchema = loadSchema([fixture('base')]);
  const field = (object: string, name: string) => schema.findField(object, name) as FieldSchema;

  it('has no complaints about good metadata', () => {
    expect(schema.diagnostics).toEqual([]);
  });

  it('reads a custom object with what the platform adds to it', () => {
    expect(schema.findObject('Parcel__c')).toMatchObject({
      label: 'Parcel',
      labelPlural: 'Parcels',
      kind: 'custom',
      sharingModel: 'Private',
      hasActivities: true
    });
    expect(field('Parcel__c', 'Name')).toMatchObject({
      label: 'Parcel Number',
      isAutoNumber: true,
      isCreateable: false,
      displayFormat: 'P-{0000}'
    });
    for (const name of [
      'Id',
      'OwnerId',
      'IsDeleted',
      'CreatedDate',
      'LastModifiedById',
      'SystemModstamp',
      'RecordTypeId'
    ])
      expect(field('Parcel__c', name)).toBeDefined();
    expect(schema.findObject('Parcel__Share')).toMatchObject({ kind: 'share' });
  });

  it('reads the types of custom fields', () => {
    expect(field('Parcel__c', 'Lead__c')).toMatchObject({
      type: 'reference',
      referenceTo: ['Lead'],
      relationshipName: 'Lead__r',
      childRelationshipName: 'Parcels__r'
    });
    expect(field('Parcel__c', 'Weight__c')).toMatchObject({
      type: 'double',
      precision: 8,
      scale: 2,
      defaultValue: '1.5',
      helpText: 'In kilograms.'
    });
    expect(field('Parcel__c', 'Barcode__c')).toMatchObject({
      isExternalId: true,
      isUnique: true,
      isNillable: false,
      isPermissionable: false,
      length: 64
    });
    expect(field('Parcel__c', 'Contents__c')).toMatchObject({ isLongText: true, isFilterable: false, length: 131072 });
    expect(field('Parcel__c', 'Is_Heavy__c')).toMatchObject({
      formula: 'Weight__c > 20',
      isCreateable: false,
      areFormulaBlanksZero: true
    });
    expect(field('Parcel__c', 'Title__c').areFormulaBlanksZero).toBe(false);
  });

  it('reads picklists of their own and of global value sets', () => {
    expect(field('Parcel__c', 'Stage__c').picklistValues).toEqual([
      { value: 'Packed', label: 'Packed & ready', isDefault: true, isActive: true },
      { value: 'Sent', label: 'Sent', isDefault: false, isActive: true },
      { value: 'Lost', label: 'Lost', isDefault: false, isActive: false }
    ]);
    expect(field('Parcel__c', 'Size__c')).toMatchObject({
      isRestrictedPicklist: true,
      picklistValues: [
        { value: 'S', label: 'Small' },
        { value: 'L', label: 'Large' }
      ]
    });
  });

  it('puts the org’s own standard values in place of the usual ones', () => {
    expect(field('Lead', 'Status').picklistValues.map((value) => value.value)).toEqual(['New', 'Customer']);
    expect(field('Lead', 'Status').defaultValue).toBe('New');
    expect(field('Lead', 'Status').picklistValues[1]).toMatchObject({ isConverted: true });
  });

  it('links lookups from the side of the parent', () => {
    expect(schema.findChildRelationship('Lead', 'Parcels__r')).toEqual({
      relationshipName: 'Parcels__r',
      childObject: 'Parcel__c',
      field: 'Lead__c',
      cascadeDelete: false
    });
  });

  it('gives fields of Activity to tasks and events, and lets both point to objects with activities', () => {
    expect(field('Task', 'Courier__c').length).toBe(40);
    expect(field('Event', 'Courier__c').length).toBe(40);
    expect(field('Task', 'WhatId').referenceTo).toContain('Parcel__c');
    expect(schema.findChildRelationship('Parcel__c', 'Tasks')).toMatchObject({ childObject: 'Task', field: 'WhatId' });
  });

  it('lets files and notes hang on custom objects', () => {
    expect(field('ContentDocumentLink', 'LinkedEntityId').referenceTo).toContain('Parcel__c');
    expect(schema.findChildRelationship('Parcel__c', 'ContentDocumentLinks')).toMatchObject({
      childObject: 'ContentDocumentLink'
    });
    expect(schema.findChildRelationship('Parcel__c', 'Attachments')).toMatchObject({ childObject: 'Attachment' });
  });

  it('adds fields to standard objects and takes over what the source says of standard fields', () => {
    expect(field('Lead', 'Depot__c').isCustom).toBe(true);
    expect(field('Lead', 'Industry')).toMatchObject({ helpText: 'What they ship.', type: 'picklist' });
    expect(field('Lead', 'Industry').picklistValues.length).toBeGreaterThan(20);
  });

  it('reads rules, record types and field sets', () => {
    const parcel = schema.findObject('Parcel__c');
    expect(parcel?.validationRules).toMatchObject([
      { name: 'Lost_Needs_Reason', isActive: true, errorDisplayField: 'Contents__c' }
    ]);
    expect(parcel?.recordTypes).toMatchObject([{ developerName: 'Letter', label: 'A Letter', isActive: true }]);
    expect(parcel?.fieldSets).toEqual([
      {
        name: 'Summary',
        label: 'Summary',
        description: 'For cards.',
        fields: ['Barcode__c', 'Lead__r.LastName'],
        requiredFields: ['Barcode__c']
      }
    ]);
  });

  it('reads custom metadata types with their records', () => {
    expect(schema.findObject('Route__mdt')).toMatchObject({
      kind: 'metadata',
      isCreateable: false,
      visibility: 'Public'
    });
    expect([...schema.customMetadata.find((record) => record.developerName === 'North')!.values]).toEqual([
      ['Days__c', 2],
      ['Is_Active__c', true],
      ['Note__c', null]
    ]);
  });

  it('reads custom settings, events, labels, queues, permission set groups', () => {
    expect(schema.findObject('Defaults__c')?.kind).toBe('hierarchySetting');
    expect(schema.findObject('Scan__e')).toMatchObject({
      kind: 'event',
      publishBehavior: 'PublishImmediately',
      isQueryable: false
    });
    expect(schema.labels.get('parcel_sent')).toBe('The parcel "{0}" is on its way');
    expect(schema.queues).toEqual([
      { developerName: 'Couriers', label: 'Couriers', objects: ['Parcel__c'], users: [] }
    ]);
    expect(schema.permissionSetGroups.get('depot')).toEqual(['Courier']);
    expect(schema.customPermissions.has('reroute')).toBe(true);
  });

  it('lets later directories replace what earlier ones have', () => {
    const both = loadSchema([fixture('base'), fixture('over')]);
    expect(both.findField('Parcel__c', 'Weight__c')).toMatchObject({ label: 'Weight in Pounds', scale: 1 });
    expect(both.findField('Parcel__c', 'Barcode__c')).toBeDefined();
  });

  it('reads objects of the metadata format, where everything stands in one file', () => {
    const both = loadSchema([fixture('base'), fixture('metadata-format')]);
    expect(both.findField('Truck__c', 'Plate__c')?.length).toBe(12);
    expect(both.findField('Truck__c', 'Parcel__c')).toMatchObject({
      isMasterDetail: true,
      isNillable: false,
      isUpdateable: false,
      deleteConstraint: 'Cascade'
    });
    expect(both.findField('Truck__c', 'OwnerId')).toBeUndefined();
    expect(both.findObject('Truck__c')?.validationRules.map((rule) => rule.name)).toEqual(['Has_Plate']);
    expect(both.findChildRelationship('Parcel__c', 'Trucks__r')).toMatchObject({ cascadeDelete: true });
  });
});

describe('loadSchema, mistakes in metadata', () => {
  const { diagnostics } = loadSchema([fixture('broken')]);
  const messageAbout = (text: string) => diagnostics.find((each) => each.message.includes(text));

  it.each([
    ['6001', 'Not well-formed XML', 3],
    ['6002', 'unknown object Depot__c', 5],
    ['6003', 'the type Polygon', 5],
    ['6003', 'formula function DISTANCE()', 1],
    ['6002', 'field-level security cannot be set on lead.lastname', 5],
    ['6002', 'the unknown field lead.nowhere__c', 10],
    ['6002', 'unknown type Ghost__mdt', 1]
  ])('reports APX%s %s', (number, text, line) => {
    expect(messageAbout(text)).toMatchObject({ code: `APX${number}`, line });
  });

  it('names the rule whose formula the local org cannot compute', () => {
    expect(messageAbout('DISTANCE')?.message).toContain('Validation rule Parcel__c.Far_Away');
  });
});

describe('loadSchema with person accounts', () => {
  const schema = loadSchema([fixture('base'), fixture('contacts')], { features: ['PersonAccounts'] });

  it('gives accounts the fields of their contact', () => {
    expect(schema.findField('Account', 'IsPersonAccount')?.type).toBe('boolean');
    expect(schema.findField('Account', 'PersonContactId')).toMatchObject({
      referenceTo: ['Contact'],
      isUpdateable: false
    });
    expect(schema.findField('Account', 'PersonMobilePhone')).toMatchObject({ type: 'phone', label: 'Mobile Phone' });
    expect(schema.findField('Account', 'LastName')).toMatchObject({ isNillable: true });
    expect(schema.findField('Account', 'Door_Code__pc')).toMatchObject({ type: 'string', length: 8 });
    expect(schema.findObject('Account')?.recordTypes).toMatchObject([{ developerName: 'PersonAccount' }]);
  });

  it('does so only in orgs with the feature', () => {
    expect(loadSchema([]).findField('Account', 'IsPersonAccount')).toBeUndefined();
  });
});

describe('loadSchema of the package', () => {
  it('takes all of its metadata', () => {
    const schema = loadSchema([join(__dirname, '../../../../force-app')]);
    expect(schema.diagnostics).toEqual([]);
    expect(schema.findObject('Thoughtly_Call__c')?.kind).toBe('custom');
  });
});
