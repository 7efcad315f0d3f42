import { join } from 'node:path';
import { BooleanFilterError, holds, parseBooleanFilter } from '../boolean-filter';
import { loadSchema } from '../load';

describe('rules with mistakes', () => {
  const found = loadSchema([join(__dirname, 'fixtures', 'broken-rules')]).diagnostics.map(
    ({ code, message }) => `${code} ${message}`
  );

  it.each([
    /APX6001 Matching rule Fuzzy: filter logic "1 AND 2 OR 3": OR cannot stand there/,
    /APX6003 Matching rule Lead.Fuzzy: how FirstName compares is not public/,
    /APX6002 Matching rule Lead.Fuzzy: Lead has no field Nonsense__c/,
    /APX6002 Duplicate rule Lead.Broken: there is no field Lead.Nowhere/,
    /APX6003 Duplicate rule Lead.Broken: the local org does not know the relative date LAST 30 DAYS/,
    /APX6003 Duplicate rule Lead.Broken: the local org does not know the operation within/,
    /APX6002 Assignment rule Lead.Broken: unknown queue Nobody/,
    /APX6002 Assignment rule Lead.Broken: there is no field Lead.Nowhere/,
    /APX6002 Lead conversion: Contact has no field Nowhere__c/,
    /APX6003 Queue Crowd: the local org knows members by <users>, not by <publicGroups>/,
    /APX6002 Duplicate rule Lead.Broken: unknown matching rule Lead.Missing/,
    /APX6003 Duplicate rule Lead.Broken: the standard matching rule Standard_Lead_Match_Rule_v1_0 is not public/
  ])('should be reported: %s', (expected) => {
    expect(found).toContainEqual(expect.stringMatching(expected));
  });

  it('should report nothing else', () => {
    expect(found).toHaveLength(12);
  });
});

describe('filter logic', () => {
  const value = (text: string, conditions: readonly boolean[]) =>
    holds(parseBooleanFilter(text, conditions.length), conditions.length, (index) => conditions[index] === true);

  it.each([
    ['1 AND (2 OR 3)', [true, false, true], true],
    ['1 AND (2 OR 3)', [false, true, true], false],
    ['(1 OR 2) AND NOT 3', [false, true, false], true],
    ['not (1 and 2)', [true, true], false],
    ['2', [false, true], true]
  ])('should say of %s with %j: %s', (text, conditions, expected) => {
    expect(value(text, conditions)).toBe(expected);
  });

  it.each(['1 AND 2 OR 1', '1 AND', '(1', '3', '1 XOR 2', ''])('should refuse %j', (text) => {
    expect(() => parseBooleanFilter(text, 2)).toThrow(BooleanFilterError);
  });
});
