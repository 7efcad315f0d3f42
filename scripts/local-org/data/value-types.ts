/** Names of the Apex types of run-time values, for messages. */
import { ApexBlob } from '../library/system/Blob';
import { ApexDate } from '../library/system/Date';
import { ApexDatetime } from '../library/system/Datetime';
import { Decimal } from '../library/system/Decimal';
import { Double } from '../library/system/Double';
import { ApexList } from '../library/system/List';
import { ApexMap } from '../library/system/Map';
import { ApexSet } from '../library/system/Set';
import { ApexTime } from '../library/system/Time';

/** A function, because these modules may import one another in a circle while they load. */
const platformClasses = (): readonly [abstract new (...args: never[]) => object, string][] => [
  [ApexDate, 'Date'],
  [ApexDatetime, 'Datetime'],
  [ApexTime, 'Time'],
  [Decimal, 'Decimal'],
  [Double, 'Double'],
  [ApexBlob, 'Blob'],
  [ApexList, 'List'],
  [ApexSet, 'Set'],
  [ApexMap, 'Map']
];

/** `String`, `Integer`, `Datetime`, …; `Object` when nothing better is known. */
export function apexTypeNameOf(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return 'String';
    case 'number':
      return 'Integer';
    case 'bigint':
      return 'Long';
    case 'boolean':
      return 'Boolean';
    default: {
      if (value && typeof value === 'object' && 'objectName' in value) return String(value.objectName);
      return platformClasses().find(([type]) => value instanceof type)?.[1] ?? 'Object';
    }
  }
}
