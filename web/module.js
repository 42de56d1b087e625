// One WebAssembly instance for one explorer, kept off the page that it lives in.

/**
 * @typedef {object} Shared A program that is on its way, for as many explorers as want it.
 * @property {Promise<WebAssembly.Module>} promise
 * @property {Set<(loaded: number, total: number) => void>} hearing
 * @property {number} waiting
 * @property {AbortController} ending
 */
/** @type {Map<string, Shared>} */
const programs = new Map(); // The page compiles once, however many explorers it has.

/**
 * Fetches and compiles the program, telling `onProgress(loaded, total)`; once a page. The download
 * ends when nobody waits for it any more.
 * @param {URL | string} url
 * @param {{ onProgress?: (loaded: number, total: number) => void, signal?: AbortSignal }} [options]
 */
export async function compile(url, { onProgress, signal } = {}) {
  const key = String(url);
  let shared = programs.get(key);
  if (!shared) {
    const hearing = new Set();
    const ending = new AbortController();
    const promise = download(key, ending.signal, (loaded, total) => hearing.forEach((hear) => hear(loaded, total)))
      .then((bytes) => WebAssembly.compile(bytes));
    shared = { promise, hearing, waiting: 0, ending };
    programs.set(key, shared);
    promise.catch(() => programs.get(key) === shared && programs.delete(key)); // A later try may find the network again.
  }
  if (onProgress) shared.hearing.add(onProgress);
  ++shared.waiting;
  let here = false;
  try {
    const program = await until(signal, shared.promise);
    here = true;
    return program;
  } finally {
    if (onProgress) shared.hearing.delete(onProgress);
    if (--shared.waiting === 0 && !here && signal?.aborted) {
      programs.delete(key);
      shared.ending.abort();
    }
  }
}

/**
 * Waits for `promise`, but no longer than until `signal` aborts.
 * @template T
 * @param {AbortSignal | undefined} signal @param {Promise<T>} promise @returns {Promise<T>}
 */
export function until(signal, promise) {
  if (!signal) return promise;
  return new Promise((done, failed) => {
    const stop = () => failed(signal.reason);
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(done, failed).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** @param {string} url @param {AbortSignal} signal @param {(loaded: number, total: number) => void} onProgress */
async function download(url, signal, onProgress) {
  const response = await fetch(url, { credentials: 'omit', signal });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  // What is compressed on the way has no total that fits the bytes that arrive.
  const encoded = response.headers.get('content-encoding');
  const total = encoded ? 0 : Number(response.headers.get('content-length')) || 0;
  const parts = [];
  let loaded = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    loaded += value.length;
    onProgress(loaded, total);
  }
  const bytes = new Uint8Array(loaded);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/**
 * Starts an instance that draws on `canvas`.
 *
 * SDL looks for the window, the document and '#canvas' through one table; private targets in it
 * keep SDL's listeners off the real ones, and let it work in any number of shadow roots.
 * @param {(options: object) => Promise<any>} create @param {WebAssembly.Module} program
 * @param {HTMLCanvasElement} canvas
 */
export async function instantiate(create, program, canvas) {
  const title = document.title;
  // `create` never hears of an instance that failed, and would wait for ever.
  let fail;
  const failure = new Promise((_, reject) => {
    fail = reject;
  });
  const module = await Promise.race([failure, create({
    canvas,
    noInitialRun: true,
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(program, imports).then((instance) => done(instance, program)).catch(fail);
      return {};
    },
  })]);
  const targets = module.specialHTMLTargets;
  targets[1] = new EventTarget(); // In place of the document.
  targets[2] = new EventTarget(); // In place of the window.
  targets['#canvas'] = canvas;
  if (document.title !== title) document.title = title;
  return module;
}
