import { parseUnit } from '../parse';

const messagesOf = (body: string) =>
  parseUnit('Sample.cls', `class Sample { ${body} }`).diagnostics.map(({ message }) => message);

it.each([
  ['Integer number;', 'Identifier name is reserved: number'],
  ['void run(String system) {}', 'Identifier name is reserved: system'],
  ['void run() { for (Account group : rows) {} }', 'Identifier name is reserved: group'],
  ['void run() { Integer limit = 1; }', "Unexpected token 'limit'."],
  ['void trigger() {}', "Unexpected token 'trigger'."]
])('refuses the name in %s', (body, message) => {
  expect(messagesOf(body)).toEqual([message]);
});

it('lets methods have names that variables may not have', () => {
  expect(messagesOf('void number() {} void group() {} void transaction() {}')).toEqual([]);
});
