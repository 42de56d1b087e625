// Files that a page or a script holds in itself, as text: gzip (core/pages/publish.h) or LZMA (one_file.mjs),
// both in base 91, which says the same as base64 in a thirteenth less.

/** Of a page in one file: what it holds beside the scripts' own. */
const BLOCK = 'script[type="application/gzip;base91"]';

/** What the page holds under `name`, still packed. @param {string} name @returns {string | undefined} */
export function blockOf(name) {
  if (!globalThis.document) return undefined;
  for (const block of document.querySelectorAll(BLOCK)) if (block.getAttribute('data-file') === name) return block.textContent ?? '';
  return undefined;
}

/** @param {string} text of a block */
export const unpack = (text) => unzip(bytesOf91(text));

/**
 * Two signs are 13 bits, or 14 where the lowest 13 are under 89: all that is printed in ASCII but
 * `"`, `<` and the backslash, so that it can stand in a script. After basE91 by Joachim Henke.
 * @param {string} text
 */
export function bytesOf91(text) {
  const bytes = new Uint8Array(text.length); // It is less.
  let size = 0, bits = 0, count = 0, first = -1;
  for (let i = 0; i < text.length; ++i) {
    const code = text.charCodeAt(i);
    const digit = code - 33 - (code > 34 ? 1 : 0) - (code > 60 ? 1 : 0) - (code > 92 ? 1 : 0);
    if (first < 0) {
      first = digit;
      continue;
    }
    const pair = first + digit * 91;
    first = -1;
    bits |= pair << count;
    for (count += (pair & 8191) > 88 ? 13 : 14; count > 7; count -= 8, bits >>= 8) bytes[size++] = bits;
  }
  if (first >= 0) bytes[size++] = bits | first << count;
  return bytes.subarray(0, size);
}

/** @param {Uint8Array<ArrayBuffer>} packed @returns {Promise<Uint8Array>} */
async function unzip(packed) {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
