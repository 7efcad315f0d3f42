import { dispositionTone, secureUrl, splitAnswers } from 'c/thoughtlyCalls';

describe('c/thoughtlyCalls', () => {
  it.each([
    ['Qualified', 'success'],
    ['appointment booked', 'success'],
    ['Voicemail Left', 'warning'],
    ['Not Interested', 'error'],
    ['Something an admin made', 'shade'],
    [null, 'shade']
  ])('gives %s the tone %s', (disposition, tone) => {
    expect(dispositionTone(disposition)).toBe(tone);
  });

  it('splits qualifying answers at semicolons and lines', () => {
    expect(splitAnswers('Owns home; wants install in 60 days;\nquote by Friday.')).toEqual([
      'Owns home',
      'wants install in 60 days',
      'quote by Friday.'
    ]);
    expect(splitAnswers(null)).toEqual([]);
  });

  it.each([
    'javascript:alert(1)',
    'data:audio/mp3;base64,AAAA',
    'http://example.com/a.mp3',
    'example.com/a.mp3',
    '',
    null
  ])('refuses the address %s', (url) => {
    expect(secureUrl(url)).toBeUndefined();
  });

  it('takes secure addresses', () => {
    expect(secureUrl(' https://recordings.thoughtly.com/a.mp3?sig=1 ')).toBe(
      'https://recordings.thoughtly.com/a.mp3?sig=1'
    );
  });
});
