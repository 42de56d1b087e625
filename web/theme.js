// Which theme an explorer is drawn in, and with which colours of the page's. The page gives them by
// custom properties, in whatever way style sheets can say a colour; explorer.css computes them on
// elements that nobody sees. What can be read of them is the core's to say (core/canvas/colors.h).

const NAMES = ['paper', 'surface', 'ink', 'soft', 'mute', 'accent', 'danger', 'line', 'focus'];
// Where Dark Reader, an extension that darkens pages, says that it does. It darkens our fields with the
// page, so the picture follows.
const DARKENED = 'data-darkreader-scheme';
const isDarkened = () => document.documentElement.getAttribute(DARKENED) === 'dark';
const LIGHT = 0.4; // Of a ground's brightness, from 0 to 1: above it words are dark.

export class Theme {
  #stage;
  #tell;
  #wanted = 'auto';
  #told = '';
  #dark = matchMedia('(prefers-color-scheme: dark)');
  #contrast = matchMedia('(prefers-contrast: more)');
  #forced = matchMedia('(forced-colors: active)');
  /** @type {[string, HTMLElement][]} */
  #probes = NAMES.map((name) => [name, document.createElement('i')]);

  /**
   * @param {HTMLElement} stage
   * @param {{ signal: AbortSignal, tell: (palette: string, colours: string) => void }} options
   */
  constructor(stage, { signal, tell }) {
    this.#stage = stage;
    this.#tell = tell;
    const box = document.createElement('div');
    box.className = 'colours';
    box.setAttribute('aria-hidden', 'true');
    for (const [name, probe] of this.#probes) probe.dataset.colour = name;
    box.append(...this.#probes.map(([, probe]) => probe));
    stage.append(box);
    const follow = () => this.#choose();
    for (const query of [this.#dark, this.#contrast, this.#forced]) query.addEventListener('change', follow, { signal });
    // Nothing tells when a custom property changes; but a colour made of it changes in a moment.
    box.addEventListener('transitionend', follow, { signal });
    const observer = new MutationObserver(follow);
    observer.observe(document.documentElement, { attributeFilter: [DARKENED] });
    signal.addEventListener('abort', () => observer.disconnect(), { once: true });
    this.#choose();
  }

  /** auto, light, dark or contrast */
  get wanted() {
    return this.#wanted;
  }
  set wanted(value) {
    this.#wanted = ['light', 'dark', 'contrast'].includes(value) ? value : 'auto';
    this.#choose();
  }

  #choose() {
    /** @type {Map<string, number[]>} */
    const given = new Map();
    for (const [name, probe] of this.#probes) {
      const rgb = rgbOf(getComputedStyle(probe).color);
      if (rgb) given.set(name, rgb);
    }
    const chosen = this.#wanted === 'auto' ? this.#palette(given.get('paper')) : this.#wanted;
    const palette = chosen === 'light' && isDarkened() ? 'dark' : chosen;
    const colours = [...given].map(([name, rgb]) => `${name} #${rgb.map(hexOf).join('')}`).join(' ');
    if (`${palette} ${colours}` === this.#told) return;
    this.#told = `${palette} ${colours}`;
    this.#stage.dataset.theme = palette;
    this.#tell(palette, colours);
  }

  /** @param {number[] | undefined} paper the page's own ground */
  #palette(paper) {
    const light = paper && 0.21 * paper[0] + 0.72 * paper[1] + 0.07 * paper[2] > LIGHT;
    if (this.#forced.matches) return light ? 'light' : 'contrast';
    if (this.#contrast.matches) return 'contrast';
    return (paper ? !light : this.#dark.matches) ? 'dark' : 'light';
  }
}

/** @param {number} part */
const hexOf = (part) => Math.round(part * 255).toString(16).padStart(2, '0');

/** Red, green and blue, from 0 to 1, of a computed colour that nothing shines through; else none. @param {string} color */
function rgbOf(color) {
  const numbers = color.match(/[\d.]+(?:e-?\d+)?%?/g)?.map(parseFloat);
  if (!numbers || numbers.length < 3 || (numbers[3] ?? 1) < 1) return undefined;
  const most = /^color\(srgb /.test(color) ? 1 : /^rgb/.test(color) ? 255 : 0;
  return most ? numbers.slice(0, 3).map((part) => Math.min(1, Math.max(0, part / most))) : undefined;
}
