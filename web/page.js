// The hosted page: one explorer over the whole window, its state in the address, and the plain page
// underneath for whoever has no WebGL, no WebAssembly or no patience.

import { Explorer } from './explorer.js';

const assets = new URL('./', import.meta.url);
const host = document.getElementById('explorer');
const note = document.getElementById('note');

function say(text) {
  note.textContent = text;
}

let failed = false;

function tellProgress(loaded, total) {
  if (failed) return; // The reason stands there.
  const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
  say(total ? `Loading ${megabytes(loaded)} of ${megabytes(total)} MB` : `Loading ${megabytes(loaded)} MB`);
}

/** One sentence for what keeps the explorer from starting, or '' if nothing does. */
async function obstacle() {
  if (typeof WebAssembly !== 'object') return 'This browser has no WebAssembly, which the explorer needs.';
  try {
    // WebKit asks the page's policy only now, not when a module is compiled.
    await WebAssembly.instantiate(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
  } catch {
    return 'This page is not allowed to run WebAssembly, which the explorer needs.';
  }
  const probe = document.createElement('canvas').getContext('webgl2');
  if (!probe) return 'This browser has no WebGL 2, which the explorer needs.';
  probe.getExtension('WEBGL_lose_context')?.loseContext();
  return '';
}

const fragment = () => location.hash.slice(1);

async function start() {
  const problem = await obstacle();
  if (problem) {
    say(`${problem} The text version has the same facts.`);
    return;
  }
  say('Loading …');
  let heard = fragment(); // What page and explorer agree on.
  const mounting = Explorer.mount(host, {
    assets, onProgress: tellProgress, onEvent: hear, drop: true, pasteFrom: document,
  });
  const fetching = fetch(new URL('china-military-aid.json', assets)).then((response) => {
    if (!response.ok) throw new Error(`The dataset did not arrive (${response.status}).`);
    return response.arrayBuffer();
  });
  const [explorer, data] = await Promise.all([mounting, fetching]).catch((error) => {
    failed = true;
    mounting.then((late) => late.dispose(), () => {}); // The half that went well goes, too.
    throw error;
  });

  function hear(event) {
    if (event.type === 'link') {
      if (event.text === heard) return;
      heard = event.text;
      const url = event.text ? `#${event.text}` : location.pathname + location.search;
      // A new place is a step of the browser's history; a lever or a filter is not.
      if (event.place) history.pushState(null, '', url);
      else history.replaceState(null, '', url);
    } else if (event.type === 'copy') {
      navigator.clipboard?.writeText(event.text).catch(() => say('Copying failed. Press Ctrl+C.'));
    } else if (event.type === 'theme') {
      explorer.theme = event.text;
      remember('theme', event.text);
    } else if (event.type === 'language') {
      remember('language', event.text);
    } else if (event.type === 'open') {
      openOutside(event.text);
    }
  }

  if (heard) explorer.send({ do: 'link', text: heard });
  explorer.theme = recall('theme') ?? 'auto';
  const language = recall('language');
  if (language && language !== 'en') explorer.language = language;
  const report = explorer.open(new Uint8Array(data));
  if (!report.ok) throw new Error(report.errors[0]?.rule ?? 'The dataset cannot be opened.');
  const follow = () => {
    if (fragment() === heard) return;
    heard = fragment();
    explorer.send({ do: 'link', text: heard });
  };
  window.addEventListener('popstate', follow);
  window.addEventListener('hashchange', follow);
  document.body.classList.add('running');
  say('');
}

/** Opens an address of the data in a tab of its own; anything but the three schemes stays text. */
function openOutside(text) {
  let url;
  try {
    url = new URL(text);
  } catch {
    return;
  }
  if (!['https:', 'http:', 'mailto:'].includes(url.protocol)) return;
  const link = document.createElement('a');
  link.href = url.href;
  link.target = '_blank';
  link.rel = 'noopener noreferrer nofollow ugc';
  link.click();
}

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

start().catch((error) => {
  document.body.classList.remove('running');
  say(`The explorer could not start: ${error.message} The text version has the same facts.`);
});
