/** Stand-in for `lightning/refresh`: refresh requests reach every handler on the page. */

type RefreshHandler = () => Promise<boolean>;

export const RefreshEventName = 'lightning__refresh';
const handlerById = new Map<string, RefreshHandler>();
let handlerCount = 0;
let isListening = false;

export class RefreshEvent extends CustomEvent<void> {
  constructor() {
    super(RefreshEventName, { bubbles: true, composed: true });
  }
}

export function registerRefreshHandler(_element: object, handler: RefreshHandler): string {
  if (!isListening) document.addEventListener(RefreshEventName, runHandlers);
  isListening = true;
  const id = `refresh-${++handlerCount}`;
  handlerById.set(id, handler);
  return id;
}

export function unregisterRefreshHandler(handlerId: string): void {
  handlerById.delete(handlerId);
}

function runHandlers(): void {
  void Promise.all([...handlerById.values()].map((handler) => handler()));
}
