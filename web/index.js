// Proviso for web pages: an explorer in an element of its own. Importing this does nothing yet.

import { define, ProvisoExplorerElement } from './element.js';
import { sayOnce, unknown } from './vocabulary.js';

export { define, ProvisoExplorerElement };
export { ProvisoError } from './input.js';
export const version = ProvisoExplorerElement.version;

/** @typedef {import('./element.js').ProvisoStatus} ProvisoStatus */
/** @typedef {import('./element.js').Settings} Settings */
/** @typedef {import('./input.js').Issue} Issue */
/** @typedef {import('./input.js').Input} Input */
/** @typedef {import('./input.js').Limits} Limits */
/** @typedef {import('./input.js').ErrorCode} ErrorCode */
/** @typedef {import('./formats.js').Format} Format */
/** @typedef {import('./reports.js').LoadReport} LoadReport */
/** @typedef {import('./reports.js').ProvisoEvents} ProvisoEvents */
/** @typedef {import('./reports.js').OutlineItem} OutlineItem */
/** @typedef {import('./reports.js').Hit} Hit */
/** @typedef {import('./commands.js').Commands} Commands */
/** @typedef {import('./commands.js').CommandName} CommandName */
/** @typedef {import('./surround.js').Phrases} Phrases */
/** @typedef {import('./vocabulary.js').View} View */
/** @typedef {import('./vocabulary.js').ThemeName} ThemeName */
/** @typedef {import('./vocabulary.js').Activation} Activation */
/** @typedef {import('./vocabulary.js').Controls} Controls */
/** @typedef {import('./vocabulary.js').OnOff} OnOff */

/**
 * @typedef {object} ExplorerOptions Properties of the element by their names, and what ends the loading.
 * @property {AbortSignal} [signal] ends the loading and takes the explorer away
 * @property {string} [src] address of the dataset
 * @property {Input | null} [data] the dataset itself
 * @property {'lazy' | 'eager'} [loading] eager, unless this says otherwise
 * @property {View} [view]
 * @property {string} [state] a link's fragment
 * @property {string} [scenario]
 * @property {readonly string[]} [selection]
 * @property {ThemeName} [theme]
 * @property {Activation} [activation]
 * @property {OnOff} [shortcuts]
 * @property {Controls} [controls]
 * @property {OnOff} [drop]
 * @property {OnOff} [editing] records can be changed
 * @property {string} [label]
 * @property {string} [lang]
 * @property {string} [dir]
 * @property {boolean} [disabled]
 * @property {Phrases} [strings]
 * @property {Limits} [limits]
 * @property {string} [id]
 * @property {string} [className]
 */
const OPTIONS = ['activation', 'className', 'controls', 'data', 'dir', 'disabled', 'drop', 'editing', 'id', 'label', 'lang', 'limits', 'loading',
  'scenario', 'selection', 'shortcuts', 'signal', 'src', 'state', 'strings', 'theme', 'view'];

/**
 * Puts an explorer into `host` and waits until it can be used.
 * @param {HTMLElement} host
 * @param {ExplorerOptions} [options]
 * @returns {Promise<ProvisoExplorerElement>}
 */
export async function createExplorer(host, options = {}) {
  define();
  const { signal, ...properties } = options;
  signal?.throwIfAborted();
  const explorer = document.createElement('proviso-explorer');
  for (const [name, value] of Object.entries({ loading: 'eager', ...properties })) {
    const message = unknown('option', name, OPTIONS);
    if (message) sayOnce(message);
    else if (value !== undefined) /** @type {any} */ (explorer)[name] = value;
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
