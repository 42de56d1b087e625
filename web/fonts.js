// The four faces at the start; a further script when the first of its characters is asked for.

import { fonts } from './assets.js';

const LIST = 'fonts.json'; // Made by web/fonts/build.mjs.

/** Loads the four faces into `link` and returns their bytes; throws if one is missing. */
export async function loadFaces(link, signal) {
  const { faces } = await list();
  const files = await Promise.all(faces.map(({ file }) => bytes(file, signal)));
  if (signal?.aborted) return files;
  files.forEach((font, face) => {
    if (!link.font(face, font)) throw new Error(`${faces[face].file} is not a font`);
  });
  // What the serif has no sign for is drawn in the sans of the same weight.
  link.font(2, files[0]);
  link.font(3, files[1]);
  return files;
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
    const files = await Promise.all(wanted.map((slice) => bytes(slice.file, this.#signal)));
    if (this.#signal.aborted) return false;
    return files.map((font) => this.#link.font(-1, font)).some(Boolean);
  }
}

let listed;

function list() {
  // Without anybody's signal: it is the page's, not one explorer's.
  listed ??= fetch(fonts(LIST), { credentials: 'omit' })
    .then((response) => {
      if (!response.ok) throw new Error(`${LIST}: ${response.status}`);
      return response.json();
    })
    .catch((error) => {
      listed = undefined; // A later try may find the network again.
      throw error;
    });
  return listed;
}

async function bytes(file, signal) {
  const response = await fetch(fonts(file), { credentials: 'omit', signal });
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
