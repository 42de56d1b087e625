// The four faces at the start; a further script when the first of its characters is asked for.

const LIST = 'fonts.json'; // Made by web/fonts/build.mjs.

/** Loads the four faces into `link` and returns their bytes; throws if one is missing. */
export async function loadFaces(link, base) {
  const { faces } = await list(base);
  const fonts = await Promise.all(faces.map(({ file }) => bytes(new URL(file, base))));
  fonts.forEach((font, face) => {
    if (!link.font(face, font)) throw new Error(`${faces[face].file} is not a font`);
  });
  // What the serif has no sign for is drawn in the sans of the same weight.
  link.font(2, fonts[0]);
  link.font(3, fonts[1]);
  return fonts;
}

/** Further scripts: fetches the slices that hold the characters asked for, each slice once. */
export class MoreScripts {
  #base;
  #link;
  #asked = new Set();

  constructor(link, base) {
    this.#link = link;
    this.#base = base;
  }

  /** Returns true when something new can be drawn. */
  async add(codes) {
    const { slices } = await list(this.#base);
    const holds = (slice) => codes.some((code) => slice.ranges.some(([low, high]) => code >= low && code <= high));
    const wanted = slices.filter((slice) => !this.#asked.has(slice.file) && holds(slice));
    for (const slice of wanted) this.#asked.add(slice.file);
    const fonts = await Promise.all(wanted.map((slice) => bytes(new URL(slice.file, this.#base))));
    return fonts.map((font) => this.#link.font(-1, font)).some(Boolean);
  }
}

const lists = new Map();

function list(base) {
  const url = new URL(LIST, base).href;
  if (!lists.has(url)) lists.set(url, fetch(url, { credentials: 'omit' }).then((response) => response.json()));
  return lists.get(url);
}

async function bytes(url) {
  const response = await fetch(url, { credentials: 'omit' });
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
