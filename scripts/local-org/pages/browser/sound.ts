/** A short sound for pages that play recordings, where the real recordings cannot be reached. */

const SAMPLE_RATE = 8_000;
const HEADER_BYTES = 44;
const TONE_HERTZ = 330;

/** A WAV file: one channel, 8 bits, a quiet tone. */
export function toneFile(seconds: number): Buffer {
  const samples = Math.round(seconds * SAMPLE_RATE);
  const file = Buffer.alloc(HEADER_BYTES + samples);
  file.write('RIFF', 0);
  file.writeUInt32LE(HEADER_BYTES - 8 + samples, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(SAMPLE_RATE, 24);
  file.writeUInt32LE(SAMPLE_RATE, 28);
  file.writeUInt16LE(1, 32);
  file.writeUInt16LE(8, 34);
  file.write('data', 36);
  file.writeUInt32LE(samples, 40);
  for (let index = 0; index < samples; index += 1) {
    file[HEADER_BYTES + index] = 128 + Math.round(20 * Math.sin((2 * Math.PI * TONE_HERTZ * index) / SAMPLE_RATE));
  }
  return file;
}
