// What somebody is editing, kept in this browser: one record a dataset, with the texts of what was begun
// here. Only where editing is allowed does anything come here, and a reader's copies of texts never do.

const DATABASE = 'proviso', STORE = 'projects', MARK = 'proviso-work';
const PAUSE = 300; // Milliseconds of typing that may be lost.

/** @returns {Promise<IDBDatabase>} */
const opened = () => new Promise((done, failed) => {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
  request.onsuccess = () => done(request.result);
  request.onerror = () => failed(request.error);
});

/** Carries `ask` out in a transaction of its own; resolves when it is done, with its result if it has one. */
const carry = (database, mode, ask) => new Promise((done, failed) => {
  const transaction = database.transaction(STORE, mode);
  const request = ask(transaction.objectStore(STORE));
  transaction.oncomplete = () => done(request?.result);
  transaction.onabort = transaction.onerror = () => failed(transaction.error);
});

const isOwn = (record) => Object.keys(record?.texts ?? {}).length > 0;

function titleOf({ id, bytes }) {
  try {
    return String(JSON.parse(bytes).dataset.title).replace(/\s+/g, ' ');
  } catch {
    return id;
  }
}

/**
 * Returns { hear(event) }, for what the explorer tells of its work. What cannot be kept it says, and
 * what is kept it says once it is. Of two tabs with the same dataset one edits; the other may once that
 * one is closed, or has been asked to leave it, and has what was edited and typed there.
 */
export function keepWork({ send, signal }) {
  /** @type {Promise<unknown>} */ let last = Promise.resolve();
  let database, told, shown, warned = false;
  const ready = () => (database ??= opened());
  signal.addEventListener('abort', () => {
    flush();
    door?.close();
    queued?.abort();
    last.then(() => database?.then((open) => open.close(), () => {}));
  });

  const read = async (key) => carry(await ready(), 'readonly', (store) => store.get(key));

  /**
   * Changes a record, which is made if it is not there; `how` may leave it as it is. Nothing of what
   * another tab edits is changed, so the first answer about the lock is waited for.
   */
  function keep(key, how, loud = false) {
    const change = async () => carry(await ready(), 'readwrite', (store) => {
      const had = store.get(key);
      had.onsuccess = () => {
        const now = how(had.result);
        if (now) store.put({ id: key, bytes: '', saved: '', typing: '', texts: {}, ...had.result, ...now, time: Date.now() });
      };
    });
    const tell = (base) => {
      if ((told !== base || (loud && base === 'unkept' && !warned)) && !signal.aborted) send({ do: 'work', item: key, text: '', base });
      told = base;
      warned ||= loud && base === 'unkept';
    };
    const others = () => refused && key === holding;
    // One after the other, so that the last is what stays.
    last = last.then(() => (key === holding ? answered : undefined)).then(() => others() || change()).then((left) => {
      if (left === true) return;
      tell('kept');
      try {
        localStorage.setItem(MARK, 'yes');
      } catch { /* Then it is found when something is edited again. */ }
    }, () => {
      if (told !== 'unkept') addEventListener('beforeunload', ask, { signal });
      tell('unkept');
    });
  }
  const ask = (event) => told === 'unkept' && event.preventDefault();

  // What is being written is kept a little later, and at once when the page may go.
  let waiting, timer;
  function flush() {
    clearTimeout(timer);
    timer = undefined;
    if (!waiting) return;
    const { key, typing } = waiting;
    waiting = undefined;
    keep(key, () => ({ typing }));
  }
  addEventListener('pagehide', flush, { signal });
  document.addEventListener('visibilitychange', () => document.hidden && flush(), { signal });

  /** Holds the lock of a dataset until this explorer ends or edits another one. */
  let holding = '', refused = false;
  /** @type {Promise<unknown>} Ends with the first answer about the lock. */ let answered = Promise.resolve();
  /** @type {(value?: unknown) => void} */ let letGo = () => {};
  /** Over which another tab asks for what is edited here. @type {BroadcastChannel | undefined} */ let door;
  /** Ends the waiting for the lock. @type {AbortController | undefined} */ let queued;
  /** What was held is left for something else. */
  function release() {
    letGo();
    queued?.abort();
    door?.close();
    door = undefined;
    if (holding && !refused) keep(holding, (had) => had?.open && { open: false });
    if (refused) send({ do: 'editing', text: 'on' });
    refused = false;
    holding = '';
  }
  function hold(key) {
    if (holding === key) return;
    release();
    holding = key;
    if (!navigator.locks) return;
    const mine = () => new Promise((end) => {
      letGo = end;
      signal.addEventListener('abort', end, { once: true });
    });
    const name = `${DATABASE}/${key}`;
    const wait = () => {
      queued?.abort(); // A second place in the queue would be this tab's own rival.
      queued = new AbortController();
      return navigator.locks.request(name, { signal: queued.signal }, async () => {
        if (holding !== key) return undefined;
        refused = false;
        send({ do: 'editing', text: 'on' });
        const kept = await read(key).catch(() => {});
        if (kept?.bytes) send({ do: 'work', item: key, text: kept.bytes, address: kept.saved, base: 'newer' });
        if (kept?.typing) send({ do: 'typing', item: key, text: kept.typing });
        return mine();
      }).catch(() => {});
    };
    door = new BroadcastChannel(name);
    door.onmessage = async () => {
      await answered;
      if (holding !== key) return;
      // Whoever asks next has it next, and not whoever was refused before.
      if (refused) return void wait();
      // Also what is edited and typed while that is kept.
      for (let seen; seen !== last;) {
        flush();
        seen = last;
        await seen;
      }
      if (refused || holding !== key) return;
      refused = true;
      send({ do: 'editing', text: 'elsewhere' });
      letGo();
      wait(); // Behind whoever asked, and has waited since it was refused.
    };
    /** @type {(value?: unknown) => void} */ let answer = () => {};
    answered = new Promise((done) => { answer = done; });
    navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      if (holding === key) refused = !lock;
      answer();
      if (lock) return holding === key ? mine() : undefined;
      if (holding !== key) return undefined;
      send({ do: 'editing', text: 'elsewhere' });
      wait();
      return undefined;
    }).catch(answer);
  }

  /** Goes on with what was begun here. */
  function open(record) {
    shown = record;
    send({ do: 'project', item: record.id, text: record.bytes, address: record.saved });
    for (const [document, text] of Object.entries(record.texts)) send({ do: 'own', item: record.id, address: document, text });
    if (record.typing) send({ do: 'typing', item: record.id, text: record.typing });
  }

  /** True if some tab edits it. */
  const held = async (key) => Boolean((await navigator.locks?.query?.())?.held?.some(({ name }) => name === `${DATABASE}/${key}`));

  /** What was left open, if this tab had it or nobody has asked this page for something else. */
  async function leftOpen(records, key) {
    const [newest] = records.filter((record) => isOwn(record) && record.open && record.page === location.pathname && record.id !== key).sort((a, b) => b.time - a.time);
    if (!newest || (sessionStorage.getItem(MARK) !== newest.id && location.hash.length > 1)) return undefined;
    return (await held(newest.id)) ? undefined : newest;
  }

  let first = true;
  async function recall(key, now) {
    if (now) hold(key);
    else if (holding !== key) release();
    const begins = first;
    first = false;
    let records;
    try {
      records = await carry(await ready(), 'readonly', (store) => store.getAll());
    } catch {
      return; // Nothing can be kept here: a private window, or none allowed. It is said when something is.
    }
    if (signal.aborted) return;
    send({ do: 'works', text: records.filter(isOwn).map((record) => `${record.id}\t${titleOf(record)}`).join('\n') });
    const left = begins && !now && (await leftOpen(records, key).catch(() => {}));
    if (signal.aborted) return;
    if (left) return open(left);
    const kept = records.find(({ id }) => id === key);
    if (shown?.id === key || (!kept && !now)) return;
    send({ do: 'work', item: key, text: kept?.bytes ?? '', address: kept?.saved ?? '' });
    // Texts that were added here to what was opened from a file.
    for (const [document, text] of Object.entries(kept?.texts ?? {})) send({ do: 'own', item: key, address: document, text });
    // What another tab is typing is not opened here.
    if (kept?.typing && (now || holding === key || !(await held(key).catch(() => false)))) send({ do: 'typing', item: key, text: kept.typing });
  }

  let asked = false;
  return {
    hear({ type, name, media = '', text }) {
      if (type === 'recall-work') recall(text, name === 'now');
      else if (type === 'open-work') read(text).then((record) => record && !signal.aborted && open(record)).catch(() => {});
      else if (type === 'take-over') door?.postMessage('leave it');
      else if (type === 'own') keep(name, (had) => ({ texts: { ...had?.texts, [media]: text } }));
      else if (type === 'typing') {
        if (waiting && waiting.key !== name) flush();
        waiting = { key: name, typing: text };
        timer ??= setTimeout(flush, PAUSE);
      } else {
        if (!asked) navigator.storage?.persist?.().catch(() => {});
        asked = true;
        try {
          sessionStorage.setItem(MARK, name);
        } catch { /* Then it is only listed. */ }
        const same = shown?.id === name && shown.bytes === text && shown.saved === media;
        const open = { open: true, page: location.pathname };
        keep(name, () => (same ? open : { bytes: text, saved: media, ...open }), true);
      }
    },
  };
}
