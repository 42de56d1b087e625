// A reader's private notes: bytes under a key, in this browser. The core reads and writes them.

const nameOf = (key) => `proviso-notes-${key}`;

/** Returns { recall(key), store(key, text) }. Where nothing can be kept, the core is told so. */
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
  // The same page in another tab has written.
  addEventListener('storage', (event) => {
    if (current && event.key === nameOf(current)) tell(event.newValue ?? '');
  }, { signal });
  return {
    recall(key) {
      current = key;
      try {
        tell(localStorage.getItem(nameOf(key)) ?? '');
      } catch {
        unkept();
      }
    },
    store(key, text) {
      try {
        if (text) localStorage.setItem(nameOf(key), text);
        else localStorage.removeItem(nameOf(key));
      } catch {
        unkept();
      }
    },
  };
}
