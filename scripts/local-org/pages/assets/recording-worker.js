/**
 * Service worker of the pages: answers requests for Thoughtly's recording hosts from the local org, because those hosts
 * do not know the demo calls. Everything else goes where it went before.
 */
const HOSTS = new Set(['recordings.thoughtly.com', 'cdn.thoughtly.net']);

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (!HOSTS.has(new URL(request.url).hostname)) return;
  // A person who opens the address in a new tab gets the real host's answer.
  if (request.mode === 'navigate') return;
  const range = request.headers.get('range');
  event.respondWith(
    fetch(`/recordings-stand-in?url=${encodeURIComponent(request.url)}`, { headers: range ? { range } : {} })
  );
});
