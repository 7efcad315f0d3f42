/** The org's allowance of asynchronous Apex. */
import { join } from 'node:path';
import { createOrg } from '../../create-org';

const { org } = createOrg({ sources: [join(__dirname, 'full-queue')], cacheDirectory: null });

function call(method: 'enqueue()' | 'used()'): unknown {
  const probe = org.program.findType('QueueProbe');
  if (!probe?.jsClass) throw new Error('QueueProbe did not compile');
  const methods = probe.jsClass as unknown as Record<string, () => unknown>;
  return org.execute(org.user('admin').id, 'synchronous', () => methods[method]?.());
}

it('should be counted when jobs are taken, and refuse jobs when it is used up', async () => {
  org.allowances.asyncApexExecutions.maximum = 2;
  expect([call('enqueue()'), call('enqueue()')]).toEqual(['queued', 'queued']);
  expect(call('used()')).toBe(2);
  expect(call('enqueue()')).toBe('Rate Limiting Exception : AsyncApexExecutions Limit exceeded.');
  org.allowances.asyncApexExecutions.maximum = 3;
  expect(call('enqueue()')).toBe('queued');
  await org.whenIdle();
});
