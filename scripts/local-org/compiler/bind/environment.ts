/** What the binder has to know of the world outside the source. */
import type { OrgSchema } from '../../schema/model';
import type { PlatformTypes } from '../types/platform-types';

/** Where a member stands in the library registry. `constructor` signatures have an empty name: `(String)`. */
export type ImplementationKind = 'constructor' | 'static' | 'method' | 'staticProperty' | 'property' | 'enumConstant';

export interface BindEnvironment {
  readonly schema: OrgSchema;
  readonly platformTypes: PlatformTypes;
  /** True when the library has code for this member of a platform type. Properties pass their name as signature. */
  isImplemented(typeName: string, kind: ImplementationKind, signature: string): boolean;
}
