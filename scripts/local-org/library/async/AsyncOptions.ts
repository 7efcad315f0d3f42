/** `System.AsyncOptions`, `System.QueueableDuplicateSignature`, `System.AsyncInfo`: how a Queueable is queued. */
import { newException } from '../../runtime/exceptions';
import { currentEntryPoint } from '../../runtime/entry-point';
import { platformType } from '../registry';

/** Bytes that a duplicate signature may have. */
const MAXIMUM_SIGNATURE_SIZE = 16_000;

export class DuplicateSignature {
  /** Equal for equal signatures. */
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

class DuplicateSignatureBuilder {
  readonly parts: string[] = [];

  get size(): number {
    return this.parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0);
  }

  add(kind: string, value: unknown): this {
    if (value === null) throw newException('System.NullPointerException', 'Argument cannot be null.');
    this.parts.push(`${kind}:${String(value)}`);
    if (this.size > MAXIMUM_SIGNATURE_SIZE) {
      throw newException('System.InvalidParameterValueException', 'The queueable duplicate signature is too large');
    }
    return this;
  }
}

export class AsyncOptionsValue {
  duplicateSignature: DuplicateSignature | null = null;
  maximumStackDepth: number | null = null;
  /** Whole minutes, 0 to 10. */
  delayMinutes: number | null = null;
}

platformType({
  name: 'System.AsyncOptions',
  jsClass: AsyncOptionsValue,
  constructors: { '()': () => new AsyncOptionsValue() },
  properties: {
    DuplicateSignature: {
      get: (options: AsyncOptionsValue) => options.duplicateSignature,
      set: (options: AsyncOptionsValue, value: DuplicateSignature | null) => {
        options.duplicateSignature = value;
      }
    },
    MaximumQueueableStackDepth: {
      get: (options: AsyncOptionsValue) => options.maximumStackDepth,
      set: (options: AsyncOptionsValue, value: number | null) => {
        options.maximumStackDepth = value;
      }
    },
    MinimumQueueableDelayInMinutes: {
      get: (options: AsyncOptionsValue) => options.delayMinutes,
      set: (options: AsyncOptionsValue, value: number | null) => {
        options.delayMinutes = value;
      }
    }
  }
});

platformType({
  name: 'System.QueueableDuplicateSignature',
  jsClass: DuplicateSignature,
  constructors: { '()': () => new DuplicateSignature('') },
  methods: { toString: (signature: DuplicateSignature) => signature.text }
});

platformType({
  name: 'System.QueueableDuplicateSignature.Builder',
  jsClass: DuplicateSignatureBuilder,
  constructors: { '()': () => new DuplicateSignatureBuilder() },
  methods: {
    addId: (builder: DuplicateSignatureBuilder, value: string | null) => builder.add('id', value),
    addInteger: (builder: DuplicateSignatureBuilder, value: number | null) => builder.add('integer', value),
    addString: (builder: DuplicateSignatureBuilder, value: string | null) => builder.add('string', value),
    build: (builder: DuplicateSignatureBuilder) => new DuplicateSignature(builder.parts.join('\n')),
    getMaxSize: () => MAXIMUM_SIGNATURE_SIZE,
    getSize: (builder: DuplicateSignatureBuilder) => builder.size,
    getRemainingSize: (builder: DuplicateSignatureBuilder) => MAXIMUM_SIGNATURE_SIZE - builder.size
  }
});

platformType({
  name: 'System.AsyncInfo',
  statics: {
    getCurrentQueueableStackDepth: () => currentEntryPoint().queueableDepth,
    getMaximumQueueableStackDepth: () => currentEntryPoint().maximumQueueableDepth ?? 0,
    getMinimumQueueableDelayInMinutes: () => currentEntryPoint().queueableDelayMinutes,
    hasMaxStackDepth: () => currentEntryPoint().maximumQueueableDepth !== null
  }
});
