/** Emits statements. Each one counts its execution, so that coverage and the CPU limit need no further code. */
import type { BoundExpression, BoundStatement, BoundSwitchCase } from '../bound';
import type { FunctionEmitter } from './function-emitter';
import { typeTest } from './expressions/conversions';
import { mark } from './marks';
import { quote } from './unit-context';

type StatementKind = BoundStatement['kind'];
type StatementOf<K extends StatementKind> = Extract<BoundStatement, { readonly kind: K }>;
type StatementEmitters = { readonly [K in StatementKind]: (node: StatementOf<K>, emit: FunctionEmitter) => string };

/** At the head of each loop body and method: lets the runtime stop code that runs too long. */
export const TICK = 'if (--$b.left < 0) $b.tick();';

/** Statements that Salesforce's compiler does not count themselves: what they hold is. */
function isCounted({ kind }: BoundStatement): boolean {
  return kind !== 'block' && kind !== 'try' && kind !== 'dowhile' && kind !== 'runas';
}

/** The text of one statement, with its counter, ending in a line feed. */
export function emitStatement(node: BoundStatement, emit: FunctionEmitter): string {
  const count = isCounted(node) ? emit.unit.countStatement(node.span.line) : '';
  return `${mark(node.span)}${count}${bare(node, emit)}\n`;
}

/** The statements of a body without braces of their own. */
export function emitBody(node: BoundStatement, emit: FunctionEmitter): string {
  return node.kind === 'block'
    ? node.statements.map((statement) => emitStatement(statement, emit)).join('')
    : emitStatement(node, emit);
}

function bare(node: BoundStatement, emit: FunctionEmitter): string {
  const emitter = emitters[node.kind] as (node: BoundStatement, emit: FunctionEmitter) => string;
  return emitter(node, emit);
}

function braces(node: BoundStatement, emit: FunctionEmitter): string {
  return `{\n${emitBody(node, emit)}}`;
}

function loopBody(node: BoundStatement, emit: FunctionEmitter, head = ''): string {
  return `{ ${TICK} ${head}\n${emitBody(node, emit)}}`;
}

function assignLocal(name: string, value: BoundExpression | null, emit: FunctionEmitter): string {
  return `let ${name} = ${value ? emit.expression(value) : 'null'};`;
}

const emitters: StatementEmitters = {
  block: (node, emit) => braces(node, emit),
  local: (node, emit) => assignLocal(node.variable.jsName, node.initializer, emit),
  expression: (node, emit) => `${emit.discarded(node.expression)};`,
  if(node, emit) {
    const otherwise = node.otherwise
      ? ` else ${node.otherwise.kind === 'if' ? `{\n${emitStatement(node.otherwise, emit)}}` : braces(node.otherwise, emit)}`
      : '';
    return `if (${emit.operand(node.condition)}) ${braces(node.then, emit)}${otherwise}`;
  },
  switch(node, emit) {
    const subject = emit.newName('$s');
    const chain = node.cases.map((item) => switchCase(item, subject, emit)).join(' else ');
    return `{ const ${subject} = ${emit.expression(node.subject)};\n${chain} }`;
  },
  for(node, emit) {
    const init = node.init.map((statement) => `${mark(statement.span)}${bare(statement, emit)}`).join(' ');
    const condition = node.condition ? emit.operand(node.condition) : '';
    const update = node.update.map((expression) => emit.discarded(expression)).join(', ');
    return `{ ${init}\nfor (; ${condition}; ${update}) ${loopBody(node.body, emit)} }`;
  },
  foreach(node, emit) {
    const element = emit.newName('$e');
    // Lists and sets refuse changes while JavaScript iterates over them.
    const walk = { collection: '', rows: '', chunks: '$.chunks', iterator: '$.iterate' }[node.mode];
    const value = emit.withPlaceholder(element, false, node.element);
    const head = `let ${node.variable.jsName} = ${value};`;
    return `for (const ${element} of ${walk}(${emit.operand(node.iterable)})) ${loopBody(node.body, emit, head)}`;
  },
  while: (node, emit) => `while (${emit.operand(node.condition)}) ${loopBody(node.body, emit)}`,
  dowhile: (node, emit) => `do ${loopBody(node.body, emit)} while (${emit.operand(node.condition)});`,
  try: (node, emit) => tryStatement(node, emit),
  return(node, emit) {
    if (emit.isConstructor) return 'return this;';
    return node.value ? `return ${emit.expression(node.value)};` : 'return;';
  },
  throw: (node, emit) => `throw ${emit.operand(node.value)};`,
  break: () => 'break;',
  continue: () => 'continue;',
  dml(node, emit) {
    const mode = node.accessMode === null ? 'null' : quote(node.accessMode);
    if (node.operation === 'merge') {
      return `$.merge(${emit.operand(node.target)}, ${node.mergeSource ? emit.operand(node.mergeSource) : 'null'}, ${mode});`;
    }
    const field = node.externalIdField === null ? 'null' : quote(node.externalIdField);
    return `$.dml(${quote(node.operation)}, ${emit.operand(node.target)}, ${mode}, ${field});`;
  },
  runas(node, emit) {
    const leave = emit.newName('$r');
    return `const ${leave} = $.enterRunAs(${emit.operand(node.argument)}); try ${braces(node.body, emit)} finally { ${leave}(); }`;
  }
};

/** A local in a `case` and the subject are block-scoped; `break` inside belongs to the loop around the switch. */
function switchCase(item: BoundSwitchCase, subject: string, emit: FunctionEmitter): string {
  const { when } = item;
  switch (when.kind) {
    case 'else':
      return braces(item.body, emit);
    case 'values':
      return `if (${when.values.map((value) => `${subject} === ${emit.expression(value)}`).join(' || ')}) ${braces(item.body, emit)}`;
    case 'type':
      return `if (${typeTest(when.type, emit.unit)}(${subject})) { let ${when.variable.jsName} = ${subject};\n${emitBody(item.body, emit)}}`;
  }
}

function tryStatement(node: StatementOf<'try'>, emit: FunctionEmitter): string {
  const finallyText = node.finallyBody ? ` finally ${braces(node.finallyBody, emit)}` : '';
  if (node.catches.length === 0) return `try ${braces(node.body, emit)}${finallyText}`;
  const error = emit.newName('$x');
  const caught = emit.newName('$c');
  const branches = node.catches.map(
    (item) =>
      `if (${typeTest(item.type, emit.unit)}(${caught})) { let ${item.variable.jsName} = ${caught};\n${emitBody(item.body, emit)}}`
  );
  return (
    `try ${braces(node.body, emit)} catch (${error}) { const ${caught} = $.caught(${error});\n` +
    `${branches.join(' else ')} else throw ${caught}; }${finallyText}`
  );
}
