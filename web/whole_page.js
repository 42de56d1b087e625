// An explorer that has a whole page: its state in the address, the reader's choices kept, and the
// plain page underneath for readers without WebGL, WebAssembly or patience.

/**
 * @param {any} explorer not yet on its way: a ProvisoExplorerElement, or what becomes one
 * @param {() => void} [loaded] hears of each dataset that was opened
 */
export function liveInPage(explorer, loaded) {
  const note = document.getElementById('note');

  function say(text) {
    note.textContent = text;
  }

  if (!explorer.hasAttribute('controls')) explorer.setAttribute('controls', 'full'); // A small window is a phone, not a card.

  const fragment = () => location.hash.slice(1);

  let heard = fragment(); // What page and explorer agree on.
  let failed = false;

  explorer.addEventListener('proviso-progress', ({ detail: { loaded, total } }) => {
    if (failed) return; // The reason stands there.
    const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
    say(total ? `Loading ${megabytes(loaded)} of ${megabytes(total)} MB` : `Loading ${megabytes(loaded)} MB`);
  });
  explorer.addEventListener('proviso-load', () => {
    for (const name of ['language', 'theme', 'keys', 'motion']) {
      const value = recall(name);
      if (value) explorer.execute('setting', { name, value });
    }
    // Once: who comes back knows the way.
    if (!fragment() && !recall('seen')) explorer.execute('welcome');
    remember('seen', '1');
    document.body.classList.add('running');
    say('');
    loaded?.();
  });
  explorer.addEventListener('proviso-error', ({ detail: { code, message } }) => {
    if (explorer.status === 'ready') return; // What was open still is.
    if (code === 'crash' && document.body.classList.contains('running')) return; // The explorer says so, and has the buttons.
    failed = true;
    document.body.classList.remove('running');
    const needs = code === 'webgl' || code === 'csp' ? message : `The explorer could not start: ${message}`;
    say(`${needs} The text version has the same facts.`);
  });
  explorer.addEventListener('proviso-state', ({ detail: { state, place } }) => {
    if (state === heard) return;
    heard = state;
    const url = state ? `#${state}` : location.pathname + location.search;
    // A new place is a step of the browser's history; a lever or a filter is not.
    try {
      if (place) history.pushState(null, '', url);
      else history.replaceState(null, '', url);
    } catch {
      // A page without an address of its own has no history either.
    }
  });
  explorer.addEventListener('proviso-setting', ({ detail: { name, value } }) => remember(name, value));

  function follow() {
    if (fragment() === heard) return;
    heard = fragment();
    explorer.state = heard;
  }
  window.addEventListener('popstate', follow);
  window.addEventListener('hashchange', follow);

  // Storage may be forbidden (a sandboxed frame, a strict setting): then nothing is remembered.
  function recall(key) {
    try {
      return localStorage.getItem(`proviso-${key}`);
    } catch {
      return null;
    }
  }
  function remember(key, value) {
    try {
      localStorage.setItem(`proviso-${key}`, value);
    } catch {
      // Nothing to do: the setting holds until the page is left.
    }
  }

  // Here keys are the explorer's from the start: nobody else has the page. The focus comes with the first.
  window.addEventListener('keydown', (event) => {
    const mirror = explorer.shadowRoot?.querySelector('.mirror');
    if (event.target !== document.body || event.key === 'Tab' || !mirror || !document.body.classList.contains('running')) return;
    mirror.focus({ preventScroll: true });
    if (!mirror.dispatchEvent(new KeyboardEvent('keydown', event))) event.preventDefault();
  });

  say('Loading …');
  explorer.theme = recall('theme') ?? 'auto';
  if (heard) explorer.setAttribute('state', heard);
}
