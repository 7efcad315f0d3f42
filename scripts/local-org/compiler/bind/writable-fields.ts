/** Fields of records that Apex may not set. */
import type { SourceSpan } from '../ast';
import { report, type BodyContext } from './context';

/** Reports a field that neither create nor update takes: formulas, audit fields. Metadata records may be made in memory. */
export function requireWritable(context: BodyContext, object: string, name: string, span: SourceSpan): void {
  const { schema } = context.program.environment;
  const kind = schema.findObject(object)?.kind;
  const field = schema.findField(object, name);
  if (!field || field.type === 'id' || (kind !== 'standard' && kind !== 'custom')) return;
  if (field.isCreateable || field.isUpdateable) return;
  report(context, 3005, `Field is not writeable: ${object}.${field.name}`, span);
}
