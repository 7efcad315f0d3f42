/** `switch on`: over values, enum constants and types of records. */
import type { Expression, SwitchCase, SwitchStatement } from '../../ast';
import type { BoundExpression, BoundStatement, BoundSwitchCase } from '../../bound';
import type { ApexType } from '../../types';
import { declareVariable, nested, report, type BodyContext } from '../context';
import { errorExpression, tryCoerce } from '../conversions';
import { bindExpression, bindValue } from '../expressions/bind-expression';
import { bindStaticMember } from '../expressions/static-members';
import { resolveReference } from '../resolve-reference';
import { isErrorType } from '../types/error-type';
import { isCastable, isEnum } from '../types/relations';
import { bindBlock, bindStatementsIn } from './bind-statement';
import { messageName } from '../types/message-name';

export function bindSwitch(context: BodyContext, { subject: source, cases, span }: SwitchStatement): BoundStatement {
  const subject = bindValue(context, source);
  checkCases(context, cases);
  if (!isSwitchable(context, subject.type)) {
    report(context, 2014, `${messageName(subject.type)} is not a valid switch expression type`, source.span);
  }
  return { kind: 'switch', subject, cases: cases.map((branch) => bindCase(context, branch, subject.type)), span };
}

function isSwitchable(context: BodyContext, type: ApexType): boolean {
  if (isErrorType(type) || isEnum(context.program, type)) return true;
  if (type.kind === 'primitive') return ['Integer', 'Long', 'String', 'Id'].includes(type.name);
  return type.kind === 'sobject';
}

/** The same value may stand once, and `when else` last. */
function checkCases(context: BodyContext, cases: readonly SwitchCase[]): void {
  const seen = new Set<string>();
  cases.forEach(({ when, span }, index) => {
    if (when.kind === 'else' && index < cases.length - 1)
      report(context, 2011, "'when else' must be the last when block", span);
    if (when.kind !== 'values') return;
    for (const value of when.values) {
      const text = caseText(value);
      if (seen.has(text))
        report(context, 2006, `${text} occurs as more than one when branch for this switch statement`, value.span);
      seen.add(text);
    }
  });
}

function caseText(value: Expression): string {
  if (value.kind === 'name') return value.name.toUpperCase();
  if (value.kind === 'unary') return value.operator + caseText(value.operand);
  if (value.kind !== 'literal') return `${value.span.start}`;
  return value.literal.type === 'null'
    ? 'null'
    : 'value' in value.literal
      ? String(value.literal.value)
      : value.literal.text;
}

function bindCase(context: BodyContext, { when, body }: SwitchCase, subject: ApexType): BoundSwitchCase {
  switch (when.kind) {
    case 'else':
      return { when: { kind: 'else' }, body: bindBlock(context, body) };
    case 'values':
      return {
        when: { kind: 'values', values: when.values.map((value) => bindCaseValue(context, value, subject)) },
        body: bindBlock(context, body)
      };
    case 'type': {
      const inner = nested(context);
      const type = resolveReference(inner, when.type);
      if (!isErrorType(type) && !isErrorType(subject) && !isCastable(context.program, subject, type)) {
        report(
          context,
          2005,
          `Incompatible types since an instance of ${messageName(subject)} is never an instance of ${messageName(type)}`,
          when.type.span
        );
      }
      const variable = declareVariable(inner, when.name.name, type, when.name.span);
      return { when: { kind: 'type', type, variable }, body: bindStatementsIn(inner, body) };
    }
  }
}

/** Constants of an enum stand without its name. */
function bindCaseValue(context: BodyContext, value: Expression, subject: ApexType): BoundExpression {
  if (value.kind === 'name' && isEnum(context.program, subject)) {
    const constant = bindStaticMember(context, subject, value.name, value.span);
    if (constant?.kind === 'enumConstant') return constant;
    report(context, 2002, `Variable does not exist: ${value.name}`, value.span);
    return errorExpression(value.span);
  }
  const bound = bindExpression(context, value);
  const converted = tryCoerce(context, bound, subject);
  if (converted) return converted;
  report(
    context,
    2005,
    `${messageName(bound.type)} value in when expression cannot be implicitly converted to the ${messageName(subject)} type in switch expression`,
    value.span
  );
  return errorExpression(value.span);
}
