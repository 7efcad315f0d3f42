import { commentAbove, readComments } from '../apex/comments';

const above = (...lines: readonly string[]) => {
  const text = lines.join('\n');
  return commentAbove(text, readComments(text), lines.length);
};

describe('the comment above a declaration', () => {
  it.each([
    ['directly above', ['/** Why. */', 'public String a;']],
    ['above an annotation', ['/** Why. */', '@AuraEnabled', 'public String a;']],
    ['above a path with a wildcard', ['/** Why. */', "@RestResource(urlMapping='/v1/*')", 'global class A {']],
    ['above a string with a semicolon', ['/** Why. */', "@InvocableVariable(label='a; b {c}')", 'public String a;']],
    [
      'above an annotation of several lines',
      ['/** Why. */', '@InvocableMethod(', "  label='a'", ')', 'public void a() {']
    ]
  ])('is found %s', (_where, lines) => {
    expect(above(...lines)).toBe('/** Why. */');
  });

  it.each([
    ['a member between', ['/** Why. */', 'public String b;', 'public String a;']],
    ['an annotated member between', ['/** Why. */', '@AuraEnabled public String b;', 'public String a;']],
    ['an empty line between', ['public String b; // of b', '}', '', 'public String a;']]
  ])('is not taken over %s', (_what, lines) => {
    expect(above(...lines)).toBeUndefined();
  });
});
