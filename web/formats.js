// What is open, as a file in one of several formats.

import { folder } from './assets.js';
import { bring } from './bring.js';
import { trouble } from './input.js';
import { fill } from './places.js';

/** @typedef {'json' | 'svg' | 'png' | 'html' | 'page' | 'csv'} Format */

/** @typedef {'wide' | 'square' | 'column'} FigureSize 1200 × 675, 1080 × 1080, 640 × 800; twice the points as PNG. */

/** @typedef {{ canonical(): Uint8Array, picture(): string, overview(): { title: string } }} Open What is open. */
/** @typedef {() => Promise<Pick<typeof import('./core.js'), 'loadCore'>>} CoreImport */

// Not in a form that bundlers read: who wants neither format has no second program in his bundle.
/** @type {CoreImport} */
const beside = () => import(/* @vite-ignore */ /* webpackIgnore: true */ `${folder}core.js`);

/**
 * @param {{ core: Open, png: () => Promise<Blob>, figure: (kind: string) => Promise<Blob> }} explorer
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
    return explorer.figure(`${size}.${format}`);
  }
  if (format === 'png') return explorer.png();
  if (format === 'json') return new Blob([/** @type {BlobPart} */ (open.canonical())], { type: 'application/json' });
  if (format === 'svg') return new Blob([open.picture()], { type: 'image/svg+xml' });
  if (!['html', 'page', 'csv'].includes(format)) throw trouble('call', `There is no format ${String(format)} here.`);
  const { loadCore } = await core().catch((cause) => {
    throw trouble('network', `${format} is written by proviso/core, which is not here: in a bundle say ` +
      "ProvisoExplorerElement.configure({ core: () => import('proviso/core') }); a page in one file has it not.", cause);
  });
  const data = (await loadCore()).open(open.canonical());
  try {
    if (format === 'csv') return new Blob([data.csv(table)], { type: 'text/csv;header=present' });
    if (format === 'page') return new Blob([await livePage(open, data.outline())], { type: 'text/html' });
    return new Blob([inertPage(open.overview().title, data.skeleton({ text: '' }))], { type: 'text/html' });
  } finally {
    data.free();
  }
}

/** @param {string} text */
const encoded = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** As `proviso publish --single` writes it. @param {Open} open @param {string} outline */
async function livePage(open, outline) {
  const page = new TextDecoder().decode(await bring('embed.html', { what: 'The page in one file', fits: () => true }));
  const stream = new Blob([/** @type {BlobPart} */ (open.canonical())]).stream().pipeThrough(new CompressionStream('gzip'));
  const packed = new Uint8Array(await new Response(stream).arrayBuffer());
  let text = '';
  for (let at = 0; at < packed.length; at += 0x6000) text += btoa(String.fromCharCode(...packed.subarray(at, at + 0x6000)));
  return fill(page, {
    head: `\n<title>${encoded(open.overview().title)}</title>\n`, text: `\n${outline}\n`,
    data: `<script type="application/gzip;base64" data-file="dataset.json">${text}</script>`,
  });
}

/** @param {string} title @param {string} body from the core, which encodes what comes from data */
function inertPage(title, body) {
  const text = encoded(title);
  return `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n` +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${text}</title>\n</head>\n<body>\n<main>\n${body}\n</main>\n</body>\n</html>\n`;
}
