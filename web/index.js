// Proviso for web pages: an explorer in an element of its own. Importing this does nothing yet.

import { define, ProvisoExplorerElement } from './element.js';

export { define, ProvisoExplorerElement };
export { ProvisoError } from './input.js';
export const version = ProvisoExplorerElement.version;

/**
 * Puts an explorer into `host` and waits until it can be used.
 * @param {HTMLElement} host
 * @param {{ [property: string]: any }} [options] properties of the element, by their names; `signal` ends the loading
 * @returns {Promise<ProvisoExplorerElement>}
 */
export async function createExplorer(host, options = {}) {
  define();
  const { signal, ...properties } = options;
  signal?.throwIfAborted();
  const explorer = /** @type {ProvisoExplorerElement} */ (document.createElement('proviso-explorer'));
  for (const [name, value] of Object.entries({ loading: 'eager', ...properties })) {
    if (name in explorer) /** @type {any} */ (explorer)[name] = value;
  }
  const end = () => explorer.dispose().then(() => explorer.remove());
  signal?.addEventListener('abort', end, { once: true });
  host.append(explorer);
  try {
    await explorer.ready;
  } catch (error) {
    explorer.remove();
    throw error;
  } finally {
    signal?.removeEventListener('abort', end);
  }
  return explorer;
}
