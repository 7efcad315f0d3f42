/** `new List<T>(other)` and its kind: the platform takes the same types only, where an assignment would take others. */
import type { SourceSpan } from '../../ast';
import type { BoundExpression } from '../../bound';
import { sameType, type ApexType } from '../../types';
import { report, type BodyContext } from '../context';
import { isErrorType } from '../types/error-type';
import { messageName } from '../types/message-name';

/** Reports an initial value that the collection does not take. True when it does, or when the type is no collection. */
export function checkInitializer(
  context: BodyContext,
  type: ApexType,
  given: readonly BoundExpression[],
  span: SourceSpan
): boolean {
  const [source, ...others] = given;
  if (!source || others.length > 0 || isErrorType(type) || isErrorType(source.type)) return true;
  const expected = expectation(type);
  if (expected === undefined || isInitializer(type, source.type)) return true;
  const found = source.type.kind === 'null' ? 'NULL' : messageName(source.type);
  report(context, 2013, `Invalid initializer type ${found} found for ${messageName(type)}: expected ${expected}`, span);
  return false;
}

function expectation(type: ApexType): string | undefined {
  switch (type.kind) {
    case 'list':
      return `an Integer or a List of type ${messageName(type.element)}`;
    case 'set':
      return `a List or a Set of type: ${messageName(type.element)}`;
    case 'map':
      return 'a Map with the same key and value types, or a valid SObject List';
    default:
      return undefined;
  }
}

function isInitializer(type: ApexType, source: ApexType): boolean {
  switch (type.kind) {
    case 'list':
      return isNamed(source, ['Integer']) || isCollectionOf(source, type.element);
    case 'set':
      return isCollectionOf(source, type.element);
    case 'map':
      return (
        sameType(source, type) || (isNamed(type.key, ['Id', 'String', 'Object']) && isRecordList(source, type.value))
      );
    default:
      return true;
  }
}

function isNamed(type: ApexType, names: readonly string[]): boolean {
  return type.kind === 'primitive' && names.includes(type.name);
}

function isCollectionOf(type: ApexType, element: ApexType): boolean {
  return (type.kind === 'list' || type.kind === 'set') && sameType(type.element, element);
}

function isRecordList(type: ApexType, value: ApexType): boolean {
  if (type.kind !== 'list' || type.element.kind !== 'sobject' || value.kind !== 'sobject') return false;
  return value.name === 'SObject' || sameType(type.element, value);
}
