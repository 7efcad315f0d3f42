/** `System.JSONParser` and `System.JSONToken`. */
import type { TokenCursor } from '../json/cursor';
import { readTyped } from '../json/deserialize';
import { primitiveReader } from '../json/scalars';
import type { Token } from '../json/tokenizer';
import { required } from '../null-argument';
import { enumValue, platformType } from '../registry';
import type { Implementation, PlatformEnumValue } from '../registry';
import type { ApexType } from './Type';

export class ApexJsonParser {
  readonly cursor: TokenCursor;
  lastCleared: Token | null = null;

  constructor(cursor: TokenCursor) {
    this.cursor = cursor;
  }
}

platformType({
  name: 'System.JSONToken',
  enumConstants: [
    'END_ARRAY',
    'END_OBJECT',
    'FIELD_NAME',
    'NOT_AVAILABLE',
    'START_ARRAY',
    'START_OBJECT',
    'VALUE_EMBEDDED_OBJECT',
    'VALUE_FALSE',
    'VALUE_NULL',
    'VALUE_NUMBER_FLOAT',
    'VALUE_NUMBER_INT',
    'VALUE_STRING',
    'VALUE_TRUE'
  ]
});

function constant(token: Token | null): PlatformEnumValue | null {
  return token && enumValue('System.JSONToken', token.kind);
}

/** The next token that is not the name of a field. */
function nextValue(self: ApexJsonParser): PlatformEnumValue | null {
  const token = self.cursor.next();
  return constant(token?.kind === 'FIELD_NAME' ? self.cursor.next() : token);
}

function clearCurrentToken(self: ApexJsonParser): void {
  if (self.cursor.current) self.lastCleared = self.cursor.current;
  self.cursor.current = null;
}

/** The value of the current token as a primitive type. */
function valueAs(typeName: string): Implementation {
  return (self: ApexJsonParser) => primitiveReader(typeName)?.(self.cursor);
}

function readValueAs(isStrict: boolean): Implementation {
  return (self: ApexJsonParser, type: ApexType | null) => {
    if (!self.cursor.current || self.cursor.current.kind === 'FIELD_NAME') self.cursor.next();
    return readTyped(self.cursor, required(type).name, isStrict);
  };
}

platformType({
  name: 'System.JSONParser',
  jsClass: ApexJsonParser,
  methods: {
    clearCurrentToken,
    getBlobValue: valueAs('Blob'),
    getBooleanValue: valueAs('Boolean'),
    getCurrentName: (self: ApexJsonParser) => self.cursor.current?.fieldName ?? null,
    getCurrentToken: (self: ApexJsonParser) => constant(self.cursor.current),
    getDateTimeValue: valueAs('Datetime'),
    getDateValue: valueAs('Date'),
    getDecimalValue: valueAs('Decimal'),
    getDoubleValue: valueAs('Double'),
    getIdValue: valueAs('Id'),
    getIntegerValue: valueAs('Integer'),
    getLastClearedToken: (self: ApexJsonParser) => constant(self.lastCleared),
    getLongValue: valueAs('Long'),
    getText: (self: ApexJsonParser) => self.cursor.current?.text ?? null,
    getTimeValue: valueAs('Time'),
    hasCurrentToken: (self: ApexJsonParser) => self.cursor.current !== null,
    nextToken: (self: ApexJsonParser) => constant(self.cursor.next()),
    nextValue,
    readValueAs: readValueAs(false),
    readValueAsStrict: readValueAs(true),
    skipChildren: (self: ApexJsonParser) => self.cursor.skipChildren()
  }
});
