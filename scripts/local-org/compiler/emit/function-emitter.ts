/** Emits the expressions of one function: it owns the function's temporaries and the state of null-safe chains. */
import type { BoundExpression, BoundStatement } from '../bound';
import { discardedEmitters, expressionEmitters } from './expressions/table';
import { isNonNull, nonNullLocals } from './non-null';
import type { UnitContext } from './unit-context';

/** Throws the NullPointerException; stands right of `??`. */
const THROW_NULL = '$npe()';

export interface FunctionOptions {
  readonly unit: UnitContext;
  /** What the function consists of: it is searched for variables that are never null. */
  readonly body: BoundStatement | BoundExpression | null;
  /** A constructor returns its instance. */
  readonly isConstructor?: boolean;
}

export class FunctionEmitter {
  readonly unit: UnitContext;
  readonly isConstructor: boolean;
  private readonly temporaries: string[] = [];
  private readonly locals: ReadonlySet<string>;
  private names = 0;
  /** Conditions under which the chain being emitted is null as a whole. */
  private guards: string[] = [];
  private placeholder: { readonly code: string; readonly isNonNull: boolean } | null = null;

  constructor(options: FunctionOptions) {
    this.unit = options.unit;
    this.isConstructor = options.isConstructor ?? false;
    this.locals = nonNullLocals(options.body);
  }

  /** The declaration of all temporaries that were asked for; the last thing to emit of a function. */
  get temporaryDeclaration(): string {
    return this.temporaries.length === 0 ? '' : `let ${this.temporaries.join(', ')};\n`;
  }

  /** A variable of the whole function. */
  temporary(): string {
    const name = this.newName('$t');
    this.temporaries.push(name);
    return name;
  }

  /** A name that no other piece of the function uses. */
  newName(prefix: string): string {
    this.names += 1;
    return `${prefix}${this.names}`;
  }

  /** The code of an expression that stands for itself. */
  expression(node: BoundExpression): string {
    const outer = this.guards;
    this.guards = [];
    const code = this.emit(node);
    const guards = this.guards;
    this.guards = outer;
    return guards.length === 0 ? code : `(${guards.map((guard) => `${guard} ? null : `).join('')}${code})`;
  }

  /** The code of an expression whose value nobody needs. */
  discarded(node: BoundExpression): string {
    const outer = this.guards;
    this.guards = [];
    const emitter = discardedEmitters[node.kind as keyof typeof discardedEmitters] as
      ((node: BoundExpression, emit: FunctionEmitter) => string) | undefined;
    const code = emitter ? emitter(node, this) : this.emit(node);
    const guards = this.guards;
    this.guards = outer;
    return guards.length === 0 ? code : `${guards.map((guard) => `${guard} ? null : `).join('')}${code}`;
  }

  /** An operand that must have a value: null is a NullPointerException. */
  operand(node: BoundExpression): string {
    const code = this.expression(node);
    return this.isNonNull(node) ? code : `(${code} ?? ${THROW_NULL})`;
  }

  /**
   * What a member is read from or called on. With `?.` a null ends the whole chain with null; without it a null is a
   * NullPointerException.
   */
  receiver(node: BoundExpression, isNullSafe: boolean): string {
    const code = this.emit(node);
    if (this.isNonNull(node)) return code;
    if (!isNullSafe) return `(${code} ?? ${THROW_NULL})`;
    const name = this.temporary();
    this.guards.push(`(${name} = ${code}) === null`);
    return name;
  }

  /** As {@link receiver}, but a null stays null: reading through an empty lookup. */
  tolerantReceiver(node: BoundExpression): string {
    return this.emit(node);
  }

  arguments(nodes: readonly BoundExpression[]): string {
    return nodes.map((node) => this.expression(node)).join(', ');
  }

  isNonNull(node: BoundExpression): boolean {
    if (node.kind === 'placeholder') return this.placeholder?.isNonNull ?? false;
    return isNonNull(node, this.locals);
  }

  /** Emits `node` with `code` in the place of its placeholder. */
  withPlaceholder(code: string, isPlaceholderNonNull: boolean, node: BoundExpression): string {
    const outer = this.placeholder;
    this.placeholder = { code, isNonNull: isPlaceholderNonNull };
    const result = this.expression(node);
    this.placeholder = outer;
    return result;
  }

  get placeholderCode(): string {
    if (!this.placeholder)
      throw new Error('Internal error: a placeholder stands outside of a compound assignment or loop');
    return this.placeholder.code;
  }

  private emit(node: BoundExpression): string {
    const emitter = expressionEmitters[node.kind] as (node: BoundExpression, emit: FunctionEmitter) => string;
    return emitter(node, this);
  }
}
