/** `System.EncodingUtil`. */
import { newException } from '../../runtime/exceptions';
import { required } from '../null-argument';
import { platformType } from '../registry';
import { ApexBlob } from './Blob';

/** Node's names of the character sets that Apex code uses. */
const ENCODINGS: Readonly<Record<string, BufferEncoding>> = {
  'utf-8': 'utf8',
  utf8: 'utf8',
  'iso-8859-1': 'latin1',
  'us-ascii': 'ascii',
  ascii: 'ascii'
};

function encoding(name: string | null): BufferEncoding {
  const found = ENCODINGS[required(name).toLowerCase()];
  if (!found) throw newException('System.IllegalArgumentException', `Unsupported encoding: ${name}`);
  return found;
}

/** `java.net.URLEncoder`: a space becomes `+`; letters, digits and `.-*_` stay. */
function urlEncode(text: string | null, charset: string | null): string {
  const bytes = Buffer.from(required(text), encoding(charset));
  let result = '';
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    if (/[A-Za-z0-9.*_-]/.test(character)) result += character;
    else result += byte === 32 ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return result;
}

function urlDecode(text: string | null, charset: string | null): string {
  const name = encoding(charset);
  return required(text)
    .replaceAll('+', ' ')
    .replace(/(?:%[0-9A-Fa-f]{2})+|%/g, (encoded) => {
      if (encoded === '%')
        throw newException(
          'System.IllegalArgumentException',
          'URLDecoder: Illegal hex characters in escape (%) pattern'
        );
      return Buffer.from(encoded.replaceAll('%', ''), 'hex').toString(name);
    });
}

function base64Decode(text: string | null): ApexBlob {
  const compact = required(text).replace(/\s+/g, '');
  const wrong = /[^A-Za-z0-9+/=]/.exec(compact);
  if (wrong) throw newException('System.StringException', `Unrecognized base64 character: ${wrong[0]}`);
  return new ApexBlob(Buffer.from(compact, 'base64'));
}

function convertFromHex(text: string | null): ApexBlob {
  const hex = required(text);
  if (!/^(?:[0-9A-Fa-f]{2})*$/.test(hex))
    throw newException('System.IllegalArgumentException', `Invalid hexadecimal text: ${hex}`);
  return new ApexBlob(Buffer.from(hex, 'hex'));
}

platformType({
  name: 'System.EncodingUtil',
  statics: {
    base64Decode,
    base64Encode: (blob: ApexBlob | null) => Buffer.from(required(blob).bytes).toString('base64'),
    convertFromHex,
    convertToHex: (blob: ApexBlob | null) => Buffer.from(required(blob).bytes).toString('hex'),
    urlDecode,
    urlEncode
  }
});
