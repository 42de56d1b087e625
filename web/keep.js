// What somebody is editing, kept in this browser: one record a dataset. Only where editing is allowed
// does anything come here, and a reader's copies of texts never do.

const DATABASE = 'proviso', STORE = 'projects';

/** @returns {Promise<IDBDatabase>} */
const opened = () => new Promise((done, failed) => {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
  request.onsuccess = () => done(request.result);
  request.onerror = () => failed(request.error);
});

/** One request in a transaction of its own; resolves when it is written. */
const carry = (database, mode, ask) => new Promise((done, failed) => {
  const transaction = database.transaction(STORE, mode);
  const request = ask(transaction.objectStore(STORE));
  transaction.oncomplete = () => done(request.result);
  transaction.onabort = transaction.onerror = () => failed(transaction.error);
});

/**
 * Returns { recall(key), store(key, bytes, saved) }. Where the browser keeps nothing it says nothing:
 * then the explorer does not say that it is kept. Of two tabs with the same dataset one edits; the
 * other may once that one is closed.
 */
export function keepWork({ send, signal }) {
  let database, last = Promise.resolve(), asked = false;
  const ready = () => (database ??= opened());
  signal.addEventListener('abort', () => database?.then((open) => open.close(), () => {}));

  /** Holds the lock of a dataset until this explorer ends or shows another one. */
  let holding = '', letGo = () => {};
  function hold(key) {
    if (holding === key || !navigator.locks) return;
    letGo();
    holding = key;
    const mine = () => new Promise((end) => {
      letGo = end;
      signal.addEventListener('abort', end, { once: true });
    });
    const name = `proviso/${key}`;
    navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      if (lock) return mine();
      send({ do: 'editing', text: 'off' });
      navigator.locks.request(name, { signal }, () => {
        if (holding !== key) return undefined;
        send({ do: 'editing', text: 'on' });
        return mine();
      }).catch(() => {});
      return undefined;
    }).catch(() => {});
  }

  return {
    async recall(key) {
      hold(key);
      try {
        const kept = await carry(await ready(), 'readonly', (store) => store.get(key));
        if (!signal.aborted) send({ do: 'work', item: key, text: kept?.bytes ?? '', address: kept?.saved ?? '' });
      } catch {
        // Nothing can be kept here: a private window, or none allowed.
      }
    },
    store(key, bytes, saved) {
      if (!asked) navigator.storage?.persist?.().catch(() => {});
      asked = true;
      // One after the other, so that the last is what stays.
      last = last.then(async () => {
        await carry(await ready(), 'readwrite', (store) => store.put({ id: key, bytes, saved, time: Date.now() }));
      }).catch(() => {});
      return last;
    },
  };
}
