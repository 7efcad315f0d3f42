/** `System.Boolean`. */
import { required } from '../null-argument';
import { platformType } from '../registry';

platformType({
  name: 'System.Boolean',
  isInstance: (value) => typeof value === 'boolean',
  // "true" in any case is true, every other text is false (Apex Reference, Boolean.valueOf).
  statics: { valueOf: (value: unknown) => String(required(value)).toLowerCase() === 'true' }
});
