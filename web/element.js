// <proviso-explorer>: an explorer as an element of any page. Importing this file defines nothing and
// touches nothing; web/auto.js defines the element. Program, fonts and data are fetched when it
// comes near the window; when it has left the page for a whole task, nothing of it is left.

import { ATTRIBUTES, AttributedElement, isOn, reflect } from './attributes.js';
import { begin } from './begin.js';
import { commandMessages, COMMANDS } from './commands.js';
import { fieldsOf, listOf, openAddress, safeAddress, textOf, withFields } from './fragment.js';
import { bytesOf, messageOf, ProvisoError, trouble } from './input.js';
import { Kept } from './kept.js';
import { until } from './module.js';
import { Follower, idsOf, issueOf, outlineOf } from './reports.js';
import { save } from './save.js';
import { Surround } from './surround.js';
import { sayOnce, unknown, unknownAttribute, unknownValue } from './vocabulary.js';

/** @typedef {import('./input.js').Issue} Issue */
/** @typedef {import('./input.js').Input} Input */
/** @typedef {import('./input.js').Limits} Limits */
/** @typedef {import('./formats.js').Format} Format */
/** @typedef {import('./reports.js').LoadReport} LoadReport */
/** @typedef {import('./reports.js').ProvisoEvents} ProvisoEvents */
/** @typedef {import('./reports.js').OutlineItem} OutlineItem */
/** @typedef {import('./reports.js').Hit} Hit */
/** @typedef {import('./vocabulary.js').View} View */
/** @typedef {'idle' | 'loading' | 'ready' | 'error' | 'crashed' | 'disposed'} ProvisoStatus */

const NEAR = '200px';
const CRASHES_AT_MOST = 3; // In so many milliseconds:
const CRASH_WINDOW = 60_000;

/**
 * @typedef {object} Settings For all elements of the page.
 * @property {string | URL} [wasmUrl] where proviso.wasm is, if not beside the scripts; its parts (proviso.map.wasm …) lie beside it
 * @property {number} [maxContexts] how many explorers may have live graphics at a time (4)
 * @property {import('./formats.js').CoreImport} [core] in a bundle `() => import('proviso/core')`: what `save` needs for html and csv, and texts of word processors
 */
/** @type {Settings} */
const settings = {};

/**
 * An explorer of a dataset in any page.
 *
 * @attr {View} view what is shown
 * @attr {string} state a link's fragment: all that can be said of what is shown
 * @attr {string} scenario what is supposed: literals with blanks, `id` or `!id`
 * @attr {string} lang language of the interface: en, de, ru or zh
 * @attr {string} dir direction of the interface
 * @slot - the page's own content, shown until the explorer can be used, and where it cannot
 * @slot loading in place of the line that says how far it is
 * @slot error in place of the sentence that says what went wrong
 * @slot toolbar-start the page's own bar over the explorer, at its beginning
 * @slot toolbar-end at its end
 * @csspart toolbar the bar of those slots
 * @csspart status the line that says how far it is
 * @csspart error what says that something went wrong
 * @csspart button a button in it
 * @csspart dialog what offers a text that could not be copied
 * @csspart field the text in it
 * @csspart canvas the picture
 * @csspart outline the semantic elements over the picture
 * @cssprop --proviso-bg the ground; it chooses between light and dark where `theme` does not
 * @cssprop --proviso-fg words
 * @cssprop --proviso-muted words beside the point
 * @cssprop --proviso-accent what can be pressed
 * @cssprop --proviso-danger what went wrong
 * @cssprop --proviso-focus the ring of the focus
 * @cssprop --proviso-font-family of the words around the picture
 * @cssprop --proviso-font-size of the words around the picture
 * @cssprop --proviso-radius of its corners
 * @cssprop --proviso-min-block-size its least height (20rem)
 * @cssstate loading
 * @cssstate ready
 * @cssstate error
 * @cssstate active keys and wheel are its own
 * @cssstate dragover a file is held over it
 */
export class ProvisoExplorerElement extends AttributedElement {
  static version = '0.1.0';
  static observedAttributes = [...ATTRIBUTES, 'disabled'];

  /** For all elements of the page. @param {Settings} options */
  static configure(options) {
    if (Object.hasOwn(options, 'wasmUrl')) settings.wasmUrl = options.wasmUrl;
    if (Object.hasOwn(options, 'maxContexts')) settings.maxContexts = options.maxContexts;
    if (Object.hasOwn(options, 'core')) settings.core = options.core;
  }

  /** @type {ProvisoStatus} */ #status = 'idle';
  /** @type {ElementInternals | undefined} */ #internals;
  /** @type {Surround | undefined} */ #around;
  /** @type {import('./explorer.js').Explorer | undefined} */ #explorer;
  /** @type {Promise<void> | undefined} */ #mounting;
  #ending = new AbortController();
  /** @type {AbortController | undefined} */ #loading;
  /** @type {IntersectionObserver | undefined} */ #near;
  /** @type {{ promise: Promise<void>, done: () => void, failed: (error: unknown) => void }} */ #ready;
  /** @type {Input | null} */ #data = null;
  /** @type {Kept | undefined} */ #kept; // What a restart begins with.
  #fragment = '';
  #follower = new Follower((type, detail) => this.#tell(type, detail));
  /** @type {number[]} */ #crashes = [];
  #broke = false; // It is to begin anew because of a trap.
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
    try {
      this.#around ??= new Surround(this, () => this.strings);
      if (this.#adopted) this.#settle();
      this.#describe();
      for (const { name, value } of this.attributes) this.#lookAt(name, value);
      if (this.#status === 'disposed') this.#renew();
      if (this.#status === 'idle' && !this.#near) this.#wait();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** What the page says that nothing here understands, for the next report. @type {Map<string, Issue>} */
  #notUnderstood = new Map();

  /** @param {string} name of an attribute @param {string | null} value */
  #lookAt(name, value) {
    this.#notUnderstood.delete(name);
    const message = unknownAttribute(name, [...ATTRIBUTES, 'disabled']) || unknownValue(name, value);
    if (!message) return;
    this.#notUnderstood.set(name, { code: 'call', message });
    sayOnce(message, this);
  }

  #adopted = false;
  /** Moved into another document: style sheets, observers and graphics are the old one's. */
  adoptedCallback() {
    this.#adopted = true;
  }

  /** Begins anew in the document that it has come to, with what was open and where it was. */
  #settle() {
    this.#adopted = false;
    this.#around.dress();
    this.#near?.disconnect();
    this.#near = undefined;
    if (this.#status === 'disposed' || this.#status === 'idle') return;
    const waiting = this.#status === 'loading';
    this.#stop('idle');
    if (waiting) this.#ending = new AbortController(); // Who waits for it goes on waiting.
    else this.#renew();
  }

  disconnectedCallback() {
    // An element that only moves is back within this task.
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
    this.#lookAt(name, now);
    if (name === 'src') {
      if (now !== null && this.#status !== 'idle' && this.#status !== 'disposed') this.load(now).catch(() => {});
    } else if (name === 'loading') {
      if (now === 'eager' && this.#near) this.#begin();
    } else if (name === 'theme') {
      if (this.#explorer) this.#explorer.theme = now ?? 'auto';
    } else if (name === 'state' || name === 'view' || name === 'scenario') this.#apply(name, now);
    else if (name === 'activation') this.#explorer?.follow();
    else if (name === 'controls') this.#explorer?.measure();
    else if (name === 'editing') this.#explorer?.send({ do: 'editing', text: this.editing });
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

  /** How far it is. @returns {ProvisoStatus} */
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
    if (this.#explorer && !this.#explorer.core.dead && this.#kept) this.#kept.fragment = this.#fragment = this.#explorer.link;
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
    /** @type {Promise<void>} */
    const promise = new Promise((resolve, reject) => {
      done = resolve;
      failed = reject;
    });
    promise.catch(() => {}); // A caller that does not wait need not hear of it.
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
    const again = this.#kept !== undefined;
    const crashed = this.#broke;
    this.#broke = false;
    if (input !== null) {
      this.load(input).then(() => {
        if (again) this.#kept?.giveBack(this.#explorer);
        if (crashed) this.#explorer.send({ do: 'restarted' });
      }).catch(() => {}); // It says so itself.
    } else {
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
    const fragment = this.#kept?.fragment ?? this.#wanted();
    const explorer = await begin(this, this.#around.stage, {
      signal,
      maxContexts: settings.maxContexts,
      program: settings.wasmUrl,
      core: settings.core,
      fields: fieldsOf(fragment),
      onProgress: (loaded, total) => this.#progress(loaded, total),
      onEvent: (event) => this.#hear(event),
      onTree: (tree) => this.#measure(tree),
      onCrash: (error) => this.#crash(error),
      onOpened: (bytes) => this.#kept?.opened(bytes),
      onCopy: (event, text) => this.#kept?.hold(event, text),
      onActive: (active) => {
        this.#state('active', active);
        this.#tell(active ? 'proviso-activate' : 'proviso-deactivate', null);
      },
      onDrag: (over) => this.#state('dragover', over),
      onSave: ({ text, ...file }) => this.#tell('proviso-save', { ...file, bytes: () => new TextEncoder().encode(text) }, true),
      activation: () => (this.disabled ? 'none' : this.activation),
      shortcuts: () => this.shortcuts !== 'off',
      controls: () => (this.matches(':fullscreen') ? 'full' : this.controls),
      drop: this.drop === 'on',
      pasteFrom: always ? document : this,
      page: /^(https?|file):/.test(location.protocol) ? location.href.replace(/#.*/, '') : '', // A srcdoc has no address.
      dataset: this.src && new URL(this.src, document.baseURI).href,
      teach: this.dataset.teach && new URL(this.dataset.teach, document.baseURI).href, // Where the hosted page has it.
    }, (phrase) => this.#around.words(phrase));
    this.#explorer = explorer;
    explorer.theme = this.theme;
    if (this.editing === 'on') explorer.send({ do: 'editing', text: 'on' });
    this.#speak();
    if (this.#paused) explorer.pause();
    const now = this.#kept?.fragment ?? this.#wanted(); // An attribute may have changed meanwhile.
    if (now) explorer.send({ do: 'link', text: now });
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
      const [came] = await until(signal, Promise.all([
        bytesOf(input, { signal, most: this.limits?.bytes, onProgress: (loaded, total) => this.#progress(loaded, total) }),
        this.#mount(),
      ]));
      const explorer = this.#explorer;
      const answer = await until(signal, explorer.open(came, { limits: this.limits, signal, ours: !(/** @type {any} */ (input).byteLength >= 0) }));
      const { bytes } = answer;
      if (explorer.core.dead) throw trouble('crash', this.#around.words('crashed'));
      if (answer.ok) await until(signal, explorer.whole());
      if (!answer.ok) throw new ProvisoError(answer.errors.map(issueOf));
      const overview = explorer.core.overview();
      /** @type {LoadReport} */
      const report = { ...overview, warnings: [...answer.warnings.map(issueOf), ...this.#notUnderstood.values()], bytes: bytes.length, ms: performance.now() - began };
      this.#kept = new Kept(bytes, this.#fragment, bytes === this.#kept?.bytes ? this.#kept : undefined);
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

  /** What is open, or is to be opened: text, bytes, a blob, or a plain object. */
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
   * @param {{ format: Format, table?: string, figure?: boolean | import('./formats.js').FigureSize }} options figure: of
   *   svg and png, a picture for an article in place of the screen; html: what it holds, to be read without a
   *   script; csv: one table, the claims unless it names another
   * @returns {Promise<Blob>}
   */
  async save(options) {
    const explorer = this.#use();
    const { fileOf } = await import('./formats.js');
    return fileOf(explorer, options, settings.core);
  }

  // ---- What a reader can do, for the page's own buttons

  /** The state as a link's fragment; setting it goes there. @returns {string} */
  get state() {
    return this.#status === 'ready' ? this.#explorer.link : this.#kept?.fragment ?? this.#wanted();
  }
  set state(value) {
    this.#goTo('state', value);
  }

  /** Ids of the selection. @returns {readonly string[]} */
  get selection() {
    return idsOf(this.state);
  }
  set selection(ids) {
    if (this.#status === 'ready') this.select(ids);
    else this.state = withFields(this.state, { sel: ids.slice(0, 2).join('~') });
  }

  /**
   * Carries a command out; true if it did anything.
   * @template {import('./commands.js').CommandName} C
   * @param {C} command @param {import('./commands.js').CommandWords<C>} given
   * @returns {boolean}
   */
  execute(command, ...given) {
    /** @type {any} */
    const words = given[0] ?? {};
    const explorer = this.#use();
    const message = unknown('command', command, [...COMMANDS]) || unknownValue('view', words.view ?? null);
    if (message) sayOnce(message, this);
    if (command === 'theme') {
      this.theme = words.theme ?? 'auto';
      return true;
    }
    const before = explorer.link;
    const done = commandMessages(command, words, before).map((message) => explorer.send(message)).some(Boolean);
    return done && (['press', 'setting', 'welcome'].includes(command) || explorer.link !== before);
  }

  /** Whether it would do anything now. @param {import('./commands.js').CommandName} command @returns {boolean} */
  canExecute(command) {
    if (this.#status !== 'ready' || !COMMANDS.has(command)) return false;
    return (command !== 'undo' && command !== 'redo') || this.#explorer.tree[command] === true;
  }

  /** Takes the last change back. @returns {boolean} */
  undo() {
    return this.execute('undo');
  }
  /** Does again what was taken back. @returns {boolean} */
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

  /** An address that leads to this view. @param {{ base?: string | URL }} [options] */
  shareURL({ base = document.baseURI } = {}) {
    const url = new URL(base, document.baseURI);
    url.hash = this.state;
    return url.href;
  }

  /** Takes the keyboard to what was last used in it. @param {FocusOptions} [options] @returns {void} */
  focus(options) {
    const stage = this.#around?.stage;
    const target = /** @type {HTMLElement | null} */ (stage?.querySelector('.mirror .panel:not([inert]) [tabindex="0"]') ?? stage?.querySelector('.mirror'));
    target?.focus({ preventScroll: true, ...options });
  }

  /** Draws nothing until `resume()`; commands still work. */
  pause() {
    this.#paused = true;
    this.#explorer?.pause(true);
  }
  /** Draws again. */
  resume() {
    this.#paused = false;
    this.#explorer?.pause(false);
  }

  /** What is shown. @returns {View} */
  get view() { return /** @type {View} */ (textOf(fieldsOf(this.state).get('v')) || 'what-if'); }
  set view(value) { this.#goTo('view', value); }
  /** Literals that are supposed: `id`, or `!id` for what does not hold, with blanks. @returns {string} */
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
    this.#lookAtContent();
    this.#crashes = this.#crashes.filter((time) => performance.now() - time < CRASH_WINDOW);
    if (isOn(this, 'autofocus')) this.focus();
  }

  #looked = false;
  /** A tag that closes itself, or is not closed, swallows the rest of the page, which then is not seen. */
  #lookAtContent() {
    if (this.#looked) return;
    this.#looked = true;
    const rest = this.previousElementSibling && !this.nextElementSibling ? ', :scope > :is(h1, h2, h3, h4, h5, h6)' : '';
    const swallowed = this.querySelector(`form, nav, main, footer, script, ${this.localName}${rest}`);
    if (!swallowed) return;
    console.warn(`<proviso-explorer> holds a <${swallowed.localName}>, which is not seen while the explorer runs. Is its end tag ` +
      'missing? It takes </proviso-explorer>: “/>” closes no element in HTML.', this);
  }

  /** @param {unknown} error */
  #fail(error) {
    const problem = error instanceof ProvisoError ? error : trouble('network', messageOf(error), error);
    const usable = this.#kept && this.#explorer && !this.#explorer.core.dead;
    if (!usable) {
      if (!this.#explorer) this.#mounting = undefined; // A later try may find the network again.
      this.#become('error');
      this.#around?.complain(problem.message, problem.code === 'network' ? [['again', () => this.#again()]] : []);
      this.#ready.failed(problem);
    }
    this.#around?.say('');
    const { code, message, pointer } = problem;
    this.#tell('proviso-error', problem.issues.length > 0 ? { ...problem.issues[0] } : { code, message, pointer });
  }

  /** @param {unknown} error */
  #crash(error) {
    const now = performance.now();
    this.#crashes = [...this.#crashes.filter((time) => now - time < CRASH_WINDOW), now];
    const willRestart = this.#crashes.length === 1;
    this.#broke = true;
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
    this.restart().catch(() => {}); // It reports what went wrong itself.
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
      // Over the canvas, which may stay white for good.
      this.#around.complain(this.#around.words('contextLost'), [['drawAgain', () => this.#again()]]);
      this.#tell('proviso-context-lost', null);
    } else if (event.type === 'context-restored') {
      this.#around.hush();
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
    const tell = (/** @type {boolean} */ done) => {
      if (this.#status === 'disposed') return;
      this.#explorer?.send({ do: 'copied', text: done ? 'done' : 'failed' });
      if (!done) this.#around.offerToCopy(text);
    };
    if (!navigator.clipboard) tell(false);
    else navigator.clipboard.writeText(text).then(() => tell(true), () => tell(false));
  }

  /** Whether an address is that of what is shown here: the whole of it is this one, alone on the screen. @param {string} href */
  #isHere(href) {
    return parent === window && document.fullscreenEnabled && !document.fullscreenElement && href.replace(/#$/, '') === [location.href.replace(/#.*/, ''), this.state].filter(Boolean).join('#');
  }

  /** Opens an address of the data in a tab of its own; anything but three schemes stays text. @param {string} text */
  #open(text) {
    const href = safeAddress(text);
    if (!href || !this.#tell('proviso-before-open-link', { url: href }, true)) return;
    if (this.#isHere(href)) this.requestFullscreen().catch(() => openAddress(href));
    else openAddress(href);
  }

  /** Asks for the height in which the main list needs no scrolling. @param {any} tree */
  #measure(tree) {
    const stage = tree.panels.find((panel) => panel.id === 'stage');
    if (!stage || stage.camera || !this.clientHeight) return;
    const more = Math.ceil(this.clientHeight + (stage.height - stage.rect[3]) * (this.#explorer?.scale ?? 1));
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
  if (!globalThis.customElements) return ProvisoExplorerElement; // On a server there is nothing to define it in.
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
