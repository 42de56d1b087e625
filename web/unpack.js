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

/** Signs from `first` to `last` without those that `but` fits. */
const signs = (first, last, but) => String.fromCharCode(...Array(last + 1).keys()).slice(first).replace(but, '');
/** What can stand in any script: all that is printed in ASCII but `"`, `<` and the backslash. */
export const SIGNS_91 = signs(33, 126, /["<\\]/g);
/** What can stand in a string of a script: a blank, a tabulator and the sign behind the tilde as well. */
export const signs95 = () => `\t${signs(32, 127, /["\\]/g)}`;

/** @param {string} text */
export const bytesOf91 = (text) => bytesOf(text, SIGNS_91);

/**
 * Two signs of B are 13 bits, or 14 where there is room for that many more. After basE91 by Joachim Henke.
 * @param {string} text @param {string} signs
 */
export function bytesOf(text, signs) {
  const base = signs.length, room = base * base - 8192;
  const digits = new Uint8Array(128);
  for (let i = 0; i < base; ++i) digits[signs.charCodeAt(i)] = i;
  const bytes = new Uint8Array(text.length); // It is less.
  let size = 0, bits = 0, count = 0, first = -1;
  for (let i = 0; i < text.length; ++i) {
    const digit = digits[text.charCodeAt(i)];
    if (first < 0) {
      first = digit;
      continue;
    }
    const pair = first + digit * base;
    first = -1;
    bits |= pair << count;
    for (count += (pair & 8191) >= room ? 13 : 14; count > 7; count -= 8, bits >>= 8) bytes[size++] = bits;
  }
  if (first >= 0) bytes[size++] = bits | first << count;
  return bytes.subarray(0, size);
}

/** @param {Uint8Array<ArrayBuffer>} packed @returns {Promise<Uint8Array>} */
async function unzip(packed) {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
