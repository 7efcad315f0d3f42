/** `System.Request` and `System.Quiddity`: how the running code was started. */
import { randomUUID } from 'node:crypto';
import { currentEntryPoint } from '../../runtime/entry-point';
import { transactionState } from '../../runtime/transaction';
import { enumValue, platformType } from '../registry';

const REQUEST_ID = Symbol('request id');

class RequestValue {}
const REQUEST = new RequestValue();

platformType({
  name: 'System.Quiddity',
  enumConstants: [
    'UNDEFINED',
    'ANONYMOUS',
    'AURA',
    'BATCH_ACS',
    'BATCH_APEX',
    'BATCH_CHUNK_PARALLEL',
    'BATCH_CHUNK_SERIAL',
    'BULK_API',
    'COMMERCE_INTEGRATION',
    'DISCOVERABLE_LOGIN',
    'FUNCTION_CALLBACK',
    'FUTURE',
    'INBOUND_EMAIL_SERVICE',
    'INVOCABLE_ACTION',
    'IOT',
    'PLATFORM_EVENT_PUBLISH_CALLBACK',
    'QUEUEABLE',
    'QUICK_ACTION',
    'REMOTE_ACTION',
    'REST',
    'RUNTEST_ASYNC',
    'RUNTEST_DEPLOY',
    'RUNTEST_SYNC',
    'SCHEDULED',
    'SOAP',
    'SYNCHRONOUS',
    'TRANSACTION_FINALIZER_QUEUEABLE',
    'VF'
  ]
});

platformType({
  name: 'System.Request',
  jsClass: RequestValue,
  statics: { 'getCurrent/0': () => REQUEST },
  methods: {
    'getQuiddity/0': () => enumValue('System.Quiddity', currentEntryPoint().quiddity),
    'getRequestId/0': () => transactionState(REQUEST_ID, () => randomUUID())
  }
});
