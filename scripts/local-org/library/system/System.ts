/** `System.System`: the static methods that are called as `System.now()`. Those of asynchronous Apex are added elsewhere. */
import { assertEqual, assertNotEqual, assertTrue } from '../assertion';
import { debugLog } from '../debug-log';
import { apexEquals, hashCode } from '../equality';
import { enumValue, platformType } from '../registry';
import type { PlatformEnumValue } from '../registry';
import { currentMillis, runningUserTimeZone } from '../running-user';
import { apexToString } from '../stringify';
import { ApexDate } from './Date';
import { ApexDatetime } from './Datetime';

platformType({
  name: 'System.LoggingLevel',
  enumConstants: ['NONE', 'INTERNAL', 'FINEST', 'FINER', 'FINE', 'DEBUG', 'INFO', 'WARN', 'ERROR']
});

platformType({ name: 'System.ApplicationReadWriteMode', enumConstants: ['DEFAULT', 'READ_ONLY'] });

function debug(level: PlatformEnumValue | null, value: unknown): void {
  debugLog().push({ level: level?.name ?? 'DEBUG', text: apexToString(value) });
}

platformType({
  name: 'System.System',
  statics: {
    assert: assertTrue,
    assertEquals: assertEqual,
    assertNotEquals: assertNotEqual,
    currentTimeMillis: () => BigInt(currentMillis()),
    'debug/1': (value: unknown) => debug(null, value),
    'debug/2': debug,
    equals: apexEquals,
    getApplicationReadWriteMode: () => enumValue('System.ApplicationReadWriteMode', 'DEFAULT'),
    hashCode,
    now: () => new ApexDatetime(currentMillis()),
    today: () => ApexDate.at(currentMillis(), runningUserTimeZone())
  }
});
