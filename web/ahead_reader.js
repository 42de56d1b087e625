// Reads a dataset with an instance of the program of its own, whose memory is then the page's (ahead.js).

import { leaveOut } from './parts.js';

// The program's script looks for a page before anybody asks it to.
const page = /** @type {any} */ (globalThis);
page.document ??= {};
page.window ??= globalThis;

/** @param {WebAssembly.Module} program */
async function start(program) {
  const { default: create } = await import('./proviso.js');
  return new Promise((done, failed) => {
    create({
      noInitialRun: true,
      instantiateWasm(/** @type {WebAssembly.Imports} */ imports, /** @type {any} */ made) {
        leaveOut(program, imports);
        WebAssembly.instantiate(program, imports).then((instance) => made(instance, program)).catch(failed);
        return {};
      },
    }).then(done, failed);
  });
}

/** @param {{ program: WebAssembly.Module, at: number, room: number, limits: string, buffer: ArrayBuffer }} question */
async function make({ program, at, room, limits, buffer }) {
  const module = /** @type {any} */ (await start(program));
  const bytes = new Uint8Array(buffer), words = new TextEncoder().encode(`${limits}\0`);
  const input = module._proviso_image_room(at, room * 2, bytes.length + words.length + 8) >>> 0;
  if (!input) return {};
  const said = input + bytes.length, where = (said + words.length + 3) & ~3;
  module.HEAPU8.set(bytes, input);
  module.HEAPU8.set(words, said);
  const end = module._proviso_image_make(input, bytes.length, said, where) >>> 0;
  const root = new DataView(module.HEAPU8.buffer).getUint32(where, true);
  return { end, root, image: end <= at + room ? module.HEAPU8.slice(at, end) : undefined };
}

onmessage = async ({ data }) => {
  const made = await make(data).catch(() => ({})); // The page reads it itself, and says what is wrong.
  const given = [data.buffer, ...('image' in made && made.image ? [made.image.buffer] : [])];
  /** @type {any} */ (globalThis).postMessage({ ...made, buffer: data.buffer }, given);
};
/** @type {any} */ (globalThis).postMessage('here');
