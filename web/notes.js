// A reader's private notes: bytes under a key, in this browser. The core reads, joins and writes them.

const nameOf = (key) => `proviso-notes-${key}`;

/** All of this page: what one writes the others hear, as other tabs do by `storage`. */
const keepers = new Set();

/** Returns { recall(key), store(key, text), watch() }. Where the browser keeps nothing, it tells the core. */
export function keepNotes({ link, wake, signal }) {
  let current = '';
  let last = ''; // What this explorer knows to be kept.
  let failed = false;
  const send = (message) => {
    link.send(message);
    wake();
  };
  const unkept = () => {
    failed = true;
    send({ do: 'unkept' });
  };
  const keeper = {
    /** Another explorer has written: the core joins it with what is here. */
    hear(key, text) {
      if (key !== current || text === last) return;
      const base = last;
      last = text;
      send({ do: 'notes', item: current, text, base });
    },
  };
  keepers.add(keeper);
  signal.addEventListener('abort', () => keepers.delete(keeper));
  let watching = false;
  /** Hears other tabs from now on: with the first use, or as soon as there are notes. */
  const watch = () => {
    if (watching) return;
    watching = true;
    addEventListener('storage', (event) => {
      if (current && event.key === nameOf(current)) keeper.hear(current, event.newValue ?? '');
    }, { signal });
    // What was written before somebody listened.
    try {
      if (current) keeper.hear(current, localStorage.getItem(nameOf(current)) ?? '');
    } catch { /* It is said when something is to be kept. */ }
  };
  return {
    watch,
    recall(key) {
      current = key;
      try {
        last = localStorage.getItem(nameOf(key)) ?? '';
        send({ do: 'notes', item: key, text: last });
        if (last) watch();
      } catch {
        unkept();
      }
    },
    store(key, text) {
      watch();
      try {
        // Another tab has written, and this one has not heard it yet: the core joins both and asks again.
        const kept = localStorage.getItem(nameOf(key)) ?? '';
        if (kept !== last) return keeper.hear(key, kept);
        if (text) localStorage.setItem(nameOf(key), text);
        else localStorage.removeItem(nameOf(key));
        last = text;
        if (failed) send({ do: 'kept' });
        failed = false;
      } catch {
        return unkept();
      }
      for (const other of keepers) if (other !== keeper) other.hear(key, text);
    },
  };
}
