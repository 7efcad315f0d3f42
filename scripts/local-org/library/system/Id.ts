/** `System.Id`: the 18-character id of a record, a JavaScript string. */
import { isId, toLongId } from '../../data/ids';
import { newException } from '../../runtime/exceptions';
import { required } from '../null-argument';
import { platformType } from '../registry';

/** The 18-character form. @throws System.StringException `Invalid id: x` */
export function parseId(text: string | null): string {
  const id = toLongId(required(text));
  if (id === null) throw newException('System.StringException', `Invalid id: ${text}`);
  return id;
}

platformType({
  name: 'System.Id',
  isInstance: isId,
  statics: { 'valueOf/1': parseId, 'valueOf/2': (text: string | null) => parseId(text) },
  methods: {
    equals: (self: string, other: unknown) => typeof other === 'string' && toLongId(other) === self,
    to15: (self: string) => self.slice(0, 15),
    toString: (self: string) => self
  }
});
