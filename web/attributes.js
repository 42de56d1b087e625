// The attributes of the element that are nothing but attributes, as properties.

/** @typedef {import('./vocabulary.js').View} View */

export const ATTRIBUTES = ['src', 'type', 'loading', 'view', 'state', 'scenario', 'theme', 'activation', 'shortcuts', 'controls', 'lang', 'dir', 'label', 'drop', 'editing'];

// On a server there is nothing to extend, and importing must not fail there.
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

export class AttributedElement extends Base {
  /** Address of the dataset. */
  get src() { return this.getAttribute('src') ?? ''; }
  set src(value) { reflect(this, 'src', value); }
  /** Its media type. */
  get type() { return this.getAttribute('type') ?? 'application/json'; }
  set type(value) { reflect(this, 'type', value); }
  /** When program and data are fetched: near the window, or at once. @returns {'lazy' | 'eager'} */
  get loading() { return this.getAttribute('loading') === 'eager' ? 'eager' : 'lazy'; }
  set loading(value) { reflect(this, 'loading', value); }
  /** Light or dark as page and system are, or one of them for good. @returns {import('./vocabulary.js').ThemeName} */
  get theme() { return /** @type {import('./vocabulary.js').ThemeName} */ (this.getAttribute('theme') ?? 'auto'); }
  set theme(value) { reflect(this, 'theme', value === 'auto' ? null : value); }
  /** Whose keys, wheel and touch are: with `focus` the page's until the reader comes in. @returns {'focus' | 'always' | 'none'} */
  get activation() {
    const value = this.getAttribute('activation');
    return value === 'always' || value === 'none' ? value : 'focus';
  }
  set activation(value) { reflect(this, 'activation', value); }
  /** Single keys, while it is active. @returns {'on' | 'off'} */
  get shortcuts() { return this.getAttribute('shortcuts') === 'off' ? 'off' : 'on'; }
  set shortcuts(value) { reflect(this, 'shortcuts', value); }
  /**
   * What stands around the view; auto: all of it from 960 × 640, What if as a card where there is less room; full: all of it
   * at any size; minimal: no bar at the top. @returns {import('./vocabulary.js').Controls}
   */
  get controls() {
    const value = this.getAttribute('controls');
    return value === 'full' || value === 'minimal' || value === 'none' ? value : 'auto';
  }
  set controls(value) { reflect(this, 'controls', value); }
  /** What it is called for assistive technology; else the dataset's title. */
  get label() { return this.getAttribute('label') ?? ''; }
  set label(value) { reflect(this, 'label', value); }
  /** Whether files may be dropped on it. @returns {'on' | 'off'} */
  get drop() { return this.getAttribute('drop') === 'on' ? 'on' : 'off'; }
  set drop(value) { reflect(this, 'drop', value); }
  /** Whether records can be changed; what is changed is kept in this browser. @returns {'on' | 'off'} */
  get editing() { return this.getAttribute('editing') === 'on' ? 'on' : 'off'; }
  set editing(value) { reflect(this, 'editing', value); }
  /** Nothing in it can be used. "false" is false: so do frameworks write what they are told. */
  get disabled() { return isOn(this, 'disabled'); }
  set disabled(value) { this.toggleAttribute('disabled', Boolean(value)); }
}

/** @param {Element} element @param {string} name */
export const isOn = (element, name) => ![null, 'false'].includes(element.getAttribute(name));

/** @param {Element} element @param {string} name @param {unknown} value */
export function reflect(element, name, value) {
  if (value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, String(value));
}
