/** The `Trigger` variables of the running trigger. The data engine pushes a context around each trigger call. */
import { currentTransaction } from './transaction';
import type { ApexList } from '../library/system/List';
import type { ApexMap } from '../library/system/Map';
import type { PlatformEnumValue } from '../library/registry';

export interface TriggerContext {
  readonly isExecuting: boolean;
  /** `null` where the event has none (`Trigger.old` on insert). */
  readonly new: ApexList | null;
  readonly old: ApexList | null;
  readonly newMap: ApexMap | null;
  readonly oldMap: ApexMap | null;
  /** A constant of `System.TriggerOperation`. */
  readonly operationType: PlatformEnumValue | null;
  readonly size: number;
}

const STACK = Symbol('trigger contexts');

function stack(): TriggerContext[] {
  const { state } = currentTransaction();
  let contexts = state.get(STACK) as TriggerContext[] | undefined;
  if (!contexts) state.set(STACK, (contexts = []));
  return contexts;
}

/** The context of the innermost running trigger; null outside of triggers. */
export function currentTriggerContext(): TriggerContext | null {
  return stack().at(-1) ?? null;
}

/** Runs `work` with `context` as the values of `Trigger.new` and its kind. */
export function runInTriggerContext<T>(context: TriggerContext, work: () => T): T {
  const contexts = stack();
  contexts.push(context);
  try {
    return work();
  } finally {
    contexts.pop();
  }
}
