/** `System.AccessLevel`: user mode or system mode of one database operation. */
import type { AccessMode } from '../../data/api';
import { platformType } from '../registry';

export class AccessLevelValue {
  readonly mode: AccessMode;

  constructor(mode: AccessMode) {
    this.mode = mode;
  }

  toString(): string {
    return this.mode === 'user' ? 'USER_MODE' : 'SYSTEM_MODE';
  }
}

const USER_MODE = new AccessLevelValue('user');
const SYSTEM_MODE = new AccessLevelValue('system');

platformType({
  name: 'System.AccessLevel',
  jsClass: AccessLevelValue,
  staticProperties: { USER_MODE: { get: () => USER_MODE }, SYSTEM_MODE: { get: () => SYSTEM_MODE } }
});
