// What stands around an explorer in its element: the page's own content until it can be used, the
// page's bars, and messages meanwhile. All of it works without the program.

import { elementStyle } from './assets.js';
import { keepKeys } from './boundary.js';

const WORDS = {
  loading: 'Loading …',
  progress: 'Loading {loaded} of {total} MB',
  progressOnly: 'Loading {loaded} MB',
  again: 'Try again',
  crashed: 'The explorer stopped in the middle of its work. Nothing was changed in the data.',
  restart: 'Restart',
  drawAgain: 'Draw again',
  download: 'Download data',
  copyFailed: 'Copying failed. Press Ctrl+C.',
  close: 'Close',
  contextLost: 'The browser took the graphics away. Everything can still be read and used by keyboard and screen reader.',
  damaged: 'The program that came is damaged, or another version’s: put proviso.wasm and the scripts of one version together.',
  csp: 'This page is not allowed to run WebAssembly, which the explorer needs.',
  noWasm: 'This browser has no WebAssembly, which the explorer needs.',
  webgl: 'This browser has no WebGL 2, which the explorer needs.',
};
/** @typedef {keyof typeof WORDS} Phrase */
/** @typedef {Partial<typeof WORDS>} Phrases */
/** @typedef {[Phrase, () => void]} Way What can be done about a problem. */

export class Surround {
  #phrases;
  #host;
  #box = make('div', { class: 'box' });
  #said = make('p', { class: 'said', part: 'status', role: 'status' });
  #trouble = make('div', { class: 'trouble', part: 'error', role: 'alert', hidden: '' });
  #middle = make('div', { class: 'middle' });
  /** @type {HTMLElement | undefined} */ #dialog;
  /** Where the explorer is. @type {HTMLElement} */ stage = make('div', { class: 'stage' });

  /** @param {HTMLElement} host @param {() => Phrases | undefined} phrases the page's own in place of ours */
  constructor(host, phrases) {
    this.#phrases = phrases;
    this.#host = host;
    const root = host.attachShadow({ mode: 'open' });
    const bar = make('div', { class: 'bar', part: 'toolbar' });
    bar.append(make('slot', { name: 'toolbar-start' }), make('slot', { name: 'toolbar-end' }));
    const fallback = make('div', { class: 'fallback' });
    fallback.append(make('slot', {}));
    fallback.classList.toggle('given', host.childNodes.length > 0);
    const loading = make('slot', { name: 'loading' });
    loading.append(this.#said);
    this.#middle.append(fallback, loading, this.stage, this.#trouble);
    this.#box.append(bar, this.#middle);
    root.append(this.#box);
    keepKeys(root);
    this.dress();
  }

  /** Puts the style sheet on, anew in each document: another's is refused, and one's own is lost on the way. */
  dress() {
    const root = /** @type {ShadowRoot} */ (this.#host.shadowRoot);
    const sheet = new (this.#host.ownerDocument.defaultView ?? globalThis).CSSStyleSheet();
    sheet.replaceSync(elementStyle);
    root.adoptedStyleSheets = [sheet];
  }

  /** @param {Phrase} phrase @returns {string} */
  words(phrase) {
    return this.#phrases()?.[phrase] ?? WORDS[phrase];
  }

  /** Shows the explorer in place of the page's content. @param {boolean} running */
  run(running) {
    this.#box.classList.toggle('running', running);
  }

  /** One line for a reader who waits; '' for nothing. @param {string} text */
  say(text) {
    this.#said.textContent = text;
  }

  /** @param {number} loaded @param {number} total in bytes; 0: not known */
  sayProgress(loaded, total) {
    const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
    this.say(this.words(total ? 'progress' : 'progressOnly')
      .replace('{loaded}', megabytes(loaded)).replace('{total}', megabytes(total)));
  }

  /** @param {string} text @param {Way[]} ways */
  complain(text, ways) {
    const slot = make('slot', { name: 'error' });
    const line = make('p', {});
    line.textContent = text;
    slot.append(line);
    this.#trouble.replaceChildren(slot, ...ways.map(([phrase, act]) => button(this.words(phrase), act)));
    this.#trouble.hidden = false;
  }

  /** Clears every message and error. */
  hush() {
    this.say('');
    this.#trouble.hidden = true;
  }

  /** What could not be copied, to be copied by hand. @param {string} text */
  offerToCopy(text) {
    const words = this.words('copyFailed');
    const dialog = make('div', { class: 'dialog', part: 'dialog', role: 'dialog', 'aria-label': words });
    const field = make('textarea', { readonly: '', rows: '3', part: 'field' });
    field.value = text;
    const line = make('p', {});
    line.textContent = words;
    dialog.append(line, field, button(this.words('close'), () => dialog.remove()));
    this.#dialog?.remove();
    this.#dialog = dialog;
    this.#middle.append(dialog);
    field.focus({ preventScroll: true });
    field.select();
  }

  /** Takes everything back but what the page gave. */
  clear() {
    this.stage.replaceChildren();
    this.#dialog?.remove();
    this.hush();
  }
}

/** @param {string} name @param {Record<string, string>} attributes @returns {any} */
function make(name, attributes) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** @param {string} words @param {() => void} act */
function button(words, act) {
  const made = make('button', { type: 'button', part: 'button' });
  made.textContent = words;
  made.addEventListener('click', act);
  return made;
}
