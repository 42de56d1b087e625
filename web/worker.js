// The hosted app's service worker: what the app needs is kept when it is first loaded, so that it
// works without a network afterwards. Written for page.js alone; the package has none, since it has
// no business in other people's origins. Version and list are put in by assemble.mjs, and a first
// line that names the dataset and its digest, which `proviso publish` writes anew: another dataset
// is another worker, and fetched anew.

// Two sites of ours may share an origin: each has caches of its own, and touches no other.
const OURS = `proviso ${self.registration.scope} `;
const CACHE = `${OURS}VERSION ${self.DATASET[1]}`;
const FILES = [/* FILES */];
FILES.push(self.DATASET[0]);

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
    const old = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  })());
});

/** What is kept under an address; nothing where the browser’s store fails, as one does that is full or broken. */
const keptAt = (href) => caches.open(CACHE).then((cache) => cache.match(href)).catch(() => undefined);

// A store that does not answer takes nothing away from who has a network.
const SLOW = 3000; // Milliseconds.
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  url.search = '';
  url.hash = '';
  event.respondWith((async () => {
    const search = keptAt(url.href);
    const kept = await Promise.race([search, pause(SLOW)]);
    if (kept) return kept;
    const answer = await fetch(request).catch(async (error) => {
      const late = await search;
      if (late) return late;
      throw error;
    });
    // The text version, further scripts and languages: kept once they have been read.
    const ours = url.href.startsWith(self.registration.scope) && /\/(text|fonts|words)\//.test(url.pathname);
    if (answer.ok && ours) {
      const copy = answer.clone();
      caches.open(CACHE).then((cache) => cache.put(url.href, copy)).catch(() => {});
    }
    return answer;
  })());
});
