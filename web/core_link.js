// The C functions of one instance as methods: bytes are copied in and out, and nothing keeps a view
// of the instance's memory, which moves when it grows.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class CoreLink {
  #module;
  #self;

  constructor(module) {
    this.#module = module;
    this.#self = module._proviso_create();
    if (!this.#self) throw new Error('no graphics');
  }

  /** Opens a dataset (bytes); { ok, errors, warnings }. */
  open(bytes) {
    if (!this.#give(bytes)) {
      return { ok: false, errors: [{ code: 'limit', rule: 'The file is too large to be read here.' }], warnings: [] };
    }
    const ok = this.#module._proviso_open(this.#self) === 1;
    return { ok, ...this.#json(this.#outputSize()) };
  }

  /** Hands over a file that the reader gave: what for ('copy', 'dataset' or ''), its name, its bytes. */
  offer(what, name, bytes) {
    const head = encoder.encode(`${what}\n${name}\n`);
    return this.#give(head, bytes) && this.#module._proviso_offer(this.#self) === 1;
  }

  /** Adds a font to face 0 … 3, or behind all of them (-1). */
  font(face, bytes) {
    return this.#give(bytes) && this.#module._proviso_font(this.#self, face) === 1;
  }

  /** Sends a message; true if it did anything. */
  send(message) {
    return this.#give(encoder.encode(JSON.stringify(message))) && this.#module._proviso_send(this.#self) === 1;
  }

  resize(width, height, pixelsPerPoint, flags) {
    this.#module._proviso_resize(this.#self, width, height, pixelsPerPoint, flags);
  }

  pointer(kind, x, y, dx = 0, dy = 0) {
    this.#module._proviso_pointer(this.#self, kind, x, y, dx, dy);
  }

  /** Draws a frame; milliseconds to the next one, -1 for none. */
  frame(now) {
    return this.#module._proviso_frame(this.#self, now);
  }

  /** What happened since the last call. */
  events() {
    return this.#json(this.#module._proviso_take(this.#self, 0)) ?? [];
  }

  /** The semantic tree, or null if it is the same as at the last call. */
  semantics() {
    return this.#json(this.#module._proviso_take(this.#self, 1));
  }

  /** What goes on paper; null before anything is open. */
  sheet() {
    return this.#json(this.#module._proviso_take(this.#self, 3));
  }

  link() {
    return this.#text(this.#module._proviso_take(this.#self, 2));
  }

  destroy() {
    if (this.#self) this.#module._proviso_destroy(this.#self);
    this.#self = 0;
  }

  #give(...parts) {
    let at = this.#module._proviso_input(this.#self, parts.reduce((sum, part) => sum + part.length, 0));
    if (!at) return false;
    for (const part of parts) {
      this.#module.HEAPU8.set(part, at);
      at += part.length;
    }
    return true;
  }

  #outputSize() {
    return this.#module._proviso_take(this.#self, -1);
  }

  #text(size) {
    if (!size) return '';
    const at = this.#module._proviso_output(this.#self);
    return decoder.decode(this.#module.HEAPU8.slice(at, at + size));
  }

  #json(size) {
    const text = this.#text(size);
    return text ? JSON.parse(text) : null;
  }
}
