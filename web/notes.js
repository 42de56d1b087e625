// A reader's private notes: bytes under a key, in this browser. The core reads and writes them.

const nameOf = (key) => `proviso-notes-${key}`;

/** Returns { recall(key), store(key, text) }. Where the browser keeps nothing, it tells the core. */
export function keepNotes({ link, wake, signal }) {
  let current = '';
  const unkept = () => {
    link.send({ do: 'unkept' });
    wake();
  };
  const tell = (text) => {
    link.send({ do: 'notes', item: current, text });
    wake();
  };
  // The same page in another tab has written. Only an explorer with notes listens.
  let listening = false;
  const listen = () => {
    if (listening) return;
    listening = true;
    addEventListener('storage', (event) => {
      if (current && event.key === nameOf(current)) tell(event.newValue ?? '');
    }, { signal });
  };
  return {
    recall(key) {
      current = key;
      try {
        const kept = localStorage.getItem(nameOf(key));
        if (kept) listen();
        tell(kept ?? '');
      } catch {
        unkept();
      }
    },
    store(key, text) {
      listen();
      try {
        if (text) localStorage.setItem(nameOf(key), text);
        else localStorage.removeItem(nameOf(key));
      } catch {
        unkept();
      }
    },
  };
}
