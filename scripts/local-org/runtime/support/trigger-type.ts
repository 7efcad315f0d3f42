/** `Trigger`: the variables of the running trigger. Outside of triggers `isExecuting` is false and the others are null. */
import { platformType } from '../../library/registry';
import type { PropertyImplementation } from '../../library/registry';
import { currentTriggerContext } from '../trigger-context';
import type { TriggerContext } from '../trigger-context';

function variable(name: keyof TriggerContext): PropertyImplementation {
  return { get: () => currentTriggerContext()?.[name] ?? null };
}

/** `isInsert`, `isBefore`: by the name of the operation, `BEFORE_INSERT`. */
function operation(pattern: RegExp): PropertyImplementation {
  return { get: () => pattern.test(currentTriggerContext()?.operationType?.name ?? '') };
}

platformType({
  name: 'System.Trigger',
  staticProperties: {
    new: variable('new'),
    old: variable('old'),
    newMap: variable('newMap'),
    oldMap: variable('oldMap'),
    operationType: variable('operationType'),
    size: { get: () => currentTriggerContext()?.size ?? 0 },
    isExecuting: { get: () => currentTriggerContext()?.isExecuting ?? false },
    isBefore: operation(/^BEFORE/),
    isAfter: operation(/^AFTER/),
    isInsert: operation(/_INSERT$/),
    isUpdate: operation(/_UPDATE$/),
    isDelete: operation(/_DELETE$/),
    isUndelete: operation(/_UNDELETE$/)
  }
});
