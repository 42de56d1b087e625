// The hosted app's service worker: what the app needs is kept when it is first loaded, so that it
// works without a network afterwards. Written for page.js alone; the package has none, since it has
// no business in other people's origins. Name and list are put in by assemble.mjs.

const CACHE = 'proviso-VERSION';
const FILES = [/* FILES */];

self.addEventListener('install', (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(CACHE);
    await cache.addAll(FILES.map((file) => new Request(file, { cache: 'no-cache', credentials: 'omit' })));
    await self.skipWaiting();
  })());
});

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    // Our own older ones alone: others in this origin are not ours.
    const old = (await caches.keys()).filter((name) => name.startsWith('proviso-') && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  })());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  url.search = '';
  url.hash = '';
  event.respondWith((async () => {
    const cache = await caches.open(CACHE);
    const kept = await cache.match(url.href);
    if (kept) return kept;
    const answer = await fetch(request);
    // The text version, further scripts and languages: kept once they have been read.
    const ours = url.href.startsWith(self.registration.scope) && /\/(text|fonts|words)\//.test(url.pathname);
    if (answer.ok && ours) cache.put(url.href, answer.clone()).catch(() => {});
    return answer;
  })());
});
