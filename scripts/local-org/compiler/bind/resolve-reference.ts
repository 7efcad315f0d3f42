import type { TypeReference } from '../ast';
import type { ApexType } from '../types';
import { report, type BodyContext } from './context';
import { resolveType } from './types/type-lookup';

/** Resolves a type that a body names. */
export function resolveReference(context: BodyContext, reference: TypeReference): ApexType {
  return resolveType(context.program, reference, context.owner, (number, message, at) =>
    report(context, number, message, at.span)
  );
}
