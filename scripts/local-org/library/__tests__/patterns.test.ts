import { compilePattern } from '../regex/compiled';
import { ApexMatcher } from '../system/Matcher';
import { exceptionOf, methodCall, staticCall } from './call';

const replaceAll = (text: string, pattern: string, replacement: string) =>
  methodCall('String', 'replaceAll(String,String)', text, pattern, replacement);
const matcher = (pattern: string, text: string) => new ApexMatcher(compilePattern(pattern), text);

describe('Java patterns', () => {
  it.each([
    ['groups', 'foo123', '([a-z]+)(\\d+)', '$2-$1', '123-foo'],
    ['named groups', 'John Smith', '(?<first>\\w+) (?<last>\\w+)', '${last}, ${first}', 'Smith, John'],
    ['escaped replacement', 'a', 'a', '\\$1', '$1'],
    ['leading flag', 'ABC', '(?i)b', '-', 'A-C'],
    ['scoped flag', 'aBAb', '(?i:a)b', '-', 'aB-'],
    ['flag in a class', 'Q1', '(x|(?i:[a-z]))1', '-', '-'],
    ['class intersection', 'abcxyz', '[a-z&&[^bcx]]', '-', '-bcx--'],
    ['class union', 'a5z', '[a-c[0-9]]', '-', '--z'],
    ['quoted text', 'a.b*c', '\\Q.b*\\E', '-', 'a-c'],
    ['possessive quantifier', 'aaab', 'a*+b', '-', '-'],
    ['possessive does not give back', 'aaa', 'a*+a', '-', 'aaa'],
    ['atomic group', 'foobar', '(?>foo|foob)ar', '-', 'foobar'],
    ['POSIX class', 'a,b!c', '\\p{Punct}', '', 'abc'],
    ['Unicode category', 'Äb1', '\\p{Lu}', '-', '-b1'],
    ['back reference', 'hello', '(l)\\1', '-', 'he-o'],
    ['look behind', 'a1b2', '(?<=b)\\d', '-', 'a1b-'],
    ['multiline', 'a\nb', '(?m)^', '> ', '> a\n> b'],
    ['end before a last line break', 'a\n', 'a$', '-', '-\n'],
    ['comments', 'ab', '(?x) a  # first\n b', '-', '-'],
    ['any character stops at line ends', 'a\nb', 'a.b', '-', 'a\nb'],
    ['dot-all flag', 'a\nb', '(?s)a.b', '-', '-'],
    ['hexadecimal and octal', 'A*', '\\x41\\052', '-', '-'],
    ['empty matches', 'abc', 'x*', '-', '-a-b-c-'],
    ['horizontal space', 'a\u00a0b', '\\h', '_', 'a_b'],
    ['surrogate pairs', 'x😀y', '[^a-z]', '-', 'x-y']
  ])('%s', (_what, text, pattern, replacement, expected) => {
    expect(replaceAll(text, pattern, replacement)).toBe(expected);
  });

  it.each([
    ['(', 'Unclosed group'],
    ['*a', "Dangling meta character '*'"],
    ['[a', 'Unclosed character class'],
    ['a)', "Unmatched closing ')'"]
  ])('refuses %s', (pattern, problem) => {
    expect(exceptionOf(() => staticCall('Pattern', 'compile(String)', pattern))).toContain(
      `System.StringException: Invalid regex: ${problem}`
    );
  });

  it('refuses groups that do not exist in a replacement', () => {
    expect(exceptionOf(() => replaceAll('a', '(a)', '$2'))).toBe('System.StringException: No group 2');
  });
});

describe('Matcher', () => {
  it('finds one match after the other', () => {
    const digits = matcher('(\\d)(x)?', 'a1b2x');
    expect([digits.find(), digits.group(0), digits.start(0), digits.group(2), digits.start(2)]).toEqual([
      true,
      '1',
      1,
      null,
      -1
    ]);
    expect([digits.find(), digits.group(0), digits.end(0), digits.group(2)]).toEqual([true, '2x', 5, 'x']);
    expect(digits.find()).toBe(false);
    expect(exceptionOf(() => digits.group(0))).toBe('System.StringException: No match found');
  });

  it('matches all of the text, or its beginning', () => {
    expect(matcher('a|ab', 'ab').matches()).toBe(true);
    expect(matcher('a', 'ab').matches()).toBe(false);
    expect(matcher('a', 'ab').lookingAt()).toBe(true);
    expect(matcher('b', 'ab').lookingAt()).toBe(false);
  });

  it('keeps to its region', () => {
    const inside = matcher('^\\w+$', 'one two three').region(4, 7);
    expect([inside.find(), inside.group(0), inside.start(0)]).toEqual([true, 'two', 4]);
  });

  it('quotes patterns and replacements', () => {
    const quoted = staticCall('Pattern', 'quote(String)', 'a.b') as string;
    expect(staticCall('Pattern', 'matches(String,String)', quoted, 'a.b')).toBe(true);
    expect(staticCall('Pattern', 'matches(String,String)', quoted, 'axb')).toBe(false);
    expect(replaceAll('x', 'x', staticCall('Matcher', 'quoteReplacement(String)', '$1\\') as string)).toBe('$1\\');
  });
});
