// What is open, as a file in one of several formats.

import { folder } from './assets.js';
import { bring } from './bring.js';
import { trouble } from './input.js';

/** @typedef {'json' | 'svg' | 'png' | 'html' | 'page' | 'csv'} Format */

/** @typedef {'wide' | 'square' | 'column'} FigureSize 1200 × 675, 1080 × 1080, 640 × 800; twice the points as PNG. */

/**
 * What is open.
 * @typedef {{ canonical(): Uint8Array, picture(): string, overview(): { title: string }, parts(of?: '' | 'figure' | 'page' | 'paper'): string[],
 *   figure(kind: string): Uint8Array, page(state: string, program: Uint8Array): Uint8Array }} Open
 */
/** @typedef {{ core: Open, png: () => Promise<Blob>, bring: (part: string) => Promise<void> }} Shown An explorer. */
/** @typedef {() => Promise<Pick<typeof import('./core.js'), 'loadCore'>>} CoreImport */

// Not in a form that bundlers read: who wants neither format has no second program in his bundle.
/** @type {CoreImport} */
export const beside = () => import(/* @vite-ignore */ /* webpackIgnore: true */ `${folder}core.js`);

/**
 * @param {Shown} explorer
 * @param {{ format: Format, table?: string, figure?: boolean | FigureSize }} options figure: of svg and png, a
 *   picture for an article in place of the screen; html: what it holds, to be read without a
 *   script; page: the explorer itself with it, in one file; csv: one table, the claims unless it names another
 * @param {CoreImport} [core] where a bundler has put `proviso/core`
 * @returns {Promise<Blob>}
 */
export async function fileOf(explorer, { format, table = 'claims', figure = false }, core = beside) {
  const { core: open } = explorer;
  if (figure && (format === 'png' || format === 'svg')) {
    const size = figure === true ? 'wide' : figure;
    if (!['wide', 'square', 'column'].includes(size)) throw trouble('call', `There is no size ${String(size)} of pictures here.`);
    return figureOf(explorer, `${size}.${format}`);
  }
  if (format === 'png') return explorer.png();
  if (format === 'json') return new Blob([/** @type {BlobPart} */ (open.canonical())], { type: 'application/json' });
  if (format === 'svg') {
    await Promise.all(open.parts('paper').map((part) => explorer.bring(part)));
    return new Blob([open.picture()], { type: 'image/svg+xml' });
  }
  if (format === 'page') return pageOf(explorer);
  if (!['html', 'csv'].includes(format)) throw trouble('call', `There is no format ${String(format)} here.`);
  const { loadCore } = await core().catch((cause) => {
    throw trouble('network', `${format} is written by proviso/core, which is not here: in a bundle say ` +
      "ProvisoExplorerElement.configure({ core: () => import('proviso/core') }); a page in one file has it not.", cause);
  });
  const data = (await loadCore()).open(open.canonical());
  try {
    if (format === 'csv') return new Blob([data.csv(table)], { type: 'text/csv;header=present' });
    return new Blob([inertPage(open.overview().title, data.skeleton({ text: '' }))], { type: 'text/html' });
  } finally {
    data.free();
  }
}

/** A picture for an article, as `figure` of core_link.js. @param {Shown} explorer @param {string} kind */
async function figureOf(explorer, kind) {
  await Promise.all([...explorer.core.parts(), ...explorer.core.parts('figure')].map((part) => explorer.bring(part)));
  const bytes = explorer.core.figure(kind);
  if (!bytes.length) throw new Error('The picture could not be made.');
  return new Blob([/** @type {BlobPart} */ (bytes)], { type: kind.endsWith('.svg') ? 'image/svg+xml' : 'image/png' });
}

/** Under which a page in one file keeps itself as it came (single.js). */
const SELF = Symbol.for('proviso page');

/** Places of that page that the core fills (places.js). @param {Uint8Array} bytes */
const hasPlaces = (bytes) => new TextDecoder().decode(bytes).includes('<!--[data-->');

/** The page that holds the program in one file: this one, if it is such a page. @returns {Promise<Uint8Array>} */
const pageInOneFile = async () => {
  const own = /** @type {any} */ (globalThis)[SELF];
  return own ? new TextEncoder().encode(own) : bring('embed.html', { what: 'The page in one file', fits: hasPlaces });
};

/** What is open in a page that holds the explorer as well; it opens on `state`. @param {Shown} explorer */
export async function pageOf(explorer, state = '') {
  const [program] = await Promise.all([pageInOneFile(), ...explorer.core.parts('page').map((part) => explorer.bring(part))]);
  const bytes = explorer.core.page(state, program);
  if (!bytes.length) throw trouble('network', 'The page could not be made.');
  return new Blob([/** @type {BlobPart} */ (bytes)], { type: 'text/html' });
}

/** @param {string} text */
const encoded = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** @param {string} title @param {string} body from the core, which encodes what comes from data */
function inertPage(title, body) {
  const text = encoded(title);
  return `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n` +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${text}</title>\n</head>\n<body>\n<main>\n${body}\n</main>\n</body>\n</html>\n`;
}
