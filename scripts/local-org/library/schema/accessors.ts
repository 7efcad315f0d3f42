/** Describe types answer each fact twice: as `getLabel()` or `isActive()`, and as the property `Label` or `Active`. */
import type { PlatformTypeDefinition } from '../registry';

/** Methods and properties from one table of getters, keyed by the method's name. */
export function accessors<T>(
  getters: Readonly<Record<string, (self: T) => unknown>>
): Pick<PlatformTypeDefinition, 'methods' | 'properties'> {
  const entries = Object.entries(getters);
  return {
    methods: Object.fromEntries(entries.map(([name, get]) => [`${name}/0`, get])),
    properties: Object.fromEntries(entries.map(([name, get]) => [name.replace(/^(get|is)(?=[A-Z])/, ''), { get }]))
  };
}
