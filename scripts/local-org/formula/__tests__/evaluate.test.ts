import { ApexDate } from '../../library/system/Date';
import { ApexDatetime } from '../../library/system/Datetime';
import { Decimal } from '../../library/system/Decimal';
import { ApexTime } from '../../library/system/Time';
import { FormulaSyntaxError, FormulaValueError } from '../ast';
import type { FormulaContext } from '../context';
import { compileFormula, evaluate } from '../evaluate';
import { textOf, type FormulaValue } from '../values';

const NOW = Date.UTC(2026, 4, 20, 3, 30);

const fields: Record<string, FormulaValue> = {
  Name: 'Ada Lovelace',
  Empty: null,
  Amount: Decimal.parse('12.50'),
  Stage: 'Sent',
  Colors: 'red;blue',
  Start: new ApexDate(2026, 1, 31),
  At: new ApexDatetime(Date.UTC(2026, 0, 31, 23, 15)),
  'Owner.Name': 'Grace'
};

function context(given: Partial<FormulaContext> & { prior?: Record<string, FormulaValue> } = {}): FormulaContext {
  const read = (path: readonly string[]) => fields[path.join('.')] ?? null;
  const readPrior = (path: readonly string[]) => given.prior?.[path.join('.')] ?? read(path);
  return {
    read,
    readPrior,
    isNew: false,
    isClone: false,
    now: NOW,
    timeZone: 'America/New_York',
    areBlanksZero: false,
    ...given
  };
}

const value = (text: string, given: Parameters<typeof context>[0] = {}) =>
  evaluate(compileFormula(text), context(given));
const shown = (text: string, given: Parameters<typeof context>[0] = {}) => {
  const result = value(text, given);
  return typeof result === 'boolean' || result === null ? result : textOf(result);
};

describe('operators', () => {
  it.each([
    ['1 + 2 * 3', '7'],
    ['(1 + 2) * 3', '9'],
    ['2 ^ 3', '8'],
    ['-Amount + 1', '-11.5'],
    ['10 / 4', '2.5'],
    ['7 - 2 - 1', '4'],
    ['"a" & "b" & 1', 'ab1'],
    ['"a" + "b"', 'ab'],
    ['1 < 2 && !(3 <= 2)', true],
    ['1 = 2 || 1 <> 2', true],
    ['1 == 1 && 1 != 2', true],
    ['/* why */ 1 + /* not */ 1', '2'],
    ['Name = "ADA LOVELACE"', false],
    ['"She said \\"no\\""', 'She said "no"'],
    ['Owner.Name', 'Grace']
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('computes with blanks as blanks in rules, and as zero in formula fields', () => {
    expect(value('Empty + 1')).toBeNull();
    expect(value('Empty < 1')).toBe(false);
    expect(value('Empty = 0')).toBe(false);
    expect(shown('Empty + 1', { areBlanksZero: true })).toBe('1');
    expect(value('Empty < 1', { areBlanksZero: true })).toBe(true);
  });

  it('moves dates by days and moments by fractions of days', () => {
    expect(shown('Start + 1')).toBe('2026-02-01');
    expect(shown('DATE(2026, 2, 10) - Start')).toBe('10');
    expect(shown('At + 0.5')).toBe('2026-02-01 11:15:00Z');
    expect(value('Start < TODAY()')).toBe(true);
  });
});

describe('functions', () => {
  it.each([
    ['IF(Amount > 10, "much", "little")', 'much'],
    ['CASE(Stage, "Packed", 1, "Sent", 2, 3)', '2'],
    ['CASE(Stage, "Packed", 1, 3)', '3'],
    ['AND(TRUE, NOT(FALSE), OR(FALSE, TRUE))', true],
    ['ISBLANK(Empty)', true],
    ['ISBLANK(Name)', false],
    ['BLANKVALUE(Empty, "none")', 'none'],
    ['NULLVALUE(Amount, 1)', '12.5'],
    ['ISPICKVAL(Stage, "Sent")', true],
    ['ISPICKVAL(Empty, "")', true],
    ['INCLUDES(Colors, "blue")', true],
    ['TEXT(Amount)', '12.5'],
    ['TEXT(Start)', '2026-01-31'],
    ['VALUE(" 3.20 ")', '3.2'],
    ['LEN(Name)', '12'],
    ['LEN(Empty)', '0'],
    ['LEFT(Name, 3)', 'Ada'],
    ['RIGHT(Name, 4)', 'lace'],
    ['MID(Name, 5, 4)', 'Love'],
    ['CONTAINS(Name, "Love")', true],
    ['BEGINS(Name, "ada")', false],
    ['FIND("a", Name)', '3'],
    ['FIND("a", Name, 4)', '10'],
    ['FIND("z", Name)', '0'],
    ['SUBSTITUTE(Name, "a", "4")', 'Ad4 Lovel4ce'],
    ['TRIM("  a  b ")', 'a b'],
    ['UPPER("ab") & LOWER("CD")', 'ABcd'],
    ['LPAD("7", 3, "0")', '007'],
    ['REGEX("415-555", "[0-9]{3}-[0-9]{3}")', true],
    ['REGEX("x415-555", "[0-9]{3}-[0-9]{3}")', false],
    ['ISNUMBER("1e")', false],
    ['ROUND(2.5, 0)', '3'],
    ['ROUND(-2.345, 2)', '-2.35'],
    ['FLOOR(-2.5)', '-2'],
    ['MFLOOR(-2.5)', '-3'],
    ['CEILING(-2.5)', '-3'],
    ['ABS(-3)', '3'],
    ['MOD(10, 4)', '2'],
    ['MIN(3, 1, 2)', '1'],
    ['MAX(3, 1, 2)', '3'],
    ['SQRT(9)', '3'],
    ['YEAR(Start) + MONTH(Start) + DAY(Start)', '2058'],
    ['WEEKDAY(DATE(2026, 5, 20))', '4'],
    ['ADDMONTHS(Start, 1)', '2026-02-28'],
    ['ADDMONTHS(DATE(2026, 2, 28), 1)', '2026-03-31'],
    ['DATEVALUE(At)', '2026-01-31'],
    ['DATEVALUE("2026-03-04")', '2026-03-04'],
    ['DATETIMEVALUE("2026-03-04 05:06:07")', '2026-03-04 05:06:07Z'],
    [
      'HYPERLINK("https://a.example/?x=1&y=2", "go")',
      '<a href="https://a.example/?x=1&amp;y=2" target="_blank">go</a>'
    ],
    ['CASESAFEID("00Q000000000001")', '00Q000000000001EAA']
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('take the day of the user, and the moment of the clock', () => {
    expect(shown('TODAY()')).toBe('2026-05-19');
    expect(value('NOW()')).toEqual(new ApexDatetime(NOW));
    expect(value('TIMEVALUE("17:30:45.125")')).toEqual(ApexTime.of(17, 30, 45, 125));
  });

  it('compute only the branch that counts', () => {
    expect(shown('IF(TRUE, 1, 1 / 0)')).toBe('1');
    expect(value('OR(TRUE, 1 / 0 = 1)')).toBe(true);
  });

  it('compare a record with what it was', () => {
    const prior = { Stage: 'Packed' };
    expect(value('ISCHANGED(Stage)', { prior })).toBe(true);
    expect(value('ISCHANGED(Name)', { prior })).toBe(false);
    expect(value('ISCHANGED(Stage)', { prior, isNew: true })).toBe(false);
    expect(shown('PRIORVALUE(Stage)', { prior })).toBe('Packed');
    expect(value('ISNEW()', { isNew: true })).toBe(true);
  });
});

describe('what has no value', () => {
  it.each(['1 / 0', 'VALUE("abc")', 'DATE(2026, 2, 30)', 'MOD(1, 0)', '"a" - 1', 'SQRT(-1)'])('%s', (text) => {
    expect(() => value(text)).toThrow(FormulaValueError);
  });
});

describe('what is no formula', () => {
  it.each([
    ['1 +', 'The formula ends too early', 3],
    ['IF(TRUE, 1', 'Expected ")"', 10],
    ['"open', 'A text has no closing quote', 0],
    ['1 2', 'Unexpected "2"', 2],
    ['a ? b', 'Unexpected character ?', 2]
  ])('%s', (text, message, at) => {
    expect(() => compileFormula(text)).toThrow(FormulaSyntaxError);
    expect(() => compileFormula(text)).toThrow(message);
    try {
      compileFormula(text);
    } catch (error) {
      expect((error as FormulaSyntaxError).at).toBe(at);
    }
  });
});
