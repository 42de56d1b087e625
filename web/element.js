// <proviso-explorer>: an explorer as an element of any page. Importing this file defines nothing and
// touches nothing; web/auto.js defines the element. Program, fonts and data are fetched when it
// comes near the window; when it has left the page for a whole task, nothing of it is left.

import { elementStyle } from './assets.js';
import { commandMessages, COMMANDS } from './commands.js';
import { fieldsOf, listOf, safeAddress, textOf, withFields } from './fragment.js';
import { bytesOf, ProvisoError, trouble } from './input.js';
import { until } from './module.js';

/** @typedef {import('./input.js').Issue} Issue */
/** @typedef {import('./input.js').Input} Input */
/** @typedef {'idle' | 'loading' | 'ready' | 'error' | 'crashed' | 'disposed'} ProvisoStatus */
/**
 * @typedef {object} LoadReport
 * @property {string} title of the dataset
 * @property {string} digest SHA-256 of its canonical bytes
 * @property {Record<string, number>} counts records by table
 * @property {readonly Issue[]} warnings
 * @property {number} bytes
 * @property {number} ms from the call to the first picture's being wanted
 */
/** @typedef {{ view: readonly string[], status: string, literal?: string, direction?: string }} Verdict */
/** @typedef {{ on: readonly string[], off: readonly string[] }} Supposed */
/** @typedef {{ id: string, role: string, name: string, level?: number, description?: string, value?: string, checked?: string, expanded?: string, selected?: string, children: OutlineItem[] }} OutlineItem */
/** @typedef {{ table: string, id: string, name: string }} Hit */
/**
 * @typedef {object} ProvisoEvents Bubbling and composed; cancelable where it says so.
 * @property {CustomEvent<null>} proviso-load-start
 * @property {CustomEvent<{ loaded: number, total: number }>} proviso-progress total 0: not known
 * @property {CustomEvent<LoadReport>} proviso-load
 * @property {CustomEvent<Issue>} proviso-error
 * @property {CustomEvent<{ ids: readonly string[] }>} proviso-select
 * @property {CustomEvent<{ supposed: Supposed, readonly target: string, readonly answers: readonly Verdict[] }>} proviso-scenario
 *   the verdicts are worked out when they are read
 * @property {CustomEvent<{ state: string, place: boolean }>} proviso-state place: a step that "back" should undo
 * @property {CustomEvent<{ url: string }>} proviso-before-open-link cancelable
 * @property {CustomEvent<null>} proviso-activate
 * @property {CustomEvent<null>} proviso-deactivate
 * @property {CustomEvent<null>} proviso-context-lost
 * @property {CustomEvent<null>} proviso-context-restored
 * @property {CustomEvent<{ willRestart: boolean }>} proviso-crash
 * @property {CustomEvent<{ blockSize: number }>} proviso-resize-request
 * @property {CustomEvent<{ name: string, value: string }>} proviso-setting the reader chose: theme, keys, motion or language
 */

const ATTRIBUTES = ['src', 'type', 'loading', 'view', 'state', 'scenario', 'theme', 'activation', 'shortcuts', 'lang', 'dir', 'label', 'drop'];
const NEAR = '200px';
const CRASHES_AT_MOST = 3; // In so many milliseconds:
const CRASH_WINDOW = 60_000;

const WORDS = {
  loading: 'Loading …',
  progress: 'Loading {loaded} of {total} MB',
  progressOnly: 'Loading {loaded} MB',
  again: 'Try again',
  crashed: 'The explorer stopped in the middle of its work. Nothing was changed in the data.',
  restart: 'Restart',
  download: 'Download data',
  copyFailed: 'Copying failed. Press Ctrl+C.',
  close: 'Close',
  contextLost: 'The browser took the graphics away. Everything can still be read and used by keyboard and screen reader.',
  csp: 'This page is not allowed to run WebAssembly, which the explorer needs.',
  noWasm: 'This browser has no WebAssembly, which the explorer needs.',
  webgl: 'This browser has no WebGL 2, which the explorer needs.',
};

/** @type {{ wasmUrl?: string | URL, maxContexts?: number }} */
const settings = {};

// On a server there is nothing to extend, and importing must not fail there.
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

export class ProvisoExplorerElement extends Base {
  static version = '0.1.0';
  static observedAttributes = [...ATTRIBUTES, 'disabled'];

  /** For all elements of the page. @param {{ wasmUrl?: string | URL, maxContexts?: number }} options */
  static configure(options) {
    if (Object.hasOwn(options, 'wasmUrl')) settings.wasmUrl = options.wasmUrl;
    if (Object.hasOwn(options, 'maxContexts')) settings.maxContexts = options.maxContexts;
  }

  /** @type {ProvisoStatus} */ #status = 'idle';
  /** @type {ElementInternals | undefined} */ #internals;
  /** @type {Record<string, any>} */ #parts = {};
  /** @type {import('./explorer.js').Explorer | undefined} */ #explorer;
  /** @type {Promise<void> | undefined} */ #mounting;
  #ending = new AbortController();
  /** @type {AbortController | undefined} */ #loading;
  /** @type {IntersectionObserver | undefined} */ #near;
  /** @type {any} */ #ready;
  /** @type {Input | null} */ #data = null;
  /** @type {{ bytes: Uint8Array, fragment: string } | undefined} */ #kept; // What a restart begins with.
  #fragment = '';
  /** @type {string[]} */ #ids = [];
  #supposed = '';
  /** @type {number[]} */ #crashes = [];
  #leaving = 0;
  #paused = false;
  #blockSize = 0;

  /** The page's own words in place of ours. @type {Partial<typeof WORDS>} */
  strings = {};
  /** What is accepted at most; a host can only lower it. @type {{ bytes?: number }} */
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
    if (!this.shadowRoot) this.#build();
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
    if (before === now || !this.shadowRoot) return;
    if (name === 'src') {
      if (now !== null && this.#status !== 'idle' && this.#status !== 'disposed') this.load(now).catch(() => {});
    } else if (name === 'loading') {
      if (now === 'eager' && this.#near) this.#begin();
    } else if (name === 'theme') {
      if (this.#explorer) this.#explorer.theme = now ?? 'auto';
    } else if (name === 'state' || name === 'view' || name === 'scenario') this.#apply(name, now);
    else if (name === 'activation') this.#explorer?.follow();
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
    this.#parts.stage?.replaceChildren();
    this.#become(status);
    this.#say('');
    this.#parts.trouble?.setAttribute('hidden', '');
    this.#parts.dialog?.remove();
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
    this.#become('loading');
    this.#say(this.#words('loading'));
    this.#tell('proviso-load-start', null);
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
    await this.#allowed(signal);
    let Explorer, setMost;
    try {
      [{ Explorer }, { setMost }] = await until(signal, Promise.all([import('./explorer.js'), import('./pool.js')]));
    } catch (error) {
      signal.throwIfAborted();
      throw trouble('network', `The program did not arrive: ${messageOf(error)}`, error);
    }
    if (settings.maxContexts) setMost(settings.maxContexts);
    const always = this.activation === 'always';
    let explorer;
    try {
      explorer = await Explorer.mount(this, this.#parts.stage, {
        signal,
        program: settings.wasmUrl,
        onProgress: (loaded, total) => this.#progress(loaded, total),
        onEvent: (event) => this.#hear(event),
        onTree: (tree) => this.#measure(tree),
        onCrash: (error) => this.#crash(error),
        onActive: (active) => {
          this.#state('active', active);
          this.#tell(active ? 'proviso-activate' : 'proviso-deactivate', null);
        },
        activation: () => (this.disabled ? 'none' : this.activation),
        shortcuts: () => this.shortcuts !== 'off',
        drop: this.getAttribute('drop') === 'on',
        pasteFrom: always ? document : this,
        page: location.href.replace(/#.*/, ''),
        dataset: this.src && new URL(this.src, document.baseURI).href,
      });
    } catch (error) {
      signal.throwIfAborted();
      const code = /no graphics/.test(messageOf(error)) ? 'webgl' : error instanceof WebAssembly.CompileError ? 'csp' : 'network';
      throw code === 'webgl' || code === 'csp' ? trouble(code, this.#words(code), error) :
        trouble(code, `The program did not arrive: ${messageOf(error)}`, error);
    }
    if (signal.aborted) {
      explorer.dispose();
      throw signal.reason;
    }
    this.#explorer = explorer;
    explorer.theme = this.theme;
    this.#speak();
    if (this.#paused) explorer.pause();
    const fragment = this.#kept?.fragment ?? this.#wanted();
    if (fragment) explorer.send({ do: 'link', text: fragment });
  }

  /** Some engines ask the page's policy when a module is compiled, WebKit when one is started. @param {AbortSignal} signal */
  async #allowed(signal) {
    if (typeof WebAssembly !== 'object') throw trouble('csp', this.#words('noWasm'));
    try {
      await WebAssembly.instantiate(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
    } catch (error) {
      throw trouble('csp', this.#words('csp'), error);
    }
    signal.throwIfAborted();
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
    if (!this.shadowRoot) this.#build();
    this.#near?.disconnect();
    this.#near = undefined;
    if (this.#status === 'idle' || this.#status === 'error') {
      if (this.#status === 'error') this.#promise();
      this.#become('loading');
      this.#say(this.#words('loading'));
      this.#parts.trouble.hidden = true;
      this.#tell('proviso-load-start', null);
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
      const answer = explorer.open(bytes);
      if (explorer.core.dead) throw trouble('crash', this.#words('crashed'));
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
    if (value !== null && this.shadowRoot && this.#status !== 'idle' && this.#status !== 'disposed')
      this.load(value).catch(() => {});
  }

  /**
   * What is open as a file.
   * @param {{ format: 'json' | 'svg' | 'png' | 'html' }} options html: what it holds, to be read without a script
   * @returns {Promise<Blob>}
   */
  async save({ format }) {
    const explorer = this.#use();
    if (format === 'png') return explorer.png();
    if (format === 'json') return new Blob([explorer.core.canonical()], { type: 'application/json' });
    if (format === 'svg') return new Blob([explorer.core.picture()], { type: 'image/svg+xml' });
    if (format === 'html') {
      const { loadCore } = await import('./core.js');
      const data = (await loadCore()).open(explorer.core.canonical());
      const { title } = explorer.core.overview();
      const page = inertPage(title, data.skeleton({ text: '' }));
      data.free();
      return new Blob([page], { type: 'text/html' });
    }
    throw trouble('call', `There is no format ${String(format)} here.`);
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
    return this.#use().tree.panels.map((panel) => {
      /** @type {OutlineItem[]} */
      const made = [];
      /** @type {OutlineItem} */
      const root = { id: panel.id, role: panel.landmark, name: panel.name, children: [] };
      for (const { id, role, name, level, description, value, checked, expanded, selected, parent } of panel.items) {
        const item = { id, role, name, level, description, value, checked, expanded, selected, children: [] };
        made.push(item);
        (parent === undefined ? root : made[parent]).children.push(item);
      }
      return root;
    });
  }

  /** An address that leads to what is shown. @param {{ base?: string | URL }} [options] */
  shareURL({ base = document.baseURI } = {}) {
    const url = new URL(base, document.baseURI);
    url.hash = this.state;
    return url.href;
  }

  /** @param {FocusOptions} [options] */
  focus(options) {
    const { stage } = this.#parts;
    const target = stage?.querySelector('.mirror [tabindex="0"]') ?? stage?.querySelector('.mirror');
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

  // ---- Attributes as properties

  get src() { return this.getAttribute('src') ?? ''; }
  set src(value) { this.#reflect('src', value); }
  get type() { return this.getAttribute('type') ?? 'application/json'; }
  set type(value) { this.#reflect('type', value); }
  /** @returns {'lazy' | 'eager'} */
  get loading() { return this.getAttribute('loading') === 'eager' ? 'eager' : 'lazy'; }
  set loading(value) { this.#reflect('loading', value); }
  get view() { return textOf(fieldsOf(this.state).get('v')) || 'what-if'; }
  set view(value) { this.#goTo('view', value); }
  /** Literals that are supposed: `id`, or `!id` for what does not hold. */
  get scenario() {
    const fields = fieldsOf(this.state);
    return [...listOf(fields.get('on')), ...listOf(fields.get('off')).map((id) => `!${id}`)].join(' ');
  }
  set scenario(value) { this.#goTo('scenario', value); }
  /** auto, light, dark or contrast */
  get theme() { return this.getAttribute('theme') ?? 'auto'; }
  set theme(value) { this.#reflect('theme', value === 'auto' ? null : value); }
  /** Whose keys, wheel and touch are: with `focus` the page's until the reader comes in. @returns {'focus' | 'always' | 'none'} */
  get activation() {
    const value = this.getAttribute('activation');
    return value === 'always' || value === 'none' ? value : 'focus';
  }
  set activation(value) { this.#reflect('activation', value); }
  /** Single keys, while it is active. @returns {'on' | 'off'} */
  get shortcuts() { return this.getAttribute('shortcuts') === 'off' ? 'off' : 'on'; }
  set shortcuts(value) { this.#reflect('shortcuts', value); }
  get label() { return this.getAttribute('label') ?? ''; }
  set label(value) { this.#reflect('label', value); }
  /** Whether files may be dropped on it. @returns {'on' | 'off'} */
  get drop() { return this.getAttribute('drop') === 'on' ? 'on' : 'off'; }
  set drop(value) { this.#reflect('drop', value); }
  get disabled() { return this.hasAttribute('disabled'); }
  set disabled(value) { this.toggleAttribute('disabled', Boolean(value)); }

  // ---- Inside

  #build() {
    const root = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(elementStyle);
    root.adoptedStyleSheets = [sheet];
    const box = make('div', { class: 'box' });
    const bar = make('div', { class: 'bar', part: 'toolbar' });
    bar.append(make('slot', { name: 'toolbar-start' }), make('slot', { name: 'toolbar-end' }));
    const middle = make('div', { class: 'middle' });
    const fallback = make('div', { class: 'fallback' });
    fallback.append(make('slot', {}));
    const stage = make('div', { class: 'stage' });
    const said = make('p', { class: 'said', part: 'status', role: 'status' });
    const loading = make('slot', { name: 'loading' });
    loading.append(said);
    const problem = make('div', { class: 'trouble', part: 'error', role: 'alert', hidden: '' });
    middle.append(fallback, loading, stage, problem);
    box.append(bar, middle);
    root.append(box);
    this.#parts = { box, fallback, stage, said, trouble: problem, middle };
    if (!this.#kept) fallback.classList.toggle('given', this.childNodes.length > 0);
  }

  /** Brings label, language and being of no use in step with the attributes. */
  #describe() {
    const { stage } = this.#parts;
    if (!stage) return;
    if (this.label) this.#name(this.label);
    stage.inert = this.disabled;
    this.#explorer?.follow();
  }

  /** @param {string} label */
  #name(label) {
    if (!this.#internals) return;
    this.#internals.role = 'region';
    this.#internals.ariaLabel = label;
  }

  #begun() {
    if (this.#status === 'disposed') return;
    this.#become('ready');
    this.#say('');
    this.#parts.trouble.hidden = true;
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
      const again = problem.code === 'network' ? [[this.#words('again'), () => this.restart().catch(() => {})]] : [];
      this.#complain(problem.message, again);
      this.#ready.failed(problem);
    }
    this.#say('');
    const { code, message, pointer } = problem;
    this.#tell('proviso-error', problem.issues.length > 0 ? { ...problem.issues[0] } : { code, message, pointer });
  }

  /** @param {unknown} error */
  #crash(error) {
    const now = performance.now();
    this.#crashes = [...this.#crashes.filter((time) => now - time < CRASH_WINDOW), now];
    const willRestart = this.#crashes.length === 1;
    const { bytes } = this.#kept ?? {};
    if (this.#kept) this.#kept.fragment = this.#fragment;
    // What the trap interrupted is still on the stack.
    queueMicrotask(() => {
      if (this.#status === 'disposed') return;
      this.#stop('crashed');
      this.#tell('proviso-crash', { willRestart });
      this.#tell('proviso-error', { code: 'crash', message: this.#words('crashed') });
      if (this.#status !== 'crashed') return; // A listener did something about it.
      if (willRestart) {
        this.restart().catch(() => {});
        return;
      }
      this.#ready.failed(trouble('crash', this.#words('crashed'), error));
      /** @type {[string, () => void][]} */
      const ways = [];
      if (this.#crashes.length < CRASHES_AT_MOST) ways.push([this.#words('restart'), () => this.restart().catch(() => {})]);
      if (bytes) ways.push([this.#words('download'), () => download(new Blob([/** @type {any} */ (bytes)], { type: 'application/json' }), 'data.json')]);
      this.#complain(this.#words('crashed'), ways);
    });
  }

  /** @param {string} text @param {[string, () => void][] | any[]} ways */
  #complain(text, ways) {
    const { trouble: box } = this.#parts;
    const slot = make('slot', { name: 'error' });
    const line = make('p', {});
    line.textContent = text;
    slot.append(line);
    box.replaceChildren(slot, ...ways.map(([words, act]) => button(words, act)));
    box.hidden = false;
  }

  /** @param {any} event */
  #hear(event) {
    if (event.type === 'link') this.#follow(event.text, event.place === true);
    else if (event.type === 'copy') this.#copy(event.text);
    else if (event.type === 'open') this.#open(event.text);
    else if (['theme', 'keys', 'motion', 'language'].includes(event.type)) {
      if (event.type === 'theme') {
        this.theme = event.text;
        this.#tell('proviso-theme', { theme: event.text });
      }
      this.#tell('proviso-setting', { name: event.type, value: event.text });
    } else if (event.type === 'context-lost') {
      this.#say(this.#words('contextLost'));
      this.#tell('proviso-context-lost', null);
    } else if (event.type === 'context-restored') {
      this.#say('');
      this.#tell('proviso-context-restored', null);
    }
  }

  /** @param {string} fragment @param {boolean} place */
  #follow(fragment, place) {
    this.#fragment = fragment;
    if (this.#kept) this.#kept.fragment = fragment;
    this.#tell('proviso-state', { state: fragment, place });
    const ids = idsOf(fragment);
    if (ids.join() !== this.#ids.join()) {
      this.#ids = ids;
      this.#tell('proviso-select', { ids });
    }
    const fields = fieldsOf(fragment);
    const supposed = ['on', 'off', 'strict', 't'].map((key) => fields.get(key) ?? '').join('&');
    if (supposed === this.#supposed) return;
    this.#supposed = supposed;
    const element = this;
    /** @type {any} */
    let verdicts;
    const ask = () => (verdicts ??= element.#explorer?.core.verdicts() ?? { target: '', answers: [] });
    this.#tell('proviso-scenario', {
      supposed: { on: listOf(fields.get('on')), off: listOf(fields.get('off')) },
      get target() { return ask().target; },
      get answers() { return ask().answers; },
    });
  }

  /** @param {string} text */
  #copy(text) {
    const failed = () => {
      if (this.#status === 'disposed') return;
      const dialog = make('div', { class: 'dialog', part: 'dialog', role: 'dialog', 'aria-label': this.#words('copyFailed') });
      const field = make('textarea', { readonly: '', rows: '3', part: 'field' });
      field.value = text;
      const line = make('p', {});
      line.textContent = this.#words('copyFailed');
      dialog.append(line, field, button(this.#words('close'), () => dialog.remove()));
      this.#parts.dialog?.remove();
      this.#parts.dialog = dialog;
      this.#parts.middle.append(dialog);
      field.focus({ preventScroll: true });
      field.select();
    };
    if (!navigator.clipboard) failed();
    else navigator.clipboard.writeText(text).catch(failed);
  }

  /** Opens an address of the data in a tab of its own; anything but three schemes stays text. @param {string} text */
  #open(text) {
    const href = safeAddress(text);
    if (!href || !this.#tell('proviso-before-open-link', { url: href }, true)) return;
    const link = document.createElement('a');
    link.href = href;
    link.target = '_blank';
    link.rel = 'noopener noreferrer nofollow ugc';
    link.click();
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
    const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
    this.#say(this.#words(total ? 'progress' : 'progressOnly')
      .replace('{loaded}', megabytes(loaded)).replace('{total}', megabytes(total)));
    this.#tell('proviso-progress', { loaded, total });
  }

  /** Sets the attribute, and goes there even if it says so already. @param {string} name @param {string | null} value */
  #goTo(name, value) {
    const same = this.getAttribute(name) === value;
    this.#reflect(name, value);
    if (same) this.#apply(name, value);
  }

  /** @param {string} name @param {string | null} value */
  #apply(name, value) {
    if (!this.#explorer) return;
    const text = this.#status !== 'ready' || name === 'state' ? this.#wanted() :
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
    this.#parts.box?.classList.toggle('running', status === 'ready');
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

  /** @param {string} text */
  #say(text) {
    if (this.#parts.said) this.#parts.said.textContent = text;
  }

  /** @param {keyof typeof WORDS} key */
  #words(key) {
    return this.strings?.[key] ?? WORDS[key];
  }

  /** @param {string} type @param {any} detail @param {boolean} [cancelable] */
  #tell(type, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(type, { detail, cancelable, bubbles: true, composed: true }));
  }

  /** @param {string} name @param {unknown} value */
  #reflect(name, value) {
    if (value === null || value === undefined) this.removeAttribute(name);
    else this.setAttribute(name, String(value));
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

/** @param {string} fragment */
function idsOf(fragment) {
  const selection = textOf(fieldsOf(fragment).get('sel'));
  return selection ? selection.split('~') : [];
}

/** @param {string} literals */
function suppositionOf(literals) {
  const words = literals.split(/[\s,]+/).filter(Boolean);
  return {
    on: words.filter((word) => !word.startsWith('!')),
    off: words.filter((word) => word.startsWith('!')).map((word) => word.slice(1)),
  };
}

/** @param {any} problem @returns {Issue} */
function issueOf({ code, rule, pointer, line, remedy }) {
  return { code, message: rule, pointer, line, remedy };
}

/** @param {unknown} error */
const messageOf = (error) => (error instanceof Error ? error.message : String(error));

/** @param {string} name @param {Record<string, string>} attributes @returns {any} */
function make(name, attributes) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** @param {string} words @param {() => void} act */
function button(words, act) {
  const made = make('button', { type: 'button', part: 'button' });
  made.textContent = words;
  made.addEventListener('click', act);
  return made;
}

/** @param {Blob} blob @param {string} name */
function download(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** @param {string} title @param {string} body from the core, which encodes what comes from data */
function inertPage(title, body) {
  const text = title.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n` +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${text}</title>\n</head>\n<body>\n<main>\n${body}\n</main>\n</body>\n</html>\n`;
}
