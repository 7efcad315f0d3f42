/**
 * What one running test method knows: the `startTest` window, waiting jobs, mocks. The asynchronous jobs of the test
 * run in transactions of their own, but share it.
 */
import type { PendingEvents } from '../data/dml/events';
import type { Job } from './async';
import type { Limits } from './limits';
import type { ApexObject } from './objects';
import { currentTransaction } from './transaction';

/** Who wants to know what became of published events. */
export interface PublishCallback {
  readonly callback: ApexObject;
  readonly uuids: readonly string[];
}

export class TestContext {
  /**
   * Static fields. The jobs that `Test.stopTest` runs see and change those of the test method: on the platform a test is
   * one request (Apex Recipes assert on it for future methods, Queueables and batches).
   */
  readonly statics = new Map<unknown, unknown>();
  phase: 'before' | 'started' | 'stopped' = 'before';
  /** Limits of the part outside of startTest and stopTest. */
  outerLimits: Limits | null = null;
  /** Jobs that the test queued, in order. `Test.stopTest` runs them. */
  readonly jobs: Job[] = [];
  /** True while `Test.stopTest` runs the jobs: what they queue stays queued, as on the platform. */
  isDraining = false;
  /** Mocks by interface name in lower case without namespace: `httpcalloutmock`. */
  readonly mocks = new Map<string, unknown>();
  /** Ids that every SOSL query finds (`Test.setFixedSearchResults`). */
  searchResults: readonly string[] = [];
  /** Published platform events that have not been delivered, oldest first. */
  readonly undeliveredEvents: PendingEvents[] = [];
  /** Callbacks of `EventBus.publish` whose events have not been delivered. */
  readonly publishCallbacks: PublishCallback[] = [];
  /** Depth of `System.runAs` blocks. */
  runAsDepth = 0;
}

/** The context of the running test; null outside of tests. */
export function currentTestContext(): TestContext | null {
  return currentTransaction().test;
}

/** The mock that the running test set for an interface (`HttpCalloutMock`, any case), or null. */
export function findMock(interfaceName: string): unknown {
  const name = interfaceName.toLowerCase().replace(/^system\./, '');
  return currentTestContext()?.mocks.get(name) ?? null;
}

/** What SOSL finds in the running test: the ids given to `Test.setFixedSearchResults`. Null outside of tests. */
export function fixedSearchResults(): readonly string[] | null {
  return currentTestContext()?.searchResults ?? null;
}
