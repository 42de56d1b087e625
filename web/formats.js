// What is open, as a file in one of several formats.

import { trouble } from './input.js';

/** @typedef {'json' | 'svg' | 'png' | 'html' | 'csv'} Format */

/**
 * @param {import('./explorer.js').Explorer} explorer
 * @param {{ format: Format, table?: string }} options html: what it holds, to be read without a
 *   script; csv: one table, the claims unless it names another
 * @returns {Promise<Blob>}
 */
export async function fileOf(explorer, { format, table = 'claims' }) {
  const { core } = explorer;
  if (format === 'png') return explorer.png();
  if (format === 'json') return new Blob([core.canonical()], { type: 'application/json' });
  if (format === 'svg') return new Blob([core.picture()], { type: 'image/svg+xml' });
  if (format !== 'html' && format !== 'csv') throw trouble('call', `There is no format ${String(format)} here.`);
  const { loadCore } = await import('./core.js');
  const data = (await loadCore()).open(core.canonical());
  try {
    if (format === 'csv') return new Blob([data.csv(table)], { type: 'text/csv;header=present' });
    return new Blob([inertPage(core.overview().title, data.skeleton({ text: '' }))], { type: 'text/html' });
  } finally {
    data.free();
  }
}

/** @param {string} title @param {string} body from the core, which encodes what comes from data */
function inertPage(title, body) {
  const text = title.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n` +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${text}</title>\n</head>\n<body>\n<main>\n${body}\n</main>\n</body>\n</html>\n`;
}
