/**
 * The signatures of the platform's own types, read from the stub classes that npm carries. They say what exists; the
 * library says what is implemented.
 */
import type { ApexType } from '../types';

export interface PlatformMethodInfo {
  readonly name: string;
  readonly isStatic: boolean;
  readonly parameters: readonly ApexType[];
  readonly returnType: ApexType;
  /** As the library registers it: `substring(Integer,Integer)`; constructors have an empty name: `(String)`. */
  readonly signature: string;
}

export interface PlatformPropertyInfo {
  readonly name: string;
  readonly isStatic: boolean;
  readonly type: ApexType;
}

export interface PlatformTypeInfo {
  /** Qualified: `System.String`, `Database.SaveResult`, `Messaging.SingleEmailMessage`. */
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum';
  /** `T` of `Iterable<T>`. They occur in members as types of the kind `variable`. */
  readonly typeParameters: readonly string[];
  readonly isAbstract: boolean;
  readonly superType: ApexType | null;
  readonly interfaces: readonly ApexType[];
  readonly constructors: readonly PlatformMethodInfo[];
  readonly methods: readonly PlatformMethodInfo[];
  readonly properties: readonly PlatformPropertyInfo[];
  readonly enumConstants: readonly string[];
}

/** The signatures of all platform types. Reading is lazy: a type is decoded when it is first asked for. */
export interface PlatformTypes {
  /** By qualified name (`Database.SaveResult`), without regard to case. `String` means `System.String`. */
  find(name: string): PlatformTypeInfo | undefined;
  /** True when `name` is a namespace such as `System`, `Database`, `Schema`, `ConnectApi`. */
  isNamespace(name: string): boolean;
  /** Names that are close to an unknown one, for messages. */
  allNames(): readonly string[];
}
