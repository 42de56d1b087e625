// What an explorer begins anew with, after a trap or in another document: the data that is open,
// where the reader was in it, and the reader's own copies of its texts. What is edited is kept elsewhere (keep.js).

export class Kept {
  /** Of what is open. @type {Uint8Array} */ bytes;
  /** Where the reader is in it: a link's fragment. @type {string} */ fragment;
  /** Of what the page opened; the reader can go back to it. @type {Uint8Array} */ #first;
  /** The messages that give a reader's copies back, by document. @type {Map<string, object>} */ #copies = new Map();

  /** @param {Uint8Array} bytes @param {string} fragment */
  constructor(bytes, fragment) {
    this.bytes = this.#first = bytes;
    this.fragment = fragment;
  }

  /** The reader opened another dataset, or went back to the first. @param {Uint8Array | null} bytes null: the first */
  opened(bytes) {
    this.bytes = bytes ?? this.#first;
    this.#copies.clear();
  }

  /** The reader gave a copy of a document, or took it away. @param {{ name: string, media: string }} event @param {string} text empty: none */
  hold({ name, media }, text) {
    if (text) this.#copies.set(media, { do: 'own', item: name, address: media, text });
    else this.#copies.delete(media);
  }

  /**
   * Gives `explorer`, which has the data open again, the rest; what was there before has the copies of it from now on.
   * @param {{ send: (message: object) => boolean }} explorer
   */
  giveBack(explorer) {
    for (const copy of [...this.#copies.values()]) explorer.send(copy);
    if (this.#copies.size > 0) explorer.send({ do: 'link', text: this.fragment }); // A copy that comes is shown.
  }
}
