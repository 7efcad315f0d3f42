import { join } from 'node:path';
import { TestOrg } from '../../data/__tests__/support/test-org';
import type { FieldSchema, ObjectSchema } from '../../schema/model';
import { checkFormula } from '../check';
import { evaluateDefault } from '../defaults';
import { evaluateFormulaField, isRefusedBy } from '../rows';

const org = new TestOrg([join(__dirname, '../../schema/__tests__/fixtures/base')]);
const { schema } = org;
const { tables } = org.database;
const parcel = schema.findObject('Parcel__c') as ObjectSchema;
const field = (name: string) => schema.findField('Parcel__c', name) as FieldSchema;
const refuses = (
  formula: string,
  row: Record<string, unknown>,
  old: Record<string, unknown> | null = null,
  userId = org.adminId
) => org.run(() => isRefusedBy(tables, parcel, formula, row, old), userId);

describe('formulas over rows', () => {
  const leadId = org.insert('Lead', { LastName: 'Lovelace', Company: 'Engines' });

  it('follow lookups to parent records', () => {
    const row = { Barcode__c: 'X1', Lead__c: leadId };
    expect(org.run(() => evaluateFormulaField(tables, parcel, field('Title__c'), row))).toBe('X1 for Lovelace');
    expect(org.run(() => evaluateFormulaField(tables, parcel, field('Title__c'), { Barcode__c: 'X2' }))).toBe(
      'X2 for '
    );
  });

  it('answer the type of their field', () => {
    expect(org.run(() => evaluateFormulaField(tables, parcel, field('Is_Heavy__c'), {}))).toBe(false);
  });

  it('refuse records as rules say', () => {
    const rule = parcel.validationRules[0]!.errorConditionFormula;
    expect(refuses(rule, { Stage__c: 'Lost' })).toBe(true);
    expect(refuses(rule, { Stage__c: 'Lost', Contents__c: 'Books' })).toBe(false);
    expect(refuses('ISCHANGED(Stage__c)', { Stage__c: 'Sent' }, { Stage__c: 'Packed' })).toBe(true);
    expect(refuses('ISNEW()', {})).toBe(true);
  });

  it('refuse records for which a rule has no value', () => {
    expect(refuses('1 / LEN(Contents__c) > 0', {})).toBe(true);
  });

  it('know the running user, custom permissions, settings, metadata and labels', () => {
    expect(refuses(`$User.Id = "${org.adminId}"`, {})).toBe(true);
    expect(refuses('$Profile.Name = "System Administrator"', {})).toBe(true);
    expect(refuses('$Permission.Reroute', {}, null, org.repId)).toBe(false);
    expect(refuses('$Setup.Defaults__c.Country__c = "US"', {})).toBe(true);
    expect(refuses('$CustomMetadata.Route__mdt.North.Days__c = 2', {})).toBe(true);
    expect(refuses('CONTAINS($Label.Parcel_Sent, "on its way")', {})).toBe(true);
  });
});

describe('default values', () => {
  it('are formulas in custom fields and plain values in standard ones', () => {
    expect(String(org.run(() => evaluateDefault(field('Weight__c'))))).toBe('1.50');
    expect(org.run(() => evaluateDefault(schema.findField('Defaults__c', 'Country__c') as FieldSchema))).toBe('US');
    expect(org.run(() => evaluateDefault(field('Stage__c')))).toBe('Packed');
    expect(org.run(() => evaluateDefault(schema.findField('Task', 'Priority') as FieldSchema))).toBe('Normal');
    expect(org.run(() => evaluateDefault(schema.findField('Lead', 'DoNotCall') as FieldSchema))).toBe(false);
  });
});

describe('checks of formulas', () => {
  const problems = (text: string) =>
    checkFormula(schema, 'Parcel__c', text).map(({ number, message }) => `${number} ${message}`);

  it('accept what the evaluator can do', () => {
    expect(
      problems(
        'AND(ISCHANGED(Stage__c), TEXT(Stage__c) = "Sent", Lead__r.Owner:User.Email <> "", NOT($Permission.Reroute))'
      )
    ).toEqual([]);
  });

  it.each([
    ['VLOOKUP(Name, Name, Name)', '6003 The local org does not have the formula function VLOOKUP()'],
    ['$Api.Session_ID = ""', '6003 The local org does not have the global value $Api'],
    ['Nothing__c = 1', '6002 Unknown field Nothing__c of Parcel__c'],
    ['Lead__r.Nothing__c = 1', '6002 Unknown field Lead__r.Nothing__c of Parcel__c'],
    ['Stage__c = "Sent"', '6001 Stage__c is a picklist: write TEXT(Stage__c), or use ISPICKVAL() or CASE()'],
    ['LEFT(Name)', '6001 Wrong number of arguments for LEFT(): 1'],
    ['ISCHANGED("a")', '6001 ISCHANGED() takes a field'],
    ['1 +', '6001 The formula ends too early (at character 4 of the formula)']
  ])('refuse %s', (text, expected) => {
    expect(problems(text)).toEqual([expected]);
  });
});
