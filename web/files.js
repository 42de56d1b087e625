// Files that a reader gives: chosen, dropped or pasted. They are read here and handed to the core;
// nothing of them is sent anywhere.

import { isField } from './boundary.js';

const LARGE = 4 << 20; // From here on a bar tells the reader how much of it is here.
const LEAST_PASTED = 200; // Characters; less is no text and no dataset.
const ACCEPTED = { copy: 'text/*,.txt,.md', dataset: '.json,application/json', notes: '.json,application/json' };

/**
 * Listens on `host`, and for pasting on `pasteFrom`; `drop`: files may be dropped on it, and
 * `onDrag(over)` hears whether some are held over it. `root` gets
 * the file field. Returns { pick(what) }, which lets the reader choose a file.
 */
export function listenToFiles(host, { root, link, wake, signal, drop, onDrag, pasteFrom }) {
  const field = document.createElement('input');
  field.type = 'file';
  field.hidden = true;
  field.tabIndex = -1;
  field.setAttribute('aria-hidden', 'true');
  root.append(field);
  let wanted = '';
  field.addEventListener('change', () => {
    const [file] = field.files;
    if (file) give(file, wanted);
    field.value = ''; // The same file may be chosen again.
  }, { signal });

  async function give(file, what) {
    const name = file.name.replaceAll('\n', ' ');
    const wants = link.send({ do: 'expect', item: what, text: name, size: file.size });
    wake();
    if (!wants) return;
    const bytes = await read(file, (share) => {
      link.send({ do: 'progress', y: share });
      wake(1);
    }).catch(() => new Uint8Array()); // A folder, or gone: the core says that there is nothing.
    if (signal.aborted) return;
    link.offer(what, name, bytes);
    wake();
  }

  if (drop) {
    // Other drags are the page's own.
    const hasFiles = (event) => event.dataTransfer?.types.includes('Files');
    host.addEventListener('dragover', (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      onDrag?.(true);
    }, { signal });
    host.addEventListener('dragleave', () => onDrag?.(false), { signal });
    host.addEventListener('drop', async (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      onDrag?.(false);
      for (const file of [...event.dataTransfer.files]) await give(file, '');
    }, { signal });
  }

  pasteFrom.addEventListener('paste', (event) => {
    if (isField(event.composedPath()[0])) return;
    const [file] = event.clipboardData?.files ?? [];
    if (file) {
      event.preventDefault();
      give(file, '');
      return;
    }
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.length < LEAST_PASTED) return;
    const bytes = new TextEncoder().encode(text);
    const wants = link.send({ do: 'expect', item: '', text: '', size: bytes.length });
    wake();
    if (!wants) return;
    event.preventDefault();
    link.offer('', '', bytes);
    wake();
  }, { signal });

  return {
    pick(what) {
      wanted = what;
      field.accept = ACCEPTED[what] ?? '';
      field.click();
    },
  };
}

async function read(file, onProgress) {
  if (file.size < LARGE) return new Uint8Array(await file.arrayBuffer());
  const bytes = new Uint8Array(file.size);
  let at = 0;
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return bytes.subarray(0, at);
    bytes.set(value.subarray(0, bytes.length - at), at);
    at = Math.min(at + value.length, bytes.length);
    onProgress(at / bytes.length);
  }
}
