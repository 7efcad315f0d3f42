/** Refuses what the platform has and the local org has not. */
import type { SourceSpan } from '../ast';
import type { BodyContext } from './context';
import { report } from './context';
import type { ImplementationKind } from './environment';

/** These are answered by the language's own run-time support rather than by the library registry. */
const BUILT_IN: ReadonlySet<string> = new Set(['system.object', 'system.enum']);

/**
 * True when the member may be used: it is built into the language, or the library has code for it. Methods of interfaces
 * always may, because the object behind them has the code.
 */
export function isUsable(context: BodyContext, typeName: string, kind: ImplementationKind, signature: string): boolean {
  const { environment } = context.program;
  if (BUILT_IN.has(typeName.toLowerCase()) || environment.isImplemented(typeName, kind, signature)) return true;
  return kind === 'method' && environment.platformTypes.find(typeName)?.kind === 'interface';
}

/** Reports a member that the local org does not implement, by type and signature. */
export function requireImplemented(
  context: BodyContext,
  typeName: string,
  kind: ImplementationKind,
  signature: string,
  span: SourceSpan
): void {
  if (isUsable(context, typeName, kind, signature)) return;
  const isProperty = kind === 'property' || kind === 'staticProperty' || kind === 'enumConstant';
  const member = kind === 'constructor' ? `new ${typeName}${signature}` : `${typeName}.${signature}`;
  report(context, isProperty ? 5003 : 5002, `The local org does not implement ${member}`, span);
}
