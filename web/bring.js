// Brings a file that ships with the scripts, by its name there. It lies beside them, or in them
// (inline.js, a page in one file): nothing else knows which.

import { arrive } from './arrive.js';
import { addressOf, inside } from './assets.js';
import { blockOf, unpack, unpackDense } from './unpack.js';

/** Under which a page in one file keeps itself as it came (single.js). */
export const SELF = Symbol.for('proviso page');

/** The page that holds the program in one file, without a dataset. @param {{ what: string, signal?: AbortSignal }} wanted */
export const pageInOneFile = async (wanted) =>
  (globalThis[SELF] ? new TextEncoder().encode(globalThis[SELF]) : bring('embed.html', wanted));

/**
 * @param {string} name such as `proviso.wasm`
 * @param {{ what: string, fits?: (bytes: Uint8Array) => boolean, address?: string | URL, signal?: AbortSignal,
 *   onProgress?: (loaded: number, total: number) => void }} options `address`: the page's own in place of ours
 * @returns {Promise<Uint8Array>}
 */
export async function bring(name, { address, ...wanted }) {
  if (address === undefined) {
    if (name in inside) return unpackDense(inside[name]);
    const held = blockOf(name);
    if (held !== undefined) return unpack(held);
  }
  const url = address ?? addressOf(name);
  if (url === undefined) throw new Error(`${name} is not in this one-file version.`);
  return arrive(url, wanted);
}
