import { asNumber, asText, errorMessage, isObject, parseJson } from 'c/thoughtlyJson';

describe('c/thoughtlyJson', () => {
  it('reads JSON and answers undefined for everything that is none', () => {
    expect(parseJson('{"a":1}')).toEqual({ a: 1 });
    expect(parseJson('{"a":')).toBeUndefined();
    expect(parseJson('')).toBeUndefined();
    expect(parseJson(null)).toBeUndefined();
  });

  it('takes only objects with named properties as objects', () => {
    expect(isObject({})).toBe(true);
    expect(isObject([])).toBe(false);
    expect(isObject(null)).toBe(false);
  });

  it('takes blank text as no text', () => {
    expect(asText('Maya')).toBe('Maya');
    expect(asText('   ')).toBeUndefined();
    expect(asText(7)).toBe('7');
    expect(asText({})).toBeUndefined();
  });

  it('reads numbers from numbers and from their text', () => {
    expect(asNumber(0)).toBe(0);
    expect(asNumber('4526')).toBe(4526);
    expect(asNumber('')).toBeUndefined();
    expect(asNumber('soon')).toBeUndefined();
    expect(asNumber(true)).toBeUndefined();
  });

  it('finds the message of an error in each of its shapes', () => {
    expect(errorMessage({ body: { message: 'No access' } })).toBe('No access');
    expect(errorMessage({ body: [{ message: 'First' }, { message: 'Second' }] })).toBe('First');
    expect(errorMessage(new Error('Network'))).toBe('Network');
    expect(errorMessage({ body: {} })).toBeUndefined();
    expect(errorMessage(undefined)).toBeUndefined();
  });
});
