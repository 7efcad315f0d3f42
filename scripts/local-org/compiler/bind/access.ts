/** Who may use a private or protected member. */
import type { SourceSpan } from '../ast';
import { sameType } from '../types';
import { report, type BodyContext } from './context';
import { outermost, type Access, type TypeSymbol } from './symbols/symbols';
import { withBaseTypes } from './types/relations';

interface Guarded {
  readonly owner: TypeSymbol;
  readonly access: Access;
  readonly isTestVisible: boolean;
}

/** Private: the whole outermost class. Protected: also classes that extend the owner. `@TestVisible`: also tests. */
export function isAccessible(context: BodyContext, member: Guarded): boolean {
  if (member.access === 'public' || member.access === 'global') return true;
  if (outermost(context.owner) === outermost(member.owner)) return true;
  if (member.isTestVisible && context.owner.isTest) return true;
  return member.access === 'protected' && inherits(context, member.owner);
}

function inherits(context: BodyContext, owner: TypeSymbol): boolean {
  for (let scope: TypeSymbol | null = context.owner; scope; scope = scope.outer) {
    if (withBaseTypes(context.program, scope.type).some((base) => sameType(base, owner.type))) return true;
  }
  return false;
}

/** Reports the use of a member that is not visible here. `what` is the platform's word: `Variable`, `Method`. */
export function requireAccess(
  context: BodyContext,
  member: Guarded,
  what: string,
  name: string,
  span: SourceSpan
): void {
  if (!isAccessible(context, member)) report(context, 2008, `${what} is not visible: ${name}`, span);
}
