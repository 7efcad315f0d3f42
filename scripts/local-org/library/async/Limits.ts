/** `System.Limits`: what the running transaction has used of what it may use. */
import type { LimitKind } from '../../runtime/limits';
import { currentTransaction } from '../../runtime/transaction';
import type { Implementation } from '../registry';
import { platformType } from '../registry';

const KINDS: readonly LimitKind[] = [
  'aggregateQueries',
  'apexCursorRows',
  'asyncCalls',
  'callouts',
  'cpuTime',
  'dmlRows',
  'dmlStatements',
  'emailInvocations',
  'fetchCallsOnApexCursor',
  'fieldsDescribes',
  'findSimilarCalls',
  'futureCalls',
  'heapSize',
  'mobilePushApexCalls',
  'publishImmediateDml',
  'queries',
  'queryLocatorRows',
  'queryRows',
  'queueableJobs',
  'runAs',
  'savepointRollbacks',
  'savepoints',
  'soslQueries'
];

const statics: Record<string, Implementation> = {};
for (const kind of KINDS) {
  statics[`get${kind}/0`] = () => currentTransaction().limits.used(kind);
  statics[`getLimit${kind}/0`] = () => currentTransaction().limits.maximum(kind);
}

platformType({ name: 'System.Limits', statics });
