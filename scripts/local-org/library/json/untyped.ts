import { Decimal } from '../system/Decimal';
import { ApexList } from '../system/List';
import { ApexMap } from '../system/Map';
import type { TokenCursor } from './cursor';

/**
 * What `JSON.deserializeUntyped` makes of the value at the cursor: `Map<String,Object>`, `List<Object>`, String, Boolean,
 * Integer, Long or Decimal. The cursor stands on the last token of the value afterwards.
 */
export function readUntyped(cursor: TokenCursor): unknown {
  const { kind, text } = cursor.require();
  switch (kind) {
    case 'START_OBJECT':
      return readMap(cursor);
    case 'START_ARRAY':
      return readList(cursor);
    case 'VALUE_TRUE':
      return true;
    case 'VALUE_FALSE':
      return false;
    case 'VALUE_NULL':
      return null;
    case 'VALUE_NUMBER_INT':
      return wholeNumber(text);
    case 'VALUE_NUMBER_FLOAT':
      return Decimal.parse(text);
    default:
      return text;
  }
}

function readMap(cursor: TokenCursor): ApexMap {
  const map = new ApexMap('String', 'Object');
  while (cursor.next()?.kind === 'FIELD_NAME') {
    const name = cursor.require().text;
    cursor.next();
    map.put(name, readUntyped(cursor));
  }
  return map;
}

function readList(cursor: TokenCursor): ApexList {
  const items: unknown[] = [];
  while (cursor.next() && cursor.require().kind !== 'END_ARRAY') items.push(readUntyped(cursor));
  return new ApexList('Object', items);
}

/** The smallest of Integer, Long and Decimal that holds the number. */
function wholeNumber(text: string): number | bigint | Decimal {
  const value = BigInt(text);
  if (BigInt.asIntN(32, value) === value) return Number(value);
  return BigInt.asIntN(64, value) === value ? value : Decimal.parse(text);
}
