// The four faces at the start; a further script when the first of its characters is asked for.

export const FACES = ['inter-400', 'inter-600', 'source-serif-4-400', 'source-serif-4-600'];

/** Loads the faces into `link`; throws if one is missing. */
export async function loadFaces(link, base) {
  const fonts = await Promise.all(FACES.map((name) => bytes(new URL(`${name}.ttf`, base))));
  fonts.forEach((font, face) => {
    if (!link.font(face, font)) throw new Error(`${FACES[face]} is not a font`);
  });
}

/** Further scripts: fetches the slices that hold the characters asked for, each slice once. */
export class MoreScripts {
  #base;
  #link;
  #slices;
  #asked = new Set();

  constructor(link, base) {
    this.#link = link;
    this.#base = base;
  }

  /** Returns true when something new can be drawn. */
  async add(codes) {
    this.#slices ??= fetch(new URL('noto-sans-sc/manifest.json', this.#base)).then((response) => response.json());
    const { slices } = await this.#slices;
    const wanted = slices.filter(
      (slice) => !this.#asked.has(slice.file) && codes.some((code) => slice.ranges.some(([low, high]) => code >= low && code <= high)),
    );
    for (const slice of wanted) this.#asked.add(slice.file);
    const fonts = await Promise.all(wanted.map((slice) => bytes(new URL(`noto-sans-sc/${slice.file}`, this.#base))));
    return fonts.map((font) => this.#link.font(-1, font)).some(Boolean);
  }
}

async function bytes(url) {
  const response = await fetch(url, { credentials: 'omit' });
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
