/** Which expressions can never be null, so that the generated code need not check them. */
import type { BoundExpression } from '../bound';

/** Platform methods of the hottest kind that never answer null. */
const NON_NULL_CALLS = new Set([
  'size()',
  'isempty()',
  'length()',
  'containskey(object)',
  'contains(object)',
  'contains(string)'
]);

/** True when `node` never evaluates to null. `locals` holds the JavaScript names of variables that are never null. */
export function isNonNull(node: BoundExpression, locals: ReadonlySet<string>): boolean {
  switch (node.kind) {
    case 'literal':
      return node.literal.type !== 'null';
    case 'local':
      return locals.has(node.variable.jsName);
    case 'this':
    case 'enumConstant':
    case 'objectToken':
    case 'fieldToken':
    case 'objectDescribe':
    case 'fieldDescribe':
    case 'classLiteral':
    case 'newUser':
    case 'newPlatform':
    case 'newSObject':
    case 'newCollection':
    case 'newArray':
    case 'newMap':
    case 'instanceof':
    case 'not':
    case 'negate':
    case 'bitnot':
    case 'arithmetic':
    case 'bitwise':
    case 'concat':
    case 'dateAdd':
    case 'logical':
    case 'compare':
    case 'equals':
    case 'identity':
      return true;
    case 'convert':
      return node.conversion !== 'rowsToRecord' && isNonNull(node.operand, locals);
    case 'coalesce':
      return isNonNull(node.right, locals);
    case 'conditional':
      return isNonNull(node.whenTrue, locals) && isNonNull(node.whenFalse, locals);
    case 'assignment':
      return isNonNull(node.value, locals);
    case 'compound':
      return !node.isPostfix && isNonNull(node.result, locals);
    case 'platformCall':
      return !node.isNullSafe && NON_NULL_CALLS.has(node.signature.toLowerCase());
    case 'soql':
      return node.result === 'list' || node.result === 'count';
    default:
      return false;
  }
}

interface Assignments {
  /** The values given to a variable anywhere. */
  readonly values: Map<string, BoundExpression[]>;
  /** Variables declared by a statement with a value. */
  readonly declared: Set<string>;
  readonly nullable: Set<string>;
}

/**
 * The local variables of a body that are never null: each is declared with a value, and everything that is ever
 * assigned to it is not null. Parameters and loop variables may be null.
 */
export function nonNullLocals(body: unknown): ReadonlySet<string> {
  const assignments: Assignments = { values: new Map(), declared: new Set(), nullable: new Set() };
  collect(body, assignments);
  const result = new Set([...assignments.declared].filter((name) => !assignments.nullable.has(name)));
  for (let isStable = false; !isStable;) {
    isStable = true;
    for (const name of result) {
      if (assignments.values.get(name)?.every((value) => isNonNull(value, result))) continue;
      result.delete(name);
      isStable = false;
    }
  }
  return result;
}

interface AnyNode {
  readonly kind?: string;
}

function collect(node: unknown, into: Assignments): void {
  if (node === null || typeof node !== 'object') return;
  if (Array.isArray(node)) {
    for (const item of node) collect(item, into);
    return;
  }
  note(node as AnyNode, into);
  for (const [key, value] of Object.entries(node)) {
    if (key !== 'span' && key !== 'type' && typeof value === 'object') collect(value, into);
  }
}

function note(node: AnyNode, into: Assignments): void {
  switch (node.kind) {
    case 'local': {
      const { variable, initializer } = node as { variable: { jsName: string }; initializer?: BoundExpression | null };
      if (initializer === undefined) return;
      if (initializer === null) into.nullable.add(variable.jsName);
      else {
        into.declared.add(variable.jsName);
        add(into, variable.jsName, initializer);
      }
      return;
    }
    case 'assignment':
    case 'compound': {
      const { target, value, result } = node as {
        target: BoundExpression;
        value?: BoundExpression;
        result?: BoundExpression;
      };
      const given = value ?? result;
      if (target.kind === 'local' && given) add(into, target.variable.jsName, given);
      return;
    }
    case 'foreach':
      into.nullable.add((node as { variable: { jsName: string } }).variable.jsName);
      return;
    default:
  }
}

function add(into: Assignments, name: string, value: BoundExpression): void {
  const values = into.values.get(name);
  if (values) values.push(value);
  else into.values.set(name, [value]);
}
