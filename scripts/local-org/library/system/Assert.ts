/** `System.Assert`. */
import { assertEqual, assertNotEqual, assertTrue, failAssertion } from '../assertion';
import { platformType } from '../registry';
import { apexToString } from '../stringify';
import { isInstanceOf } from '../type-relations';
import type { ApexType } from './Type';

function isInstanceOfType(instance: unknown, expected: ApexType, message?: string | null): void {
  if (!isInstanceOf(instance, expected.name))
    failAssertion(message, `Expected type: ${expected.name}, Actual: ${apexToString(instance)}`);
}

function isNotInstanceOfType(instance: unknown, unexpected: ApexType, message?: string | null): void {
  if (isInstanceOf(instance, unexpected.name))
    failAssertion(message, `Not expected type: ${unexpected.name}, Actual: ${apexToString(instance)}`);
}

platformType({
  name: 'System.Assert',
  statics: {
    areEqual: assertEqual,
    areNotEqual: assertNotEqual,
    fail: (message?: string | null) => failAssertion(message, null),
    isFalse: (condition: boolean | null, message?: string | null) =>
      assertTrue(condition === null ? null : !condition, message),
    isInstanceOfType,
    isNotInstanceOfType,
    isNotNull: (value: unknown, message?: string | null) => assertNotEqual(null, value, message),
    isNull: (value: unknown, message?: string | null) => assertEqual(null, value, message),
    isTrue: assertTrue
  }
});
