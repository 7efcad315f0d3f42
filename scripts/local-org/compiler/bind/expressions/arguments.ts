/** Arguments of calls: bound on their own first, converted when the method is known. */
import type { Expression } from '../../ast';
import type { BoundExpression } from '../../bound';
import { typeName, type ApexType } from '../../types';
import type { BodyContext } from '../context';
import { singleRecordType, tryCoerce } from '../conversions';
import type { ArgumentType } from '../overloads';
import { isErrorType } from '../types/error-type';
import { bindValue } from './bind-expression';

export function bindArguments(context: BodyContext, given: readonly Expression[]): readonly BoundExpression[] {
  return given.map((argument) => bindValue(context, argument));
}

export function argumentTypes(given: readonly BoundExpression[]): readonly ArgumentType[] {
  return given.map((argument) => ({ type: argument.type, alternative: singleRecordType(argument) }));
}

/** Converts the arguments to the parameters of the chosen method. */
export function convertArguments(
  context: BodyContext,
  given: readonly BoundExpression[],
  parameters: readonly ApexType[]
): readonly BoundExpression[] {
  return given.map((argument, index) => tryCoerce(context, argument, parameters[index] ?? argument.type) ?? argument);
}

/** The types of arguments as messages list them. */
export function argumentText(given: readonly BoundExpression[]): string {
  return given.map((argument) => (argument.type.kind === 'null' ? 'NULL' : typeName(argument.type))).join(', ');
}

/** True when an argument could not be bound: then nothing more is said about the call. */
export function hasErrorArgument(given: readonly BoundExpression[]): boolean {
  return given.some((argument) => isErrorType(argument.type));
}
