// Files that a reader gives: chosen, dropped or pasted. They are read here and handed to the core;
// nothing of them is sent anywhere.

import { isField } from './boundary.js';

const LARGE = 4 << 20; // From here on a bar tells the reader how much of it is here.
const MOST_LOOKED_AT = 64 << 20;
const OFTEN = 200; // Milliseconds, between two looks whether a reader still waits.
const LEAST_PASTED = 200; // Characters; less is no text and no dataset.
const TEXTS = 'text/*,.txt,.md,.html,.docx,.odt,.pdf';
const JSON_FILES = '.json,application/json';
const ACCEPTED = { copy: TEXTS, text: TEXTS, beside: TEXTS, dataset: `${JSON_FILES},.jsonld,.xlsx,.csv,.qdpx,.qdc`, notes: JSON_FILES, version: JSON_FILES, coding: JSON_FILES };
const IS_JSON = /\.json$/i;
const OF_DATASETS = /^(dataset|version|coding)?$/;
const OF_TOOLS = /\.(xlsx|xls|ods|csv|qdpx|qdc|jsonld|dna)$/i; // Made into a dataset, once the reader has seen what becomes of it.
const OF_A_TEXT = /\.(txt|md|x?html?|docx|odt|pdf)$/i;
const OF_OTHERS = /\.(x?html?|docx|odt|pdf)$/i; // Not text as it is.

/**
 * Listens on `host`, and for pasting on `pasteFrom`; `drop`: files may be dropped on it, and
 * `onDrag(over)` hears whether some are held over it; `hear` takes what the core tells. `root` gets
 * the file field. Returns { pick(what) }, which lets the reader choose a file.
 */
export function listenToFiles(host, { root, link, wake, hear, signal, drop, onDrag, pasteFrom, core, ahead }) {
  const field = document.createElement('input');
  field.type = 'file';
  field.hidden = true;
  field.tabIndex = -1;
  field.setAttribute('aria-hidden', 'true');
  root.append(field);
  let wanted = '';
  /** The file that a dataset is made of, with what was given beside it. @type {{ name: string, bytes: Uint8Array, texts: object[], help: object } | undefined} */ let looked;
  field.addEventListener('change', () => {
    const [file] = field.files;
    if (file) give(file, wanted);
    field.value = ''; // The same file may be chosen again.
  }, { signal });

  async function give(file, what) {
    const name = file.name.replaceAll('\n', ' ');
    const beside = what === 'beside' || (what === '' && looked !== undefined && OF_A_TEXT.test(name) && link.send({ do: 'expect', item: 'beside' }));
    if (beside) what = 'beside';
    const wants = beside || link.send({ do: 'expect', item: what, text: name, size: file.size });
    wake();
    if (!wants) return;
    let shown = false; // A dialog says how far it is, and lets the reader stop it.
    const ending = new AbortController();
    const goOn = (share = 1) => {
      const wanted = link.send({ do: 'progress', y: share });
      shown ||= wanted;
      if (shown && !wanted) ending.abort();
      wake(1);
    };
    const bytes = await read(file, goOn, ending.signal).catch(() => new Uint8Array()); // A folder, or gone: the core says that there is nothing.
    if (signal.aborted || ending.signal.aborted) return;
    const [purpose, content] = await asWanted(name, what, bytes);
    if (signal.aborted) return;
    if (beside && purpose === what && looked) {
      looked.texts = [...looked.texts.filter((text) => text.name !== name), { name, text: new TextDecoder().decode(content) }];
      return again();
    }
    const asking = setInterval(goOn, OFTEN);
    const [whole, taken] = await ahead(OF_DATASETS.test(purpose) && IS_JSON.test(name) ? content : undefined, ending.signal)
      .catch(() => []).finally(() => clearInterval(asking)); // What fails was stopped.
    if (signal.aborted || ending.signal.aborted) return;
    link.offer(purpose, name, whole ?? content, taken);
    wake();
  }

  /** What was looked at is read once more, with what the reader says of it and the texts beside it. */
  async function again(help) {
    if (!looked) return;
    if (help) looked.help = JSON.parse(help);
    const { name, bytes, texts } = looked;
    const made = await import('./texts.js').then(({ imported }) => imported(name, bytes, core, { ...looked.help, texts }))
      .catch(() => /** @type {[string, Uint8Array]} */ (['refused', new Uint8Array()]));
    if (signal.aborted || !made) return;
    link.offer(made[0], name, made[1]);
    wake();
  }

  /** What the file is to the explorer: as it is, a text that was made of it, or a dataset that was. */
  async function asWanted(name, what, bytes) {
    const opens = what === '' || what === 'dataset';
    const ofTools = opens && (OF_TOOLS.test(name) || isOfAnotherTool(name, bytes));
    const isText = !ofTools && OF_OTHERS.test(name) && (ACCEPTED[what] ?? TEXTS) === TEXTS;
    if (!ofTools && !isText) return [what, bytes];
    if (ofTools) looked = { name, bytes, texts: [], help: {} };
    return import('./texts.js')
      .then(async (texts) => (ofTools ? await texts.imported(name, bytes, core) ?? [what, bytes] : texts.textOf(name, what, bytes, core)))
      .catch(() => /** @type {[string, Uint8Array]} */ (['refused', new Uint8Array()]));
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
      for (const file of [...event.dataTransfer.files]) {
        await give(file, '');
        if (!signal.aborted) hear(); // Of this one, before the next takes its place.
      }
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
    again,
    pick(what) {
      wanted = what;
      field.accept = ACCEPTED[what] ?? '';
      field.click();
    },
  };
}

/** JSON of a tool that we read: ours says what it is. */
function isOfAnotherTool(name, bytes) {
  if (!IS_JSON.test(name) || bytes.length > MOST_LOOKED_AT) return false;
  return !/claims-dataset|"proviso-/.test(new TextDecoder().decode(bytes));
}

async function read(file, onProgress, signal) {
  if (file.size < LARGE) return new Uint8Array(await file.arrayBuffer());
  const bytes = new Uint8Array(file.size);
  let at = 0;
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done || signal.aborted) return bytes.subarray(0, at);
    bytes.set(value.subarray(0, bytes.length - at), at);
    at = Math.min(at + value.length, bytes.length);
    onProgress(at / bytes.length);
  }
}
