// Fetches a file and looks at what came: the one place that turns an answer's status, media type and
// first bytes into a sentence and a remedy, for data, program, fonts and words alike.

import { ProvisoError } from './input.js';

/** What a file is taken for by its first bytes. */
const SIGNATURES = /** @type {const} */ ([
  ['a gzip file', [0x1f, 0x8b]], ['a zip file', [0x50, 0x4b, 3, 4]], ['a PDF', [0x25, 0x50, 0x44, 0x46]],
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]], ['a WebAssembly program', [0, 0x61, 0x73, 0x6d]],
]);

/**
 * What is there in place of what was wanted, or '' if nothing says so.
 * @param {Uint8Array} bytes @param {string} [mediaType]
 */
export function whatCame(bytes, mediaType = '') {
  if (!bytes.length) return 'an empty file';
  for (const [name, start] of SIGNATURES) if (start.every((byte, i) => bytes[i] === byte)) return name;
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  if (/^<(!doctype html|html|head|body|script|meta|!--)/i.test(start)) return 'a web page';
  if (/^<(\?xml|svg|rss|[a-z]+:)/i.test(start)) return 'an XML file';
  if (/^version https:\/\/git-lfs/.test(start)) return 'a pointer of Git LFS, not the file itself';
  return /^text\/html\b/i.test(mediaType) && start.startsWith('<') ? 'a web page' : '';
}

const STALL = 60_000; // Milliseconds without a byte; what comes slowly comes.

/** Waits for `promise`, but not for one that hangs. @template T @param {Promise<T>} promise @returns {Promise<T>} */
function moving(promise) {
  /** @type {ReturnType<typeof setTimeout>} */
  let timer;
  const stall = new Promise((_, failed) => {
    timer = setTimeout(() => failed(new DOMException('Nothing came for a minute.', 'TimeoutError')), STALL);
  });
  return Promise.race([promise, /** @type {Promise<never>} */ (stall)]).finally(() => clearTimeout(timer));
}

/**
 * @typedef {object} Wanted
 * @property {string} what as a sentence begins with it: “The dataset”
 * @property {(bytes: Uint8Array) => boolean} [fits] whether its first bytes may be what was wanted
 * @property {AbortSignal} [signal]
 * @property {(size: number) => void} [check] throws where it is too large
 * @property {(loaded: number, total: number) => void} [onProgress] total 0: not known
 * @property {(url: string) => void} [led] throws if it was led to where it must not go
 */

/**
 * The bytes at `url`; else a ProvisoError with the address, the status, and what to do.
 * @param {string | URL} url @param {Wanted} wanted @returns {Promise<Uint8Array>}
 */
export async function arrive(url, { what, fits, signal, check, onProgress, led }) {
  const address = String(url);
  /** @param {string} message @param {string} remedy @param {{ status?: number, cause?: unknown }} [more] */
  const failed = (message, remedy, { status, cause } = {}) =>
    new ProvisoError([{ code: 'network', message: `${message} ${remedy}`, remedy, address, status }], cause);
  let response;
  try {
    response = await moving(fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', mode: 'cors', signal }));
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    if (cause instanceof DOMException && cause.name === 'TimeoutError')
      throw failed(`${what} did not arrive: ${address} does not answer.`, 'Try again later.', { cause });
    throw failed(...(await whyNot(address, what, signal)), { cause });
  }
  if (response.url) led?.(response.url);
  const { status } = response;
  if (!response.ok) throw failed(`${what} did not arrive: ${address} answers ${status}.`, remedyOf(status), { status });
  // What is compressed on the way has no total that fits the bytes that arrive.
  const total = response.headers.get('content-encoding') ? 0 : Number(response.headers.get('content-length')) || 0;
  const bytes = await read(response, total, { check, onProgress }).catch((cause) => {
    if (cause instanceof ProvisoError || signal?.aborted) throw cause;
    throw failed(`${what} came only in part from ${address}.`, 'The connection was lost; try again.', { status, cause });
  });
  const came = whatCame(bytes, response.headers.get('content-type') ?? '');
  if (came && !(fits?.(bytes) ?? false)) {
    throw failed(`${came[0].toUpperCase()}${came.slice(1)} came in place of ${what[0].toLowerCase()}${what.slice(1)} (${address}, ${status}).`,
      came === 'a web page' ? 'The address may be wrong, or want you to sign in; open it in a tab of its own to see.' : 'Check the address.', { status });
  }
  return bytes;
}

/** @param {number} status */
function remedyOf(status) {
  if (status === 404 || status === 410) return 'There is no such file; check the address.';
  if (status === 401 || status === 403) return 'It is not for everybody; put it where no sign-in is needed.';
  if (status === 429 || status >= 500) return 'The host has trouble; try again later.';
  return 'Check the address.';
}

/**
 * Why nothing came at all. A browser does not say; what can be tried tells some of it.
 * @param {string} address @param {string} what @param {AbortSignal} [signal] @returns {Promise<[string, string]>}
 */
async function whyNot(address, what, signal) {
  const sentence = `${what} did not arrive from ${address}.`;
  if (/^file:/.test(address)) {
    return [sentence, 'Browsers let a page that was opened from a file read no file beside it: serve the folder, or use the one-file version.'];
  }
  const elsewhere = globalThis.location && new URL(address, location.href).origin !== globalThis.origin;
  if (elsewhere && /^https?:/.test(address)) {
    const there = await fetch(address, { method: 'HEAD', mode: 'no-cors', credentials: 'omit', referrerPolicy: 'no-referrer', signal })
      .then(() => true, () => false);
    if (there) {
      return [sentence, 'Its host lets no other site read it: have it send “Access-Control-Allow-Origin: *”, or put the file beside the page.'];
    }
  }
  return [sentence, 'Nothing answers there, or the policy of this page (connect-src) forbids to ask.'];
}

/** @param {Response} response @param {number} total @param {Pick<Wanted, 'check' | 'onProgress'>} options */
async function read(response, total, { check, onProgress }) {
  check?.(total);
  let bytes = new Uint8Array(Math.min(total || 1 << 16, 1 << 27)); // A host may say what it likes.
  let loaded = 0;
  const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader();
  for (;;) {
    const { done, value } = await moving(reader.read());
    if (done) break;
    try {
      check?.(loaded + value.length);
    } catch (error) {
      reader.cancel().catch(() => {});
      throw error;
    }
    if (loaded + value.length > bytes.length) {
      const more = new Uint8Array(Math.max(2 * bytes.length, loaded + value.length));
      more.set(bytes.subarray(0, loaded));
      bytes = more;
    }
    bytes.set(value, loaded);
    loaded += value.length;
    onProgress?.(loaded, total);
  }
  return loaded === bytes.length ? bytes : bytes.subarray(0, loaded);
}
