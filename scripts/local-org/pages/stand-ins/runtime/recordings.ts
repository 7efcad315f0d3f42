/** Starts the service worker that answers for Thoughtly's recording hosts. */

/** A page without it works, so nothing waits longer than this. */
const START_TIMEOUT_MS = 2_000;

/** Resolves when recordings can be played: before, a player would ask the real hosts and fail. */
export async function startRecordings(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const timeout = new Promise<void>((resolve) => setTimeout(resolve, START_TIMEOUT_MS));
  await Promise.race([register(), timeout]);
}

async function register(): Promise<void> {
  const workers = navigator.serviceWorker;
  const inControl = new Promise<void>((resolve) =>
    workers.addEventListener('controllerchange', () => resolve(), { once: true })
  );
  try {
    const registration: ServiceWorkerRegistration | undefined = await workers.register('/recording-worker.js');
    if (registration && !workers.controller) await inControl;
  } catch {
    // A browser may refuse service workers; then the player says that the recording cannot be reached.
  }
}
