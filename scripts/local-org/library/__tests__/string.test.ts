import { apexToString } from '../stringify';
import { ApexDate } from '../system/Date';
import { ApexDatetime } from '../system/Datetime';
import { Decimal } from '../system/Decimal';
import { Double } from '../system/Double';
import { ApexList } from '../system/List';
import { exceptionOf, methodCall, staticCall } from './call';

const shown = (value: unknown) => apexToString(value);

describe('String methods', () => {
  // Examples of the Apex Reference where it has them.
  it.each([
    ['abbreviate(Integer)', ['Hello Maximillian', 8], 'Hello...'],
    ['abbreviate(Integer)', ['Hello', 8], 'Hello'],
    ['capitalize()', ['hello maximillian'], 'Hello maximillian'],
    ['center(Integer,String)', ['hello', 9, '*'], '**hello**'],
    ['charAt(Integer)', ['Ω is Ohm', 0], '937'],
    ['compareTo(String)', ['abcde', 'abcd'], '1'],
    ['containsIgnoreCase(String)', ['hello', 'HE'], 'true'],
    ['containsOnly(String)', ['abba', 'abcd'], 'true'],
    ['containsOnly(String)', ['abba xyz', 'abcd'], 'false'],
    ['countMatches(String)', ['Hello Jane', 'Jane'], '1'],
    ['deleteWhitespace()', [' Hello Jane '], 'HelloJane'],
    ['difference(String)', ['Hello Jane', 'Hello Max'], 'Max'],
    ['getLevenshteinDistance(String)', ['Hello Joe', 'Hello Max'], '3'],
    ['getLevenshteinDistance(String,Integer)', ['Hello Jane', 'Hello Max', 2], '-1'],
    ['indexOfAnyBut(String)', ['abcd', 'xc'], '0'],
    ['indexOfDifference(String)', ['abcd', 'abxc'], '2'],
    ['isAllLowerCase()', ['abcde'], 'true'],
    ['isAlpha()', ['abc 123'], 'false'],
    ['isAlpha()', [''], 'false'],
    ['isNumeric()', ['1.2'], 'false'],
    ['isWhitespace()', [''], 'true'],
    ['left(Integer)', ['abcdaacd', 4], 'abcd'],
    ['leftPad(Integer,String)', ['ab', 5, 'xy'], 'xyxab'],
    ['mid(Integer,Integer)', ['abcde', 2, 3], 'cde'],
    ['normalizeSpace()', ['Salesforce \t    force.com'], 'Salesforce force.com'],
    ['overlay(String,Integer,Integer)', ['hello world', 'blah', 0, 5], 'blah world'],
    ['removeEndIgnoreCase(String)', ['Salesforce.Com', 'com'], 'Salesforce.'],
    ['removeStart(String)', ['Salesforce', 'Sales'], 'force'],
    ['repeat(String,Integer)', ['SFDC', '-', 2], 'SFDC-SFDC'],
    ['replace(String,String)', ['a.b.c', '.', '$1'], 'a$1b$1c'],
    ['reverse()', ['abc'], 'cba'],
    ['right(Integer)', ['Hello Max', 3], 'Max'],
    ['splitByCharacterTypeCamelCase()', ['Lightning.platform'], '(Lightning, ., platform)'],
    ['splitByCharacterTypeCamelCase()', ['fooBar200ASF'], '(foo, Bar, 200, ASF)'],
    ['stripHtmlTags()', ['<b>hello <i>world</i></b>'], 'hello world'],
    ['substringAfterLast(String)', ['Salesforce.Lightning.Platform', '.'], 'Platform'],
    ['substringBefore(String)', ['Salesforce', '?'], 'Salesforce'],
    ['substringBetween(String,String)', ['xx[a]yy', '[', ']'], 'a'],
    ['substringBetween(String)', ['tag', 'tagx'], 'null'],
    ['swapCase()', ['Force.com'], 'fORCE.COM'],
    ['uncapitalize()', ['Hello'], 'hello']
  ])('%s of %j is %s', (signature, args, expected) => {
    expect(shown(methodCall('String', signature, ...args))).toBe(expected);
  });

  it.each([
    ['a,b,,c,,', ',', undefined, '(a, b, , c)'],
    ['a,b,,c,,', ',', -1, '(a, b, , c, , )'],
    ['a,b,c', ',', 2, '(a, b,c)'],
    ['boo:and:foo', 'o', undefined, '(b, , :and:f)'],
    ['no match', ',', undefined, '(no match)'],
    ['', ',', undefined, '()'],
    ['a.b', '\\.', undefined, '(a, b)']
  ])('splits %j at %j with limit %s', (text, pattern, limit, expected) => {
    const parts =
      limit === undefined
        ? methodCall('String', 'split(String)', text, pattern)
        : methodCall('String', 'split(String,Integer)', text, pattern, limit);
    expect(shown(parts)).toBe(expected);
  });

  it('says which position is out of bounds', () => {
    expect(exceptionOf(() => methodCall('String', 'substring(Integer)', 'abc', 4))).toBe(
      'System.StringException: Starting position out of bounds: 4'
    );
    expect(exceptionOf(() => methodCall('String', 'substring(Integer,Integer)', 'abc', 1, 4))).toBe(
      'System.StringException: Ending position out of bounds: 4'
    );
  });

  it.each([
    ['escapeCsv()', 'Max1, "Max2"', '"Max1, ""Max2"""'],
    ['escapeEcmaScript()', '"grade": 3.9/4.0', '\\"grade\\": 3.9\\/4.0'],
    ['escapeHtml3()', '"<Black&White>"', '&quot;&lt;Black&amp;White&gt;&quot;'],
    ['escapeHtml4()', 'é — “x”', '&eacute; &mdash; &ldquo;x&rdquo;'],
    ['escapeJava()', 'Company: "Salesforce.com"', 'Company: \\"Salesforce.com\\"'],
    ['escapeUnicode()', 'De onde você é?', 'De onde voc\\u00EA \\u00E9?'],
    ['escapeXml()', '"<Black&White>\'"', '&quot;&lt;Black&amp;White&gt;&apos;&quot;'],
    ['unescapeHtml4()', '&quot;&lt;Black&amp;White&gt;&quot; &#233;&#xe9;&nope;', '"<Black&White>" éé&nope;'],
    ['unescapeUnicode()', 'De onde voc\\u00EA \\u00E9?', 'De onde você é?'],
    ['unescapeCsv()', '"Max1, ""Max2"""', 'Max1, "Max2"']
  ])('%s', (signature, text, expected) => {
    expect(methodCall('String', signature, text)).toBe(expected);
  });
});

describe('String statics', () => {
  it('formats with the quoting of MessageFormat', () => {
    const format = (template: string, ...args: unknown[]) =>
      staticCall('String', 'format(String,List<Object>)', template, new ApexList('Object', args));
    expect(format("It''s {0} o''clock, {1}", 5, null)).toBe("It's 5 o'clock, null");
    expect(format("It's {0}", 5)).toBe('Its {0}');
    expect(format('{1} {2}', 'a', 'b')).toBe('b {2}');
    expect(exceptionOf(() => format('{0', 'a'))).toBe('System.StringException: Unmatched braces in the pattern.');
  });

  it('joins with empty text for null', () => {
    expect(staticCall('String', 'join(Object,String)', new ApexList('Object', ['a', null, 3]), ', ')).toBe('a, , 3');
  });

  it('tells blank from empty', () => {
    expect(staticCall('String', 'isBlank(String)', ' \t')).toBe(true);
    expect(staticCall('String', 'isEmpty(String)', ' ')).toBe(false);
    expect(staticCall('String', 'isNotBlank(String)', null)).toBe(false);
  });

  it('escapes single quotes', () => {
    expect(staticCall('String', 'escapeSingleQuotes(String)', "O'Neil")).toBe("O\\'Neil");
  });
});

describe('Values as text', () => {
  it.each([
    ['Integer', 42, '42'],
    ['Long', 42n, '42'],
    ['Double', new Double(5), '5.0'],
    ['large Double', new Double(12345678), '1.2345678E7'],
    ['Decimal', Decimal.parse('1.50'), '1.50'],
    ['Boolean', true, 'true'],
    ['null', null, 'null'],
    // A Date that is no Date any more for the compiler has a time.
    ['Date', new ApexDate(2024, 2, 9), '2024-02-09 00:00:00'],
    ['Datetime in GMT', new ApexDatetime(Date.UTC(2024, 1, 9, 8, 5, 3)), '2024-02-09 08:05:03'],
    ['List', new ApexList('Object', ['a', 1, null]), '(a, 1, null)'],
    [
      'eleven elements',
      new ApexList('Integer', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
      '(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ...)'
    ]
  ])('%s', (_what, value, expected) => {
    expect(shown(value)).toBe(expected);
  });

  it('String.valueOf knows Date and Datetime, and keeps null', () => {
    expect(staticCall('String', 'valueOf(Date)', new ApexDate(2024, 2, 9))).toBe('2024-02-09');
    expect(staticCall('String', 'valueOf(Datetime)', new ApexDatetime(Date.UTC(2024, 1, 9, 8)))).toBe(
      '2024-02-09 00:00:00'
    );
    expect(staticCall('String', 'valueOfGmt(Datetime)', new ApexDatetime(Date.UTC(2024, 1, 9, 8)))).toBe(
      '2024-02-09 08:00:00'
    );
    expect(staticCall('String', 'valueOf(Object)', null)).toBeNull();
  });
});
