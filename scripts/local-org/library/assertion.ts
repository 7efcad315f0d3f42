/** Failed assertions, with the texts of the platform. */
import { newException } from '../runtime/exceptions';
import { apexEquals } from './equality';
import { apexToString } from './stringify';

/**
 * `Assertion Failed: <message>: <detail>`; parts that are not there are left out.
 *
 * @throws System.AssertException always
 */
export function failAssertion(message: unknown, detail: string | null): never {
  const parts = ['Assertion Failed'];
  if (message !== null && message !== undefined) parts.push(apexToString(message));
  if (detail !== null) parts.push(detail);
  throw newException('System.AssertException', parts.join(': '));
}

export function assertTrue(condition: boolean | null, message?: unknown): void {
  if (condition !== true) failAssertion(message, null);
}

export function assertEqual(expected: unknown, actual: unknown, message?: unknown): void {
  if (!apexEquals(expected, actual))
    failAssertion(message, `Expected: ${apexToString(expected)}, Actual: ${apexToString(actual)}`);
}

export function assertNotEqual(expected: unknown, actual: unknown, message?: unknown): void {
  if (apexEquals(expected, actual)) failAssertion(message, `Same value: ${apexToString(actual)}`);
}
