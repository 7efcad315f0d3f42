/** A sound for pages that play recordings, where the real recordings cannot be reached. */

const SAMPLE_RATE = 8_000;
const HEADER_BYTES = 44;
/** Two voices take turns, so that a listener hears the recording move on. */
const VOICES_HERTZ: readonly number[] = [165, 220];
const SECONDS_PER_VOICE = 6;
const SYLLABLES_HERTZ = 3;
const VOLUME = 18;
const SILENCE = 128;

/** Size in bytes of the WAV file of a sound. */
export function soundSize(seconds: number): number {
  return HEADER_BYTES + Math.round(seconds * SAMPLE_RATE);
}

/**
 * Part of a WAV file (one channel, 8 bits, a soft hum with syllables), without making the rest of it.
 *
 * @param start first byte
 * @param end last byte, inclusive
 */
export function soundBytes(seconds: number, start: number, end: number): Buffer {
  const bytes = Buffer.alloc(end - start + 1);
  const header = wavHeader(Math.round(seconds * SAMPLE_RATE));
  for (let index = start; index <= end; index += 1) {
    bytes[index - start] = index < HEADER_BYTES ? (header[index] ?? 0) : sampleAt(index - HEADER_BYTES);
  }
  return bytes;
}

/** A whole WAV file. */
export function soundFile(seconds: number): Buffer {
  return soundBytes(seconds, 0, soundSize(seconds) - 1);
}

function sampleAt(index: number): number {
  const seconds = index / SAMPLE_RATE;
  const voice = VOICES_HERTZ[Math.floor(seconds / SECONDS_PER_VOICE) % VOICES_HERTZ.length] ?? 0;
  const loudness = Math.abs(Math.sin(Math.PI * SYLLABLES_HERTZ * seconds));
  return SILENCE + Math.round(VOLUME * loudness * Math.sin(2 * Math.PI * voice * seconds));
}

function wavHeader(samples: number): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('RIFF', 0);
  header.writeUInt32LE(HEADER_BYTES - 8 + samples, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(SAMPLE_RATE, 24);
  header.writeUInt32LE(SAMPLE_RATE, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples, 40);
  return header;
}
