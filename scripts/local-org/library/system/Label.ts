/** `System.Label` by name. `Label.Name` itself is resolved by the compiler. */
import { newException } from '../../runtime/exceptions';
import { currentTransaction } from '../../runtime/transaction';
import { required } from '../null-argument';
import { platformType } from '../registry';

/** There are no translations: each language has the text of the label. */
function labelText(_namespace: string | null, name: string | null): string {
  const text = currentTransaction().org.schema.labels.get(required(name).toLowerCase());
  if (text === undefined)
    throw newException('System.IllegalArgumentException', `External string does not exist: ${name}`);
  return text;
}

platformType({ name: 'System.Label', statics: { get: labelText, translationExists: () => false } });
