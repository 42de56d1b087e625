// What an explorer begins anew with, after a trap or in another document: the data that is open,
// where the reader was in it, and the reader's own copies of its texts. What is edited is kept elsewhere (keep.js).

export class Kept {
  /** Of what is open. @type {Uint8Array} */ bytes;
  /** Where the reader is in it: a link's fragment. @type {string} */ fragment;
  /** Of what the page opened, while the explorer can go back to it. @type {Uint8Array} */ #first;
  /** The messages that give a reader's copies back, by dataset and document. @type {Map<string, object>} */ #copies;

  /** @param {Uint8Array} bytes @param {string} fragment @param {Kept} [before] that it goes on from */
  constructor(bytes, fragment, before) {
    this.bytes = this.#first = bytes;
    this.fragment = fragment;
    this.#copies = before ? new Map(before.#copies) : new Map();
  }

  /** The reader opened another dataset, or went back to the first. @param {Uint8Array | null} bytes null: the first */
  opened(bytes) {
    this.bytes = bytes ?? this.#first;
  }

  /** The reader gave a copy of a document, or took it away. @param {{ name: string, media: string }} event @param {string} text empty: none */
  hold({ name, media }, text) {
    if (text) this.#copies.set(`${name} ${media}`, { do: 'own', item: name, address: media, text });
    else this.#copies.delete(`${name} ${media}`);
  }

  /** Gives `explorer`, which has the data open again, the copies: it takes those of what it shows. @param {{ send: (message: object) => boolean }} explorer */
  giveBack(explorer) {
    for (const copy of [...this.#copies.values()]) explorer.send(copy);
  }
}
