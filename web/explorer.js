// One explorer in one element: canvas, semantic DOM, input, frames. It touches nothing outside that
// element; what the page should know comes as callbacks.

import { languages, parts, style } from './assets.js';
import { keepKeys } from './boundary.js';
import { bring } from './bring.js';
import { CoreLink, FLAG } from './core_link.js';
import { listenToFiles } from './files.js';
import { lendFace, loadFaces, MoreScripts } from './fonts.js';
import { listenToKeys } from './keyboard.js';
import { Loop } from './loop.js';
import { Mirror } from './mirror.js';
import { compile, compilePart, instantiate } from './module.js';
import { keepNotes } from './notes.js';
import { partsOf } from './parts.js';
import { listenToPointer } from './pointer.js';
import { leave, take } from './pool.js';
import create from './proviso.js';
import { contentOf, save, savePng } from './save.js';
import { Theme } from './theme.js';

const LARGE = 1 << 20; // Bytes: what takes longer to be read than a frame may.
const MOST_PIXELS = 8e6; // Of the backing store; a larger one is slow and may be refused.
const MOST_SIDE = 4096;
const USUAL_FONT = 16; // Points of a page's text at which a point here is one of the page's.
const MOST_SCALE = 3;
/** What the core tells of what is edited. */
const KEPT = new Set(['recall-work', 'open-work', 'work', 'own', 'typing', 'take-over']);
const hasKept = () => {
  try {
    return localStorage.getItem('proviso-work') !== null;
  } catch {
    return false;
  }
};
const BARS = { auto: FLAG.embedded, minimal: FLAG.fewBars, none: FLAG.noBars };

export class Explorer {
  #host;
  #stage;
  #options;
  #ending = new AbortController();
  #canvas;
  #link;
  #loop;
  #mirror;
  #scripts;
  #files;
  #notes;
  #today = '';
  #tree = { panels: [] };

  /**
   * Mounts into `stage`, an element in the shadow root of `host`. Options: program (URL, in place of
   * the one beside this file), fields (of the link that it will begin with, as far as that is known), signal (ends
   * the loading), onProgress, onEvent, onTree, onFrame, onCrash, onActive; activation(): 'focus',
   * 'always' or 'none'; shortcuts(): false keeps single keys the page's; controls(): 'auto', 'full', 'minimal' or
   * 'none' of what stands around the view; drop:
   * files may be dropped on it; onDrag(over): some are held over it; pasteFrom: where it listens
   * for pasted texts, else the host; core: as `configure` has it; onSave(file): false if the page keeps it; page and dataset:
   * addresses for links and embeds.
   */
  static async mount(host, stage, options) {
    const explorer = new Explorer();
    try {
      await explorer.#start(host, stage, options);
      options.signal?.throwIfAborted?.();
    } catch (error) {
      explorer.dispose();
      throw error;
    }
    return explorer;
  }

  async #start(host, stage, options) {
    this.#host = host;
    this.#stage = stage;
    this.#options = options;
    for (const part of parts.filter((one) => partsOf(options.fields).includes(one)))
      compilePart(part, options).catch(() => {}); // It tells why when it is needed.
    const compiled = this.#program = await compile('proviso.wasm', options);
    addStyle(stage.getRootNode());
    const surface = this.#surface = element('div', 'surface');
    surface.tabIndex = -1; // A press on the picture takes the keyboard here, and on to what was pressed.
    this.#canvas = element('canvas');
    this.#canvas.setAttribute('aria-hidden', 'true');
    this.#canvas.setAttribute('part', 'canvas');
    this.#canvas.style.position = 'absolute'; // Or, where no sheet says so, its own size would make its place grow.
    const mirror = element('div', 'mirror');
    mirror.setAttribute('part', 'outline');
    surface.append(this.#canvas);
    stage.replaceChildren(surface, mirror);

    const module = await instantiate(create, compiled, this.#canvas);
    options.signal?.throwIfAborted?.();
    take(this); // Somebody else may have to give a context up first.
    this.#link = new CoreLink(module, (error) => this.#crash(error));
    this.#addPart = module.addPart;
    for (const name of parts) this.#link.send({ do: 'part', item: name, text: 'later' });
    this.#loss = this.#canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
    const fonts = await loadFaces(this.#link, options.signal);
    options.signal?.throwIfAborted?.();
    const { signal } = this.#ending;
    this.#scripts = new MoreScripts(this.#link, signal);
    lendFace(stage, fonts[0], signal);
    this.#mirror = new Mirror(mirror, (message) => this.send(message));
    this.#loop = new Loop((now) => this.#draw(now));
    const wake = (frames) => this.#loop.wake(frames);
    const active = () => this.active;
    listenToPointer(surface, {
      link: this.#link, wake, signal, active, scale: () => this.#scale, scrolls: (x, y, deltaY) => this.#scrolls(x, y, deltaY),
      draws: (x, y) => Boolean(this.#panelAt(x, y)?.camera),
    });
    surface.addEventListener('pointerdown', () => { this.#mirror.wantsFocus = true; }, { capture: true, signal });
    listenToKeys(stage, {
      link: this.#link, wake, signal, take: keepKeys(stage, signal), shortcuts: () => options.shortcuts?.() ?? true,
      active: () => {
        this.#enter(true); // A key comes here only where the focus is.
        return this.active;
      },
      entered: active,
      leave: () => this.#leave(),
    });
    this.#files = listenToFiles(host, {
      root: stage, link: this.#link, wake, hear: () => this.#listen(), signal, drop: options.drop, onDrag: options.onDrag, pasteFrom: options.pasteFrom ?? host, core: options.core, ahead: (bytes, stopped) => this.#ahead(bytes, stopped),
    });
    this.#notes = keepNotes({ link: this.#link, wake, signal });
    this.#listenToPrint = () => {
      this.#listenToPrint = () => {};
      import('./print.js').then(({ listenToPrint }) => signal.aborted ||
        listenToPrint({ root: stage.getRootNode(), read: () => this.#link.sheet(), fonts, signal, paper: () => this.#paper() })).catch(() => {});
    };
    this.#watchFocus();
    this.#watchSize(surface);
    this.#theme = new Theme(stage, {
      signal, tell: (palette, colours) => this.send({ do: 'palette', text: palette, item: colours }),
    });
    this.#watchContext();
    // A hidden page gives no frames, so that nobody need listen to the document for it.
    const seen = new IntersectionObserver(([entry]) => {
      this.visible = entry.isIntersecting;
      this.#loop.show(this.visible && !this.#paused);
    });
    seen.observe(host);
    signal.addEventListener('abort', () => seen.disconnect());
  }

  /**
   * Opens a dataset within limits; { ok, errors, warnings, bytes }. What was open stays if it is not ok.
   * `ours`: nobody else has the bytes, so a worker may have them meanwhile.
   */
  async open(given, { limits, signal, ours }) {
    this.#limits = Object.entries(limits ?? {}).map(([name, most]) => `${name} ${Math.floor(Number(most))}`).join(' ');
    this.#link.send({ do: 'limits', text: this.#limits });
    const [bytes, taken] = await this.#ahead(given, signal, ours);
    const report = this.#link.open(taken ? [] : bytes);
    this.#wake();
    return { ...report, bytes };
  }
  #limits = '';
  #program;

  /** Has a large dataset read beside the page; the bytes, and whether that was done. Fails only if it is stopped. */
  async #ahead(bytes, signal, ours = true) {
    const made = bytes?.length >= LARGE && await import('./ahead.js').catch(() => {});
    return made ? made.ahead(this.#link, this.#program, bytes, { limits: this.#limits, signal, ours }) : [bytes];
  }

  /** Sends a message to the core; true if it did anything. */
  send(message) {
    const done = this.#link.send(message);
    this.#wake();
    return done;
  }

  /** The core itself, for questions that change nothing. */
  get core() {
    return this.#link;
  }

  get link() {
    return this.#link.link();
  }

  /** Reads the window's size again, and which bars to show. */
  measure() {
    this.#fit();
  }

  /** The semantic tree as it was last told. */
  get tree() {
    return this.#tree;
  }

  /** Whether somebody could see it, were the page shown. */
  visible = false;

  /** Draws nothing until `resume`; commands still work. */
  pause(paused = true) {
    this.#paused = paused;
    this.#loop.show(this.visible && !paused);
  }
  #paused = false;

  /** The picture as it is now, as a PNG. */
  async png() {
    if (this.#graphics !== 'live') {
      take(this);
      await this.#thaw();
    }
    this.#draw(performance.now()); // In the same task: a later one finds the canvas empty.
    return new Promise((done, failed) => {
      this.#canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('The picture could not be made.'))), 'image/png');
    });
  }

  dispose() {
    if (this.#ending.signal.aborted) return;
    this.#loop?.stop();
    this.#mirror?.dispose();
    this.#ending.abort();
    this.#link?.destroy();
    leave(this);
    const context = this.#canvas?.getContext('webgl2');
    if (context && !context.isContextLost()) (this.#loss ?? context.getExtension('WEBGL_lose_context'))?.loseContext();
    this.#stage?.replaceChildren();
    this.#loop = this.#mirror = this.#link = this.#canvas = this.#loss = this.#theme = this.#scripts = this.#files = undefined;
    this.#host = this.#stage = this.#options = this.#notes = undefined;
    this.#fit = this.#listenToPrint = () => {};
  }

  #wake() {
    if (this.#ending.signal.aborted) return;
    if (this.#loop.visible) this.#loop.wake();
    else this.#tell(); // Nobody sees it, but the page listens.
  }

  /** The core has no clock: this tells it the day, and again when the day changes. */
  #tellHost() {
    const now = new Date();
    const two = (number) => String(number).padStart(2, '0');
    const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    if (today === this.#today) return;
    this.#today = today;
    const { page = '', dataset = '', teach = '' } = this.#options;
    this.#link.send({ do: 'host', item: today, text: page, address: dataset, base: teach });
  }

  #draw(now) {
    this.#tellHost();
    if (this.#graphics === 'frozen' && this.visible) {
      take(this);
      this.#thaw();
    }
    const next = this.#graphics === 'live' ? this.#link.frame(now) : -1;
    if (this.#still && this.#graphics === 'live') {
      this.#still.remove();
      this.#still = undefined;
    }
    this.#tell();
    this.#options?.onFrame?.();
    return next;
  }

  #listen() {
    for (const event of this.#link.events()) this.#hear(event);
  }

  #tell() {
    this.#listen();
    const tree = this.#link?.semantics();
    if (!tree) return;
    this.#tree = tree;
    // Two fingers make a drawing larger; elsewhere they are the browser's, which enlarges the page.
    this.#canvas.parentElement.classList.toggle('drawing', tree.panels.some(({ camera }) => camera));
    this.#follows = true;
    try {
      this.#mirror.update(tree);
    } finally {
      this.#follows = false;
    }
    this.#options.onTree?.(tree);
  }

  #hear(event) {
    if (this.#ending.signal.aborted) return; // A listener of the page's disposed of this explorer.
    if (event.type === 'cursor') this.#canvas.style.cursor = event.text;
    else if (event.type === 'ring') this.#stage.style.setProperty('--focus', event.text);
    else if (event.type === 'glyphs') {
      this.#scripts.add(event.codes).then((added) => added && this.#wake()).catch(() => {});
    } else if (event.type === 'opened') {
      this.#options.onOpened?.(event.text === 'first' ? null : event.text === 'given' ? this.#link.given : this.#link.canonical());
    } else if (event.type === 'copy-held') this.#options.onCopy?.(event, event.text && this.#link.copyOf(event.media));
    else if (event.type === 'part') this.bring(event.text);
    else if (event.type === 'pick') this.#files.pick(event.text);
    else if (event.type === 'again') this.#files.again(event.text);
    else if (event.type === 'save') save(event.name, ...contentOf(event));
    else if (event.type === 'png') this.#savePng(event.text);
    else if (event.type === 'page') this.#savePage(event);
    else if (event.type === 'save-dataset') this.#saveDataset(event);
    else if (event.type === 'formats' || event.type === 'export') this.#forOthers(event).catch(() => {});
    else if (event.type === 'print') this.#paper().then(() => print());
    else if (event.type === 'recall') this.#notes.recall(event.text);
    else if (event.type === 'notes') this.#notes.store(event.name, event.text);
    else if (KEPT.has(event.type)) this.#keep(event);
    else {
      if (event.type === 'language') this.#bringWords(event.text);
      this.#options.onEvent?.(event);
    }
  }

  /**
   * What is edited is kept by a module that comes once something is edited, or if something was kept
   * on an earlier visit.
   */
  #keep(event) {
    if (!this.#work && event.type === 'recall-work' && !event.name && !hasKept()) return;
    const { signal } = this.#ending;
    this.#work ??= import('./keep.js').then(({ keepWork }) => keepWork({ send: (message) => this.send(message), signal }));
    this.#work.then((work) => signal.aborted || work.hear(event), () => {
      this.#work = undefined; // A later try may find the network again.
      if (event.type === 'work') this.send({ do: 'work', item: event.name, text: '', base: 'unkept' });
    }).catch(() => {});
  }
  /** @type {Promise<any> | undefined} */ #work;

  /** English is in the program; the words of another language are fetched once it is chosen. */
  async #bringWords(code) {
    if (!languages.includes(code)) return;
    const { signal } = this.#ending;
    const text = await bring(`words/${code}.json`, { what: 'The words', signal })
      .then((bytes) => new TextDecoder().decode(bytes), () => '');
    if (!signal.aborted) this.send({ do: 'words', text }); // Without any: it says so.
  }

  async #savePage({ name, text }) {
    const { signal } = this.#ending;
    const page = await import('./formats.js').then(({ pageOf }) => pageOf(this, text)).catch(() => undefined);
    if (signal.aborted) return;
    if (page) save(name, page.type, page);
    this.send({ do: 'saved', item: name, text: page ? 'done' : 'page' });
  }

  /** What other tools open: the list of it, and a file of it. */
  async #forOthers(event) {
    const { forOthers } = await import('./texts.js');
    const [what, name, bytes] = await forOthers(event, this.#options?.core);
    if (this.#ending.signal.aborted) return;
    if (what) this.#link.offer(what, name, bytes);
    else this.send({ do: 'saved', item: name, text: 'done' });
    this.#wake();
  }

  /** The host may keep it itself; else it is a file like any other. */
  #saveDataset({ name, media, text }) {
    const type = 'application/json';
    const ours = this.#options.onSave?.({ name, type, digest: media, text }) ?? true;
    if (ours) save(name, type, text);
    this.send({ do: 'saved', item: name, text: ours ? 'done' : 'kept' });
  }

  // Parts of the program that come when something first needs them: the core says which.

  /** Fetches what draws a sheet. */
  #paper = () => Promise.all(this.#link.parts('paper').map((part) => this.bring(part)));

  #addPart;
  /** @type {Map<string, Promise<void>>} */ #coming = new Map();

  /** Fetches a part, if it is not here; the core hears what came of it. @param {string} part */
  bring(part) {
    if (!this.#coming.has(part)) this.#coming.set(part, this.#fetch(part));
    return this.#coming.get(part);
  }

  async #fetch(part) {
    const { signal } = this.#ending;
    const here = await compilePart(part, { ...this.#options, signal }).then(this.#addPart).then(() => true, () => false);
    if (signal.aborted) return;
    if (!here) this.#coming.delete(part); // Another try may find the network again.
    this.send({ do: 'part', item: part, text: here ? 'here' : 'failed' });
  }

  /** Resolves when what is to be shown now is here, or cannot be had. */
  async whole() {
    await Promise.all(this.#link.parts().map((part) => this.bring(part)));
  }

  #crash(error) {
    this.#loop?.stop();
    this.#options?.onCrash?.(error);
  }

  // Keys, wheel and touch are the page's until the reader comes in, and again when he leaves.

  #entered = false;

  get active() {
    const policy = this.#options.activation?.() ?? 'focus';
    return policy === 'always' || (policy === 'focus' && this.#entered);
  }

  #watchFocus() {
    const { signal } = this.#ending;
    this.follow();
    this.#stage.addEventListener('focusin', () => this.#enter(true), { signal });
    this.#stage.addEventListener('focusout', (event) => {
      // From item to item nobody leaves: to let go then would lose the click that moved the focus. Nor
      // does anybody whose item goes, or moves, as the semantic DOM follows the core.
      if (this.#follows || this.#stage.contains(event.relatedTarget)) return;
      this.#link.send({ do: 'release' });
      this.#enter(false);
    }, { signal });
    // A window that is not the active one moves the focus without telling, and whoever left with
    // Escape comes back with a click where the focus already is.
    this.#stage.addEventListener('click', () => this.#enter(true), { signal });
  }

  #follows = false; // The semantic DOM is brought in step with the core just now.

  #enter(entered) {
    if (entered === this.#entered) return;
    this.#entered = entered;
    this.follow();
  }

  /** Shows whether it is active, as `activation()` says. */
  follow() {
    const { active } = this;
    if (this.#stage.classList.toggle('active', active) !== this.#told) this.#options.onActive?.(active);
    this.#told = active;
    if (!active) return;
    this.#listenToPrint();
    this.#notes?.watch();
  }
  #told = false;
  #listenToPrint = () => {}; // From when it is first used: until then the page's window is left alone.

  #leave() {
    if ((this.#options.activation?.() ?? 'focus') !== 'focus' || !this.#entered) return false;
    this.#enter(false);
    this.#stage.getRootNode().activeElement?.blur(); // Tab goes on from here.
    return true;
  }

  /** Whether the wheel would move anything there: at the end of a list it is the page's again. */
  #scrolls(x, y, deltaY) {
    if (this.#options.activation?.() === 'always') return true;
    const panel = this.#panelAt(x, y);
    if (!panel) return false;
    const { rect: [, , , height], scroll, height: whole, camera } = panel;
    return camera || (deltaY < 0 ? scroll > 0.5 : scroll + height < whole - 0.5);
  }

  /** The panel under a point; none over a dialog's surroundings. */
  #panelAt(x, y) {
    for (const panel of [...this.#tree.panels].reverse()) {
      const [left, top, width, height] = panel.rect;
      if (panel.landmark === 'tooltip') continue; // The pointer goes through a card.
      if (x >= left && y >= top && x < left + width && y < top + height) return panel;
      if (panel.modal) return undefined;
    }
    return undefined;
  }

  #savePng(name) {
    const tell = (done) => this.send({ do: 'saved', item: name, text: done ? 'done' : 'failed' });
    if (this.#graphics !== 'live') {
      tell(false);
      return;
    }
    savePng(name, this.#canvas, (times) => {
      this.#fit(times);
      this.#link.frame(performance.now());
    }, tell);
    this.#loop.wake();
  }

  #scale = 1;
  /** How many of the page's points one of ours is: as its text around us is large. */
  get scale() {
    return this.#scale;
  }

  /** Reads the size of the page's text again, and has the semantic DOM follow it. */
  #follow() {
    const around = this.#host.parentElement ?? this.#host.ownerDocument.documentElement;
    const size = parseFloat(getComputedStyle(around).fontSize) || USUAL_FONT;
    this.#scale = Math.min(MOST_SCALE, Math.max(1, size / USUAL_FONT));
    const { style } = this.#surface.nextElementSibling;
    const percent = `${100 / this.#scale}%`;
    Object.assign(style, this.#scale === 1 ? { transform: '', transformOrigin: '', inlineSize: '', blockSize: '' } :
      { transform: `scale(${this.#scale})`, transformOrigin: '0 0', inlineSize: percent, blockSize: percent });
    return this.#scale;
  }
  #surface;

  /** @type {(times?: number) => void} */ #fit = () => {};
  #watchSize(surface) {
    const flags = () => (matchMedia('(pointer: coarse)').matches ? FLAG.coarsePointer : 0) |
      (matchMedia('(prefers-reduced-motion: reduce)').matches ? FLAG.reducedMotion : 0) | (BARS[this.#options.controls?.()] ?? 0);
    /** @type {ResizeObserverSize | undefined} */ let device;
    const fit = (times = 1) => {
      const width = surface.clientWidth;
      const height = surface.clientHeight;
      if (!width || !height) return;
      const most = Math.min(MOST_SIDE / Math.max(width, height), Math.sqrt(MOST_PIXELS / (width * height)));
      const density = Math.min((devicePixelRatio || 1) * times, most);
      // The browser knows on how many device pixels the box comes to lie; points times ratio may be one off.
      const pixels = (points, side) => (device && Math.abs(device[side] - points * density) < 1 ?
        device[side] : Math.round(points * density));
      this.#canvas.width = pixels(width, 'inlineSize');
      this.#canvas.height = pixels(height, 'blockSize');
      const scale = this.#follow();
      this.#link.resize(width / scale, height / scale, density * scale, flags());
      this.#loop.wake();
    };
    this.#fit = fit;
    const observer = new ResizeObserver(([entry]) => {
      device = entry.devicePixelContentBoxSize?.[0];
      fit();
    });
    try {
      observer.observe(surface, { box: 'device-pixel-content-box' });
    } catch {
      observer.observe(surface); // WebKit does not tell.
    }
    const { signal } = this.#ending;
    signal.addEventListener('abort', () => observer.disconnect());
    const followDensity = () => {
      fit();
      matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', followDensity, { once: true, signal });
    };
    followDensity();
  }

  /** @type {Theme | undefined} */ #theme;
  get theme() {
    return this.#theme?.wanted ?? 'auto';
  }
  set theme(value) {
    if (this.#theme) this.#theme.wanted = value;
  }

  // The graphics are live, frozen (given up for others, with a still picture in their place), or
  // lost (the browser took them). Only live ones are drawn with.

  #graphics = 'live';
  #loss; // WEBGL_lose_context: a lost context gives no extensions.
  #lossSeen = false;
  #still;
  #thawing;

  #watchContext() {
    const { signal } = this.#ending;
    this.#canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault(); // Else the browser never gives it back.
      this.#lossSeen = true;
      if (this.#graphics === 'live') {
        this.#graphics = 'lost';
        leave(this);
        this.#options.onEvent?.({ type: 'context-lost', text: '' });
      } else if (this.#thawing) this.#restoreSoon();
    }, { signal });
    this.#canvas.addEventListener('webglcontextrestored', () => {
      const lost = this.#graphics === 'lost';
      this.#graphics = 'live';
      this.#lossSeen = false;
      take(this);
      this.#link.send({ do: 'restore' });
      this.#loop.wake();
      this.#thawing?.done();
      this.#thawing = undefined;
      if (lost) this.#options.onEvent?.({ type: 'context-restored', text: '' });
    }, { signal });
  }

  /** Gives the context up for another explorer; a still picture stays. */
  freeze() {
    if (this.#graphics !== 'live' || !this.#loop) return;
    if (this.#canvas.width && this.#canvas.height) {
      this.#still = element('canvas', 'still');
      this.#still.setAttribute('aria-hidden', 'true');
      this.#still.width = this.#canvas.width;
      this.#still.height = this.#canvas.height;
      this.#link.frame(performance.now()); // In the same task: a later one finds the canvas empty.
      this.#still.getContext('2d').drawImage(this.#canvas, 0, 0);
      this.#canvas.after(this.#still);
    }
    this.#graphics = 'frozen';
    this.#loss.loseContext();
  }

  /** Wants the context back; resolves once it is there. */
  #thaw() {
    if (this.#graphics === 'live') return Promise.resolve();
    if (!this.#thawing) {
      let done;
      const promise = new Promise((resolve) => { done = resolve; });
      this.#thawing = { promise, done };
      if (this.#lossSeen) this.#restoreSoon();
    }
    return this.#thawing.promise;
  }

  #restoreSoon() {
    // Not from within the event that tells of the loss: only behind it may a context come back.
    setTimeout(() => this.#graphics === 'frozen' && this.#loss?.restoreContext());
  }
}

const sheets = new WeakMap(); // document → sheet

function addStyle(root) {
  const { ownerDocument } = root.host;
  let sheet = sheets.get(ownerDocument);
  if (!sheet) {
    sheet = new (ownerDocument.defaultView ?? globalThis).CSSStyleSheet(); // Another document's is refused.
    sheet.replaceSync(style);
    sheets.set(ownerDocument, sheet);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

function element(name, className) {
  const made = document.createElement(name);
  if (className) made.className = className;
  return made;
}
