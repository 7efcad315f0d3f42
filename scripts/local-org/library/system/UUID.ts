/** `System.UUID`. */
import { randomUUID } from 'node:crypto';
import { newException } from '../../runtime/exceptions';
import { textHash } from '../equality';
import { required } from '../null-argument';
import { platformType } from '../registry';

export class ApexUuid {
  /** In lower case, with hyphens. */
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  equals(other: unknown): boolean {
    return other instanceof ApexUuid && other.text === this.text;
  }

  hashText(): string {
    return `UUID ${this.text}`;
  }

  toString(): string {
    return this.text;
  }
}

function fromString(text: string | null): ApexUuid {
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(required(text))) {
    throw newException('System.IllegalArgumentException', `Invalid UUID string: ${text}`);
  }
  return new ApexUuid(required(text).toLowerCase());
}

platformType({
  name: 'System.UUID',
  jsClass: ApexUuid,
  statics: { fromString, randomUUID: () => new ApexUuid(randomUUID()) },
  methods: {
    equals: (self: ApexUuid, other: unknown) => self.equals(other),
    hashCode: (self: ApexUuid) => textHash(self.text),
    toString: (self: ApexUuid) => self.text
  }
});
