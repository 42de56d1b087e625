// Turns what an explorer opens into bytes: text, bytes, a blob, an address or a plain object.

import { arrive } from './arrive.js';

export const MOST_BYTES = 128 * 2 ** 20; // As the core's own limit; a host may lower it.

/**
 * @typedef {'limit' | 'syntax' | 'version' | 'schema' | 'network' | 'csp' | 'webgl' | 'memory' | 'aborted' | 'crash' | 'call'
 *   | 'activation' | (string & {})} ErrorCode
 *   the code of a problem in the data may also be one of the dataset's own rules: I1 … I15
 */
/**
 * @typedef {object} Issue One thing that is wrong.
 * @property {ErrorCode} code
 * @property {string} message one sentence
 * @property {string} [pointer] JSON Pointer into the data
 * @property {number} [line]
 * @property {string} [remedy]
 * @property {string} [address] of what did not arrive
 * @property {number} [status] of the answer
 */
/** @typedef {string | URL | Blob | Uint8Array | ArrayBuffer | object} Input */

/** @typedef {{ bytes?: number, records?: number, depth?: number, keys?: number, stringBytes?: number, urlCharacters?: number }} Limits */

/** An issue as an exception; `issues` has all of them where there are several. */
export class ProvisoError extends Error {
  /** @param {readonly Issue[]} issues @param {unknown} [cause] */
  constructor(issues, cause) {
    super(issues[0].message, { cause });
    this.name = 'ProvisoError';
    /** @type {readonly Issue[]} */
    this.issues = issues;
    /** @type {ErrorCode} */
    this.code = issues[0].code;
    /** @type {string | undefined} */
    this.pointer = issues[0].pointer;
  }
}

/** @param {ErrorCode} code @param {string} message @param {unknown} [cause] */
export const trouble = (code, message, cause) => new ProvisoError([{ code, message }], cause);

/** @param {unknown} error */
export const messageOf = (error) => (error instanceof Error ? error.message : String(error));

/**
 * @param {Input} input a string that begins with `{` is the data, any other an address
 * @param {{ signal?: AbortSignal, most?: number, base?: string, onProgress?: (loaded: number, total: number) => void }} options
 * @returns {Promise<Uint8Array>}
 */
export async function bytesOf(input, { signal, most = MOST_BYTES, base = document.baseURI, onProgress }) {
  const limit = Math.min(most, MOST_BYTES);
  /** @param {number} size */
  const check = (size) => {
    if (size > limit) throw trouble('limit', `The data has more than ${limit} bytes, which is the limit here.`);
  };
  if (input instanceof Uint8Array || input instanceof ArrayBuffer) {
    check(input.byteLength);
    return input instanceof Uint8Array ? input : new Uint8Array(input);
  }
  if (input instanceof Blob) {
    check(input.size);
    return new Uint8Array(await input.arrayBuffer());
  }
  if (typeof input === 'string' && /^\s*[{[]/.test(input)) {
    const bytes = new TextEncoder().encode(input);
    check(bytes.length);
    return bytes;
  }
  if (typeof input !== 'string' && !(input instanceof URL)) {
    const bytes = new TextEncoder().encode(JSON.stringify(input));
    check(bytes.length);
    return bytes;
  }
  const url = allowed(String(input), base);
  return arrive(url, { what: 'The dataset', signal, check, onProgress, led: (to) => allowed(to, url.href) }); // Not led elsewhere on the way.
}

/** @param {string} address @param {string} base */
function allowed(address, base) {
  let url;
  try {
    url = new URL(address, base);
  } catch (error) {
    throw trouble('network', 'The address of the data cannot be read.', error);
  }
  const plain = url.protocol === 'http:' && new URL(base).protocol === 'http:';
  const inline = url.protocol === 'data:' && /^data:application\/json[;,]/i.test(url.href);
  if (url.protocol === 'file:') {
    throw trouble('network', 'A page that was opened from a file may read no file beside it: serve the folder, or open the one-file version.');
  }
  if (!['https:', 'blob:'].includes(url.protocol) && !plain && !inline)
    throw trouble('network', `Data is not loaded from ${url.protocol} addresses here.`);
  return url;
}
