import { parseArguments, UsageError } from '../arguments';

const read = (...args: string[]) => parseArguments(args, ['source', 'json'], ['no-open']);

it('reads values, lists and flags in any form', () => {
  const options = read('test', '--source', 'a,b', '--source=c', '--no-open');
  expect(options.words).toEqual(['test']);
  expect(options.values('source')).toEqual(['a', 'b', 'c']);
  expect([options.flag('no-open'), options.flag('json'), options.value('json')]).toEqual([true, false, undefined]);
});

it('keeps an equals sign inside of a value', () => {
  expect(read('--json=a=b').value('json')).toBe('a=b');
});

it('names what it does not know, and what has no value', () => {
  expect(() => read('--sauce', 'x')).toThrow(
    new UsageError('Unknown option --sauce. Known: --source, --json, --no-open')
  );
  expect(() => read('--json')).toThrow(new UsageError('The option --json needs a value'));
});
