/** `Test.createStub`: an object of a class whose every method asks a `StubProvider` for its answer. */
import { newException } from '../../runtime/exceptions';
import { ApexObject, callMethod } from '../../runtime/objects';
import { currentTransaction } from '../../runtime/transaction';
import type { RuntimeMethod, RuntimeType } from '../../runtime/type-info';
import { platformType } from '../registry';
import { interfaceMethod } from '../async/interface';
import { ApexList } from '../system/List';
import { ApexType } from '../system/Type';

const HANDLE_PARAMETERS = ['Object', 'String', 'Type', 'List<Type>', 'List<String>', 'List<Object>'];

platformType({
  name: 'System.StubProvider',
  methods: { 'handleMethodCall/6': interfaceMethod('handleMethodCall', HANDLE_PARAMETERS) }
});

/**
 * The stub behaves as an instance of the class; no constructor has run.
 *
 * @throws System.TypeException for types that cannot be stubbed
 */
export function createStub(type: ApexType, provider: ApexObject): object {
  const { program } = currentTransaction().org;
  const stubbed = program.findType(type.name);
  if (!stubbed || stubbed.kind === 'enum')
    throw newException('System.TypeException', `Cannot create a stub of ${type.name}: it is no class of this org`);
  const prototype = stubbed.jsClass ? (stubbed.jsClass.prototype as object) : ApexObject.prototype;
  const stub = Object.create(prototype) as Record<string, unknown>;
  if (!stubbed.jsClass) Object.defineProperty(stub, '$type', { value: { ...stubbed } });
  for (const method of instanceMethods(stubbed)) {
    Object.defineProperty(stub, method.key, {
      value: (...args: unknown[]) =>
        callMethod(provider, 'handleMethodCall', handleArguments(stub, method, args), HANDLE_PARAMETERS)
    });
  }
  return stub;
}

function handleArguments(stub: object, method: RuntimeMethod, args: readonly unknown[]): unknown[] {
  const list = (elementType: string, items: readonly unknown[]) => {
    const result = new ApexList(elementType);
    result.items.push(...items);
    return result;
  };
  return [
    stub,
    method.name,
    new ApexType(method.returnType),
    list(
      'Type',
      method.parameters.map((parameter) => new ApexType(parameter.type))
    ),
    list(
      'String',
      method.parameters.map((parameter) => parameter.name)
    ),
    list('Object', args)
  ];
}

/** Own and inherited methods that can be stubbed: not static, not private. */
function instanceMethods(type: RuntimeType): RuntimeMethod[] {
  const { program } = currentTransaction().org;
  const methods: RuntimeMethod[] = [];
  for (
    let at: RuntimeType | undefined = type;
    at;
    at = at.superName === null ? undefined : program.findType(at.superName)
  ) {
    methods.push(...at.methods.filter((method) => !method.isStatic && method.access !== 'private'));
  }
  const byKey = new Map(methods.reverse().map((method) => [method.key, method]));
  return [...byKey.values()];
}
