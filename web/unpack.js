// Files that a page or a script holds in itself, as base64 of gzip.

/** Of a page in one file: what it holds beside the scripts' own. */
const BLOCK = 'script[type="application/gzip;base64"]';

/** What the page holds under `name`, still packed. @param {string} name @returns {string | undefined} */
export function blockOf(name) {
  if (!globalThis.document) return undefined;
  for (const block of document.querySelectorAll(BLOCK)) if (block.getAttribute('data-file') === name) return block.textContent ?? '';
  return undefined;
}

/** @param {string} text @returns {Promise<Uint8Array>} */
export async function unpack(text) {
  const packed = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
