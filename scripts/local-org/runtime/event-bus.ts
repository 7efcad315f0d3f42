/** The bus of platform events as subscribers outside of Apex see it: pages, and whoever else listens. */
import type { ObjectSchema } from '../schema/model';
import type { PendingEvents } from '../data/dml/events';
import type { SObjectValue } from '../data/sobject';

export interface PublishedEvent {
  readonly object: ObjectSchema;
  readonly record: SObjectValue;
  /** Grows from event to event, over all objects. */
  readonly replayId: number;
}

/** The platform keeps high-volume events for 72 hours; a local org keeps its newest. */
const MOST_KEPT = 1_000;

export class EventBus {
  readonly #kept: PublishedEvent[] = [];
  readonly #listeners = new Set<(event: PublishedEvent) => void>();

  /** Takes events of a committed transaction. */
  publish(pending: readonly PendingEvents[]): void {
    for (const { object, records } of pending) {
      for (const record of records) {
        const event = { object, record, replayId: Number(record.peek('ReplayId')) };
        this.#kept.push(event);
        for (const listener of this.#listeners) listener(event);
      }
    }
    this.#kept.splice(0, this.#kept.length - MOST_KEPT);
  }

  /** Tells each event from now on, until the returned function is called. */
  listen(listener: (event: PublishedEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** The events that are kept, oldest first. */
  get kept(): readonly PublishedEvent[] {
    return this.#kept;
  }
}
