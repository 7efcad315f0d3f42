/** Checks formulas against the schema when it is loaded, so that nothing unknown stays hidden until a record is saved. */
import type { FieldSchema, OrgSchema } from '../schema/model';
import { FormulaSyntaxError, type FormulaNode } from './ast';
import { compileFormula } from './evaluate';
import { findFunction } from './functions';
import { GLOBALS } from './global-names';

export interface FormulaProblem {
  /** 6001 a mistake, 6002 an unknown name, 6003 a function that the local org does not have. */
  readonly number: 6001 | 6002 | 6003;
  readonly message: string;
}

/** What is wrong with a formula of an object, in the order of the text. */
export function checkFormula(schema: OrgSchema, objectName: string, text: string): FormulaProblem[] {
  const problems: FormulaProblem[] = [];
  try {
    checkNode(schema, objectName, compileFormula(text), false, problems);
  } catch (error) {
    if (!(error instanceof FormulaSyntaxError)) throw error;
    problems.push({ number: 6001, message: `${error.message} (at character ${error.at + 1} of the formula)` });
  }
  return problems;
}

function checkNode(
  schema: OrgSchema,
  objectName: string,
  node: FormulaNode,
  mayBePicklist: boolean,
  problems: FormulaProblem[]
): void {
  switch (node.kind) {
    case 'literal':
      return;
    case 'not':
    case 'negate':
      return checkNode(schema, objectName, node.operand, false, problems);
    case 'binary':
      checkNode(schema, objectName, node.left, false, problems);
      return checkNode(schema, objectName, node.right, false, problems);
    case 'reference':
      return checkReference(schema, objectName, node.path, mayBePicklist, problems);
    case 'call':
      return checkCall(schema, objectName, node, problems);
  }
}

function checkCall(
  schema: OrgSchema,
  objectName: string,
  node: FormulaNode & { kind: 'call' },
  problems: FormulaProblem[]
): void {
  const found = findFunction(node.name);
  if (!found) {
    problems.push({ number: 6003, message: `The local org does not have the formula function ${node.name}()` });
    return;
  }
  const count = node.arguments.length;
  if (count < found.minimum || count > found.maximum || (node.name === 'CASE' && count % 2 === 1)) {
    problems.push({ number: 6001, message: `Wrong number of arguments for ${node.name}(): ${count}` });
  }
  node.arguments.forEach((argument, position) => {
    if (found.fieldArguments?.includes(position) && argument.kind !== 'reference') {
      problems.push({ number: 6001, message: `${node.name}() takes a field` });
    }
    checkNode(schema, objectName, argument, found.picklistArguments?.includes(position) ?? false, problems);
  });
}

function checkReference(
  schema: OrgSchema,
  objectName: string,
  path: readonly string[],
  mayBePicklist: boolean,
  problems: FormulaProblem[]
): void {
  if (path[0]?.startsWith('$')) {
    if (!GLOBALS.has(path[0].toLowerCase()))
      problems.push({ number: 6003, message: `The local org does not have the global value ${path[0]}` });
    return;
  }
  const field = resolve(schema, objectName, path);
  if (!field) {
    problems.push({ number: 6002, message: `Unknown field ${path.join('.')} of ${objectName}` });
  } else if (!mayBePicklist && (field.type === 'picklist' || field.type === 'multipicklist')) {
    problems.push({
      number: 6001,
      message: `${path.join('.')} is a picklist: write TEXT(${path.join('.')}), or use ISPICKVAL() or CASE()`
    });
  }
}

/** The field at the end of a path; a step to several objects may name one (`Owner:User`). */
function resolve(schema: OrgSchema, objectName: string, path: readonly string[]): FieldSchema | undefined {
  let owner = objectName;
  for (const step of path.slice(0, -1)) {
    const [relationship = '', chosen] = step.split(':');
    const lookup = schema.findParentField(owner, relationship);
    if (!lookup) return undefined;
    owner = chosen ?? (lookup.referenceTo.length === 1 ? (lookup.referenceTo[0] ?? 'Name') : 'Name');
  }
  return schema.findField(owner, path.at(-1) ?? '');
}
