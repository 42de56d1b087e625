// An explorer in an iframe (embed.html) with the same properties, methods and events as the element,
// over a MessagePort. Methods return promises; whatever needs a person's gesture (saving, copying,
// opening links) needs it inside the frame.

import { trouble } from './input.js';
import { heightOf, HELLO, messageOf, meter, small, VERSION } from './port.js';

/** @typedef {import('./element.js').ProvisoEvents} ProvisoEvents */
/** @typedef {import('./element.js').LoadReport} LoadReport */
/** @typedef {import('./element.js').OutlineItem} OutlineItem */
/** @typedef {import('./element.js').Hit} Hit */
/** @typedef {import('./input.js').Input} Input */

const FROM_FRAME = new Set(['ready', 'answer', 'event', 'status']);
const EVENTS = new Set([
  'load-start', 'progress', 'load', 'error', 'select', 'scenario', 'state', 'activate', 'deactivate',
  'context-lost', 'context-restored', 'crash', 'resize-request', 'setting', 'before-open-link',
].map((name) => `proviso-${name}`));

const PATIENCE = 30_000; // Milliseconds.

/** Who talks with which frame. @type {WeakMap<HTMLIFrameElement, ProvisoFrame>} */
const talks = new WeakMap();

/**
 * What keeps a frame from answering: nothing tells, so that all of it is named.
 * @param {HTMLIFrameElement} iframe @param {number} waited
 */
function whyNot(iframe, waited) {
  const sandbox = iframe.getAttribute('sandbox');
  const causes = [
    !iframe.isConnected && 'it is on no page',
    iframe.loading === 'lazy' && 'it is loaded only when it comes near the window (loading="lazy")',
    sandbox !== null && !/\ballow-scripts\b/.test(sandbox) && 'its sandbox lacks allow-scripts',
    globalThis.crossOriginIsolated && 'this page is isolated (COEP), so the host must send Cross-Origin-Embedder-Policy and ' +
      'Cross-Origin-Resource-Policy: cross-origin with embed.html',
    'its address is not that of embed.html or answers with an error',
    'its host forbids to be framed (X-Frame-Options, frame-ancestors)',
    'this page forbids to frame it (frame-src)',
  ].filter(Boolean);
  return `The frame ${iframe.src || '(srcdoc)'} did not answer within ${waited / 1000} s. Look at it: ${causes.join('; ')}.`;
}

// On a server there is nothing to extend, and importing must not fail there.
const Target = /** @type {typeof EventTarget} */ (globalThis.EventTarget ?? class {});

/**
 * @typedef {object} FrameOptions
 * @property {boolean} [autoHeight] the frame is made as high as it asks to be, from 120 to 4,000 px
 * @property {number} [timeout] milliseconds until `ready` fails, where the frame does not answer (30,000)
 */

export class ProvisoFrame extends Target {
  #iframe;
  #options;
  /** The last on which the frame has answered. @type {MessagePort | undefined} */ #port;
  /** Those that it had before, and has what was asked on them. @type {MessagePort[]} */ #older = [];
  /** In order. @type {Set<MessagePort>} */ #offered = new Set();
  #loads = false; // It has answered before its load event, which is still to come.
  #ending = new AbortController();
  #next = 1;
  /** @type {Map<number, { done: (value: any) => void, failed: (error: unknown) => void }>} */ #waiting = new Map();
  #heard = meter();
  /** @type {{ status: import('./element.js').ProvisoStatus, state: string, selection: readonly string[] }} */ #now = { status: 'idle', state: '', selection: [] };
  /** @type {Record<string, string | null>} */ #set = {};
  /** @type {Promise<void>} */ #ready;
  /** @type {any} */ #opened;

  /** @type {ReturnType<typeof setTimeout> | undefined} */ #patience;
  /** @type {ReturnType<typeof setInterval> | undefined} */ #watch; // While somebody waits for an answer.
  #gaveUp = false;

  /** @param {HTMLIFrameElement} iframe @param {FrameOptions} options */
  constructor(iframe, options) {
    super();
    this.#iframe = iframe;
    this.#options = options;
    talks.get(iframe)?.dispose(); // One conversation a frame: the later one has its port.
    talks.set(iframe, this);
    this.#promise();
    // A frame that is there already has no load event to come, and one that is not cannot hear yet.
    iframe.addEventListener('load', () => this.#offer(), { signal: this.#ending.signal });
    this.#offer();
  }

  /** Resolves when the frame has answered; fails if it has not in time, and says what to look at. @returns {Promise<void>} */
  get ready() { return this.#ready; }
  get status() { this.#lookAfter(); return this.#now.status; }
  get state() { return this.#now.state; }
  set state(value) { this.#assign('state', value); }
  get selection() { return this.#now.selection; }
  set selection(ids) { this.select(ids).catch(() => {}); }
  set view(/** @type {import('./vocabulary.js').View} */ value) { this.#assign('view', value); }
  set scenario(/** @type {string} */ value) { this.#assign('scenario', value); }
  set theme(/** @type {import('./vocabulary.js').ThemeName} */ value) { this.#assign('theme', value); }
  set shortcuts(/** @type {import('./vocabulary.js').OnOff} */ value) { this.#assign('shortcuts', value); }
  set controls(/** @type {import('./vocabulary.js').Controls} */ value) { this.#assign('controls', value); }
  set label(/** @type {string} */ value) { this.#assign('label', value); }
  set lang(/** @type {string} */ value) { this.#assign('lang', value); }
  set disabled(/** @type {boolean} */ value) { this.#assign('disabled', value ? '' : null); }
  set activation(/** @type {import('./vocabulary.js').Activation} */ value) { this.#assign('activation', value); }
  set src(/** @type {string} */ value) { this.#assign('src', value); }

  /** @param {Input} input @returns {Promise<LoadReport>} */
  load(input) { return this.#call('load', [input instanceof URL ? input.href : input]); }
  /** Refused unless a person has just done something inside the frame. @param {{ format: import('./formats.js').Format, table?: string, figure?: boolean | import('./formats.js').FigureSize }} options @returns {Promise<Blob>} */
  save(options) { return this.#call('save', [options]); }
  /**
   * @template {import('./commands.js').CommandName} C
   * @param {C} command @param {import('./commands.js').CommandWords<C>} words @returns {Promise<boolean>}
   */
  execute(command, ...words) { return this.#call('execute', [command, ...words]); }
  /** @param {import('./commands.js').CommandName} command @returns {Promise<boolean>} */
  canExecute(command) { return this.#call('canExecute', [command]); }
  /** @returns {Promise<boolean>} */
  undo() { return this.#call('undo', []); }
  /** @returns {Promise<boolean>} */
  redo() { return this.#call('redo', []); }
  /** @param {readonly string[]} ids @returns {Promise<boolean>} */
  select(ids) { return this.#call('select', [[...ids]]); }
  /** @param {string} id @returns {Promise<boolean>} */
  reveal(id) { return this.#call('reveal', [id]); }
  /** @returns {Promise<boolean>} */
  fit() { return this.#call('fit', []); }
  /** @param {string} words @returns {Promise<{ hits: Hit[], nearest?: string }>} */
  find(words) { return this.#call('find', [words]); }
  /** @returns {Promise<OutlineItem[]>} */
  getOutline() { return this.#call('getOutline', []); }
  /** The focus goes into the frame. @returns {Promise<void>} */
  focus() { this.#iframe.focus({ preventScroll: true }); return this.#call('focus', []); }
  /** @param {{ base?: string | URL }} [options] */
  shareURL({ base = document.baseURI } = {}) {
    const url = new URL(base, document.baseURI);
    url.hash = this.state;
    return url.href;
  }
  /** @returns {Promise<void>} */
  pause() { return this.#call('pause', []); }
  /** @returns {Promise<void>} */
  resume() { return this.#call('resume', []); }
  /** @returns {Promise<void>} */
  restart() { return this.#call('restart', []); }

  /** Ends the conversation; the frame itself is the page's. */
  async dispose() {
    if (this.#ending.signal.aborted) return;
    this.#ending.abort();
    if (talks.get(this.#iframe) === this) talks.delete(this.#iframe);
    this.#end('The conversation with the frame has ended.');
    for (const port of this.#offered) port.close();
    this.#offered.clear();
    this.#leave('disposed');
  }

  /** @param {import('./element.js').ProvisoStatus} status of the frame from now on */
  #leave(status) {
    for (const port of [...this.#older, this.#port]) port?.close();
    this.#older = [];
    this.#port = undefined;
    this.#loads = false;
    this.#now = { ...this.#now, status };
  }

  #promise() {
    this.#ready = new Promise((done, failed) => {
      this.#opened = { done, failed: (error) => { failed(error); this.#gaveUp = true; } };
    });
    this.#gaveUp = false;
    this.#ready.catch(() => {});
    const { timeout = PATIENCE } = this.#options;
    const most = Math.min(timeout, 2 ** 31 - 1); // A timer knows no more.
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => this.#opened.failed(trouble('network', whyNot(this.#iframe, most))), most);
  }

  /** Nobody answers any more what was asked. @param {string} why */
  #end(why) {
    clearTimeout(this.#patience);
    const gone = trouble('aborted', why);
    this.#opened.failed(gone);
    for (const { failed } of this.#waiting.values()) failed(gone);
    this.#waiting.clear();
    this.#rest();
  }

  #offer() {
    if (this.#ending.signal.aborted) return;
    if (this.#loads) { // The page that has answered.
      this.#loads = false;
      return;
    }
    if (this.#port) { // Another page is in the frame now.
      this.#leave('loading');
      this.#end('Another page was loaded into the frame.');
      this.#promise();
    }
    const { contentWindow } = this.#iframe;
    if (!contentWindow) return;
    const { port1, port2 } = new MessageChannel();
    this.#offered.add(port1);
    port1.onmessage = ({ data }) => this.#hear(port1, data);
    // A sandboxed frame has no origin to address. It hears only hello.
    contentWindow.postMessage({ v: VERSION, type: HELLO }, '*', [port2]);
  }

  /** @param {MessagePort} port @param {unknown} data */
  #hear(port, data) {
    const message = messageOf(data, FROM_FRAME);
    if (!message) return;
    const { type, id, payload } = message;
    if (type === 'ready') {
      if (this.#port) this.#older.push(this.#port);
      this.#port = port;
      // The frame speaks on the last that it hears of: one that was offered later may be that.
      for (const other of this.#offered) {
        this.#offered.delete(other);
        if (other === port) break;
        other.close();
      }
      this.#loads = payload?.loading === true && this.#offered.size === 0;
      for (const [name, value] of Object.entries(this.#set)) this.#post('set', { name, value });
      if (this.#gaveUp) this.#promise(); // It came late, or came back.
      clearTimeout(this.#patience);
      this.#opened.done();
    } else if (type === 'answer') {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (!this.#waiting.size) this.#rest();
      if (payload?.error) waiting?.failed(trouble(String(payload.error.code), String(payload.error.message)));
      else waiting?.done(payload?.value);
    } else if (port !== this.#port) {
      return;
    } else if (type === 'status') {
      const { status, state, selection } = payload ?? {};
      this.#now = { status: /** @type {any} */ (String(status)), state: String(state), selection: Array.isArray(selection) ? selection.map(String) : [] };
    } else if (type === 'event' && this.#heard(performance.now()) && EVENTS.has(payload?.type)) {
      this.#event(payload.type, payload.detail ?? null, id);
    }
  }

  /** @param {string} type @param {any} detail @param {number} id of what waits for an answer */
  #event(type, detail, id) {
    if (type === 'proviso-resize-request') {
      const blockSize = heightOf(detail?.blockSize);
      if (!blockSize) return;
      if (this.#options.autoHeight) this.#iframe.style.blockSize = `${blockSize}px`;
      detail = { blockSize };
    }
    const cancelable = type === 'proviso-before-open-link';
    const open = this.dispatchEvent(new CustomEvent(type, { detail, cancelable }));
    if (cancelable) this.#post('open', open, id);
  }

  /** @param {string} name @param {unknown} value */
  #assign(name, value) {
    this.#set[name] = value === null || value === undefined ? null : String(value);
    if (this.#port) this.#post('set', { name, value: this.#set[name] });
  }

  /** @param {string} method @param {any[]} words @returns {Promise<any>} */
  async #call(method, words) {
    this.#lookAfter();
    await this.#ready;
    if (this.#ending.signal.aborted) throw trouble('aborted', 'The conversation with the frame has ended.');
    if (!this.#port) throw trouble('aborted', 'The frame is on no page.');
    if (!small(words)) throw trouble('limit', 'A message has a mebibyte at most; hand data over as bytes.');
    const id = this.#next++;
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed });
      // Nothing tells that a frame was taken off its page.
      this.#watch ??= setInterval(() => this.#lookAfter(), 1000);
      try {
        this.#post('call', { method, words }, id);
      } catch (error) {
        this.#waiting.delete(id);
        failed(error);
      }
    });
  }

  #rest() {
    clearInterval(this.#watch);
    this.#watch = undefined;
  }

  /** Ends what waits if the frame was taken off the page: it can come back, as another page. */
  #lookAfter() {
    if (!this.#port || this.#iframe.isConnected) return;
    this.#leave('disposed');
    this.#end('The frame is on no page.');
  }

  /** @param {string} type @param {any} payload @param {number} [id] */
  #post(type, payload, id = 0) {
    this.#port?.postMessage({ v: VERSION, type, id, payload });
  }
}

if (Symbol.asyncDispose) {
  Object.defineProperty(ProvisoFrame.prototype, Symbol.asyncDispose, {
    value() { return this.dispose(); }, configurable: true, writable: true,
  });
}

/**
 * Talks with the explorer in `iframe`, whose address is embed.html's.
 * @param {HTMLIFrameElement} iframe
 * @param {FrameOptions} [options]
 */
export function mountFrame(iframe, options = {}) {
  return new ProvisoFrame(iframe, options);
}
