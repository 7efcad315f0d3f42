/** Annotations: which there are, and what each asks of its method. */
import { report, type BodyContext } from '../context';
import { hasAnnotation } from '../symbols/modifiers';
import type { MethodSymbol, TypeSymbol } from '../symbols/symbols';
import type { ApexType } from '../../types';
import { messageName } from '../types/message-name';

const KNOWN: ReadonlySet<string> = new Set([
  'auraenabled',
  'changeeventtrigger',
  'deprecated',
  'future',
  'httpdelete',
  'httpget',
  'httppatch',
  'httppost',
  'httpput',
  'invocablemethod',
  'invocablevariable',
  'istest',
  'jsonaccess',
  'namespaceaccessible',
  'readonly',
  'remoteaction',
  'restresource',
  'suppresswarnings',
  'testsetup',
  'testvisible'
]);

interface Annotated {
  readonly annotations: MethodSymbol['annotations'];
  readonly span: MethodSymbol['span'];
}

/** REST annotations in the platform's spelling. */
const REST: Readonly<Record<string, string>> = {
  httpdelete: 'HttpDelete',
  httpget: 'HttpGet',
  httppatch: 'HttpPatch',
  httppost: 'HttpPost',
  httpput: 'HttpPut'
};

export function checkAnnotations(context: BodyContext, symbol: TypeSymbol): void {
  const members: readonly Annotated[] = [
    symbol,
    ...symbol.fields.values(),
    ...[...symbol.methods.values()].flat(),
    ...symbol.constructors
  ];
  for (const { annotations, span } of members) {
    for (const { name } of annotations)
      if (!KNOWN.has(name)) report(context, 2012, `Annotation does not exist: ${name}`, span);
  }
  const methods = [...symbol.methods.values()].flat();
  for (const method of methods) checkMethod(context, symbol, method);
  for (const [name, spelling] of Object.entries({
    ...REST,
    testsetup: 'TestSetup',
    invocablemethod: 'InvocableMethod'
  })) {
    const annotated = methods.filter((method) => hasAnnotation(method.annotations, name));
    if (annotated.length > 1)
      report(context, 2012, `Only one method per type can be defined with: ${spelling}`, symbol.span);
  }
}

function checkMethod(context: BodyContext, symbol: TypeSymbol, method: MethodSymbol): void {
  const has = (name: string) => hasAnnotation(method.annotations, name);
  const say = (message: string) => report(context, 2012, message, method.span);
  if (has('future')) checkFuture(say, method);
  if (has('istest') || has('testsetup') || method.modifiers?.names.has('testmethod')) checkTest(say, symbol, method);
  if (has('auraenabled')) checkAuraEnabled(say, method);
  if (has('invocablemethod')) checkInvocable(say, method);
  for (const [name, spelling] of Object.entries(REST)) {
    if (!has(name)) continue;
    if (method.access !== 'global') say(`${spelling} methods must be declared as global`);
    else if (!method.isStatic) say(`${spelling} methods must be declared as static`);
    else if (symbol.access !== 'global') say('Defining type for global methods must be declared as global');
  }
}

type Say = (message: string) => void;

function checkFuture(say: Say, method: MethodSymbol): void {
  if (!method.isStatic) say('Future methods must be declared as static');
  if (method.returnType.kind !== 'void')
    say(`Future methods do not support return type of ${messageName(method.returnType)}`);
  for (const parameter of method.parameters) {
    if (!isSimple(parameter)) say(`Future methods do not support parameter type of ${messageName(parameter)}`);
  }
}

/** Primitives and collections of them. */
function isSimple(type: ApexType): boolean {
  switch (type.kind) {
    case 'primitive':
      return type.name !== 'Object';
    case 'list':
    case 'set':
      return isSimple(type.element);
    case 'map':
      return isSimple(type.key) && isSimple(type.value);
    default:
      return false;
  }
}

function checkTest(say: Say, symbol: TypeSymbol, method: MethodSymbol): void {
  const spelling = hasAnnotation(method.annotations, 'testsetup') ? 'TestSetup' : 'IsTest';
  const isOldStyle = method.modifiers?.names.has('testmethod') ?? false;
  if (!symbol.isTest && !isOldStyle) say(`Defining type for ${spelling} methods must be declared as IsTest`);
  if (!method.isStatic) say(`${spelling} methods must be declared as static`);
  if (method.parameters.length > 0) say('Test methods must have no arguments');
  if (method.returnType.kind !== 'void') say('Test methods must return void');
}

function checkAuraEnabled(say: Say, method: MethodSymbol): void {
  if (method.access !== 'public' && method.access !== 'global')
    say('AuraEnabled methods require at least one of the following global, public');
  if (!method.isStatic && !/^get/i.test(method.name))
    say("Non static AuraEnabled methods must be named with a prefix 'get'");
}

function checkInvocable(say: Say, method: MethodSymbol): void {
  if (method.access !== 'public' && method.access !== 'global')
    say('InvocableMethod methods require at least one of the following global, public');
  if (!method.isStatic) say('InvocableMethod methods must be declared as static');
  const { returnType, parameters } = method;
  if (returnType.kind !== 'void' && returnType.kind !== 'list')
    say(`InvocableMethod methods do not support return type of ${messageName(returnType)}`);
  for (const parameter of parameters) {
    if (parameter.kind !== 'list')
      say(
        `Unsupported parameter type ${messageName(parameter)}. Valid invocable parameters must be List types like List<T> where T is a supported type`
      );
  }
}
