// What a page can have an explorer do, by name: each becomes messages to the core, mostly one that
// names the state to go to. Whatever changes can be undone, as if the reader had done it.

import { fieldsOf, listOf, withFields } from './fragment.js';

/** @typedef {string | readonly string[] | boolean | number | null | undefined} Value */
/** @typedef {import('./vocabulary.js').View} View */
/** @typedef {import('./vocabulary.js').ThemeName} ThemeName */
/** @typedef {Record<never, never>} Nothing */

/**
 * @typedef {object} Commands What each command takes.
 * @property {{ view: View }} show
 * @property {{ ids?: readonly string[] }} select a record, or two for what joins them; none: nothing
 * @property {{ proposition: string }} target the outcome that is asked about
 * @property {{ proposition: string, to: 'on' | 'off' | 'open' }} suppose
 * @property {{ on?: readonly string[], off?: readonly string[] }} suppose-all in place of what is supposed
 * @property {Nothing} clear supposes nothing
 * @property {{ strict: boolean }} strict
 * @property {{ facet: string, values?: readonly string[] }} filter
 * @property {{ words: string }} words filters claims by words
 * @property {{ by: 'strength' | 'place' | 'holder' | 'confidence' }} sort
 * @property {{ by: 'none' | 'holder' | 'document' | 'topic' }} group
 * @property {{ id: string }} document opens a text
 * @property {{ percent: number }} text-size
 * @property {Nothing} fit shows the whole drawing
 * @property {{ key: string, value?: Value }} set any field of a link (data/FORMAT.md, “Links”)
 * @property {Nothing} undo
 * @property {Nothing} redo
 * @property {{ item: string }} press what assistive technology can press, by its id
 * @property {{ theme: ThemeName }} theme
 * @property {{ name: 'theme' | 'keys' | 'motion' | 'language', value: string }} setting as the reader chooses it
 * @property {Nothing} welcome offers the tour
 */
/** @typedef {keyof Commands} CommandName */
/**
 * @template {CommandName} C
 * @typedef {Nothing extends Commands[C] ? [words?: Commands[C]] : [words: Commands[C]]} CommandWords
 */

/** name → the fields of the state that it changes. @type {Record<string, (words: any, state: string) => Record<string, Value>>} */
const CHANGES = {
  show: ({ view }) => ({ v: view }),
  select: ({ ids = [] }) => ({ sel: ids.slice(0, 2).join('~') }),
  target: ({ proposition }) => ({ t: proposition }),
  suppose: ({ proposition, to }, state) => {
    const fields = fieldsOf(state);
    const without = (key) => listOf(fields.get(key)).filter((id) => id !== proposition);
    return {
      on: [...without('on'), ...(to === 'on' ? [proposition] : [])],
      off: [...without('off'), ...(to === 'off' ? [proposition] : [])],
    };
  },
  'suppose-all': ({ on = [], off = [] }) => ({ on, off }),
  clear: () => ({ on: [], off: [] }),
  strict: ({ strict }) => ({ strict: Boolean(strict) }),
  filter: ({ facet, values = [] }) => ({ [String(facet)]: values }),
  words: ({ words }) => ({ q: words }),
  sort: ({ by }) => ({ sort: by }),
  group: ({ by }) => ({ group: by }),
  document: ({ id }) => ({ v: 'sources', doc: id }),
  'text-size': ({ percent }) => ({ text: percent }),
  fit: () => ({ cam: '' }),
  set: ({ key, value }) => ({ [String(key)]: value }),
};

/** Names of all commands. */
export const COMMANDS = new Set([...Object.keys(CHANGES), 'undo', 'redo', 'press', 'theme', 'setting', 'welcome']);

/** @param {string} command @param {object} given @param {string} state as a fragment @returns {object[]} */
export function commandMessages(command, given, state) {
  const words = /** @type {Record<string, any>} */ (given);
  if (command === 'undo' || command === 'redo') {
    return [{ do: 'key', key: 'z', shift: command === 'redo', ctrl: true, alt: false, field: false }];
  }
  if (command === 'setting') return [{ do: 'setting', item: String(words.name), text: String(words.value) }];
  if (command === 'welcome') return [{ do: 'welcome' }];
  if (command === 'press') return [{ do: 'press', item: String(words.item) }];
  if (!Object.hasOwn(CHANGES, command)) return [];
  return [{ do: 'link', text: withFields(state, CHANGES[command](words, state)) }];
}
