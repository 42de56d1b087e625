// The texts of other programs: pages, documents of word processors, PDFs. The headless core reads them, and
// pdf.js the last; each is fetched when the first one comes.

import { folder } from './assets.js';
import { beside } from './formats.js';
import { save } from './save.js';

/**
 * What a file of another program is for, and its text; or "refused", and why.
 * @param {string} name @param {string} what @param {Uint8Array} bytes @param {import('./formats.js').CoreImport} [core]
 * @returns {Promise<[string, Uint8Array]>}
 */
export async function textOf(name, what, bytes, core) {
  try {
    return [what, isPdf(bytes) ? await wordsOfPdf(bytes) : await plainText(bytes, name, core)];
  } catch (error) {
    const { message, absent } = /** @type {Error & { absent?: boolean }} */ (error);
    return ['refused', new TextEncoder().encode(absent ? '' : message)]; // The explorer has words for it.
  }
}

/**
 * What another tool's file becomes, as the explorer takes it; or "refused", and why. JSON of no tool is
 * nothing here: what is wrong with it as a dataset is said by who opens it.
 * @param {string} name @param {Uint8Array} bytes @param {import('./formats.js').CoreImport} [core]
 * @param {object} [help] what the reader says beside it, once it was looked at
 * @returns {Promise<[string, Uint8Array] | null>}
 */
export async function imported(name, bytes, core, help) {
  try {
    return [help ? 'again' : 'imported', (await coreOf(core)).importFile(bytes, name, help)];
  } catch (error) {
    const { message, absent, code } = /** @type {Error & { absent?: boolean, code?: string }} */ (error);
    if ((code === 'other' || absent) && /\.json$/i.test(name)) return null;
    const words = absent ? 'This page does not read it. The command line does: proviso import FILE.' : message;
    return ['refused', new TextEncoder().encode(words)];
  }
}

/**
 * What is written for other tools, as the explorer takes it; or the dataset as a file of one of them, saved
 * here, whose name is given back behind an empty purpose; or why not.
 * @param {{ type: string, name?: string, media?: string, text: string }} event
 * @param {import('./formats.js').CoreImport} [core]
 * @returns {Promise<[string, string, Uint8Array]>}
 */
export async function forOthers({ type, name = '', media = '', text }, core) {
  try {
    const made = await coreOf(core);
    const list = made.exportFormats();
    if (type === 'formats') return ['formats', '', list];
    const { ending } = JSON.parse(new TextDecoder().decode(list)).find((one) => one.name === media);
    save(name + ending, 'application/octet-stream', made.exportFile(text, media));
    return ['', name + ending, new Uint8Array()];
  } catch (error) {
    return ['refused', name || 'proviso', new TextEncoder().encode(/** @type {Error} */ (error).message)];
  }
}

/** @param {import('./formats.js').CoreImport} [core] where a bundler has put `proviso/core` */
async function coreOf(core = beside) {
  const { loadCore } = await core().catch((cause) => {
    throw Object.assign(new Error('proviso/core is not here: a page in one file has it not.', { cause }), { absent: true });
  });
  return loadCore();
}

/** @param {Uint8Array} bytes */
const isPdf = (bytes) => String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-';

/** @param {Uint8Array} bytes */
async function wordsOfPdf(bytes) {
  const { textOfPdf } = await import(/* @vite-ignore */ /* webpackIgnore: true */ `${folder}pdf.js`).catch((cause) => {
    throw Object.assign(new Error('What reads a PDF is not here.', { cause }), { absent: true });
  });
  return new TextEncoder().encode(await textOfPdf(bytes));
}

/**
 * The text as UTF-8. What cannot be read is an error that says so.
 * @param {Uint8Array} bytes @param {string} name @param {import('./formats.js').CoreImport} [core] where a bundler has put `proviso/core`
 */
async function plainText(bytes, name, core) {
  return new TextEncoder().encode((await coreOf(core)).plainText(bytes, name));
}
