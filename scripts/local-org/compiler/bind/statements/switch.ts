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
  if (!isSwitchable(context, subject.type)) {
    report(context, 2014, `Illegal switch expression type, expected Integer, String, Long, SObject or Enum: ${messageName(subject.type)}`, source.span);
  }
  return { kind: 'switch', subject, cases: cases.map((branch) => bindCase(context, branch, subject.type)), span };
}

function isSwitchable(context: BodyContext, type: ApexType): boolean {
  if (isErrorType(type) || isEnum(context.program, type)) return true;
  if (type.kind === 'primitive') return ['Integer', 'Long', 'String', 'Id', 'Object'].includes(type.name);
  return type.kind === 'sobject' || type.kind === 'user' || type.kind === 'platform';
}

function bindCase(context: BodyContext, { when, body }: SwitchCase, subject: ApexType): BoundSwitchCase {
  switch (when.kind) {
    case 'else': return { when: { kind: 'else' }, body: bindBlock(context, body) };
    case 'values': return { when: { kind: 'values', values: when.values.map((value) => bindCaseValue(context, value, subject)) }, body: bindBlock(context, body) };
    case 'type': {
      const inner = nested(context);
      const type = resolveReference(inner, when.type);
      if (!isErrorType(type) && !isErrorType(subject) && !isCastable(context.program, subject, type)) {
        report(context, 2005, `Incompatible types since an instance of ${messageName(subject)} is never an instance of ${messageName(type)}`, when.type.span);
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
  report(context, 2005, `${messageName(bound.type)} value in when expression cannot be implicitly converted to the ${messageName(subject)} type in switch expression`, value.span);
  return errorExpression(value.span);
}
