// The words that a page may use: names of options and commands, and the values of those that have
// few. Whatever is none of them is said once on the console, with the nearest that there is.

import { VIEWS } from './views.js';

/** @typedef {typeof VIEWS[number]} View */
/** @typedef {'auto' | 'light' | 'dark' | 'contrast'} ThemeName */
/** @typedef {'focus' | 'always' | 'none'} Activation */
/** @typedef {'auto' | 'full' | 'minimal' | 'none'} Controls */
/** @typedef {'on' | 'off'} OnOff */

/** Values of the attributes that have few, the usual one first. @type {Record<string, readonly string[]>} */
export const VALUES = {
  activation: ['focus', 'always', 'none'],
  controls: ['auto', 'full', 'minimal', 'none'],
  drop: ['off', 'on'],
  editing: ['off', 'on'],
  loading: ['lazy', 'eager'],
  shortcuts: ['on', 'off'],
  theme: ['auto', 'light', 'dark', 'contrast'],
  view: VIEWS,
};

/** Of every element; what has a sign in its name is some framework's. */
const EVERYWHERE = new Set(['accesskey', 'autofocus', 'class', 'dir', 'exportparts', 'hidden', 'id', 'inert', 'is', 'itemprop', 'itemscope',
  'key', 'lang', 'nonce', 'part', 'popover', 'ref', 'role', 'slot', 'style', 'tabindex', 'title', 'translate']);

/** @type {Set<string>} */
const said = new Set();

/** On the console, once a page. @param {string} message @param {...unknown} about */
export function sayOnce(message, ...about) {
  if (said.has(message)) return;
  said.add(message);
  console.warn(message, ...about);
}

/** What is wrong with a name, or ''. @param {string} kind @param {string} name @param {readonly string[]} names */
export function unknown(kind, name, names) {
  if (names.includes(name)) return '';
  const near = nearest(name, names);
  return `Proviso has no ${kind} “${name}”. ${near ? `Did you mean “${near}”?` : `There are: ${names.join(', ')}.`}`;
}

/** What is wrong with an attribute's value, or ''. @param {string} name @param {string | null} value */
export function unknownValue(name, value) {
  const values = VALUES[name];
  return !values || value === null || value === '' ? '' : unknown(name === 'view' ? 'view' : `value of ${name}`, value, values);
}

/** @param {string} name @param {readonly string[]} known */
export function unknownAttribute(name, known) {
  return /[^a-z]/.test(name) || name.startsWith('on') || EVERYWHERE.has(name) ? '' : unknown('attribute', name, known);
}

/** The one of `names` that takes the fewest changes, if few do. @param {string} name @param {readonly string[]} names */
function nearest(name, names) {
  const [best] = names.map((one) => ({ one, far: distance(name.toLowerCase(), one.toLowerCase()) })).sort((a, b) => a.far - b.far);
  return best && best.far <= (name.length < 4 ? 1 : Math.max(2, Math.floor(name.length / 3))) ? best.one : '';
}

/** @param {string} a @param {string} b */
function distance(a, b) {
  let row = [...Array(b.length + 1).keys()];
  for (let i = 1; i <= a.length; ++i) {
    const before = row;
    row = [i];
    for (let j = 1; j <= b.length; ++j) row[j] = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
  }
  return row[b.length];
}
