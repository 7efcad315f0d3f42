/** What the declaration pass knows of the types of the source. Method bodies are not looked at here. */
import type {
  Accessor,
  ConstructorDeclaration,
  Expression,
  FieldDeclaration,
  InitializerBlock,
  MethodDeclaration,
  Modifiers,
  PropertyDeclaration,
  SourceSpan,
  TypeDeclaration
} from '../../ast';
import type { BoundAnnotation, SharingMode } from '../../bound';
import type { ApexType } from '../../types';

export type Access = 'private' | 'protected' | 'public' | 'global';

export interface TypeSymbol {
  readonly kind: 'class' | 'interface' | 'enum';
  /** Qualified: `Outer.Inner`. */
  readonly name: string;
  readonly simpleName: string;
  readonly outer: TypeSymbol | null;
  readonly path: string;
  readonly type: ApexType;
  readonly access: Access;
  readonly sharing: SharingMode;
  readonly isAbstract: boolean;
  readonly isVirtual: boolean;
  readonly isTest: boolean;
  readonly isTestVisible: boolean;
  readonly annotations: readonly BoundAnnotation[];
  /** Absent for the synthetic owner of anonymous blocks and triggers. */
  readonly declaration: TypeDeclaration | null;
  readonly span: SourceSpan;
  /** Keys here and below are names in lower case. */
  readonly inner: Map<string, TypeSymbol>;
  readonly fields: Map<string, FieldSymbol>;
  readonly methods: Map<string, MethodSymbol[]>;
  readonly constructors: ConstructorSymbol[];
  readonly enumConstants: string[];
  readonly initializers: InitializerSymbol[];
  superType: ApexType | null;
  interfaces: readonly ApexType[];
}

interface MemberSymbol {
  readonly owner: TypeSymbol;
  readonly access: Access;
  readonly isTestVisible: boolean;
  readonly annotations: readonly BoundAnnotation[];
  readonly modifiers: Modifiers | null;
  readonly span: SourceSpan;
}

/** A field or a property. */
export interface FieldSymbol extends MemberSymbol {
  readonly name: string;
  readonly type: ApexType;
  readonly isStatic: boolean;
  readonly isFinal: boolean;
  readonly isTransient: boolean;
  readonly property: PropertySymbol | null;
  readonly declaration: FieldDeclaration | PropertyDeclaration;
}

export interface PropertySymbol {
  readonly getter: AccessorSymbol | null;
  readonly setter: AccessorSymbol | null;
}

export interface AccessorSymbol {
  readonly access: Access;
  readonly declaration: Accessor;
}

export interface MethodSymbol extends MemberSymbol {
  readonly name: string;
  readonly key: string;
  readonly parameters: readonly ApexType[];
  readonly returnType: ApexType;
  readonly isStatic: boolean;
  readonly isAbstract: boolean;
  readonly isVirtual: boolean;
  readonly isOverride: boolean;
  readonly declaration: MethodDeclaration;
}

export interface ConstructorSymbol extends MemberSymbol {
  readonly key: string;
  readonly parameters: readonly ApexType[];
  /** Null for a constructor that the language supplies. */
  readonly declaration: ConstructorDeclaration | null;
}

/** Field initialisers and blocks in the order of the source. */
export type InitializerSymbol =
  | { readonly kind: 'field'; readonly field: FieldSymbol; readonly value: Expression; readonly isStatic: boolean }
  | { readonly kind: 'block'; readonly declaration: InitializerBlock; readonly isStatic: boolean };

/** The outermost type that holds a type: private members are visible all through it. */
export function outermost(symbol: TypeSymbol): TypeSymbol {
  return symbol.outer ?? symbol;
}
