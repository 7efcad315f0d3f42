import type { DmlStatement, RunAsStatement } from '../../ast';
import type { BoundExpression, BoundStatement } from '../../bound';
import type { ApexType } from '../../types';
import { nested, report, type BodyContext } from '../context';
import { asSingleRecord, errorExpression, singleRecordType } from '../conversions';
import { bindValue } from '../expressions/bind-expression';
import { isErrorType } from '../types/error-type';
import { bindBlock } from './bind-statement';
import { messageName } from '../types/message-name';

export function bindDml(context: BodyContext, statement: DmlStatement): BoundStatement {
  const { operation, accessMode, span } = statement;
  const target = bindRecords(context, statement.target);
  const mergeSource = statement.mergeSource && bindMergeSource(context, statement.mergeSource);
  return {
    kind: 'dml',
    operation,
    accessMode,
    target,
    mergeSource,
    externalIdField: bindExternalId(context, statement, target.type),
    span
  };
}

/** One record or a list of records; `delete [SELECT …]` takes the list. */
function bindRecords(context: BodyContext, source: DmlStatement['target']): BoundExpression {
  const bound = bindValue(context, source);
  if (isErrorType(bound.type) || isRecordOrList(bound.type)) return bound;
  report(context, 2005, `DML requires SObject or SObject list type: ${messageName(bound.type)}`, source.span);
  return errorExpression(source.span);
}

function isRecordOrList(type: ApexType): boolean {
  return type.kind === 'sobject' || (type.kind === 'list' && type.element.kind === 'sobject');
}

/** Merge takes one record, a list of records, an id or a list of ids. */
function bindMergeSource(context: BodyContext, source: DmlStatement['target']): BoundExpression {
  const bound = bindValue(context, source);
  const element = bound.type.kind === 'list' ? bound.type.element : bound.type;
  const isId = element.kind === 'primitive' && (element.name === 'Id' || element.name === 'String');
  if (!isErrorType(bound.type) && !isId && element.kind !== 'sobject') {
    report(context, 2005, `DML requires SObject or SObject list type: ${messageName(bound.type)}`, source.span);
  }
  return bound;
}

function bindExternalId(context: BodyContext, { externalIdField, span }: DmlStatement, type: ApexType): string | null {
  if (externalIdField === null) return null;
  const record = type.kind === 'list' ? type.element : type;
  if (record.kind !== 'sobject') return externalIdField;
  // Written as `Ext__c` or as `Account.Fields.Ext__c`.
  const name = externalIdField.split('.').at(-1) ?? externalIdField;
  const field = context.program.environment.schema.findField(record.name, name);
  if (!field && record.name !== 'SObject')
    report(context, 3002, `Field does not exist: ${name} on ${record.name}`, span);
  return field?.name ?? name;
}

/** `System.runAs(user) { … }`, also with a Version. */
export function bindRunAs(context: BodyContext, { arguments: given, body, span }: RunAsStatement): BoundStatement {
  const [first] = given;
  const bound = first ? bindValue(context, first) : errorExpression(span);
  const record = singleRecordType(bound);
  const argument = record ? asSingleRecord(bound, record) : bound;
  const isUser = argument.type.kind === 'sobject' && argument.type.name === 'User';
  const isVersion =
    argument.type.kind === 'platform' && /^(System\.Version|Package\.Version)$/i.test(argument.type.name);
  if (given.length !== 1 || (!isUser && !isVersion && !isErrorType(argument.type))) {
    report(context, 2003, "runAs requires a single argument of type 'User' or 'Version'", span);
  }
  return { kind: 'runas', argument, body: bindBlock(nested(context), body), span };
}
