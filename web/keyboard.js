// Keys, as the core understands them. What the core does not take stays the page's: Tab, function
// keys and the browser's own chords are not even offered, and nothing is unless the explorer is
// active.

import { isAltGr, isComposing, isField, isOthers } from './boundary.js';

const BROWSER_CHORDS = new Set(['f', 'l', 'n', 'p', 'r', 't', 'w']);
const OTHER_SCRIPTS = /^(ab|ar|be|bg|el|fa|he|hy|ka|kk|ky|mk|mn|ru|sr|tg|uk|ur)\b/;
/** What keys say where letters are Latin. */
const LATIN = new Map([['Slash', '/'], ['Period', '.'], ['Comma', ','], ['Minus', '-'], ['Equal', '=']]);

/** Whether the keyboard writes another script, as far as its letters have shown. @type {boolean | undefined} */
let other;

/**
 * The key in Latin letters: a keyboard of another script has our letters at the same places.
 * @param {KeyboardEvent} event
 */
function latinKey({ key, code, shiftKey }) {
  if (/^Key[A-Z]$/.test(code) && [...key].length === 1) other = /[^\0-\u024f]/.test(key);
  if (!(other ?? OTHER_SCRIPTS.test(navigator.language)) || [...key].length !== 1) return key;
  if (/^Key[A-Z]$/.test(code)) return shiftKey ? code[3] : code[3].toLowerCase();
  if (/^Digit\d$/.test(code) && /[^\0-\u024f]/.test(key)) return code[5];
  if (code === 'Slash' && shiftKey) return '?';
  return LATIN.get(code) ?? key;
}

/**
 * `active()`: whether keys are ours, asked for a key; `entered()`: whether they are anyway; `shortcuts()`: whether single characters are; `leave()`: an
 * Escape that nobody needed, true if it was a way out; `take(event)`: it is ours (boundary.js).
 */
export function listenToKeys(root, { link, wake, signal, active, entered, shortcuts, leave, take }) {
  // Shift F10 has opened our own menu; in a field the browser's is wanted.
  root.addEventListener('contextmenu', (event) => {
    if (entered() && !isField(event.composedPath()[0])) event.preventDefault();
  }, { signal });
  root.addEventListener(
    'keydown',
    (event) => {
      if (isComposing(event) || isOthers(event) || !active()) return;
      const target = event.composedPath()[0];
      const field = isField(target);
      const altGr = isAltGr(event);
      if (altGr && !field) return; // It writes a sign that is none of ours.
      const chord = (event.ctrlKey || event.metaKey) && !altGr;
      let key = field && !chord ? event.key : latinKey(event);
      let shift = event.shiftKey;
      if (chord && key.toLowerCase() === 'y' && !shift && !field) [key, shift] = ['z', true]; // Windows' way to do again.
      if (chord && key.toLowerCase() === 'f' && !shift) {
        link.send({ do: 'searched' });
        wake();
      }
      if (chord && BROWSER_CHORDS.has(key.toLowerCase())) return;
      const character = [...key].length === 1 && key !== ' ';
      if (character && !chord && !event.altKey && !field && !shortcuts()) return;
      // A window that is not the active one moves the focus without telling.
      // Not so Escape, which first lets go of the item and then leaves.
      if (event.key !== 'Escape' && target.dataset?.item !== undefined) link.send({ do: 'focus', item: target.dataset.item });
      const taken = link.send({ do: 'key', key, shift, ctrl: chord, alt: event.altKey && !altGr, field }) ||
        (event.key === 'Escape' && leave());
      if (!taken) return;
      if (field) { // What stands in it is the core's word again.
        delete target.dataset.typed;
        target.dataset.sent = target.value;
      }
      take(event);
      wake();
    },
    { signal },
  );
}
