// What a page hears from an explorer: the events and their contents.

import { fieldsOf, listOf, textOf } from './fragment.js';

/** @typedef {import('./input.js').Issue} Issue */
/**
 * @typedef {object} LoadReport
 * @property {string} title of the dataset
 * @property {string} digest SHA-256 of its canonical bytes
 * @property {Record<string, number>} counts records by table
 * @property {readonly Issue[]} warnings
 * @property {number} bytes
 * @property {number} ms from the call to the first picture's being wanted
 */
/** @typedef {{ view: readonly string[], status: string, literal?: string, direction?: string }} Verdict */
/** @typedef {{ on: readonly string[], off: readonly string[] }} Supposed */
/** @typedef {{ target: string, answers: readonly Verdict[] }} Verdicts */
/** @typedef {{ id: string, role: string, name: string, level?: number, description?: string, value?: string, checked?: string, expanded?: string, selected?: string, children: OutlineItem[] }} OutlineItem */
/** @typedef {{ id: string, landmark: string, name: string, items: readonly (OutlineItem & { parent?: number })[] }} Panel */
/** @typedef {{ table: string, id: string, name: string }} Hit */
/** @typedef {{ name: string, type: string, digest: string, bytes: () => Uint8Array }} SavedDataset name: of the file; digest: SHA-256 of the bytes */
/**
 * @typedef {object} ProvisoEvents Bubbling and composed; cancelable where it says so.
 * @property {CustomEvent<null>} proviso-load-start it begins to load
 * @property {CustomEvent<{ loaded: number, total: number }>} proviso-progress total 0: not known
 * @property {CustomEvent<LoadReport>} proviso-load a dataset is open
 * @property {CustomEvent<Issue>} proviso-error something went wrong; what was open stays
 * @property {CustomEvent<{ ids: readonly string[] }>} proviso-select what is looked at is another
 * @property {CustomEvent<{ supposed: Supposed, readonly target: string, readonly answers: readonly Verdict[] }>} proviso-scenario
 *   the verdicts are worked out when they are read
 * @property {CustomEvent<{ state: string, place: boolean }>} proviso-state place: a step that "back" should undo
 * @property {CustomEvent<{ url: string }>} proviso-before-open-link a link of the data was pressed; cancelable
 * @property {CustomEvent<SavedDataset>} proviso-save the reader saves the dataset that is edited; cancelable: the page has kept it, and no file is made
 * @property {CustomEvent<null>} proviso-activate keys and wheel are its own from now on
 * @property {CustomEvent<null>} proviso-deactivate keys and wheel are the page's again
 * @property {CustomEvent<null>} proviso-context-lost the browser took the graphics away
 * @property {CustomEvent<null>} proviso-context-restored and gave them back
 * @property {CustomEvent<{ willRestart: boolean }>} proviso-crash the program stopped
 * @property {CustomEvent<{ blockSize: number }>} proviso-resize-request in this height the main list needs no scrolling
 * @property {CustomEvent<{ name: string, value: string }>} proviso-setting the reader chose: theme, keys, motion or language
 */

/** Follows the state from link to link, and tells what of it is another now. */
export class Follower {
  #tell;
  /** @type {readonly string[]} */ #ids = [];
  #supposed = '';

  /** @param {(type: string, detail: unknown) => void} tell */
  constructor(tell) {
    this.#tell = tell;
  }

  /** @param {string} fragment @param {boolean} place @param {() => Verdicts | null | undefined} verdicts */
  follow(fragment, place, verdicts) {
    this.#tell('proviso-state', { state: fragment, place });
    const ids = idsOf(fragment);
    if (ids.join() !== this.#ids.join()) {
      this.#ids = ids;
      this.#tell('proviso-select', { ids });
    }
    const fields = fieldsOf(fragment);
    const supposed = ['on', 'off', 'strict', 't'].map((key) => fields.get(key) ?? '').join('&');
    if (supposed === this.#supposed) return;
    this.#supposed = supposed;
    /** @type {Verdicts | undefined} */
    let known;
    const ask = () => (known ??= verdicts() ?? { target: '', answers: [] });
    this.#tell('proviso-scenario', {
      supposed: { on: listOf(fields.get('on')), off: listOf(fields.get('off')) },
      get target() { return ask().target; },
      get answers() { return ask().answers; },
    });
  }
}

/** The ids of what a link looks at. @param {string} fragment @returns {readonly string[]} */
export function idsOf(fragment) {
  const selection = textOf(fieldsOf(fragment).get('sel'));
  return selection ? selection.split('~') : [];
}

/** The semantic tree of an explorer, nested. @param {{ panels: readonly Panel[] }} tree @returns {OutlineItem[]} one a panel */
export function outlineOf(tree) {
  return tree.panels.map((panel) => {
    /** @type {OutlineItem[]} */
    const made = [];
    /** @type {OutlineItem} */
    const root = { id: panel.id, role: panel.landmark, name: panel.name, children: [] };
    for (const { id, role, name, level, description, value, checked, expanded, selected, parent } of panel.items) {
      const item = { id, role, name, level, description, value, checked, expanded, selected, children: [] };
      made.push(item);
      (parent === undefined ? root : made[parent]).children.push(item);
    }
    return root;
  });
}

/** A problem of the core's as an issue. @param {Omit<Issue, 'message'> & { rule: string }} problem @returns {Issue} */
export function issueOf({ code, rule, pointer, line, remedy }) {
  return { code, message: rule, pointer, line, remedy };
}
