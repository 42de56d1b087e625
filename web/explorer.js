// One explorer in one element: canvas, semantic DOM, input, frames. It touches nothing outside that
// element; what the page should know comes as callbacks.

import { CoreLink } from './core_link.js';
import { listenToFiles } from './files.js';
import { loadFaces, MoreScripts } from './fonts.js';
import { listenToKeys } from './keyboard.js';
import { Loop } from './loop.js';
import { Mirror } from './mirror.js';
import { compile, instantiate } from './module.js';
import { listenToPointer } from './pointer.js';

const MOST_PIXELS = 8e6; // Of the backing store; a larger one is slow and may be refused.
const MOST_SIDE = 4096;

export class Explorer {
  #host;
  #options;
  #ending = new AbortController();
  #canvas;
  #link;
  #loop;
  #mirror;
  #scripts;
  #files;

  /** Mounts into `host`. Options: assets (URL), onProgress, onLink, onEvent, theme; drop: files may be
   *  dropped on it; pasteFrom: what is listened to for pasted texts, else the host. */
  static async mount(host, options) {
    const explorer = new Explorer();
    await explorer.#start(host, options);
    return explorer;
  }

  async #start(host, options) {
    this.#host = host;
    this.#options = options;
    const { assets } = options;
    const [{ default: create }, program, style] = await Promise.all([
      import(new URL('proviso.js', assets).href),
      compile(new URL('proviso.wasm', assets), options.onProgress),
      fetch(new URL('explorer.css', assets)).then((response) => response.text()),
    ]);
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
    const surface = element('div', 'surface');
    this.#canvas = element('canvas');
    this.#canvas.setAttribute('aria-hidden', 'true');
    this.#canvas.tabIndex = -1;
    const mirror = element('div', 'mirror');
    surface.append(this.#canvas);
    root.replaceChildren(surface, mirror);

    const module = await instantiate(create, program, this.#canvas);
    this.#link = new CoreLink(module);
    await loadFaces(this.#link, new URL('fonts/', assets));
    this.#scripts = new MoreScripts(this.#link, new URL('fonts/', assets));
    this.#mirror = new Mirror(mirror, (message) => this.send(message));
    this.#loop = new Loop((now) => this.#draw(now));
    const { signal } = this.#ending;
    const wake = (frames) => this.#loop.wake(frames);
    listenToPointer(surface, {
      link: this.#link, wake, signal, active: () => options.active?.() ?? true,
    });
    surface.addEventListener('pointerdown', () => { this.#mirror.wantsFocus = true; }, { capture: true, signal });
    listenToKeys(root, { link: this.#link, wake, signal });
    this.#files = listenToFiles(host, {
      root, link: this.#link, wake, signal, drop: options.drop, pasteFrom: options.pasteFrom ?? host,
    });
    this.#watchSize(surface);
    this.#watchTheme();
    this.#watchContext();
    const seen = new IntersectionObserver(([entry]) => this.#loop.show(entry.isIntersecting && !document.hidden));
    seen.observe(host);
    signal.addEventListener('abort', () => seen.disconnect());
    document.addEventListener('visibilitychange', () => this.#loop.show(!document.hidden), { signal });
    host.addEventListener('focusout', () => this.#link.send({ do: 'release' }), { signal });
  }

  /** Opens a dataset; { ok, errors, warnings }. What was open stays if it is not ok. */
  open(bytes) {
    const report = this.#link.open(bytes);
    this.#loop.wake();
    return report;
  }

  /** Sends a message to the core; true if it did anything. */
  send(message) {
    const done = this.#link.send(message);
    this.#loop.wake();
    return done;
  }

  get link() {
    return this.#link.link();
  }

  dispose() {
    if (this.#ending.signal.aborted) return;
    this.#loop?.stop();
    this.#mirror?.dispose();
    this.#link?.destroy();
    this.#ending.abort();
    this.#canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
    this.#host.shadowRoot?.replaceChildren();
  }

  #draw(now) {
    const next = this.#link.frame(now);
    for (const event of this.#link.events()) this.#hear(event);
    const tree = this.#link.semantics();
    if (tree) this.#mirror.update(tree);
    this.#options.onFrame?.();
    return next;
  }

  #hear(event) {
    if (event.type === 'cursor') this.#canvas.style.cursor = event.text;
    else if (event.type === 'glyphs') {
      this.#scripts.add(event.codes).then((added) => added && this.#loop.wake()).catch(() => {});
    } else if (event.type === 'pick') this.#files.pick(event.text);
    else if (event.type === 'language') {
      this.#bringWords(event.text);
      this.#options.onEvent?.(event);
    }
    else this.#options.onEvent?.(event);
  }

  /** The language of the interface, as a code of `web/words`; its words are fetched now. */
  set language(code) {
    this.send({ do: 'language', text: code });
  }

  async #bringWords(code) {
    if (!/^[a-z]{2,3}$/.test(code) || code === 'en') return; // English is in the program.
    const url = new URL(`words/${code}.json`, this.#options.assets);
    const text = await fetch(url, { credentials: 'omit' })
      .then((response) => (response.ok ? response.text() : ''), () => '');
    if (!this.#ending.signal.aborted) this.send({ do: 'words', text }); // Without any: it says so.
  }

  #watchSize(surface) {
    const flags = () => (matchMedia('(pointer: coarse)').matches ? 1 : 0) | (matchMedia('(prefers-reduced-motion: reduce)').matches ? 2 : 0);
    const fit = () => {
      const width = surface.clientWidth;
      const height = surface.clientHeight;
      if (!width || !height) return;
      const most = Math.min(MOST_SIDE / Math.max(width, height), Math.sqrt(MOST_PIXELS / (width * height)));
      const density = Math.min(devicePixelRatio || 1, most);
      this.#canvas.width = Math.round(width * density);
      this.#canvas.height = Math.round(height * density);
      this.#link.resize(width, height, density, flags());
      this.#loop.wake();
    };
    const observer = new ResizeObserver(fit);
    observer.observe(surface);
    const { signal } = this.#ending;
    signal.addEventListener('abort', () => observer.disconnect());
    const followDensity = () => {
      fit();
      matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', followDensity, { once: true, signal });
    };
    followDensity();
  }

  #watchTheme() {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const contrast = matchMedia('(prefers-contrast: more), (forced-colors: active)');
    const choose = () => {
      const theme = this.theme === 'auto' ? (contrast.matches ? 'contrast' : dark.matches ? 'dark' : 'light') : this.theme;
      this.#host.dataset.theme = theme;
      this.send({ do: 'palette', text: theme });
    };
    this.#chooseTheme = choose;
    const { signal } = this.#ending;
    dark.addEventListener('change', choose, { signal });
    contrast.addEventListener('change', choose, { signal });
    choose();
  }

  #chooseTheme = () => {};
  #theme = 'auto';
  get theme() {
    return this.#theme;
  }
  set theme(value) {
    this.#theme = ['light', 'dark', 'contrast'].includes(value) ? value : 'auto';
    this.#chooseTheme();
  }

  #watchContext() {
    const { signal } = this.#ending;
    this.#canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault(); // Else the browser never gives it back.
      this.#loop.show(false);
      this.#options.onEvent?.({ type: 'context-lost', text: '' });
    }, { signal });
    this.#canvas.addEventListener('webglcontextrestored', () => {
      this.#link.send({ do: 'restore' });
      this.#loop.show(true);
      this.#options.onEvent?.({ type: 'context-restored', text: '' });
    }, { signal });
  }
}

function element(name, className) {
  const made = document.createElement(name);
  if (className) made.className = className;
  return made;
}
