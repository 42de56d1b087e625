// The C functions of one instance as methods: bytes are copied in and out, and nothing keeps a view
// of the instance's memory, which moves when it grows.
//
// All calls pass one gate. A program that trapped would go on with its memory in any state, so the
// first trap is the last call: from then on every method answers as if nothing had happened.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

// The numbers of web/bridge.h; a test compares them.
export const POINTER = { moved: 0, pressed: 1, released: 2, left: 3, wheel: 4, finger: 5, pinch: 6, swipe: 7, held: 8, menu: 9 };
export const FLAG = { coarsePointer: 1, reducedMotion: 2, fewBars: 4, noBars: 8, embedded: 16 };
export const TAKE = {
  events: 0, semantics: 1, link: 2, sheet: 3, canonical: 4, picture: 5, findings: 6, verdicts: 7, overview: 8, parts: 9, figure: 10, page: 11, copy: 12,
};
const REPORT = -1; // Of the call before: it is in the output already.

export class CoreLink {
  #module;
  #self;
  #onDeath;

  /**
   * Throws if the program cannot draw here.
   * @param {any} module @param {(error: unknown) => void} [onDeath] hears of the trap
   */
  constructor(module, onDeath = () => {}) {
    this.#module = module;
    this.#onDeath = onDeath;
    this.#self = module._proviso_create();
    if (!this.#self) throw new Error('no graphics');
  }

  get dead() {
    return !this.#module;
  }

  /** Opens a dataset (bytes), or, where there are none, the image that was taken; { ok, errors, warnings }. */
  open(bytes) {
    if (!this.#give(bytes)) {
      return { ok: false, errors: [{ code: 'limit', rule: 'The file is too large to be read here.' }], warnings: [] };
    }
    const ok = this.#call('open') === 1;
    return { errors: [], warnings: [], ...this.#json(this.#call('take', REPORT)), ok };
  }

  /** The bytes of the last file that may have been a dataset. @type {Uint8Array | undefined} */ given;

  /** Hands over a file that the reader gave: what for ('copy', 'dataset' or ''), its name, its bytes; `taken`: as an image. */
  offer(what, name, bytes, taken = false) {
    if (what === '' || what === 'dataset') this.given = bytes;
    const head = encoder.encode(`${what}\n${name}\n`);
    return this.#give(head, taken ? [] : bytes) && this.#call('offer') === 1;
  }

  /** For ahead.js: work on the program's memory; 0 where there is none. @param {(module: any, self: number) => any} work */
  inMemory(work) {
    return this.#gate((module) => work(module, this.#self));
  }

  /** Adds a font to face 0 … 3, or behind all of them (-1). */
  font(face, bytes) {
    return this.#give(bytes) && this.#call('font', face) === 1;
  }

  /** Sends a message; true if it did anything. */
  send(message) {
    return this.#give(encoder.encode(JSON.stringify(message))) && this.#call('send') === 1;
  }

  resize(width, height, pixelsPerPoint, flags) {
    this.#call('resize', width, height, pixelsPerPoint, flags);
  }

  pointer(kind, x, y, dx = 0, dy = 0) {
    this.#call('pointer', kind, x, y, dx, dy);
  }

  /** Draws a frame; milliseconds to the next one, -1 for none. */
  frame(now) {
    const next = this.#call('frame', now);
    return this.dead ? -1 : next;
  }

  /** What happened since the last call. */
  events() {
    return this.#json(this.#call('take', TAKE.events)) ?? [];
  }

  /** The semantic tree, or null if it is the same as at the last call. */
  semantics() {
    return this.#json(this.#call('take', TAKE.semantics));
  }

  /** What goes on paper; null before anything is open. */
  sheet() {
    return this.#json(this.#call('take', TAKE.sheet));
  }

  link() {
    return this.#text(this.#call('take', TAKE.link));
  }

  /** Of the open dataset: its title, digest and counts; null if there is none. */
  overview() {
    return this.#json(this.#call('take', TAKE.overview));
  }

  /**
   * The names of the parts of the program that are missing to draw a frame; or a picture for an article, to make a page in one file, or to draw the screen for a file or paper.
   * @param {'' | 'figure' | 'page' | 'paper'} [of] @returns {string[]}
   */
  parts(of = '') {
    return this.#give(encoder.encode(of)) ? this.#text(this.#call('take', TAKE.parts)).split(' ').filter(Boolean) : [];
  }

  /** A picture for an article: "wide", "square" or "column", then ".svg" or ".png"; empty while what draws it is missing. */
  figure(kind) {
    return this.#give(encoder.encode(kind)) ? this.#bytes(this.#call('take', TAKE.figure)) : new Uint8Array();
  }

  /** The dataset in the page that holds the explorer in one file, opening on `state`; empty while what fills it is missing. */
  page(state, program) {
    return this.#give(encoder.encode(`${state}\n`), program) ? this.#bytes(this.#call('take', TAKE.page)) : new Uint8Array();
  }

  /** The open dataset's canonical bytes, and the picture as SVG. */
  canonical() {
    return this.#bytes(this.#call('take', TAKE.canonical));
  }
  /** The reader’s copy of a document, as it is searched; or nothing. */
  copyOf(document) {
    return this.#give(encoder.encode(document)) ? this.#text(this.#call('take', TAKE.copy)) : '';
  }
  picture() {
    return this.#text(this.#call('take', TAKE.picture));
  }

  /** Records that hold `words`: { hits, nearest? }. */
  find(words) {
    return this.#give(encoder.encode(words)) ? this.#json(this.#call('take', TAKE.findings)) : null;
  }

  /** Every view's verdict on the outcome: { target, answers }, or null. */
  verdicts() {
    return this.#json(this.#call('take', TAKE.verdicts));
  }

  destroy() {
    this.#call('destroy');
    this.#module = undefined;
  }

  #call(name, ...words) {
    return this.#gate((module) => module[`_proviso_${name}`](this.#self, ...words));
  }

  #gate(work) {
    if (!this.#module) return 0;
    try {
      return work(this.#module);
    } catch (error) {
      this.#module = undefined;
      this.#onDeath(error);
      return 0;
    }
  }

  #give(...parts) {
    return this.#gate((module) => {
      let at = module._proviso_input(this.#self, parts.reduce((sum, part) => sum + part.length, 0)) >>> 0;
      if (!at) return false;
      for (const part of parts) {
        module.HEAPU8.set(part, at);
        at += part.length;
      }
      return true;
    });
  }

  #bytes(size) {
    if (!size) return new Uint8Array();
    return this.#gate((module) => {
      const at = module._proviso_output(this.#self) >>> 0;
      return module.HEAPU8.slice(at, at + size);
    }) || new Uint8Array();
  }

  #text(size) {
    return decoder.decode(this.#bytes(size));
  }

  #json(size) {
    const text = this.#text(size);
    return text ? JSON.parse(text) : null;
  }
}
