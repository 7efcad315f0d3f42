/** `System.Blob`: bytes. */
import { newException } from '../../runtime/exceptions';
import { platformType } from '../registry';

/** Immutable by convention: nobody writes into `bytes`. */
export class ApexBlob {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  static fromText(text: string): ApexBlob {
    return new ApexBlob(Buffer.from(text, 'utf8'));
  }

  /** The bytes as UTF-8. Throws `StringException` when they are none. */
  toText(): string {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(this.bytes);
    } catch {
      throw newException('System.StringException', 'BLOB is not a valid UTF-8 string');
    }
  }

  equals(other: ApexBlob): boolean {
    return Buffer.compare(this.bytes, other.bytes) === 0;
  }

  /** What a debug statement shows: the size only. */
  toString(): string {
    return `Blob[${this.bytes.length}]`;
  }
}

function blobOf(text: string | null): ApexBlob {
  if (text === null) throw newException('System.NullPointerException', 'Argument cannot be null.');
  return ApexBlob.fromText(text);
}

platformType({
  name: 'System.Blob',
  jsClass: ApexBlob,
  statics: { valueOf: blobOf },
  methods: {
    size: (self: ApexBlob) => self.bytes.length,
    toString: (self: ApexBlob) => self.toText()
  }
});
