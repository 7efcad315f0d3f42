/** What all functions of one generated unit share: hoisted constants, references to types, counters. */
import type { CodeRange } from '../../runtime/stack-trace';
import type { SourceSpan } from '../ast';
import { formatDiagnostic } from '../diagnostics';
import type { Diagnostic } from '../diagnostics';
import type { CoveragePoint } from './compiled-unit';
import { memberKey, NO_HIDDEN_MEMBERS } from './hidden-members';
import type { HiddenMembers } from './hidden-members';

/** Text that JavaScript reads back as the same string; control characters are escaped, so no mark can occur in it. */
export function quote(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`
  );
}

/** The JavaScript name of a class of this unit. */
export function classVariable(typeName: string): string {
  return `$C_${typeName.replace(/\W/g, '_')}`;
}

export class UnitContext {
  readonly points: CoveragePoint[] = [];
  readonly ranges: CodeRange[] = [];
  /** Types declared in this unit, by name in lower case. */
  private readonly ownClasses = new Map<string, string>();
  private readonly constants = new Map<string, string>();
  private readonly declarations: string[] = [];

  private readonly errors: readonly Diagnostic[];

  private readonly hidden: HiddenMembers;

  constructor(
    ownClassNames: readonly string[],
    errors: readonly Diagnostic[] = [],
    hidden: HiddenMembers = NO_HIDDEN_MEMBERS
  ) {
    this.errors = errors;
    this.hidden = hidden;
    for (const name of ownClassNames) this.ownClasses.set(name.toLowerCase(), classVariable(name));
  }

  /** A module-level constant with this initialiser; equal initialisers share one. */
  constant(prefix: string, initializer: string): string {
    let name = this.constants.get(initializer);
    if (!name) {
      name = `$${prefix}${this.constants.size}`;
      this.constants.set(initializer, name);
      this.declarations.push(`const ${name} = ${initializer};`);
    }
    return name;
  }

  /** The cell of a user type: its class, statics and constants, whichever unit declares it. */
  cell(typeName: string): string {
    return this.constant('T', `$.cell(${quote(typeName)})`);
  }

  /** An expression for the JavaScript class of a user type. */
  classReference(typeName: string): string {
    return this.ownClasses.get(typeName.toLowerCase()) ?? `${this.cell(typeName)}.cls`;
  }

  /** The name of a field or property in JavaScript, after `f_`, `get_` and `set_`. */
  memberName(owner: string, name: string): string {
    const lower = name.toLowerCase();
    return this.hidden.fields.has(memberKey(owner, name)) ? `${lower}$${owner.toLowerCase().replace('.', '$')}` : lower;
  }

  /** True when a subclass declares a private method of `owner` again. */
  isHiddenMethod(owner: string, key: string): boolean {
    return this.hidden.methods.has(memberKey(owner, key));
  }

  /** The statement that counts an execution of `line`. */
  countStatement(line: number): string {
    return this.count({ kind: 'statement', line });
  }

  countMethod(name: string, line: number): string {
    return this.count({ kind: 'method', line, name });
  }

  addRange(label: string, span: SourceSpan): void {
    const { line, column, endLine, endColumn } = span;
    this.ranges.push({ label, line, column, endLine, endColumn });
  }

  /** The first error inside a span: code with errors is emitted as a throw. */
  errorIn(span: SourceSpan): Diagnostic | undefined {
    return this.errors.find((error) => error.span.start >= span.start && error.span.start <= span.end);
  }

  /** The text of all hoisted constants. */
  get hoisted(): string {
    return this.declarations.join('\n');
  }

  private count(point: CoveragePoint): string {
    this.points.push(point);
    return `$h[${this.points.length - 1}]++;`;
  }
}

/** The statement in the place of code that does not compile. */
export function throwDiagnostic(error: Diagnostic): string {
  return `throw new Error(${quote(`This code did not compile: ${formatDiagnostic(error)}`)});\n`;
}
