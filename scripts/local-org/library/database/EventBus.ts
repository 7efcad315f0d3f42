/** `System.EventBus`: publishes platform events. `runtime/events.ts` decides when they are delivered. */
import { currentTransaction } from '../../runtime/transaction';
import { eventTriggerContext } from '../../data/dml/events';
import { addPublishCallback, PublishOutcome } from '../../runtime/events';
import type { ApexObject } from '../../runtime/objects';
import { interfaceMethod } from '../async/interface';
import { platformType } from '../registry';
import { ApexList } from '../system/List';
import { database, recordsOf, shaped } from './operands';
import { resultOf } from './results';
import type { SaveResult } from './results';

function publish(target: unknown): unknown {
  const { isSharingEnforced } = currentTransaction();
  const outcomes = database().dml({
    kind: 'insert',
    records: recordsOf(target),
    accessMode: 'system',
    isSharingEnforced,
    allOrNone: false,
    externalIdField: null
  });
  return shaped(
    target,
    'Database.SaveResult',
    outcomes.map((outcome) => resultOf('insert', outcome))
  );
}

/** As {@link publish}; the callback is told after the transaction which events the bus took. */
function publishWithCallback(target: unknown, callback: ApexObject | null): unknown {
  const results = publish(target);
  const saved = (results instanceof ApexList ? results.items : [results]) as SaveResult[];
  const uuids = saved.filter(({ success }) => success).map(({ id }) => id);
  if (callback && uuids.length > 0) addPublishCallback(callback, uuids as string[]);
  return results;
}

/** The id that success and failure callbacks name the event by. */
function operationId(result: SaveResult): string | null {
  return result.id;
}

class TriggerContextValue {}
const TRIGGER_CONTEXT = new TriggerContextValue();

platformType({
  name: 'System.EventBus',
  statics: { 'publish/1': publish, 'publish/2': publishWithCallback, 'getOperationId/1': operationId }
});

platformType({
  name: 'eventbus.TriggerContext',
  jsClass: TriggerContextValue,
  statics: { 'currentContext/0': () => (eventTriggerContext() ? TRIGGER_CONTEXT : null) },
  methods: {
    'getResumeCheckpoint/0': () => eventTriggerContext()?.checkpoint ?? null,
    /** The checkpoint is kept, but a trigger that fails after it does not resume there. */
    'setResumeCheckpoint/1': (_self: object, checkpoint: string | null) => {
      const context = eventTriggerContext();
      if (context) context.checkpoint = checkpoint;
    }
  },
  properties: {
    lastError: { get: () => eventTriggerContext()?.lastError ?? null },
    retries: { get: () => eventTriggerContext()?.retries ?? 0 }
  }
});

const uuids = (self: PublishOutcome) => new ApexList('String', [...self.uuids]);
for (const [callback, method, result] of [
  ['eventbus.EventPublishFailureCallback', 'onFailure', 'eventbus.FailureResult'],
  ['eventbus.EventPublishSuccessCallback', 'onSuccess', 'eventbus.SuccessResult']
] as const) {
  platformType({ name: callback, methods: { [method]: interfaceMethod(method, [result]) } });
  platformType({
    name: result,
    jsClass: PublishOutcome,
    methods: { getEventUuids: interfaceMethod('getEventUuids', [], uuids) }
  });
}
