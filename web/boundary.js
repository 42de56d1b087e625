// What of a person's events stays inside an explorer and what goes on to the page. The one place that
// decides; the table is in README.md, "Events at the boundary".
//
// A page that listens on its document hears what bubbles there: a slide show turns pages at letters,
// a list closes at a press elsewhere. So the keys that mean something here stay here, all three
// events of each; and a gesture of the pointer goes on whole, but for the moves and turns of the
// wheel that something here has followed.

/** Of a key these stay inside, or none. */
const KEY_EVENTS = /** @type {const} */ (['keydown', 'keypress', 'keyup']);
const NEVER = new Set(['Tab', 'F5', 'F6', 'F11', 'F12']);

/** @param {EventTarget | undefined} target */
export const isField = (target) => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** Whether an input method is at work: Safari says so of the last key of a composition by its code alone. @param {KeyboardEvent} event */
export const isComposing = (event) => event.isComposing || event.keyCode === 229;

/** Whether it is a key of the browser's or the page's wherever it is pressed. @param {KeyboardEvent} event */
export const isOthers = (event) => NEVER.has(event.key);

/** Types a sign by a third level of the keyboard: no chord. @param {KeyboardEvent} event */
export const isAltGr = (event) => event.getModifierState?.('AltGraph') === true;

/**
 * Keeps in `root` what was typed into one of its fields, and the rest of every key whose keydown was
 * taken. Returns a function that says so of one.
 * @param {EventTarget} root @param {AbortSignal} [signal] @returns {(event: KeyboardEvent) => void}
 */
export function keepKeys(root, signal) {
  /** @type {Set<string>} codes of keys that are held and ours */
  const taken = new Set();
  for (const type of KEY_EVENTS) {
    root.addEventListener(type, (given) => {
      const event = /** @type {KeyboardEvent} */ (given);
      if (type === 'keydown') taken.delete(event.code || event.key); // A window that was left tells no keyup.
      const chord = (event.ctrlKey || event.metaKey) && !isAltGr(event);
      const typed = isField(event.composedPath()[0]) && !chord && !isOthers(event);
      if (typed || taken.has(event.code || event.key)) event.stopPropagation();
      if (type === 'keyup') taken.delete(event.code || event.key);
    }, { signal });
  }
  return (event) => {
    taken.add(event.code || event.key);
    event.preventDefault();
    event.stopPropagation();
  };
}
