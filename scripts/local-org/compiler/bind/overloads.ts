/** Chooses among overloads by the static types of the arguments. */
import { sameType, type ApexType, type PrimitiveName } from '../types';
import type { ProgramSymbols } from './symbols/program';
import { isErrorType } from './types/error-type';
import { isAssignable } from './types/relations';

interface Signature {
  readonly parameters: readonly ApexType[];
}

export type Overload<T> =
  { readonly kind: 'found'; readonly candidate: T } | { readonly kind: 'none' } | { readonly kind: 'ambiguous' };

/** An argument's type, and the type it may have instead: a query is a list or one record. */
export interface ArgumentType {
  readonly type: ApexType;
  readonly alternative: ApexType | null;
}

/**
 * The one candidate that takes the arguments best: it is at least as near as every other in each argument. None such: the
 * call is ambiguous. Queries are lists first, and single records only when nothing takes the lists.
 */
export function chooseOverload<T extends Signature>(
  program: ProgramSymbols,
  candidates: readonly T[],
  given: readonly ArgumentType[]
): Overload<T> {
  const found = chooseByTypes(
    program,
    candidates,
    given.map((argument) => argument.type)
  );
  if (found.kind !== 'none' || given.every((argument) => argument.alternative === null)) return found;
  return chooseByTypes(
    program,
    candidates,
    given.map((argument) => argument.alternative ?? argument.type)
  );
}

function chooseByTypes<T extends Signature>(
  program: ProgramSymbols,
  candidates: readonly T[],
  given: readonly ApexType[]
): Overload<T> {
  const applicable = candidates.filter(
    (candidate) =>
      candidate.parameters.length === given.length &&
      given.every((type, index) => isAssignable(program, type, candidate.parameters[index] ?? type, 'call'))
  );
  const [first] = applicable;
  if (!first) return { kind: 'none' };
  if (applicable.length === 1) return { kind: 'found', candidate: first };
  const isNearest = (candidate: T) =>
    applicable.every(
      (other) =>
        other === candidate ||
        given.every((type, index) =>
          isAtLeastAsNear(program, type, candidate.parameters[index] ?? type, other.parameters[index] ?? type)
        )
    );
  const nearest = applicable.filter(isNearest);
  const [best] = nearest;
  if (best && nearest.length === 1) return { kind: 'found', candidate: best };
  return given.some(isErrorType) ? { kind: 'found', candidate: first } : { kind: 'ambiguous' };
}

/** Objects and collections go to the narrower of two types; values and `null` go by distance. */
function isAtLeastAsNear(program: ProgramSymbols, from: ApexType, a: ApexType, b: ApexType): boolean {
  if (sameType(a, b) || sameType(from, a)) return true;
  if (sameType(from, b)) return false;
  if (from.kind === 'primitive' || from.kind === 'null' || isErrorType(from))
    return distanceOf(from, a) <= distanceOf(from, b);
  return isAssignable(program, a, b, 'call');
}

const TO_OBJECT = 100;

/** Which widening comes first when several overloads would do. */
const WIDENING_ORDER: Readonly<Partial<Record<PrimitiveName, readonly PrimitiveName[]>>> = {
  Integer: ['Long', 'Double', 'Decimal'],
  Long: ['Double', 'Decimal']
};

function distanceOf(from: ApexType, to: ApexType): number {
  if (from.kind === 'null') return 1;
  if (from.kind !== 'primitive' || to.kind !== 'primitive') return 1;
  return to.name === 'Object' ? TO_OBJECT : 1 + Math.max(0, WIDENING_ORDER[from.name]?.indexOf(to.name) ?? 0);
}
