/** `FormulaEval`: formulas over records and over objects of the source, as `Formula.builder()` makes them. */
import { SObjectValue } from '../../data/sobject';
import type { FormulaNode } from '../../formula/ast';
import { compileFormula, evaluate } from '../../formula/evaluate';
import { toFormulaValue } from '../../formula/values';
import type { FormulaValue } from '../../formula/values';
import { ApexException, newException } from '../../runtime/exceptions';
import { ApexObject } from '../../runtime/objects';
import { required } from '../null-argument';
import { extendPlatformType, platformType } from '../registry';
import type { PlatformEnumValue } from '../registry';
import { currentMillis, runningUserTimeZone } from '../running-user';
import { Decimal } from '../system/Decimal';
import { doubleOf } from '../system/Double';
import { parseId } from '../system/Id';
import { ApexSet } from '../system/Set';
import { instanceFields, readField } from '../user-fields';

class FormulaBuilder {
  formula: string | null = null;
  returnType: string | null = null;
  hasType = false;
  areBlanksZero = false;
}

class FormulaInstance {
  readonly node: FormulaNode;
  readonly returnType: string;
  readonly areBlanksZero: boolean;

  constructor(node: FormulaNode, returnType: string, areBlanksZero: boolean) {
    this.node = node;
    this.returnType = returnType;
    this.areBlanksZero = areBlanksZero;
  }
}

function build(self: FormulaBuilder): FormulaInstance {
  const { formula, returnType } = self;
  if (formula === null || returnType === null || !self.hasType) {
    throw newException('System.FormulaValidationException', 'A formula needs its text, its type and its return type');
  }
  try {
    return new FormulaInstance(compileFormula(formula), returnType, self.areBlanksZero);
  } catch (error) {
    throw newException('System.FormulaValidationException', error instanceof Error ? error.message : String(error));
  }
}

/** Follows a path through records and objects of the source; what is null on the way makes the result blank. */
function readPath(start: object, path: readonly string[]): FormulaValue {
  if (path[0]?.startsWith('$'))
    throw newException('System.FormulaEvaluationException', `The local org does not know ${path.join('.')} here`);
  let value: unknown = start;
  for (const name of path) {
    if (value === null) return null;
    value = readMember(value, name);
  }
  return toFormulaValue(value);
}

function readMember(value: unknown, name: string): unknown {
  if (value instanceof SObjectValue) {
    return value.schema?.fields.has(name.toLowerCase()) ? value.get(name) : value.getParent(name);
  }
  if (value instanceof ApexObject) {
    const field = instanceFields(value.$type).find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (field) return readField(value, field);
  }
  throw newException('System.FormulaEvaluationException', `Field ${name} does not exist`);
}

/** @throws System.FormulaEvaluationException when the formula has no value */
function evaluateFor(self: FormulaInstance, subject: object | null): unknown {
  const read = (path: readonly string[]) => readPath(required(subject), path);
  try {
    const value = evaluate(self.node, {
      read,
      readPrior: read,
      isNew: false,
      isClone: false,
      now: currentMillis(),
      timeZone: runningUserTimeZone(),
      areBlanksZero: self.areBlanksZero
    });
    return convert(self.returnType, value);
  } catch (error) {
    if (error instanceof ApexException) throw error;
    throw newException('System.FormulaEvaluationException', error instanceof Error ? error.message : String(error));
  }
}

function convert(returnType: string, value: FormulaValue): unknown {
  if (value === null) return returnType === 'BOOLEAN' ? false : null;
  if (value instanceof Decimal) {
    switch (returnType) {
      case 'INTEGER':
        return value.toInteger();
      case 'LONG':
        return value.toBigInt();
      case 'DOUBLE':
        return doubleOf(value);
      default:
        return value;
    }
  }
  return returnType === 'ID' ? parseId(String(value)) : value;
}

/** Paths of all references, `Owner.Name`. */
function referencedFields(node: FormulaNode): string[] {
  switch (node.kind) {
    case 'reference':
      return [node.path.join('.')];
    case 'not':
    case 'negate':
      return referencedFields(node.operand);
    case 'binary':
      return [...referencedFields(node.left), ...referencedFields(node.right)];
    case 'call':
      return node.arguments.flatMap(referencedFields);
    default:
      return [];
  }
}

/** Sets a part of the builder and answers it. */
function part<T>(set: (self: FormulaBuilder, value: T) => void) {
  return (self: FormulaBuilder, value: T) => {
    set(self, value);
    return self;
  };
}

platformType({
  name: 'FormulaEval.FormulaReturnType',
  enumConstants: ['BOOLEAN', 'DATE', 'DATETIME', 'DECIMAL', 'DOUBLE', 'ID', 'INTEGER', 'LONG', 'STRING', 'TIME']
});

platformType({
  name: 'FormulaEval.FormulaBuilder',
  jsClass: FormulaBuilder,
  statics: { builder: () => new FormulaBuilder() },
  methods: {
    build,
    treatNumericNullAsZero: part((self, value: boolean | null) => {
      self.areBlanksZero = value === true;
    }),
    withFormula: part((self, value: string | null) => {
      self.formula = required(value);
    }),
    withReturnType: part((self, value: PlatformEnumValue | null) => {
      self.returnType = required(value).name;
    }),
    withType: part((self, value: object | null) => {
      self.hasType = value !== null;
    })
  }
});

platformType({
  name: 'FormulaEval.FormulaInstance',
  jsClass: FormulaInstance,
  methods: {
    evaluate: evaluateFor,
    getReferencedFields: (self: FormulaInstance) => new ApexSet('String', referencedFields(self.node))
  }
});

extendPlatformType('System.Formula', { statics: { builder: () => new FormulaBuilder() } });
