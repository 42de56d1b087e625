// Keys, as the core understands them. What the core does not take stays the page's: Tab, function
// keys and the browser's own chords are not even offered, and nothing is unless the explorer is
// active.

const NEVER = new Set(['Tab', 'F5', 'F6', 'F11', 'F12']);
const BROWSER_CHORDS = new Set(['f', 'l', 'n', 'p', 'r', 's', 't', 'w']);

/**
 * `active()`: whether keys are ours; `shortcuts()`: whether single characters are; `leave()`: an
 * Escape that nobody needed, true if it was a way out.
 */
export function listenToKeys(root, { link, wake, signal, active, shortcuts, leave }) {
  root.addEventListener(
    'keydown',
    (event) => {
      if (event.isComposing || NEVER.has(event.key) || !active()) return;
      const chord = event.ctrlKey || event.metaKey;
      if (chord && BROWSER_CHORDS.has(event.key.toLowerCase())) return;
      const target = event.composedPath()[0];
      const field = target instanceof HTMLInputElement;
      const character = [...event.key].length === 1 && event.key !== ' ';
      if (character && !chord && !event.altKey && !field && !shortcuts()) return;
      // A window that is not the active one moves the focus without telling.
      // Not so Escape, which first lets go of the item and then leaves.
      if (event.key !== 'Escape' && target.dataset?.item !== undefined) link.send({ do: 'focus', item: target.dataset.item });
      const taken = link.send({
        do: 'key', key: event.key, shift: event.shiftKey, ctrl: chord, alt: event.altKey, field,
      }) || (event.key === 'Escape' && leave());
      if (!taken) return;
      event.preventDefault();
      event.stopPropagation();
      wake();
    },
    { signal },
  );
}
