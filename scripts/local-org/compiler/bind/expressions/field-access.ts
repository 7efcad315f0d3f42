/** Reads of fields and properties that the source declares. */
import type { SourceSpan } from '../../ast';
import type { BoundExpression, BoundTarget } from '../../bound';
import { requireAccess } from '../access';
import type { BodyContext } from '../context';
import type { FieldSymbol } from '../symbols/symbols';

export interface Access {
  /** Null: static. */
  readonly receiver: BoundExpression | null;
  readonly isSuper: boolean;
  readonly isNullSafe: boolean;
  readonly span: SourceSpan;
}

/** A field, or a property: through its accessors, except inside them, where its name is the backing field. */
export function readUserField(
  context: BodyContext,
  field: FieldSymbol,
  { receiver, isSuper, isNullSafe, span }: Access
): BoundTarget {
  requireAccess(context, field, 'Variable', `${field.owner.name}.${field.name}`, span);
  const place = { receiver, owner: field.owner.name, name: field.name, isNullSafe, type: field.type, span };
  if (!field.property || isOwnAccessor(context, field, receiver)) return { kind: 'userField', ...place };
  return { kind: 'userProperty', isSuper, ...place };
}

function isOwnAccessor(context: BodyContext, field: FieldSymbol, receiver: BoundExpression | null): boolean {
  return context.accessorOf === field && (receiver === null || receiver.kind === 'this');
}
