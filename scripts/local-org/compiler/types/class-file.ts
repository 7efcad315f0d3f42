/**
 * Reads Java archives and class files as far as stub classes need it: names, super types, members and their generic
 * signatures. The stub jars that npm carries say which platform types and standard objects exist.
 */
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

export interface ClassMember {
  readonly name: string;
  /** The generic signature if there is one, else the descriptor: `()Ljava/lang/String;`. */
  readonly signature: string;
  /** JVM access flags: 1 public, 8 static, 1024 abstract. */
  readonly access: number;
}

export interface ClassFile {
  /** Internal name: `com/nawforce/runforce/SObjects/Lead`. */
  readonly name: string;
  readonly superName: string | null;
  readonly interfaces: readonly string[];
  /** The generic signature of the class itself, or null. */
  readonly signature: string | null;
  /** JVM access flags: 512 interface, 1024 abstract, 16384 enum. */
  readonly access: number;
  readonly fields: readonly ClassMember[];
  readonly methods: readonly ClassMember[];
}

const END_OF_DIRECTORY = 0x06054b50;
const DEFLATED = 8;

/**
 * The entries of a zip file by name, each with a function that reads its bytes.
 * @throws Error when the file is no zip archive
 */
export function readZip(path: string): Map<string, () => Buffer> {
  const archive = readFileSync(path);
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || archive.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error(`${path} is not a zip archive`);
  const entries = new Map<string, () => Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = archive.readUInt16LE(at + 28);
    const directory = at;
    entries.set(archive.toString('utf8', at + 46, at + 46 + nameLength), () => readEntry(archive, directory));
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

function readEntry(archive: Buffer, directory: number): Buffer {
  const method = archive.readUInt16LE(directory + 10);
  const size = archive.readUInt32LE(directory + 20);
  const local = archive.readUInt32LE(directory + 42);
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const bytes = archive.subarray(start, start + size);
  return method === DEFLATED ? inflateRawSync(bytes) : bytes;
}

/** Walks the bytes of a class file; all numbers are big-endian. */
class ByteReader {
  readonly bytes: Buffer;
  at = 0;

  constructor(bytes: Buffer, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  byte(): number {
    return this.bytes.readUInt8(this.at++);
  }

  short(): number {
    this.at += 2;
    return this.bytes.readUInt16BE(this.at - 2);
  }

  int(): number {
    this.at += 4;
    return this.bytes.readUInt32BE(this.at - 4);
  }
}

/** Constants by index: text, or the index of the text that a class constant names. */
type Constant = string | number;

const MAGIC_AND_VERSION = 8;
/** Bytes after the tag of constants that we do not read. Class-like constants (7, 8, 16, 19, 20) hold an index. */
const CONSTANT_SIZES: Readonly<Record<number, number>> = {
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  9: 4,
  10: 4,
  11: 4,
  12: 4,
  15: 3,
  17: 4,
  18: 4
};

/** Decodes one class file. */
export function readClassFile(bytes: Buffer): ClassFile {
  const reader = new ByteReader(bytes, MAGIC_AND_VERSION);
  const constants = readConstants(reader);
  const text = (index: number): string => {
    const constant = constants[index];
    return typeof constant === 'number' ? text(constant) : (constant ?? '');
  };
  const access = reader.short();
  const name = text(reader.short());
  const superIndex = reader.short();
  const interfaces = Array.from({ length: reader.short() }, () => text(reader.short()));
  const fields = readMembers(reader, text);
  const methods = readMembers(reader, text);
  const signature = readSignature(reader, text);
  return {
    name,
    superName: superIndex === 0 ? null : text(superIndex),
    interfaces,
    signature,
    access,
    fields,
    methods
  };
}

function readConstants(reader: ByteReader): (Constant | undefined)[] {
  const count = reader.short();
  const constants: (Constant | undefined)[] = new Array<Constant | undefined>(count);
  for (let i = 1; i < count; i++) {
    const tag = reader.byte();
    if (tag === 1) {
      const length = reader.short();
      constants[i] = reader.bytes.toString('utf8', reader.at, reader.at + length);
      reader.at += length;
    } else if (CONSTANT_SIZES[tag] === undefined) {
      constants[i] = reader.short();
    } else {
      reader.at += CONSTANT_SIZES[tag];
      // Long and double constants take two places.
      if (tag === 5 || tag === 6) i++;
    }
  }
  return constants;
}

function readMembers(reader: ByteReader, text: (index: number) => string): ClassMember[] {
  return Array.from({ length: reader.short() }, () => {
    const access = reader.short();
    const name = text(reader.short());
    const descriptor = text(reader.short());
    return { access, name, signature: readSignature(reader, text) ?? descriptor };
  });
}

/** Passes over a list of attributes and returns the generic signature among them. */
function readSignature(reader: ByteReader, text: (index: number) => string): string | null {
  let signature: string | null = null;
  for (let left = reader.short(); left > 0; left--) {
    const name = text(reader.short());
    const length = reader.int();
    if (name === 'Signature') signature = text(reader.bytes.readUInt16BE(reader.at));
    reader.at += length;
  }
  return signature;
}
