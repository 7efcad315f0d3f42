/** `@future` methods: compiled code queues their calls here. */
import { queueJob, refuseAsync } from '../../runtime/async';
import { runFuture } from '../../runtime/async-run';
import { deepCopy } from '../../runtime/deep-copy';
import { currentEntryPoint } from '../../runtime/entry-point';
import { currentTransaction } from '../../runtime/transaction';
import { extendPlatformType } from '../registry';
import { insertJobRow } from './job-rows';

/**
 * Queues one call of a `@future` method.
 *
 * @param call runs the body of the method with the (already copied) arguments
 * @throws System.AsyncException when called from a future method or a batch, System.LimitException after 50 calls
 */
export function enqueueFuture(
  className: string,
  methodName: string,
  args: readonly unknown[],
  call: (args: readonly unknown[]) => void
): void {
  const { quiddity } = currentEntryPoint();
  if (quiddity === 'FUTURE' || quiddity === 'BATCH_APEX') {
    refuseAsync(
      `Future method cannot be called from a future or batch method: ${className}.${methodName}(${args.map(() => 'Object').join(', ')})`
    );
  }
  const { limits, org, userId } = currentTransaction();
  limits.consume('futureCalls');
  const jobId = insertJobRow('Future', className, { MethodName: methodName });
  const copies = args.map((argument) => deepCopy(argument));
  queueJob({
    id: jobId,
    type: 'Future',
    userId,
    dueAt: 0,
    run: (test) => runFuture({ org, jobId, userId, test }, () => call(copies))
  });
}

extendPlatformType('System.System', { statics: { 'isFuture/0': () => currentEntryPoint().quiddity === 'FUTURE' } });
