import { readRange } from '../answer';
import { soundBytes, soundFile, soundSize } from '../sound';

describe('the stand-in for recordings', () => {
  it('makes a WAV file of the wanted length', () => {
    const file = soundFile(2);
    expect(file.subarray(0, 4).toString()).toBe('RIFF');
    expect(file.readUInt32LE(40) / file.readUInt32LE(28)).toBe(2);
    expect(file).toHaveLength(soundSize(2));
  });

  it('makes a part of it without the rest', () => {
    expect(soundBytes(2, 40, 9_000)).toEqual(soundFile(2).subarray(40, 9_001));
  });

  it.each([
    [undefined, undefined],
    ['bytes=0-', [0, 99]],
    ['bytes=10-19', [10, 19]],
    ['bytes=-10', [90, 99]],
    ['bytes=10-500', [10, 99]],
    ['bytes=100-', 'unsatisfiable'],
    ['lines=1-2', undefined]
  ])('reads the range %s', (header, range) => {
    expect(readRange(header, 100)).toEqual(range);
  });

  it('answers a long file in pieces', () => {
    expect(readRange('bytes=0-', 50_000_000)).toEqual([0, 1_048_575]);
  });
});
