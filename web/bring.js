// Brings a file that ships with the scripts, by its name there. It lies beside them, or in them
// (inline.js, a page in one file): nothing else knows which.

import { arrive } from './arrive.js';
import { addressOf, inside } from './assets.js';
import { blockOf, unpack } from './unpack.js';

/**
 * @param {string} name such as `proviso.wasm`
 * @param {{ what: string, fits?: (bytes: Uint8Array) => boolean, address?: string | URL, signal?: AbortSignal,
 *   onProgress?: (loaded: number, total: number) => void }} options `address`: the page's own in place of ours
 * @returns {Promise<Uint8Array>}
 */
export async function bring(name, { address, ...wanted }) {
  if (address === undefined) {
    const held = inside[name];
    if (held) return held();
    const block = blockOf(name);
    if (block !== undefined) return unpack(block);
  }
  const url = address ?? addressOf(name);
  if (url === undefined) throw new Error(`${name} is not in this one-file version.`);
  return arrive(url, wanted);
}
