/**
 * Stand-in for `lightning/empApi`. It says that streaming is not enabled, which a component has to cope with on the
 * platform too (the module works in desktop browsers only).
 */

export function isEmpEnabled(): Promise<boolean> {
  return Promise.resolve(false);
}

export function subscribe(): Promise<never> {
  return Promise.reject(new Error('Streaming is not enabled. Ask isEmpEnabled() before subscribe().'));
}

export function unsubscribe(): Promise<object> {
  return Promise.resolve({});
}

export function onError(): void {
  // Nothing can fail that never starts.
}

export function setDebugFlag(): void {
  // There is no channel to trace.
}
