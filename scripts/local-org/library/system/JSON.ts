/** `System.JSON`. */
import { newException } from '../../runtime/exceptions';
import { openCursor, TokenCursor } from '../json/cursor';
import { deserializeJson } from '../json/deserialize';
import { serializeJson } from '../json/serialize';
import { readUntyped } from '../json/untyped';
import { required } from '../null-argument';
import { platformType } from '../registry';
import { ApexJsonGenerator } from './JSONGenerator';
import { ApexJsonParser } from './JSONParser';
import type { ApexType } from './Type';

function deserialize(isStrict: boolean) {
  return (source: string | null, type: ApexType | null) =>
    deserializeJson(required(source), required(type).name, isStrict);
}

function deserializeUntyped(source: string | null): unknown {
  const cursor = openCursor(required(source));
  const value = readUntyped(cursor);
  if (value === undefined)
    throw newException('System.JSONException', 'No content to map to Object due to end of input');
  return value;
}

platformType({
  name: 'System.JSON',
  statics: {
    createGenerator: (isPretty: boolean | null) => new ApexJsonGenerator(isPretty === true),
    createParser: (source: string | null) => new ApexJsonParser(new TokenCursor(required(source))),
    deserialize: deserialize(false),
    deserializeStrict: deserialize(true),
    deserializeUntyped,
    serialize: (value: unknown, suppressNulls = false) => serializeJson(value, { isPretty: false, suppressNulls }),
    serializePretty: (value: unknown, suppressNulls = false) => serializeJson(value, { isPretty: true, suppressNulls })
  }
});
