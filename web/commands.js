// What a page can have an explorer do, by name: each becomes messages to the core, mostly one that
// names the state to go to. Whatever changes can be undone, as if the reader had done it.

import { fieldsOf, listOf, withFields } from './fragment.js';

/** @typedef {{ [key: string]: any }} Words */

/** name → the fields of the state that it changes. @type {Record<string, (words: Words, state: string) => Record<string, any>>} */
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

/** @param {string} command @param {Words} words @param {string} state as a fragment @returns {object[]} */
export function commandMessages(command, words, state) {
  if (command === 'undo' || command === 'redo') {
    return [{ do: 'key', key: 'z', shift: command === 'redo', ctrl: true, alt: false, field: false }];
  }
  if (command === 'setting') return [{ do: 'setting', item: String(words.name), text: String(words.value) }];
  if (command === 'welcome') return [{ do: 'welcome' }];
  if (command === 'press') return [{ do: 'press', item: String(words.item) }];
  if (!Object.hasOwn(CHANGES, command)) return [];
  return [{ do: 'link', text: withFields(state, CHANGES[command](words, state)) }];
}
