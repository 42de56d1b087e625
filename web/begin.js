// Brings the program and starts an explorer with it. Whatever stands in the way comes back as a
// ProvisoError with a code: what the page forbids, what the browser lacks, what did not arrive.

import { messageOf, ProvisoError, trouble } from './input.js';
import { until } from './module.js';

/**
 * @param {HTMLElement} host @param {HTMLElement} stage
 * @param {{ signal: AbortSignal, maxContexts?: number, [option: string]: any }} options as `Explorer.mount` has them
 * @param {(phrase: import('./surround.js').Phrase) => string} words
 * @returns {Promise<import('./explorer.js').Explorer>}
 */
export async function begin(host, stage, { maxContexts, ...options }, words) {
  const { signal } = options;
  if (typeof WebAssembly !== 'object') throw trouble('csp', words('noWasm'));
  try {
    // Some engines ask the page's policy when a module is compiled, WebKit when one is started.
    await WebAssembly.instantiate(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
  } catch (error) {
    throw trouble('csp', words('csp'), error);
  }
  signal.throwIfAborted();
  try {
    const [{ Explorer }, { setMost }] = await until(signal, Promise.all([import('./explorer.js'), import('./pool.js')]));
    if (maxContexts) setMost(maxContexts);
    const explorer = await Explorer.mount(host, stage, options);
    if (!signal.aborted) return explorer;
    explorer.dispose();
    throw signal.reason;
  } catch (error) {
    signal.throwIfAborted();
    if (/no graphics/.test(messageOf(error))) throw trouble('webgl', words('webgl'), error);
    if (error instanceof ProvisoError) throw error;
    // The page's policy was asked before.
    if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) throw trouble('network', words('damaged'), error);
    throw trouble('network', `The program did not arrive: ${messageOf(error)}`, error);
  }
}
