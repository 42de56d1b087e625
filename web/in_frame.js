// Inside a frame: the explorer's conversation with the page that has it in one (embed.html, or any
// page in one file). Only the parent's first hello is heard, and then only its port.

import { openAddress } from './fragment.js';
import { HELLO, messageOf, meter, VERSION } from './port.js';

/** @typedef {import('./element.js').ProvisoExplorerElement} ProvisoExplorerElement */

const ATTRIBUTES = new Set(['src', 'view', 'state', 'scenario', 'theme', 'activation', 'shortcuts', 'controls', 'label', 'lang', 'dir', 'disabled']);
const METHODS = new Set([
  'load', 'save', 'execute', 'canExecute', 'undo', 'redo', 'select', 'reveal', 'fit', 'find',
  'getOutline', 'focus', 'pause', 'resume', 'restart',
]);
const TO_HERE = new Set(['call', 'set', 'open']);
const PATIENCE = 500; // Milliseconds; a page that does not say no by then accepts a link.
const EVENTS = [
  'load-start', 'progress', 'load', 'error', 'select', 'scenario', 'state', 'activate', 'deactivate',
  'context-lost', 'context-restored', 'crash', 'resize-request', 'setting',
];

/** Has `explorer` do what the page's address asks. @param {ProvisoExplorerElement} explorer */
export function followAddress(explorer) {
  const words = new URL(location.href).searchParams;
  for (const name of ['view', 'theme', 'activation', 'shortcuts', 'controls', 'label', 'lang', 'scenario']) {
    const value = words.get(name);
    if (value !== null) explorer.setAttribute(name, value);
  }
  if (location.hash.length > 1) explorer.setAttribute('state', location.hash.slice(1));

  const src = words.get('src');
  const address = src === null ? null : URL.canParse?.(src, location.href) === false ? null : new URL(src, location.href);
  if (address) explorer.data = null;
  if (address && address.origin !== new URL(location.href).origin) ask(address);
  else if (address) explorer.setAttribute('src', address.href);

  /** Fetches data from elsewhere only when the reader wants it. @param {URL} url */
  function ask(url) {
    explorer.removeAttribute('src');
    const line = document.createElement('p');
    const load = document.createElement('button');
    load.type = 'button';
    load.textContent = `Load from ${url.host}?`;
    load.addEventListener('click', () => {
      line.remove();
      explorer.src = url.href;
      if (explorer.status !== 'idle') explorer.load(url.href).catch(() => {});
    });
    line.append(load);
    explorer.prepend(line);
  }
}

/** Answers the page that has this one in a frame. @param {ProvisoExplorerElement} explorer */
export function liveInFrame(explorer) {
  const allowed = new URL(location.href).searchParams.getAll('parent');
  /** @type {MessagePort | undefined} */
  let port;
  const heard = meter();
  /** That a dataset was opened, as it was told. @type {{ type: string, detail: any } | undefined} */
  let opened;

  /** @param {MessageEvent} event */
  function greet(event) {
    const hello = event.source === parent && parent !== window && event.ports.length === 1 &&
      messageOf(event.data, new Set([HELLO]));
    if (!hello || (allowed.length > 0 && !allowed.includes(event.origin))) return;
    // A parent that asks twice hears all that comes on the later port, and what it has asked on the other there.
    const [asked] = event.ports;
    port = asked;
    asked.onmessage = ({ data }) => {
      const message = messageOf(data, TO_HERE);
      if (!message) return;
      if (!heard(performance.now())) answer(asked, message.id, undefined, { code: 'limit', message: 'More than 50 messages in a second.' });
      else if (message.type === 'set') assign(message.payload);
      else if (message.type === 'open') settle(message.id, message.payload === true);
      else call(asked, message.id, message.payload);
    };
    post('ready', { loading: document.readyState !== 'complete' });
    status();
    // Who comes when it was open already has not heard of it.
    if (opened && explorer.status === 'ready') post('event', opened);
  }
  window.addEventListener('message', greet);

  /** @param {any} payload */
  function assign(payload) {
    const { name, value } = payload ?? {};
    if (!ATTRIBUTES.has(name)) return;
    if (value === null) explorer.removeAttribute(name);
    else explorer.setAttribute(name, String(value));
  }

  /** @param {MessagePort} asked @param {number} id @param {any} payload */
  async function call(asked, id, payload) {
    const { method, words: given } = payload ?? {};
    try {
      if (!METHODS.has(method) || !Array.isArray(given)) throw Object.assign(new Error('There is no such method.'), { code: 'call' });
      // No message may do what needs a person's gesture.
      if (method === 'save' && !navigator.userActivation?.isActive)
        throw Object.assign(new Error('Saving needs a gesture inside the frame.'), { code: 'activation' });
      const value = await /** @type {any} */ (explorer)[method](...given);
      answer(asked, id, value);
    } catch (error) {
      const { code, message } = /** @type {any} */ (error);
      answer(asked, id, undefined, { code: String(code ?? 'call'), message: String(message) });
    }
    status();
  }

  /** @param {MessagePort} on @param {number} id @param {unknown} value @param {{ code: string, message: string }} [error] */
  function answer(on, id, value, error) {
    if (id) post('answer', error ? { error } : { value }, id, on);
  }

  function status() {
    const { status: now, state, selection } = explorer;
    post('status', { status: now, state, selection });
  }

  /** @param {string} type @param {any} payload @param {number} [id] @param {MessagePort} [on] */
  function post(type, payload, id = 0, on = port) {
    on?.postMessage({ v: VERSION, type, id, payload });
  }

  /** Links that the reader pressed and the parent has not yet answered for. @type {Map<number, string>} */
  const pressed = new Map();
  let asked = 0;

  explorer.addEventListener('proviso-before-open-link', (event) => {
    if (!port) return;
    event.preventDefault();
    const { detail } = /** @type {CustomEvent} */ (event);
    const id = ++asked;
    pressed.set(id, detail.url);
    post('event', { type: 'proviso-before-open-link', detail: { ...detail } }, id);
    setTimeout(() => settle(id, true), PATIENCE);
  });

  /** @param {number} id @param {boolean} open */
  function settle(id, open) {
    const url = pressed.get(id);
    pressed.delete(id);
    if (url && open) openAddress(url);
  }

  for (const name of EVENTS) {
    explorer.addEventListener(`proviso-${name}`, (event) => {
      const { detail } = /** @type {CustomEvent} */ (event);
      status();
      // Getters are read here: only plain values travel.
      const told = { type: `proviso-${name}`, detail: detail && { ...detail } };
      if (name === 'load') opened = told;
      post('event', told);
    });
  }
}
