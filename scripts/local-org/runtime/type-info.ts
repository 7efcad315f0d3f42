/** What compiled code says about its types at run time: reflection, JSON, test discovery and dispatch read it. */
import type { TriggerEvent } from '../compiler/ast';
import type { BoundAnnotation, SharingMode } from '../compiler/bound';

export type Access = 'private' | 'protected' | 'public' | 'global';

export interface RuntimeParameter {
  readonly name: string;
  /** As `typeName()` prints it: `List<Account>`. */
  readonly type: string;
}

export interface RuntimeMethod {
  readonly name: string;
  /** `compareto(object)`: the property of the prototype (instance) or of the class (static). */
  readonly key: string;
  readonly isStatic: boolean;
  readonly isAbstract: boolean;
  readonly isTestMethod: boolean;
  readonly access: Access;
  readonly parameters: readonly RuntimeParameter[];
  readonly returnType: string;
  readonly annotations: readonly BoundAnnotation[];
  readonly line: number;
}

/** A field or a property, in the order of the source. */
export interface RuntimeField {
  readonly name: string;
  readonly type: string;
  readonly isStatic: boolean;
  readonly isFinal: boolean;
  readonly isTransient: boolean;
  readonly isProperty: boolean;
  /** True when the value is simply the own property `f_<lowername>`: a field, or a property with automatic accessors. */
  readonly isStored: boolean;
  /** Properties: whether they can be read and written. Fields: both. */
  readonly canRead: boolean;
  readonly canWrite: boolean;
  readonly access: Access;
  readonly annotations: readonly BoundAnnotation[];
}

/** The description of one type of a program, as emitted; plain data. */
export interface TypeDescription {
  readonly kind: 'class' | 'interface' | 'enum';
  /** `Outer.Inner` */
  readonly name: string;
  readonly outerName: string | null;
  /** As `typeName()` prints it; null for none. */
  readonly superName: string | null;
  /** Directly implemented (or, for interfaces, extended) interfaces: `Comparable`, `Database.Batchable<SObject>`. */
  readonly interfaces: readonly string[];
  readonly sharing: SharingMode;
  readonly isAbstract: boolean;
  readonly isTest: boolean;
  readonly access: Access;
  readonly annotations: readonly BoundAnnotation[];
  readonly constructors: readonly { readonly key: string; readonly parameters: readonly RuntimeParameter[] }[];
  readonly methods: readonly RuntimeMethod[];
  /** Fields and properties in the order of the source. */
  readonly fields: readonly RuntimeField[];
  readonly enumConstants: readonly string[];
  readonly line: number;
}

/** A loaded type. */
export interface RuntimeType extends TypeDescription {
  /** The source file that declares it. */
  readonly path: string;
  /** The JavaScript class; null for interfaces and enums. */
  readonly jsClass: (new () => object) | null;
  /** Names in lower case of the type itself, all super types and all interfaces, direct or not, without type arguments. */
  readonly assignableTo: ReadonlySet<string>;
}

/** A loaded trigger. */
export interface RuntimeTrigger {
  readonly name: string;
  readonly objectName: string;
  readonly events: readonly TriggerEvent[];
  readonly path: string;
  /** Runs the body. The trigger context must stand in the transaction (`runtime/trigger-context.ts`). */
  readonly run: () => void;
}
