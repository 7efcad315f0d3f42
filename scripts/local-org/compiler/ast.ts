/**
 * The syntax tree of Apex source: what `parse/` produces and `bind/` reads.
 *
 * Nodes are plain data with no behaviour. Names keep the spelling of the source; every comparison of
 * Apex names is case-insensitive and is the binder's duty.
 */
import type { SoqlQuery } from '../data/soql/ast';

/** A range in one source file. Lines are 1-based, columns 0-based, offsets count UTF-16 units. */
export interface SourceSpan {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly start: number;
  readonly end: number;
}

interface Node {
  readonly span: SourceSpan;
}

/** An identifier with its place. */
export interface Identifier extends Node {
  readonly name: string;
}

/** `List<Account>[]`, `Schema.SObjectType`, `Outer.Inner`. `arrayDepth` counts trailing `[]`. */
export interface TypeReference extends Node {
  readonly parts: readonly { readonly name: string; readonly typeArguments: readonly TypeReference[] }[];
  readonly arrayDepth: number;
}

// ── Declarations ────────────────────────────────────────────────────────────────────────────────

export type ModifierName =
  | 'global'
  | 'public'
  | 'protected'
  | 'private'
  | 'transient'
  | 'static'
  | 'abstract'
  | 'final'
  | 'webservice'
  | 'override'
  | 'virtual'
  | 'testmethod'
  | 'with sharing'
  | 'without sharing'
  | 'inherited sharing';

export interface Annotation extends Node {
  readonly name: string;
  /** Named values; a lone value `@SuppressWarnings('PMD')` has the key `''`. */
  readonly values: Readonly<Record<string, string | boolean | number | null>>;
}

export interface Modifiers {
  readonly names: ReadonlySet<ModifierName>;
  readonly annotations: readonly Annotation[];
}

interface Declaration extends Node {
  readonly name: Identifier;
  readonly modifiers: Modifiers;
}

export interface ClassDeclaration extends Declaration {
  readonly kind: 'class';
  readonly superType: TypeReference | null;
  readonly interfaces: readonly TypeReference[];
  readonly members: readonly MemberDeclaration[];
}

export interface InterfaceDeclaration extends Declaration {
  readonly kind: 'interface';
  readonly extended: readonly TypeReference[];
  readonly methods: readonly MethodDeclaration[];
}

export interface EnumDeclaration extends Declaration {
  readonly kind: 'enum';
  readonly constants: readonly Identifier[];
}

export type TypeDeclaration = ClassDeclaration | InterfaceDeclaration | EnumDeclaration;

export interface MethodDeclaration extends Declaration {
  readonly kind: 'method';
  /** `null` is `void`. */
  readonly returnType: TypeReference | null;
  readonly parameters: readonly Parameter[];
  /** `null` for abstract and interface methods. */
  readonly body: BlockStatement | null;
}

export interface ConstructorDeclaration extends Declaration {
  readonly kind: 'constructor';
  readonly parameters: readonly Parameter[];
  readonly body: BlockStatement;
}

export interface Parameter extends Declaration {
  readonly type: TypeReference;
}

/** One declarator: `Integer a = 1, b;` becomes two. */
export interface FieldDeclaration extends Declaration {
  readonly kind: 'field';
  readonly type: TypeReference;
  readonly initializer: Expression | null;
}

export interface PropertyDeclaration extends Declaration {
  readonly kind: 'property';
  readonly type: TypeReference;
  readonly getter: Accessor | null;
  readonly setter: Accessor | null;
}

export interface Accessor extends Node {
  readonly modifiers: Modifiers;
  /** `null`: automatic (`get;`). */
  readonly body: BlockStatement | null;
}

/** `static { … }` or `{ … }` in a class body. */
export interface InitializerBlock extends Node {
  readonly kind: 'initializer';
  readonly isStatic: boolean;
  readonly body: BlockStatement;
}

export type MemberDeclaration =
  | MethodDeclaration
  | ConstructorDeclaration
  | FieldDeclaration
  | PropertyDeclaration
  | InitializerBlock
  | TypeDeclaration;

export type TriggerEvent =
  | 'before insert'
  | 'before update'
  | 'before delete'
  | 'after insert'
  | 'after update'
  | 'after delete'
  | 'after undelete';

/** What one file holds. */
export type CompilationUnit =
  | { readonly kind: 'type'; readonly declaration: TypeDeclaration }
  | {
      readonly kind: 'trigger';
      readonly name: Identifier;
      readonly objectName: Identifier;
      readonly events: readonly TriggerEvent[];
      readonly body: BlockStatement;
      readonly members: readonly MemberDeclaration[];
    }
  | { readonly kind: 'anonymous'; readonly body: BlockStatement; readonly members: readonly MemberDeclaration[] };

// ── Statements ──────────────────────────────────────────────────────────────────────────────────

export interface BlockStatement extends Node {
  readonly kind: 'block';
  readonly statements: readonly Statement[];
}
/** `Integer a = 1, b;` — all declarators of one statement. */
export interface LocalVariableStatement extends Node {
  readonly kind: 'local';
  readonly modifiers: Modifiers;
  readonly type: TypeReference;
  readonly declarators: readonly { readonly name: Identifier; readonly initializer: Expression | null }[];
}
export interface ExpressionStatement extends Node {
  readonly kind: 'expression';
  readonly expression: Expression;
}
export interface IfStatement extends Node {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly then: Statement;
  readonly otherwise: Statement | null;
}
export interface SwitchStatement extends Node {
  readonly kind: 'switch';
  readonly subject: Expression;
  readonly cases: readonly SwitchCase[];
}
export interface SwitchCase extends Node {
  readonly when:
    | { readonly kind: 'else' }
    | { readonly kind: 'values'; readonly values: readonly Expression[] }
    | { readonly kind: 'type'; readonly type: TypeReference; readonly name: Identifier };
  readonly body: BlockStatement;
}
export interface ForStatement extends Node {
  readonly kind: 'for';
  readonly init: LocalVariableStatement | readonly Expression[] | null;
  readonly condition: Expression | null;
  readonly update: readonly Expression[];
  /** `null`: an empty body (`for (…);`). */
  readonly body: Statement | null;
}
export interface ForEachStatement extends Node {
  readonly kind: 'foreach';
  readonly type: TypeReference;
  readonly name: Identifier;
  readonly iterable: Expression;
  readonly body: Statement | null;
}
export interface WhileStatement extends Node {
  readonly kind: 'while';
  readonly condition: Expression;
  readonly body: Statement | null;
}
export interface DoWhileStatement extends Node {
  readonly kind: 'dowhile';
  readonly condition: Expression;
  readonly body: BlockStatement;
}
export interface TryStatement extends Node {
  readonly kind: 'try';
  readonly body: BlockStatement;
  readonly catches: readonly {
    readonly span: SourceSpan;
    readonly type: TypeReference;
    readonly name: Identifier;
    readonly body: BlockStatement;
  }[];
  readonly finallyBody: BlockStatement | null;
}
export interface ReturnStatement extends Node {
  readonly kind: 'return';
  readonly value: Expression | null;
}
export interface ThrowStatement extends Node {
  readonly kind: 'throw';
  readonly value: Expression;
}
export interface BreakStatement extends Node {
  readonly kind: 'break';
}
export interface ContinueStatement extends Node {
  readonly kind: 'continue';
}
export type DmlOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge';
export interface DmlStatement extends Node {
  readonly kind: 'dml';
  readonly operation: DmlOperation;
  /** `as user`, `as system`; `null` when not said. */
  readonly accessMode: 'user' | 'system' | null;
  readonly target: Expression;
  /** merge: the record or records merged into `target`. */
  readonly mergeSource: Expression | null;
  /** upsert: the external id field, as written. */
  readonly externalIdField: string | null;
}
export interface RunAsStatement extends Node {
  readonly kind: 'runas';
  readonly arguments: readonly Expression[];
  readonly body: BlockStatement;
}

export type Statement =
  | BlockStatement
  | LocalVariableStatement
  | ExpressionStatement
  | IfStatement
  | SwitchStatement
  | ForStatement
  | ForEachStatement
  | WhileStatement
  | DoWhileStatement
  | TryStatement
  | ReturnStatement
  | ThrowStatement
  | BreakStatement
  | ContinueStatement
  | DmlStatement
  | RunAsStatement;

// ── Expressions ─────────────────────────────────────────────────────────────────────────────────

export type LiteralValue =
  | { readonly type: 'null' }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'integer'; readonly value: number }
  | { readonly type: 'long'; readonly value: bigint }
  /** Digits as written, without a suffix: the literal is a Double when `isDouble`, else a Decimal. */
  | { readonly type: 'decimal'; readonly text: string; readonly isDouble: boolean }
  | { readonly type: 'string'; readonly value: string };

export interface LiteralExpression extends Node {
  readonly kind: 'literal';
  readonly literal: LiteralValue;
}
export interface ThisExpression extends Node {
  readonly kind: 'this';
}
export interface SuperExpression extends Node {
  readonly kind: 'super';
}
/** A bare name: a variable, a member, a type or a namespace. */
export interface NameExpression extends Node {
  readonly kind: 'name';
  readonly name: string;
}
/** `receiver.name` or `receiver?.name`. */
export interface FieldAccessExpression extends Node {
  readonly kind: 'field';
  readonly receiver: Expression;
  readonly name: Identifier;
  readonly isNullSafe: boolean;
}
/** `name(…)`, `receiver.name(…)`, `this(…)`, `super(…)`: the last two have the names `this` and `super`. */
export interface CallExpression extends Node {
  readonly kind: 'call';
  readonly receiver: Expression | null;
  readonly name: Identifier;
  readonly arguments: readonly Expression[];
  readonly isNullSafe: boolean;
}
/** `(a?.b)`: parentheses around a null-safe chain end it, so that what follows meets the null. Others are left out. */
export interface GroupExpression extends Node {
  readonly kind: 'group';
  readonly inner: Expression;
}
export interface IndexExpression extends Node {
  readonly kind: 'index';
  readonly receiver: Expression;
  readonly index: Expression;
}
export interface NewExpression extends Node {
  readonly kind: 'new';
  readonly type: TypeReference;
  readonly creation:
    | { readonly kind: 'arguments'; readonly arguments: readonly Expression[] }
    /** `new Account(Name = 'x')` */
    | { readonly kind: 'fields'; readonly fields: readonly { readonly name: Identifier; readonly value: Expression }[] }
    /** `new Integer[3]` */
    | { readonly kind: 'size'; readonly size: Expression }
    /** `new List<Integer>{ 1, 2 }`, `new Integer[]{ 1 }`, `new Set<String>{ 'a' }` */
    | { readonly kind: 'elements'; readonly elements: readonly Expression[] }
    /** `new Map<String, Integer>{ 'a' => 1 }` */
    | {
        readonly kind: 'entries';
        readonly entries: readonly { readonly key: Expression; readonly value: Expression }[];
      };
}
/** `Foo.class` */
export interface ClassLiteralExpression extends Node {
  readonly kind: 'classliteral';
  readonly type: TypeReference | null;
}
export interface CastExpression extends Node {
  readonly kind: 'cast';
  readonly type: TypeReference;
  readonly operand: Expression;
}
export interface InstanceOfExpression extends Node {
  readonly kind: 'instanceof';
  readonly operand: Expression;
  readonly type: TypeReference;
}
export interface UnaryExpression extends Node {
  readonly kind: 'unary';
  readonly operator: '+' | '-' | '!' | '~' | '++' | '--';
  readonly operand: Expression;
}
export interface PostfixExpression extends Node {
  readonly kind: 'postfix';
  readonly operator: '++' | '--';
  readonly operand: Expression;
}
export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '<<'
  | '>>'
  | '>>>'
  | '&'
  | '|'
  | '^'
  | '&&'
  | '||'
  | '<'
  | '<='
  | '>'
  | '>='
  | '=='
  | '!='
  | '==='
  | '!=='
  | '??';
export interface BinaryExpression extends Node {
  readonly kind: 'binary';
  /** `<>` is read as `!=`. */
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}
export interface ConditionalExpression extends Node {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}
export interface AssignmentExpression extends Node {
  readonly kind: 'assignment';
  /** `null` is plain `=`; `'+'` is `+=`. */
  readonly operator: '+' | '-' | '*' | '/' | '&' | '|' | '^' | '<<' | '>>' | '>>>' | null;
  readonly target: Expression;
  readonly value: Expression;
}
/** `[SELECT …]`. Binds in `query` refer to `binds` by index. */
export interface SoqlExpression extends Node {
  readonly kind: 'soql';
  readonly query: SoqlQuery;
  readonly binds: readonly Expression[];
}
/** `[FIND … IN … RETURNING …]`. The text holds each bind as `:0`, `:1`, …, an index into `binds`. */
export interface SoslExpression extends Node {
  readonly kind: 'sosl';
  readonly text: string;
  readonly binds: readonly Expression[];
}

export type Expression =
  | LiteralExpression
  | ThisExpression
  | SuperExpression
  | NameExpression
  | FieldAccessExpression
  | CallExpression
  | GroupExpression
  | IndexExpression
  | NewExpression
  | ClassLiteralExpression
  | CastExpression
  | InstanceOfExpression
  | UnaryExpression
  | PostfixExpression
  | BinaryExpression
  | ConditionalExpression
  | AssignmentExpression
  | SoqlExpression
  | SoslExpression;
