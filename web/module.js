// One WebAssembly instance for one explorer, kept off the page that it lives in. The only place that
// loads the program and its parts (split.mjs).

import { bring } from './bring.js';
import { leaveOut } from './parts.js';

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
 * Fetches and compiles a program, telling `onProgress(loaded, total)`; once a page. The download
 * ends when nobody waits for it any more.
 * @param {string} name of its file
 * @param {{ onProgress?: (loaded: number, total: number) => void, signal?: AbortSignal, program?: URL | string }} [options]
 *   program: where it is, if not beside the scripts
 */
export async function compile(name, { onProgress, signal, program: address } = {}) {
  const key = address === undefined ? name : String(address);
  let shared = programs.get(key);
  if (!shared) {
    const hearing = new Set();
    const ending = new AbortController();
    const promise = bring(name, {
      what: 'The program', fits: isProgram, address, signal: ending.signal,
      onProgress: (loaded, total) => hearing.forEach((hear) => hear(loaded, total)),
    }).then((bytes) => WebAssembly.compile(/** @type {BufferSource} */ (bytes)));
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

/** @param {Uint8Array} bytes */
const isProgram = (bytes) => bytes[0] === 0 && bytes[1] === 0x61 && bytes[2] === 0x73 && bytes[3] === 0x6d;

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

/**
 * Fetches and compiles a part of the program; it lies beside that.
 * @param {string} part @param {{ signal?: AbortSignal, program?: URL | string }} [options] as of `compile`
 */
export function compilePart(part, { signal, program } = {}) {
  const beside = program === undefined ? undefined : String(program).replace(/(\.wasm)?(?=$|[?#])/, `.${part}.wasm`);
  return compile(`proviso.${part}.wasm`, { signal, program: beside });
}

/**
 * Starts an instance that draws on `canvas`; its `addPart(compiled)` adds a part of the program.
 *
 * SDL looks for the window, the document and '#canvas' through one table; private targets in it
 * keep SDL's listeners off the real ones, and let it work in any number of shadow roots.
 * @param {(options: object) => Promise<any>} create @param {WebAssembly.Module} program
 * @param {HTMLCanvasElement} canvas
 */
export async function instantiate(create, program, canvas) {
  const title = document.title;
  // `create` never hears of an instance that failed, and would wait for ever.
  let fail, exports, importsOfPart;
  const failure = new Promise((_, reject) => {
    fail = reject;
  });
  const module = await Promise.race([failure, create({
    canvas,
    noInitialRun: true,
    instantiateWasm(imports, done) {
      importsOfPart = leaveOut(program, imports);
      WebAssembly.instantiate(program, imports).then((instance) => {
        exports = instance.exports;
        done(instance, program);
      }).catch(fail);
      return {};
    },
  })]);
  module.addPart = (part) => WebAssembly.instantiate(part, importsOfPart(exports));
  const targets = module.specialHTMLTargets;
  targets[1] = new EventTarget(); // In place of the document.
  targets[2] = new EventTarget(); // In place of the window.
  targets['#canvas'] = canvas;
  if (document.title !== title) document.title = title;
  return module;
}
