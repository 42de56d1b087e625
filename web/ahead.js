// Has a worker read a large dataset, so that what is open can be used meanwhile, and takes over what
// it has made: the bytes of its memory (image.cpp), a piece at a time.

/** How much memory reading takes for a byte of the file, at most. */
const TIMES = 5;
const PIECE = 4 << 20;

/** Lets the page draw and hear. */
const breathe = () => new Promise((done) => setTimeout(done));

/**
 * Resolves with the bytes, which a worker may have had meanwhile, and whether their image was
 * taken. It was not where there can be no worker, or no memory: then they are read as small ones are.
 * @param {import('./core_link.js').CoreLink} link @param {WebAssembly.Module} program @param {Uint8Array} bytes
 * @param {{ limits: string, signal: AbortSignal, ours: boolean }} options limits: as the core takes them; ours: nobody else has the bytes
 * @returns {Promise<[Uint8Array, boolean]>}
 */
export async function ahead(link, program, bytes, { limits, signal, ours }) {
  const no = () => /** @type {[Uint8Array, boolean]} */ ([bytes, false]);
  const worker = await started(signal);
  if (!worker) return no();
  const room = bytes.length * TIMES;
  const at = link.inMemory((module) => module._malloc(room) >>> 0);
  if (!at) {
    worker.terminate();
    return no();
  }
  let taken = false;
  try {
    const whole = ours && bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
    const { buffer, image, end, root } = await answer(worker, { program, at, room, limits, buffer: whole ? bytes.buffer : bytes.slice().buffer }, signal);
    if (whole) bytes = new Uint8Array(buffer);
    worker.terminate();
    if (!image || end - at > room) return no();
    for (let from = 0; from < image.length; from += PIECE) {
      signal.throwIfAborted();
      if (!link.inMemory((module) => module.HEAPU8.set(image.subarray(from, from + PIECE), at + from) ?? true)) return no();
      await breathe();
    }
    taken = link.inMemory((module, self) => module._proviso_image_take(self, at, end - at, root)) === 1; // Opened or offered next.
    return [bytes, taken];
  } finally {
    worker.terminate();
    if (!taken) link.inMemory((module) => module._free(at));
  }
}

/** A worker that is there; nothing where the page allows none. @param {AbortSignal} signal @returns {Promise<Worker | undefined>} */
async function started(signal) {
  /** @type {Worker} */
  let worker;
  try {
    worker = new Worker(/** @type {any} */ (permitted(new URL('./ahead_reader.js', import.meta.url))), { type: 'module' });
    await next(worker, signal);
    return worker;
  } catch {
    worker?.terminate();
    signal.throwIfAborted();
    return undefined;
  }
}

/** @type {{ createScriptURL: (address: string) => unknown } | undefined} */ let policy;

/** The address for a page that wants Trusted Types: its policy has to name this one. @param {URL} address */
function permitted({ href }) {
  policy ??= /** @type {any} */ (globalThis).trustedTypes?.createPolicy('proviso-reader', { createScriptURL: () => href });
  return policy?.createScriptURL('') ?? href;
}

/** @param {Worker} worker @param {{ buffer: ArrayBufferLike, program: WebAssembly.Module, at: number, room: number, limits: string }} question @param {AbortSignal} signal */
function answer(worker, question, signal) {
  worker.postMessage(question, [/** @type {ArrayBuffer} */ (question.buffer)]);
  return next(worker, signal);
}

/** What the worker says next. @param {Worker} worker @param {AbortSignal} signal @returns {Promise<any>} */
function next(worker, signal) {
  return new Promise((done, failed) => {
    worker.onmessage = ({ data }) => done(data);
    worker.onerror = worker.onmessageerror = failed;
    signal.addEventListener('abort', () => failed(signal.reason), { once: true });
  });
}
