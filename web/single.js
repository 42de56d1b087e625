// A page in one file (embed.html, `proviso publish --single`): program, fonts and dataset are in it.
// In a frame it talks with the page outside; by itself it is the whole explorer. It stands behind
// inline.js in the page and imports nothing of it, since neither has an address.

import { followAddress, liveInFrame } from './in_frame.js';
import { blockOf, unpack } from './unpack.js';
import { liveInPage } from './whole_page.js';

const DATASET = 'dataset.json';

// The page as it came, before the explorer is in it: a dataset that was changed in it is saved as such
// a page again. The name is that of bring.js.
globalThis[Symbol.for('proviso page')] = `<!doctype html>\n${document.documentElement.outerHTML}`;

const explorer = /** @type {import('./element.js').ProvisoExplorerElement} */ (document.createElement('proviso-explorer'));
explorer.id = 'explorer';
explorer.loading = 'eager';
const framed = parent !== window;
const packed = blockOf(DATASET);
followAddress(explorer);
if (!framed && !explorer.hasAttribute('controls')) explorer.controls = 'full'; // A small window is a phone, not a card.
const elsewhere = new URL(location.href).searchParams.has('src');
if (framed || elsewhere) {
  // What can be read without the explorer is its own content, until it can be used.
  document.documentElement.classList.add('frame');
  const words = document.createElement('div');
  words.append(.../** @type {HTMLElement} */ (document.querySelector('main')).childNodes);
  explorer.append(words);
  liveInFrame(explorer);
} else {
  explorer.activation = 'always';
  explorer.drop = 'on';
  explorer.editing = 'on';
  liveInPage(explorer);
}
if (packed && !elsewhere) explorer.data = await unpack(packed);
document.body.append(explorer);
