// The four faces at the start; a further script when its first character is needed.

import { faces } from './assets.js';
import { bring } from './bring.js';
import { messageOf } from './input.js';

const LIST = 'fonts/fonts.json'; // Made by web/fonts/build.mjs.
const SCALAR_TYPES = new Set([0x00010000, 0x74727565, 0x4f54544f]); // TrueType (two names) and OpenType.

/**
 * Loads the four faces into `link` and returns their bytes. In place of one that does not come
 * another is drawn with, and the console is told; throws if none comes.
 * @param {import('./core_link.js').CoreLink} link @param {AbortSignal} [signal]
 */
export async function loadFaces(link, signal) {
  const results = await Promise.allSettled(faces.map((file) => bytes(file, signal)));
  if (signal?.aborted) return [];
  const came = results.map((result) => (result.status === 'fulfilled' ? result.value : undefined));
  const missing = results.flatMap((result) => (result.status === 'rejected' ? [messageOf(result.reason)] : []));
  if (missing.length === faces.length) throw new Error(missing[0]);
  if (missing.length > 0) console.warn(`Proviso draws without some of its fonts. ${missing.join(' ')}`);
  // The same weight of the other family first, then whatever there is.
  const files = came.map((file, face) => file ?? came[(face + 2) % 4] ?? came.find(Boolean));
  files.forEach((font, face) => {
    if (!link.font(face, font)) throw new Error(`${faces[face]} is not a font`);
  });
  // What the serif has no sign for is drawn in the sans of the same weight.
  link.font(2, files[0]);
  link.font(3, files[1]);
  return files;
}

/**
 * The page's own fields lie over the picture and have its letters, from the first that is written in.
 * @param {HTMLElement} stage that the fields are in @param {Uint8Array} bytes of the face @param {AbortSignal} signal
 */
export function lendFace(stage, bytes, signal) {
  const lend = (/** @type {Event} */ { target }) => {
    if (!/^(input|textarea)$/.test(/** @type {Element} */ (target).localName)) return;
    stage.removeEventListener('focusin', lend);
    const { fonts } = stage.ownerDocument;
    const face = new FontFace('Proviso Sans', /** @type {any} */ (bytes.slice()));
    fonts.add(face);
    signal.addEventListener('abort', () => fonts.delete(face));
  };
  stage.addEventListener('focusin', lend, { signal });
}

/** Further scripts: fetches the slices that hold the characters asked for, each slice once. */
export class MoreScripts {
  #link;
  #signal;
  #asked = new Set();

  constructor(link, signal) {
    this.#link = link;
    this.#signal = signal;
  }

  /** Returns true when something new can be drawn. */
  async add(codes) {
    const { slices } = await list();
    const holds = (slice) => codes.some((code) => slice.ranges.some(([low, high]) => code >= low && code <= high));
    const wanted = slices.filter((slice) => !this.#asked.has(slice.file) && holds(slice));
    for (const slice of wanted) this.#asked.add(slice.file);
    const files = await Promise.all(wanted.map((slice) => bytes(`fonts/${slice.file}`, this.#signal).catch((error) => {
      this.#asked.delete(slice.file); // A later try may find the network again.
      sayOnce(messageOf(error));
      return undefined;
    })));
    if (this.#signal.aborted) return false;
    return files.map((font) => font && this.#link.font(-1, font)).some(Boolean);
  }
}

let said = false;
/** @param {string} message */
function sayOnce(message) {
  if (!said) console.warn(`Proviso lacks a font for some characters. ${message} In a bundle import 'proviso/chinese' as well.`);
  said = true;
}

let listed;

function list() {
  // Without anybody's signal: it is the page's, not one explorer's.
  listed ??= bring(LIST, { what: 'The list of fonts' })
    .then((bytes) => JSON.parse(new TextDecoder().decode(bytes)))
    .catch((error) => {
      listed = undefined; // A later try may find the network again.
      throw error;
    });
  return listed;
}

/** @param {string} file @param {AbortSignal} [signal] */
const bytes = (file, signal) => bring(file, { what: 'A font', fits: isFont, signal });

/** @param {Uint8Array} bytes */
const isFont = (bytes) => bytes.length > 12 && SCALAR_TYPES.has(new DataView(bytes.buffer, bytes.byteOffset).getUint32(0));
