/** `System.Test`: what tests can ask of the platform. */
import { drainTestJobs } from '../../runtime/async';
import { deliverTestEvents, dropTestEvents } from '../../runtime/events';
import { newException } from '../../runtime/exceptions';
import type { ApexObject } from '../../runtime/objects';
import { Limits } from '../../runtime/limits';
import type { TestContext } from '../../runtime/test-context';
import { currentTransaction } from '../../runtime/transaction';
import { required } from '../null-argument';
import { platformType } from '../registry';
import type { ApexDatetime } from '../system/Datetime';
import type { ApexList } from '../system/List';
import type { SObjectTypeToken } from '../schema/tokens';
import type { ApexType } from '../system/Type';
import { createStub } from './stub';
import { testInstall, testUninstall } from './install';
import { loadData } from './load-data';

platformType({
  name: 'System.Test',
  statics: {
    'isRunningTest/0': () => currentTransaction().isTest,
    'startTest/0': startTest,
    'stopTest/0': stopTest,
    'setMock/2': (type: ApexType, mock: ApexObject) => {
      requireTest('Test.setMock').mocks.set(type.name.toLowerCase().replace(/^system\./, ''), mock);
    },
    'createStub/2': (type: ApexType, provider: ApexObject) => createStub(type, provider),
    'setCreatedDate/2': setCreatedDate,
    'getStandardPricebookId/0': () => currentTransaction().org.standardPricebookId,
    'setFixedSearchResults/1': (ids: ApexList | null) => {
      requireTest('Test.setFixedSearchResults').searchResults = (ids?.items ?? []) as string[];
    },
    /** Permission set groups are computed from their permission sets whenever access is asked for: nothing to recalculate. */
    'calculatePermissionSetGroup/1': () => null,
    'loadData/2': (token: SObjectTypeToken, resource: string | null) => {
      requireTest('Test.loadData');
      return loadData(required(token), required(resource));
    },
    /** Change events are not published by the local org. */
    'enableChangeDataCapture/0': () => requireTest('Test.enableChangeDataCapture') && null,
    'testInstall/2': testInstall,
    'testInstall/3': testInstall,
    'testUninstall/1': testUninstall,
    'getEventBus/0': () => requireTest('Test.getEventBus') && TEST_BROKER
  }
});

export class TestBrokerValue {}
const TEST_BROKER = new TestBrokerValue();

platformType({
  name: 'eventbus.TestBroker',
  jsClass: TestBrokerValue,
  methods: {
    'deliver/0': () => deliverTestEvents(requireTest('TestBroker.deliver')),
    'fail/0': () => {
      dropTestEvents(requireTest('TestBroker.fail'));
    }
  }
});

function startTest(): void {
  const test = requireTest('Test.startTest');
  if (test.phase !== 'before') throw newException('System.FinalException', 'Testing already started');
  const transaction = currentTransaction();
  test.phase = 'started';
  test.outerLimits = transaction.limits;
  transaction.limits = new Limits(transaction.kind);
}

/** Runs what the test queued, then gives the limits of the time before `startTest` back. */
function stopTest(): void {
  const test = requireTest('Test.stopTest');
  if (test.phase !== 'started') throw newException('System.FinalException', 'Testing has not started');
  const transaction = currentTransaction();
  test.phase = 'stopped';
  try {
    deliverTestEvents(test);
    drainTestJobs(test);
    deliverTestEvents(test);
  } finally {
    transaction.limits = test.outerLimits ?? transaction.limits;
  }
}

function setCreatedDate(id: string, createdDate: ApexDatetime): void {
  requireTest('Test.setCreatedDate');
  if (!currentTransaction().org.database.systemUpdate(id, { CreatedDate: createdDate })) {
    throw newException('System.IllegalArgumentException', `No record with the id ${id}`);
  }
}

function requireTest(member: string): TestContext {
  const { test } = currentTransaction();
  if (!test) throw newException('System.UnexpectedException', `${member} can only be called in a test`);
  return test;
}
