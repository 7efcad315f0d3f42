/** `System.Crypto`: digests, message authentication codes, signatures, AES. */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  randomBytes,
  sign as signBytes,
  timingSafeEqual,
  verify as verifyBytes
} from 'node:crypto';
import { newException } from '../../runtime/exceptions';
import { required } from '../null-argument';
import { platformType } from '../registry';
import { ApexBlob } from './Blob';

const DIGESTS: Readonly<Record<string, string>> = {
  md5: 'md5',
  sha1: 'sha1',
  'sha-1': 'sha1',
  'sha-256': 'sha256',
  'sha-512': 'sha512',
  'sha3-256': 'sha3-256',
  'sha3-384': 'sha3-384',
  'sha3-512': 'sha3-512'
};
const MACS: Readonly<Record<string, string>> = {
  hmacmd5: 'md5',
  hmacsha1: 'sha1',
  hmacsha256: 'sha256',
  hmacsha512: 'sha512'
};
const SIGNATURES: Readonly<Record<string, string>> = {
  rsa: 'sha1',
  'rsa-sha1': 'sha1',
  'rsa-sha256': 'sha256',
  'rsa-sha384': 'sha384',
  'rsa-sha512': 'sha512',
  'ecdsa-sha256': 'sha256',
  'ecdsa-sha384': 'sha384',
  'ecdsa-sha512': 'sha512'
};
const KEY_BYTES: Readonly<Record<string, number>> = { aes128: 16, aes192: 24, aes256: 32 };
const IV_BYTES = 16;

function lookUp<T>(table: Readonly<Record<string, T>>, algorithm: string | null): T {
  const found = table[required(algorithm).toLowerCase()];
  if (found === undefined) throw newException('System.SecurityException', `Invalid algorithm ${algorithm}`);
  return found;
}

function bytes(blob: ApexBlob | null): Uint8Array {
  return required(blob).bytes;
}

function generateMac(algorithm: string | null, input: ApexBlob | null, key: ApexBlob | null): ApexBlob {
  return new ApexBlob(createHmac(lookUp(MACS, algorithm), bytes(key)).update(bytes(input)).digest());
}

function verifyMac(
  algorithm: string | null,
  input: ApexBlob | null,
  key: ApexBlob | null,
  mac: ApexBlob | null
): boolean {
  const expected = generateMac(algorithm, input, key).bytes;
  return expected.length === bytes(mac).length && timingSafeEqual(expected, bytes(mac));
}

/** The key is PKCS #8 in DER, as after `EncodingUtil.base64Decode` of a PEM file. */
function sign(algorithm: string | null, input: ApexBlob | null, privateKey: ApexBlob | null): ApexBlob {
  const key = readKey(() => createPrivateKey({ key: Buffer.from(bytes(privateKey)), format: 'der', type: 'pkcs8' }));
  return new ApexBlob(signBytes(lookUp(SIGNATURES, algorithm), bytes(input), key));
}

/** The key is X.509 (SPKI) in DER. */
function verify(
  algorithm: string | null,
  input: ApexBlob | null,
  signature: ApexBlob | null,
  publicKey: ApexBlob | null
): boolean {
  const key = readKey(() => createPublicKey({ key: Buffer.from(bytes(publicKey)), format: 'der', type: 'spki' }));
  return verifyBytes(lookUp(SIGNATURES, algorithm), bytes(input), key, bytes(signature));
}

function readKey<T>(read: () => T): T {
  try {
    return read();
  } catch {
    throw newException('System.SecurityException', 'Invalid Crypto Key');
  }
}

/** AES in CBC mode with PKCS#7 padding. */
function cipherName(algorithm: string | null, key: ApexBlob | null, iv: Uint8Array): string {
  const length = lookUp(KEY_BYTES, algorithm);
  if (bytes(key).length !== length)
    throw newException('System.InvalidParameterValueException', `Invalid private key. Must be ${length} bytes.`);
  if (iv.length !== IV_BYTES)
    throw newException('System.InvalidParameterValueException', 'Invalid initialization vector. Must be 16 bytes.');
  return `aes-${length * 8}-cbc`;
}

function encrypt(algorithm: string | null, key: ApexBlob | null, iv: Uint8Array, clear: ApexBlob | null): Buffer {
  const cipher = createCipheriv(cipherName(algorithm, key, iv), bytes(key), iv);
  return Buffer.concat([cipher.update(bytes(clear)), cipher.final()]);
}

function decrypt(algorithm: string | null, key: ApexBlob | null, iv: Uint8Array, encrypted: Uint8Array): ApexBlob {
  const decipher = createDecipheriv(cipherName(algorithm, key, iv), bytes(key), iv);
  try {
    return new ApexBlob(Buffer.concat([decipher.update(encrypted), decipher.final()]));
  } catch {
    throw newException('System.SecurityException', 'Given final block not properly padded');
  }
}

/** The initialization vector stands in front of the encrypted bytes. */
function encryptWithManagedIV(algorithm: string | null, key: ApexBlob | null, clear: ApexBlob | null): ApexBlob {
  const iv = randomBytes(IV_BYTES);
  return new ApexBlob(Buffer.concat([iv, encrypt(algorithm, key, iv, clear)]));
}

function decryptWithManagedIV(algorithm: string | null, key: ApexBlob | null, encrypted: ApexBlob | null): ApexBlob {
  const all = bytes(encrypted);
  return decrypt(algorithm, key, all.subarray(0, IV_BYTES), all.subarray(IV_BYTES));
}

function generateAesKey(size: number | null): ApexBlob {
  if (![128, 192, 256].includes(required(size)))
    throw newException('System.InvalidParameterValueException', 'Key size must be 128, 192 or 256');
  return new ApexBlob(randomBytes(required(size) / 8));
}

platformType({
  name: 'System.Crypto',
  statics: {
    decrypt: (algorithm: string | null, key: ApexBlob | null, iv: ApexBlob | null, encrypted: ApexBlob | null) =>
      decrypt(algorithm, key, bytes(iv), bytes(encrypted)),
    decryptWithManagedIV,
    encrypt: (algorithm: string | null, key: ApexBlob | null, iv: ApexBlob | null, clear: ApexBlob | null) =>
      new ApexBlob(encrypt(algorithm, key, bytes(iv), clear)),
    encryptWithManagedIV,
    generateAesKey,
    generateDigest: (algorithm: string | null, input: ApexBlob | null) =>
      new ApexBlob(createHash(lookUp(DIGESTS, algorithm)).update(bytes(input)).digest()),
    generateMac,
    getRandomInteger: () => randomBytes(4).readInt32BE(),
    getRandomLong: () => randomBytes(8).readBigInt64BE(),
    sign,
    'verify(String,Blob,Blob,Blob)': verify,
    verifyHmac: verifyMac
  }
});
