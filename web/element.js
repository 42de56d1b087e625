// <proviso-explorer>: an explorer as an element of any page. Importing this file defines nothing and
// touches nothing; web/auto.js defines the element. Program, fonts and data are fetched when it
// comes near the window; when it has left the page for a whole task, nothing of it is left.

import { ATTRIBUTES, AttributedElement, reflect } from './attributes.js';
import { begin } from './begin.js';
import { commandMessages, COMMANDS } from './commands.js';
import { fieldsOf, listOf, openAddress, safeAddress, textOf, withFields } from './fragment.js';
import { bytesOf, messageOf, ProvisoError, trouble } from './input.js';
import { until } from './module.js';
import { Follower, idsOf, issueOf, outlineOf } from './reports.js';
import { save } from './save.js';
import { Surround } from './surround.js';

/** @typedef {import('./input.js').Issue} Issue */
/** @typedef {import('./input.js').Input} Input */
/** @typedef {import('./input.js').Limits} Limits */
/** @typedef {import('./formats.js').Format} Format */
/** @typedef {import('./reports.js').LoadReport} LoadReport */
/** @typedef {import('./reports.js').ProvisoEvents} ProvisoEvents */
/** @typedef {import('./reports.js').OutlineItem} OutlineItem */
/** @typedef {import('./reports.js').Hit} Hit */
/** @typedef {'idle' | 'loading' | 'ready' | 'error' | 'crashed' | 'disposed'} ProvisoStatus */

const NEAR = '200px';
const CRASHES_AT_MOST = 3; // In so many milliseconds:
const CRASH_WINDOW = 60_000;

/** @type {{ wasmUrl?: string | URL, maxContexts?: number }} */
const settings = {};

export class ProvisoExplorerElement extends AttributedElement {
  static version = '0.1.0';
  static observedAttributes = [...ATTRIBUTES, 'disabled'];

  /** For all elements of the page. @param {{ wasmUrl?: string | URL, maxContexts?: number }} options */
  static configure(options) {
    if (Object.hasOwn(options, 'wasmUrl')) settings.wasmUrl = options.wasmUrl;
    if (Object.hasOwn(options, 'maxContexts')) settings.maxContexts = options.maxContexts;
  }

  /** @type {ProvisoStatus} */ #status = 'idle';
  /** @type {ElementInternals | undefined} */ #internals;
  /** @type {Surround | undefined} */ #around;
  /** @type {import('./explorer.js').Explorer | undefined} */ #explorer;
  /** @type {Promise<void> | undefined} */ #mounting;
  #ending = new AbortController();
  /** @type {AbortController | undefined} */ #loading;
  /** @type {IntersectionObserver | undefined} */ #near;
  /** @type {any} */ #ready;
  /** @type {Input | null} */ #data = null;
  /** @type {{ bytes: Uint8Array, fragment: string } | undefined} */ #kept; // What a restart begins with.
  #fragment = '';
  #follower = new Follower((type, detail) => this.#tell(type, detail));
  /** @type {number[]} */ #crashes = [];
  #leaving = 0;
  #paused = false;
  #blockSize = 0;

  /** The page's own words in place of ours. @type {import('./surround.js').Phrases} */
  strings = {};
  /** What is accepted at most, of the page and of the reader; a page can only lower it. @type {Limits} */
  limits = {};

  constructor() {
    super();
    this.#renew();
    try {
      this.#internals = this.attachInternals();
    } catch {
      // Without them there are no states for style sheets; all else works.
    }
  }

  // ---- Life: nothing before it is on a page, nothing after it has left one.

  connectedCallback() {
    clearTimeout(this.#leaving);
    for (const name of ['data', 'strings', 'limits', 'selection', ...ATTRIBUTES]) this.#upgrade(name);
    this.#around ??= new Surround(this, () => this.strings);
    this.#describe();
    if (this.#status === 'disposed') this.#renew();
    if (this.#status === 'idle' && !this.#near) this.#wait();
  }

  disconnectedCallback() {
    // Whoever is only moved is back within this task.
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => {
      if (!this.isConnected) this.dispose();
    });
  }

  /** Moved by `moveBefore`: it stays what it is. */
  connectedMoveCallback() {}

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (before === now || !this.#around) return;
    if (name === 'src') {
      if (now !== null && this.#status !== 'idle' && this.#status !== 'disposed') this.load(now).catch(() => {});
    } else if (name === 'loading') {
      if (now === 'eager' && this.#near) this.#begin();
    } else if (name === 'theme') {
      if (this.#explorer) this.#explorer.theme = now ?? 'auto';
    } else if (name === 'state' || name === 'view' || name === 'scenario') this.#apply(name, now);
    else if (name === 'activation') this.#explorer?.follow();
    else if (name === 'controls') this.#explorer?.measure();
    else {
      if (name === 'lang') this.#speak();
      this.#describe();
    }
  }

  /** The interface in the language of the element, where that is one of its own. */
  #speak() {
    if (this.lang) this.#explorer?.send({ do: 'setting', item: 'language', text: this.lang.split('-')[0] });
  }

  /** Resolves when it can be used and its data, if there is any, is open. @type {Promise<void>} */
  get ready() {
    return this.#ready.promise;
  }

  get status() {
    return this.#status;
  }

  /** Ends it and gives everything back; again does nothing. `restart()` or a page begins anew. */
  async dispose() {
    if (this.#status === 'disposed') return;
    this.#stop('disposed');
    this.#ready.failed(trouble('aborted', 'The explorer was disposed of.'));
  }

  /** Begins anew with what was open and where it was. */
  async restart() {
    this.#stop('idle');
    this.#renew();
    this.#begin();
    return this.ready;
  }

  /** @param {ProvisoStatus} status */
  #stop(status) {
    if (this.#explorer && !this.#explorer.core.dead && this.#kept) this.#kept.fragment = this.#fragment;
    this.#near?.disconnect();
    this.#near = undefined;
    this.#ending.abort(trouble('aborted', 'The explorer was disposed of.'));
    this.#loading = undefined;
    this.#explorer?.dispose();
    this.#explorer = this.#mounting = undefined;
    this.#around?.clear();
    this.#become(status);
  }

  #renew() {
    this.#ending = new AbortController();
    this.#status = 'idle';
    this.#promise();
  }

  #promise() {
    let done, failed;
    const promise = new Promise((resolve, reject) => {
      done = resolve;
      failed = reject;
    });
    promise.catch(() => {}); // Whoever does not wait need not hear of it.
    this.#ready = { promise, done, failed };
  }

  #wait() {
    if (this.loading === 'eager') {
      this.#begin();
      return;
    }
    this.#near = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.#begin();
    }, { rootMargin: NEAR });
    this.#near.observe(this);
  }

  /** Mounts, and opens what there is to open. */
  #begin() {
    this.#near?.disconnect();
    this.#near = undefined;
    if (this.#status !== 'idle') return;
    this.#await();
    const { signal } = this.#ending;
    const input = this.#kept?.bytes ?? this.#data ?? this.getAttribute('src');
    const mounted = this.#mount();
    if (input !== null) this.load(input).catch(() => {}); // It says so itself.
    else {
      mounted.then(() => {
        this.#begun();
        this.#ready.done();
      }).catch((error) => !signal.aborted && this.#fail(error));
    }
  }

  #mount() {
    this.#mounting ??= this.#start(this.#ending.signal);
    this.#mounting.catch(() => {});
    return this.#mounting;
  }

  /** @param {AbortSignal} signal */
  async #start(signal) {
    const always = this.activation === 'always';
    const explorer = await begin(this, this.#around.stage, {
      signal,
      maxContexts: settings.maxContexts,
      program: settings.wasmUrl,
      onProgress: (loaded, total) => this.#progress(loaded, total),
      onEvent: (event) => this.#hear(event),
      onTree: (tree) => this.#measure(tree),
      onCrash: (error) => this.#crash(error),
      onActive: (active) => {
        this.#state('active', active);
        this.#tell(active ? 'proviso-activate' : 'proviso-deactivate', null);
      },
      onDrag: (over) => this.#state('dragover', over),
      activation: () => (this.disabled ? 'none' : this.activation),
      shortcuts: () => this.shortcuts !== 'off',
      controls: () => this.controls,
      drop: this.drop === 'on',
      pasteFrom: always ? document : this,
      page: location.href.replace(/#.*/, ''),
      dataset: this.src && new URL(this.src, document.baseURI).href,
    }, (phrase) => this.#around.words(phrase));
    this.#explorer = explorer;
    explorer.theme = this.theme;
    this.#speak();
    if (this.#paused) explorer.pause();
    const fragment = this.#kept?.fragment ?? this.#wanted();
    if (fragment) explorer.send({ do: 'link', text: fragment });
  }

  /** The fragment that the attributes ask for. */
  #wanted() {
    let fragment = (this.getAttribute('state') ?? '').replace(/^#/, '');
    const view = this.getAttribute('view');
    if (view !== null) fragment = withFields(fragment, { v: view });
    const scenario = this.getAttribute('scenario');
    return scenario === null ? fragment : withFields(fragment, suppositionOf(scenario));
  }

  // ---- Data

  /**
   * Opens a dataset. What was open stays if it cannot be; the promise then fails with a ProvisoError.
   * @param {Input} input text that begins with `{`, an address, bytes, a blob, or a plain object
   * @param {{ signal?: AbortSignal }} [options]
   * @returns {Promise<LoadReport>}
   */
  async load(input, options) {
    const began = performance.now();
    if (!this.isConnected) throw trouble('aborted', 'The explorer is on no page.');
    if (this.#status === 'disposed') this.#renew();
    this.#around ??= new Surround(this, () => this.strings);
    this.#near?.disconnect();
    this.#near = undefined;
    if (this.#status === 'idle' || this.#status === 'error') {
      if (this.#status === 'error') this.#promise();
      this.#await();
    }
    this.#loading?.abort(trouble('aborted', 'Other data was loaded instead.'));
    const loading = this.#loading = new AbortController();
    const { signal } = loading;
    const life = this.#ending.signal;
    const given = options?.signal;
    const end = () => loading.abort(trouble('aborted', 'The loading was ended.'));
    for (const other of [life, given]) {
      if (other?.aborted) end();
      other?.addEventListener('abort', end, { signal });
    }
    try {
      const [bytes] = await until(signal, Promise.all([
        bytesOf(input, { signal, most: this.limits?.bytes, onProgress: (loaded, total) => this.#progress(loaded, total) }),
        this.#mount(),
      ]));
      const explorer = this.#explorer;
      const answer = explorer.open(bytes, this.limits);
      if (explorer.core.dead) throw trouble('crash', this.#around.words('crashed'));
      if (!answer.ok) throw new ProvisoError(answer.errors.map(issueOf));
      const overview = explorer.core.overview();
      /** @type {LoadReport} */
      const report = { ...overview, warnings: answer.warnings.map(issueOf), bytes: bytes.length, ms: performance.now() - began };
      this.#kept = { bytes, fragment: this.#fragment };
      if (!this.getAttribute('label')) this.#name(report.title);
      this.#begun();
      this.#ready.done();
      this.#tell('proviso-load', report);
      return report;
    } catch (error) {
      const problem = error instanceof ProvisoError ? error :
        trouble(signal.aborted ? 'aborted' : 'network', messageOf(error), error);
      if (!life.aborted && problem.code !== 'aborted' && problem.code !== 'crash') this.#fail(problem);
      throw problem;
    } finally {
      if (this.#loading === loading) this.#loading = undefined;
      end(); // Takes the listeners away.
    }
  }

  /** What is open, or is to be opened. */
  get data() {
    return this.#data;
  }
  /** @param {Input | null} value */
  set data(value) {
    this.#data = value;
    this.#kept = undefined;
    if (value !== null && this.#around && this.#status !== 'idle' && this.#status !== 'disposed')
      this.load(value).catch(() => {});
  }

  /**
   * What is open as a file.
   * @param {{ format: Format, table?: string }} options html: what it holds, to be read without a
   *   script; csv: one table, the claims unless it names another
   * @returns {Promise<Blob>}
   */
  async save(options) {
    const explorer = this.#use();
    const { fileOf } = await import('./formats.js');
    return fileOf(explorer, options);
  }

  // ---- What a reader can do, for the page's own buttons

  /** The state as a link's fragment; setting it goes there. */
  get state() {
    return this.#status === 'ready' ? this.#explorer.link : this.#kept?.fragment ?? this.#wanted();
  }
  set state(value) {
    this.#goTo('state', value);
  }

  /** Ids of what is looked at. @returns {readonly string[]} */
  get selection() {
    return idsOf(this.state);
  }
  set selection(ids) {
    if (this.#status === 'ready') this.select(ids);
    else this.state = withFields(this.state, { sel: ids.slice(0, 2).join('~') });
  }

  /**
   * Carries a command out; true if it did anything. See `commands.js` for their names.
   * @param {string} command @param {Record<string, any>} [words]
   */
  execute(command, words = {}) {
    const explorer = this.#use();
    if (command === 'theme') {
      this.theme = String(words.theme ?? 'auto');
      return true;
    }
    const before = explorer.link;
    const done = commandMessages(command, words, before).map((message) => explorer.send(message)).some(Boolean);
    return done && (['press', 'setting', 'welcome'].includes(command) || explorer.link !== before);
  }

  /** @param {string} command */
  canExecute(command) {
    if (this.#status !== 'ready' || !COMMANDS.has(command)) return false;
    return (command !== 'undo' && command !== 'redo') || this.#explorer.tree[command] === true;
  }

  undo() {
    return this.execute('undo');
  }
  redo() {
    return this.execute('redo');
  }

  /** Looks at a record, or at what joins two; at nothing without any. @param {readonly string[]} ids */
  select(ids) {
    return this.execute('select', { ids });
  }

  /** Looks at a record and brings it into sight, if it is in the view on screen. @param {string} id */
  reveal(id) {
    const explorer = this.#use();
    const done = this.select([id]);
    for (const panel of explorer.tree.panels) {
      const item = panel.items.find((one) => one.id === id || one.id.endsWith(`/${id}`));
      if (!item || panel.camera) continue;
      explorer.send({ do: 'scroll', item: panel.id, y: Math.max(0, item.rect[1] - panel.rect[3] / 3) });
      break;
    }
    return done;
  }

  /** Shows the whole drawing. */
  fit() {
    return this.execute('fit');
  }

  /** Records that hold these words, best first. @param {string} words @returns {{ hits: Hit[], nearest?: string }} */
  find(words) {
    return this.#use().core.find(String(words)) ?? { hits: [] };
  }

  /** What is on screen, as assistive technology has it. @returns {OutlineItem[]} one a panel */
  getOutline() {
    return outlineOf(this.#use().tree);
  }

  /** An address that leads to what is shown. @param {{ base?: string | URL }} [options] */
  shareURL({ base = document.baseURI } = {}) {
    const url = new URL(base, document.baseURI);
    url.hash = this.state;
    return url.href;
  }

  /** @param {FocusOptions} [options] */
  focus(options) {
    const stage = this.#around?.stage;
    const target = /** @type {HTMLElement | null} */ (stage?.querySelector('.mirror .panel:not([inert]) [tabindex="0"]') ?? stage?.querySelector('.mirror'));
    target?.focus({ preventScroll: true, ...options });
  }

  pause() {
    this.#paused = true;
    this.#explorer?.pause(true);
  }
  resume() {
    this.#paused = false;
    this.#explorer?.pause(false);
  }

  get view() { return textOf(fieldsOf(this.state).get('v')) || 'what-if'; }
  set view(value) { this.#goTo('view', value); }
  /** Literals that are supposed: `id`, or `!id` for what does not hold. */
  get scenario() {
    const fields = fieldsOf(this.state);
    return [...listOf(fields.get('on')), ...listOf(fields.get('off')).map((id) => `!${id}`)].join(' ');
  }
  set scenario(value) { this.#goTo('scenario', value); }

  // ---- Inside

  /** Brings label, language and being of no use in step with the attributes. */
  #describe() {
    if (!this.#around) return;
    if (this.label) this.#name(this.label);
    this.#around.stage.inert = this.disabled;
    this.#explorer?.follow();
  }

  /** @param {string} label */
  #name(label) {
    if (!this.#internals) return;
    this.#internals.role = 'region';
    this.#internals.ariaLabel = label;
  }

  #await() {
    this.#become('loading');
    this.#around.hush();
    this.#around.say(this.#around.words('loading'));
    this.#tell('proviso-load-start', null);
  }

  #begun() {
    if (this.#status === 'disposed') return;
    this.#become('ready');
    this.#around.hush();
    this.#crashes = this.#crashes.filter((time) => performance.now() - time < CRASH_WINDOW);
    if (this.hasAttribute('autofocus')) this.focus();
  }

  /** @param {unknown} error */
  #fail(error) {
    const problem = error instanceof ProvisoError ? error : trouble('network', messageOf(error), error);
    const usable = this.#kept && this.#explorer && !this.#explorer.core.dead;
    if (!usable) {
      if (!this.#explorer) this.#mounting = undefined; // A later try may find the network again.
      this.#become('error');
      this.#around.complain(problem.message, problem.code === 'network' ? [['again', () => this.#again()]] : []);
      this.#ready.failed(problem);
    }
    this.#around.say('');
    const { code, message, pointer } = problem;
    this.#tell('proviso-error', problem.issues.length > 0 ? { ...problem.issues[0] } : { code, message, pointer });
  }

  /** @param {unknown} error */
  #crash(error) {
    const now = performance.now();
    this.#crashes = [...this.#crashes.filter((time) => now - time < CRASH_WINDOW), now];
    const willRestart = this.#crashes.length === 1;
    const { bytes } = this.#kept ?? {};
    const message = this.#around.words('crashed');
    if (this.#kept) this.#kept.fragment = this.#fragment;
    // What the trap interrupted is still on the stack.
    queueMicrotask(() => {
      if (this.#status === 'disposed') return;
      this.#stop('crashed');
      this.#tell('proviso-crash', { willRestart });
      this.#tell('proviso-error', { code: 'crash', message });
      if (this.#status !== 'crashed') return; // A listener did something about it.
      if (willRestart) {
        this.#again();
        return;
      }
      this.#ready.failed(trouble('crash', message, error));
      /** @type {import('./surround.js').Way[]} */
      const ways = [];
      if (this.#crashes.length < CRASHES_AT_MOST) ways.push(['restart', () => this.#again()]);
      if (bytes) ways.push(['download', () => save('data.json', 'application/json', bytes)]);
      this.#around.complain(message, ways);
    });
  }

  #again() {
    this.restart().catch(() => {}); // What went wrong is said by itself.
  }

  /** @param {any} event */
  #hear(event) {
    if (event.type === 'link') this.#follow(event.text, event.place === true);
    else if (event.type === 'copy') this.#copy(event.text);
    else if (event.type === 'open') this.#open(event.text);
    else if (['theme', 'keys', 'motion', 'language'].includes(event.type)) {
      if (event.type === 'theme') this.theme = event.text;
      this.#tell('proviso-setting', { name: event.type, value: event.text });
    } else if (event.type === 'context-lost') {
      this.#around.say(this.#around.words('contextLost'));
      this.#tell('proviso-context-lost', null);
    } else if (event.type === 'context-restored') {
      this.#around.say('');
      this.#tell('proviso-context-restored', null);
    }
  }

  /** @param {string} fragment @param {boolean} place */
  #follow(fragment, place) {
    this.#fragment = fragment;
    if (this.#kept) this.#kept.fragment = fragment;
    this.#follower.follow(fragment, place, () => this.#explorer?.core.verdicts());
  }

  /** @param {string} text */
  #copy(text) {
    const failed = () => this.#status !== 'disposed' && this.#around.offerToCopy(text);
    if (!navigator.clipboard) failed();
    else navigator.clipboard.writeText(text).catch(failed);
  }

  /** Opens an address of the data in a tab of its own; anything but three schemes stays text. @param {string} text */
  #open(text) {
    const href = safeAddress(text);
    if (href && this.#tell('proviso-before-open-link', { url: href }, true)) openAddress(href);
  }

  /** Asks for the height in which the main list needs no scrolling. @param {any} tree */
  #measure(tree) {
    const stage = tree.panels.find((panel) => panel.id === 'stage');
    if (!stage || stage.camera || !this.clientHeight) return;
    const more = Math.ceil(this.clientHeight + stage.height - stage.rect[3]);
    const blockSize = Math.min(4000, Math.max(120, more));
    if (Math.abs(blockSize - this.#blockSize) < 8 || Math.abs(blockSize - this.clientHeight) < 8) return;
    this.#blockSize = blockSize;
    this.#tell('proviso-resize-request', { blockSize });
  }

  /** @param {number} loaded @param {number} total */
  #progress(loaded, total) {
    if (this.#status !== 'loading') return;
    this.#around.sayProgress(loaded, total);
    this.#tell('proviso-progress', { loaded, total });
  }

  /** Sets the attribute, and goes there even if it says so already. @param {string} name @param {string | null} value */
  #goTo(name, value) {
    const same = this.getAttribute(name) === value;
    reflect(this, name, value);
    if (same) this.#apply(name, value);
  }

  /** @param {string} name @param {string | null} value */
  #apply(name, value) {
    if (!this.#explorer) return;
    const text = this.#status !== 'ready' ? this.#wanted() : name === 'state' ? (value ?? '').replace(/^#/, '') :
      withFields(this.state, name === 'view' ? { v: value } : suppositionOf(value ?? ''));
    if (text !== this.#explorer.link) this.#explorer.send({ do: 'link', text });
  }

  /** @returns {import('./explorer.js').Explorer} */
  #use() {
    if (this.#status !== 'ready') throw trouble('call', `The explorer is ${this.#status}; wait for \`ready\`.`);
    return this.#explorer;
  }

  /** @param {ProvisoStatus} status */
  #become(status) {
    this.#status = status;
    this.#around?.run(status === 'ready');
    for (const state of ['loading', 'ready', 'error']) this.#state(state, status === state || (state === 'error' && status === 'crashed'));
    if (status !== 'ready') this.#state('active', false);
  }

  /** @param {string} name @param {boolean} on */
  #state(name, on) {
    try {
      if (on) this.#internals?.states.add(name);
      else this.#internals?.states.delete(name);
    } catch {
      // An engine that wants two hyphens before it: no style sheet of today asks for that.
    }
  }

  /** @param {string} type @param {any} detail @param {boolean} [cancelable] */
  #tell(type, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(type, { detail, cancelable, bubbles: true, composed: true }));
  }

  /** A property that was set before the element was defined hides ours. @param {string} name */
  #upgrade(name) {
    if (!Object.hasOwn(this, name) || name === 'strings' || name === 'limits') return;
    const self = /** @type {any} */ (this);
    const value = self[name];
    delete self[name];
    self[name] = value;
  }
}

if (Symbol.asyncDispose) {
  Object.defineProperty(ProvisoExplorerElement.prototype, Symbol.asyncDispose, {
    value() { return this.dispose(); }, configurable: true, writable: true,
  });
}

/** Defines the element, unless another copy of this package already has. @returns {CustomElementConstructor} */
export function define(name = 'proviso-explorer') {
  const there = customElements.get(name);
  if (!there) customElements.define(name, ProvisoExplorerElement);
  return there ?? ProvisoExplorerElement;
}

/** @param {string} literals */
function suppositionOf(literals) {
  const words = literals.split(/[\s,]+/).filter(Boolean);
  return {
    on: words.filter((word) => !word.startsWith('!')),
    off: words.filter((word) => word.startsWith('!')).map((word) => word.slice(1)),
  };
}
