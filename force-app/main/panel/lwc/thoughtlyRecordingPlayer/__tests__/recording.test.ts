import { failureReason, isExpired, readSpeed, rememberSpeed } from '../recording';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const PLAIN = 'https://recordings.thoughtly.com/a.mp3';
const SIGNED = `${PLAIN}?X-Amz-Date=20260601T100000Z&X-Amz-Expires=3600`;

describe('a recording', () => {
  afterEach(() => window.localStorage.clear());

  it.each([
    [{ url: PLAIN, code: 4, isBlocked: true }, 'c.Thoughtly_Player_Untrusted'],
    [{ url: SIGNED, code: 4, isBlocked: false }, 'c.Thoughtly_Player_Expired'],
    [{ url: PLAIN, code: 2, isBlocked: false }, 'c.Thoughtly_Player_Network'],
    [{ url: PLAIN, code: 3, isBlocked: false }, 'c.Thoughtly_Player_Not_Audio'],
    [{ url: PLAIN, code: 4, isBlocked: false }, 'c.Thoughtly_Player_Error']
  ])('says of %j: %s', (failure, reason) => {
    expect(failureReason(failure, NOW)).toBe(reason);
  });

  it('reads when a signature runs out', () => {
    expect(isExpired(SIGNED, NOW)).toBe(true);
    expect(isExpired(SIGNED.replace('3600', '86400'), NOW)).toBe(false);
    expect(isExpired(`${PLAIN}?Expires=${NOW / 1000 - 1}`, NOW)).toBe(true);
    expect(isExpired(PLAIN, NOW)).toBe(false);
  });

  it('remembers the speed', () => {
    expect(readSpeed()).toBe(1);
    rememberSpeed(1.5);
    expect(readSpeed()).toBe(1.5);
  });

  it('takes no speed that the player does not have', () => {
    rememberSpeed(9);
    expect(readSpeed()).toBe(1);
  });
});
