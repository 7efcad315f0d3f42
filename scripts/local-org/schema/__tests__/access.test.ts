import { join } from 'node:path';
import { effectiveGrants, type ObjectRight } from '../access';
import { loadSchema } from '../load';
import type { FieldSchema, ObjectSchema } from '../model';

const schema = loadSchema([join(__dirname, 'fixtures/base')]);
const object = (name: string) => schema.findObject(name) as ObjectSchema;
const field = (owner: string, name: string) => schema.findField(owner, name) as FieldSchema;

const MINIMUM = 'Minimum Access - API Only Integrations';
const administrator = effectiveGrants(schema, 'System Administrator', []);
const standardUser = effectiveGrants(schema, 'Standard User', []);
const stranger = effectiveGrants(schema, MINIMUM, []);
const courier = effectiveGrants(schema, MINIMUM, ['Courier']);

describe('System Administrator', () => {
  it('may do everything, with objects and fields of any kind', () => {
    for (const name of ['Lead', 'Task', 'Parcel__c', 'Parcel__Share', 'Defaults__c', 'WorkOrder']) {
      for (const right of ['create', 'read', 'edit', 'delete', 'viewAll', 'modifyAll'] satisfies ObjectRight[])
        expect(administrator.canObject(object(name), right)).toBe(true);
    }
    expect(administrator.canField(object('Parcel__c'), field('Parcel__c', 'Size__c'), 'edit')).toBe(true);
    expect(administrator.canUseClass('Anything')).toBe(true);
  });

  it('reads custom metadata, which nobody writes with DML', () => {
    expect(administrator.canObject(object('Route__mdt'), 'read')).toBe(true);
    expect(administrator.canObject(object('Route__mdt'), 'edit')).toBe(false);
  });
});

describe('Standard User', () => {
  it('works with standard objects and their standard fields', () => {
    expect(standardUser.canObject(object('Lead'), 'create')).toBe(true);
    expect(standardUser.canField(object('Lead'), field('Lead', 'Phone'), 'edit')).toBe(true);
    expect(standardUser.canObject(object('Task'), 'edit')).toBe(true);
    expect(standardUser.canField(object('Task'), field('Task', 'Description'), 'edit')).toBe(true);
  });

  it('sees neither custom objects nor custom fields, and not the records of others by right', () => {
    expect(standardUser.canObject(object('Parcel__c'), 'read')).toBe(false);
    expect(standardUser.canField(object('Lead'), field('Lead', 'Depot__c'), 'read')).toBe(false);
    expect(standardUser.canObject(object('Lead'), 'viewAll')).toBe(false);
  });
});

describe('Minimum access', () => {
  it('grants no object and no field, not even standard ones', () => {
    for (const name of ['Lead', 'Contact', 'Task', 'Parcel__c', 'Route__mdt', 'Defaults__c'])
      expect(stranger.canObject(object(name), 'read')).toBe(false);
    expect(stranger.canField(object('Lead'), field('Lead', 'Phone'), 'read')).toBe(false);
  });

  it('leaves users and other set-up readable', () => {
    expect(stranger.canObject(object('User'), 'read')).toBe(true);
    expect(stranger.canObject(object('User'), 'edit')).toBe(false);
  });
});

describe('Permission sets', () => {
  it('add objects right by right', () => {
    expect(courier.canObject(object('Parcel__c'), 'create')).toBe(true);
    expect(courier.canObject(object('Parcel__c'), 'delete')).toBe(false);
    expect(courier.canObject(object('Lead'), 'edit')).toBe(false);
  });

  it('add fields for reading or for writing', () => {
    expect(courier.canField(object('Parcel__c'), field('Parcel__c', 'Weight__c'), 'edit')).toBe(true);
    expect(courier.canField(object('Parcel__c'), field('Parcel__c', 'Contents__c'), 'read')).toBe(true);
    expect(courier.canField(object('Parcel__c'), field('Parcel__c', 'Contents__c'), 'edit')).toBe(false);
    expect(courier.canField(object('Parcel__c'), field('Parcel__c', 'Size__c'), 'read')).toBe(false);
  });

  it('leave fields without field-level security to their object', () => {
    expect(courier.canField(object('Parcel__c'), field('Parcel__c', 'Barcode__c'), 'edit')).toBe(true);
    expect(courier.canField(object('Parcel__c'), field('Parcel__c', 'CreatedDate'), 'read')).toBe(true);
    expect(courier.canField(object('Lead'), field('Lead', 'FirstName'), 'read')).toBe(true);
  });

  it('grant the parts of an address with the whole', () => {
    expect(courier.canField(object('Lead'), field('Lead', 'City'), 'read')).toBe(true);
    expect(courier.canField(object('Lead'), field('Lead', 'City'), 'edit')).toBe(false);
  });

  it('open tasks by user permissions, and custom activity fields for tasks and events together', () => {
    expect(courier.canObject(object('Task'), 'create')).toBe(true);
    expect(courier.canObject(object('Event'), 'create')).toBe(false);
    expect(courier.canField(object('Task'), field('Task', 'Courier__c'), 'edit')).toBe(true);
    expect(courier.canField(object('Event'), field('Event', 'Courier__c'), 'edit')).toBe(true);
    expect(courier.canField(object('Task'), field('Task', 'CallDurationInSeconds'), 'edit')).toBe(true);
  });

  it('let share rows follow the object they belong to', () => {
    expect(courier.canObject(object('Parcel__Share'), 'create')).toBe(true);
    expect(stranger.canObject(object('Parcel__Share'), 'read')).toBe(false);
  });

  it('open custom metadata, classes and custom permissions', () => {
    expect(courier.canObject(object('Route__mdt'), 'read')).toBe(true);
    expect(courier.canUseClass('parcelresource')).toBe(true);
    expect(courier.canUseClass('OtherResource')).toBe(false);
    expect(courier.hasCustomPermission('Reroute')).toBe(true);
    expect(courier.hasUserPermission('EditTask')).toBe(true);
  });

  it('come with their group', () => {
    expect(effectiveGrants(schema, MINIMUM, ['Depot']).canObject(object('Parcel__c'), 'create')).toBe(true);
  });
});
