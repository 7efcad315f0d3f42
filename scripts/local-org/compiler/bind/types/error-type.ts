/** The type of what could not be bound: compatible with everything, so that one mistake gives one message. */
import type { ApexType } from '../../types';

/** Compare by identity, through {@link isErrorType}. It never reaches the emitter, because a unit with errors is not emitted. */
export const ERROR_TYPE: ApexType = { kind: 'platform', name: '<error>', arguments: [] };

/** True for the error type and for collections of it. */
export function isErrorType(type: ApexType): boolean {
  switch (type.kind) {
    case 'list':
    case 'set':
      return isErrorType(type.element);
    case 'map':
      return isErrorType(type.key) || isErrorType(type.value);
    case 'platform':
      return type === ERROR_TYPE || type.arguments.some(isErrorType);
    default:
      return false;
  }
}
