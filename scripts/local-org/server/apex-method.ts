/** `POST /apex/<Class>.<method>`: what components call through `@salesforce/apex`. */
import type { OrgUser } from '../org';
import { setEntryPoint } from '../runtime/entry-point';
import { ApexException } from '../runtime/exceptions';
import type { RuntimeMethod, RuntimeType } from '../runtime/type-info';
import { apexFromJson, apexToJson } from './apex-json';
import { requireClassAccess } from './class-access';
import type { ServerContext } from './context';
import { methodNotAllowed, RestError, toRestError } from './errors';
import { jsonBody } from './http';
import type { ServerAnswer, ServerRequest } from './http';

/**
 * Runs an `@AuraEnabled` static method with parameters by name, as the page's user. The answer is the result; a failure
 * has the body that components find in `error.body`.
 */
export function answerApexMethod(
  context: ServerContext,
  user: OrgUser,
  request: ServerRequest,
  name: string
): ServerAnswer {
  if (request.method !== 'POST') throw methodNotAllowed(request.method, ['POST']);
  const { type, method } = findAuraMethod(context, name);
  const isCacheable = method.annotations.some(
    (annotation) => annotation.name === 'auraenabled' && annotation.values['cacheable'] === true
  );
  const parameters = request.body.length === 0 ? {} : jsonBody(request);
  const headers = { 'X-Apex-Cacheable': String(isCacheable) };
  try {
    requireClassAccess(context, user, type.name);
    return { status: 200, headers, body: run(context, user, { type, method, isCacheable }, parameters) };
  } catch (error) {
    return { status: statusOf(error), headers, body: errorBody(error) };
  }
}

interface AuraMethod {
  readonly type: RuntimeType;
  readonly method: RuntimeMethod;
  readonly isCacheable: boolean;
}

function run(
  { org }: ServerContext,
  user: OrgUser,
  { type, method, isCacheable }: AuraMethod,
  parameters: Record<string, unknown>
): string {
  const transaction = org.newTransaction({ userId: user.id, kind: 'synchronous' });
  setEntryPoint(transaction, { quiddity: 'AURA' });
  if (isCacheable) transaction.limits.setMaximum('dmlStatements', 0);
  return org.run(transaction, () => {
    const args = method.parameters.map((parameter) => apexFromJson(org, parameters[parameter.name], parameter.type));
    return JSON.stringify(apexToJson(org, org.program.invokeStatic(type.name, method.key, args), 'component'));
  });
}

function findAuraMethod({ org }: ServerContext, name: string): { type: RuntimeType; method: RuntimeMethod } {
  const [className = '', methodName = ''] = name.split('.');
  const type = org.program.findType(className);
  if (!type) throw new RestError(404, 'NOT_FOUND', `There is no Apex class ${className}`);
  const method = type.methods.find(
    (candidate) => candidate.isStatic && candidate.name.toLowerCase() === methodName.toLowerCase()
  );
  const isEnabled = method?.annotations.some((annotation) => annotation.name === 'auraenabled');
  if (!method || !isEnabled)
    throw new RestError(404, 'NOT_FOUND', `${className} has no static method ${methodName} with @AuraEnabled`);
  return { type, method };
}

function statusOf(error: unknown): number {
  return error instanceof ApexException ? 500 : toRestError(error).status;
}

/** `AuraHandledException` shows the message that Apex gave; others come with their type and stack. */
function errorBody(error: unknown): unknown {
  if (!(error instanceof ApexException)) return { message: toRestError(error).message };
  if (error.$exceptionName === 'System.AuraHandledException')
    return { message: error.message ?? 'Script-thrown exception' };
  return {
    message: error['getmessage()'](),
    exceptionType: error.$exceptionName,
    isUserDefinedException: !error.$exceptionName.startsWith('System.'),
    stackTrace: error['getstacktracestring()']()
  };
}
