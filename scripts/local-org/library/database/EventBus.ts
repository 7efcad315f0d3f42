/** `System.EventBus`: publishes platform events. `runtime/events.ts` decides when they are delivered. */
import { currentTransaction } from '../../runtime/transaction';
import { platformType } from '../registry';
import { database, recordsOf, shaped } from './operands';
import { resultOf } from './results';

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

platformType({ name: 'System.EventBus', statics: { 'publish/1': publish } });
