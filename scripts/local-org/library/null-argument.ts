import { newException } from '../runtime/exceptions';

/**
 * The argument, when it is not null.
 *
 * @throws System.NullPointerException `Argument cannot be null.`
 */
export function required<T>(value: T | null): T {
  if (value === null) throw newException('System.NullPointerException', 'Argument cannot be null.');
  return value;
}
