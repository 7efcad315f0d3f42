/** Chooses among overloads by the static types of the arguments. */
import { sameType, type ApexType, type PrimitiveName } from '../types';
import type { ProgramSymbols } from './symbols/program';
import { isErrorType } from './types/error-type';
import { isAssignable, withBaseTypes } from './types/relations';

interface Signature {
  readonly parameters: readonly ApexType[];
}

export type Overload<T> =
  | { readonly kind: 'found'; readonly candidate: T }
  | { readonly kind: 'none' }
  | { readonly kind: 'ambiguous' };

/** An argument's type, and the type it may have instead: a query is a list or one record. */
export interface ArgumentType {
  readonly type: ApexType;
  readonly alternative: ApexType | null;
}

/**
 * The one candidate that takes the arguments best: exact types first; otherwise the candidate that is at least as
 * near as every other in each argument. None such: the call is ambiguous.
 */
export function chooseOverload<T extends Signature>(program: ProgramSymbols, candidates: readonly T[], given: readonly ArgumentType[]): Overload<T> {
  const applicable = candidates
    .filter((candidate) => candidate.parameters.length === given.length)
    .map((candidate) => ({ candidate, distances: distancesOf(program, candidate.parameters, given) }))
    .filter((rated) => rated.distances.every((distance) => distance < NOT_APPLICABLE));
  const [first] = applicable;
  if (!first) return { kind: 'none' };
  if (applicable.length === 1) return { kind: 'found', candidate: first.candidate };
  const best = applicable.filter((rated) => applicable.every((other) => other === rated || isAtLeastAsNear(rated.distances, other.distances)));
  const [nearest] = best;
  if (nearest && best.length === 1) return { kind: 'found', candidate: nearest.candidate };
  return given.some((argument) => isErrorType(argument.type)) ? { kind: 'found', candidate: first.candidate } : { kind: 'ambiguous' };
}

function isAtLeastAsNear(a: readonly number[], b: readonly number[]): boolean {
  return a.every((distance, index) => distance <= (b[index] ?? 0));
}

const NOT_APPLICABLE = 1000;
const TO_OBJECT = 500;

function distancesOf(program: ProgramSymbols, parameters: readonly ApexType[], given: readonly ArgumentType[]): readonly number[] {
  return given.map(({ type, alternative }, index) => {
    const parameter = parameters[index] ?? type;
    const distance = distanceOf(program, type, parameter);
    return distance < NOT_APPLICABLE || !alternative ? distance : distanceOf(program, alternative, parameter) + 1;
  });
}

/** The distance of elements; those that only lists may narrow (SObject to Account) are near. */
function distanceInside(program: ProgramSymbols, from: ApexType, to: ApexType): number {
  const distance = distanceOf(program, from, to);
  return distance < NOT_APPLICABLE ? distance + 1 : 2;
}

/** Which widening comes first when several overloads would do. */
const WIDENING_ORDER: Readonly<Partial<Record<PrimitiveName, readonly PrimitiveName[]>>> = {
  Integer: ['Long', 'Double', 'Decimal'],
  Long: ['Double', 'Decimal']
};

function distanceOf(program: ProgramSymbols, from: ApexType, to: ApexType): number {
  if (!isAssignable(program, from, to, 'call')) return NOT_APPLICABLE;
  if (isErrorType(from) || sameType(from, to)) return 0;
  if (to.kind === 'primitive' && to.name === 'Object') return TO_OBJECT;
  if (from.kind === 'null') return 1;
  if (from.kind === 'primitive' && to.kind === 'primitive') return 1 + Math.max(0, WIDENING_ORDER[from.name]?.indexOf(to.name) ?? 0);
  if ((from.kind === 'list' || from.kind === 'set') && to.kind === from.kind) return distanceInside(program, from.element, to.element);
  if (from.kind === 'map' && to.kind === 'map') return distanceInside(program, from.value, to.value);
  const depth = withBaseTypes(program, from).findIndex((base) => sameType(base, to));
  return depth < 0 ? 2 : depth;
}
