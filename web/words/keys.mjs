// The English of the interface, collected from the source, and what is wrong with the catalogues:
//
//   node web/words/keys.mjs                 prints every key, one a line
//   node web/words/keys.mjs --check         names each key that a catalogue lacks or has for nothing
//   node web/words/keys.mjs --missing de    prints the keys that de.json lacks, as JSON to fill in
//
// A key is a text in say("…"), Say("…") or Key("…"), in what Counted(n, "one", "many") counts, or in
// an array whose name ends in Labels or Headings. Two texts beside each other are one, as in C++.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
// The text version (core/pages) and the program without a window are English.
const folders = ['core/words', 'core/voice', 'core/author', 'core/state', 'core/canvas', 'core/views', 'core/window', 'core/figure',
  'core/wire', 'shell'];
const labels = 'core/words/labels.cpp';
const english = /^core\/wire\/(service|report_json|answer_json)\.|^core\/canvas\/picture\./;

/** Where the bracket that opens at `at` closes, and where its top-level commas are. */
function span(source, at) {
  let depth = 0;
  const commas = [];
  for (let i = at; i < source.length; i += 1) {
    const c = source[i];
    if (c === '"') {
      for (i += 1; source[i] !== '"'; i += 1) if (source[i] === '\\') i += 1;
    } else if (c === "'" && /^'(\\.|[^'\\])'/.test(source.slice(i, i + 4))) {
      i += source[i + 1] === '\\' ? 3 : 2;
    } else if ('([{'.includes(c)) {
      depth += 1;
    } else if (')]}'.includes(c)) {
      depth -= 1;
      if (depth === 0) return { end: i, commas };
    } else if (c === ',' && depth === 1) {
      commas.push(i);
    }
  }
  throw new Error('a bracket is not closed');
}

/** The texts in a stretch of source; neighbours are joined. */
function texts(source) {
  const found = [];
  for (const [group] of source.matchAll(/"(?:[^"\\]|\\.)*"(?:\s*"(?:[^"\\]|\\.)*")*/g)) {
    const parts = [...group.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text);
    found.push(JSON.parse(`"${parts.join('')}"`));
  }
  return found;
}

/** Keys of one file, each with its line: plain ones, and counted ones as "one|many". */
function keysOf(path) {
  const source = readFileSync(path, 'utf8').replace(/^[ \t]*#include.*$/gm, '').replace(/(^|[^:"])\/\/.*$/gm, '$1');
  const keys = [];
  const add = (at, ...found) => keys.push(...found.map((key) => ({ key, line: source.slice(0, at).split('\n').length })));
  for (const match of source.matchAll(/\b(say\(\)|say_?|Say|(?<!\.)Key)\(/g)) {
    const { end, commas } = span(source, match.index + match[0].length - 1);
    const first = source.slice(match.index + match[0].length, commas[0] ?? end);
    add(match.index, ...texts(first));
  }
  for (const match of source.matchAll(/\bCounted\(/g)) {
    const { end, commas } = span(source, match.index + match[0].length - 1);
    const args = [...commas, end].map((comma, i, all) => source.slice(i ? all[i - 1] + 1 : match.index + match[0].length, comma));
    if (args.length < 3) continue;
    const [one] = texts(args[1]);
    const [many] = texts(args[2]);
    if (one?.includes('{')) add(match.index, `${one}|${many}`);
  }
  for (const match of source.matchAll(/std::string_view, \d+>\s*k\w*(?:Labels|Headings)\s*\{/g)) {
    const { end } = span(source, match.index + match[0].length - 1);
    add(match.index, ...texts(source.slice(match.index + match[0].length, end)));
  }
  return keys;
}

/** Every key, with the places that say it: "core/window/…cpp:120". */
export function placesOfKeys() {
  const places = new Map();
  const add = (key, place) => places.set(key, [...places.get(key) ?? [], place]);
  for (const folder of folders) {
    for (const name of readdirSync(join(root, folder), {recursive: true}).sort()) {
      const path = join(folder, name).split(sep).join('/');
      if (!/\.(cpp|h)$/.test(name) || english.test(path)) continue;
      for (const { key, line } of keysOf(join(root, path))) if (/\p{L}|\{/u.test(key)) add(key, `${path}:${line}`);
    }
  }
  for (const { key, line } of kTableLabels()) add(key, `${labels}:${line}`);
  return new Map([...places].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const allKeys = () => [...placesOfKeys().keys()];

/** The one vocabulary whose array is as long as a constant says. */
function kTableLabels() {
  const source = readFileSync(join(root, labels), 'utf8');
  const at = source.indexOf('kTableCount> kLabels{');
  const line = source.slice(0, at).split('\n').length;
  return at < 0 ? [] : texts(source.slice(at, span(source, source.indexOf('{', at)).end)).map((key) => ({ key, line }));
}

export const languages = readdirSync(here).filter((name) => /^\w+\.json$/.test(name)).map((name) => name.slice(0, -5));
export const catalogue = (language) => JSON.parse(readFileSync(join(here, `${language}.json`), 'utf8'));

export const shown = (key) => key.split('##')[0];
export const holes = (text) => new Set(text.match(/\{\d\}/g) ?? []);
/** Forms of a counted text by plural rule. */
export const FORMS = { same: 1, one: 2, slavic: 3 };

/** The places that a translation of `key` has lost, and those that it has for nothing. */
export function wrongPlaces(key, text) {
  const must = holes(shown(key));
  const may = holes(key);
  const has = holes(text);
  // A remark may offer more than the English uses; a singular may say its number in a word.
  const lost = may.size > must.size ? [] : [...must].filter((hole) => !has.has(hole) && !(hole === '{0}' && shown(key).includes('|')));
  return { lost, odd: [...has].filter((hole) => !may.has(hole)) };
}

/** Sentences about what is wrong with a catalogue. */
export function faults(language, keys = allKeys()) {
  const { words, plural, ...head } = catalogue(language);
  const found = [];
  if (head.language !== language) found.push(`${language}: says that it is ${head.language}`);
  const known = new Set(keys);
  const inside = (key) => known.has(key[0].toUpperCase() + key.slice(1));
  for (const key of keys) if (!(key in words)) found.push(`${language}: lacks ${JSON.stringify(key)}`);
  for (const [key, value] of Object.entries(words)) {
    if (!known.has(key) && !inside(key)) found.push(`${language}: nothing says ${JSON.stringify(key)}`);
    const counted = shown(key).includes('|');
    const forms = counted ? value : [value];
    if (counted && (!Array.isArray(value) || value.length !== FORMS[plural]))
      found.push(`${language}: ${JSON.stringify(key)} needs ${FORMS[plural]} forms`);
    for (const text of forms) {
      const { lost, odd } = wrongPlaces(key, text);
      for (const hole of lost) found.push(`${language}: ${JSON.stringify(key)} has lost ${hole}`);
      for (const hole of odd) found.push(`${language}: ${JSON.stringify(key)} has no ${hole}`);
    }
  }
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const keys = allKeys();
  const [, , option, language] = process.argv;
  if (option === '--check') {
    const found = languages.flatMap((one) => faults(one, keys));
    for (const fault of found) console.log(fault);
    console.log(`words: ${keys.length} keys, ${languages.length} languages, ${found.length} faults`);
    process.exit(found.length ? 1 : 0);
  } else if (option === '--missing') {
    const { words } = catalogue(language);
    console.log(JSON.stringify(Object.fromEntries(keys.filter((key) => !(key in words)).map((key) => [key, ''])), null, 1));
  } else {
    for (const key of keys) console.log(key);
  }
}
