import { ApexObject, callMethod, findMethod, hasMethod } from '../objects';

class Greeter extends ApexObject {
  'greet(string)'(name: string): string {
    return `Hello ${name}`;
  }

  'compare(account,account)'(): number {
    return 1;
  }
}
Object.defineProperty(Greeter.prototype, '$type', { value: { name: 'Greeter' } });

describe('callMethod', () => {
  it('finds a method by name and parameter types, without regard to case', () => {
    expect(callMethod(new Greeter(), 'Greet', ['Ada'], ['String'])).toBe('Hello Ada');
  });

  it('says which method is missing', () => {
    expect(() => callMethod(new Greeter(), 'shout', [], [])).toThrow('Greeter has no method shout()');
  });

  it('refuses values that are no user objects', () => {
    expect(() => callMethod('text', 'greet', [], [])).toThrow(
      'greet is called on a value that is no instance of a user class'
    );
  });
});

it('tells whether an object has a method', () => {
  expect(hasMethod(new Greeter(), 'greet', ['String'])).toBe(true);
  expect(hasMethod(new Greeter(), 'greet', ['Integer'])).toBe(false);
  expect(hasMethod(null, 'greet', ['String'])).toBe(false);
  expect(findMethod(new Greeter(), 'nothing()')).toBeUndefined();
});
