import type { TypeReference } from '../ast';
import type { ApexType } from '../types';
import { report, type BodyContext } from './context';
import { resolveType } from './types/type-lookup';

/** Resolves a type that a body names. */
export function resolveReference(context: BodyContext, reference: TypeReference): ApexType {
  return resolveType(context.program, reference, context.owner, (message, at) =>
    report(context, 2001, message, at.span)
  );
}
