// Finds where a file of the project repeats a source text word for word: what we write about the
// texts is in our own words. node paraphrase.mjs [FOLDER]
//
// A repeat is a run of seven or more words that stands in the same order in one of the texts of
// PROVISO_SOURCES, whatever is between the words. Long names are no repeat: those of institutions in
// the bundled dataset, the titles of its documents and those listed here end a run. All text files
// that git tracks or would add are read.
import {execFileSync} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import {join, relative, resolve} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

export const LEAST = 7;
const LONG = 3;  // Shorter names hardly make a run, and would hide one.
const here = fileURLToPath(new URL('../../', import.meta.url));

/// The words of a text: [{word, line}].
export function wordsOf(text) {
  const words = [];
  let line = 1, from = 0;
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    for (let i = text.indexOf('\n', from); i >= 0 && i < match.index; i = text.indexOf('\n', i + 1)) {
      ++line;
      from = i + 1;
    }
    words.push({word: match[0].toLowerCase(), line});
  }
  return words;
}

/// The same with each of `names` in it put down as one gap, which is equal to no word.
function masked(words, names) {
  const kept = [];
  for (let i = 0; i < words.length;) {
    const name = (names.get(words[i].word) ?? []).find((one) => one.every((word, k) => words[i + k]?.word === word));
    kept.push(name ? {word: null, line: words[i].line} : words[i]);
    i += name ? name.length : 1;
  }
  return kept;
}

export class Guard {
  #names = new Map();   // Names by their first word, longest first.
  #starts = new Map();  // Where in a source each seven words begin: [source, place].
  #sources = [];

  /// `sources`: [{name, text}]; `names`: what may be repeated.
  constructor(sources, names = []) {
    for (const name of names) {
      const words = wordsOf(name).map(({word}) => word);
      if (words.length >= LONG) this.#names.set(words[0], [...(this.#names.get(words[0]) ?? []), words].sort((a, b) => b.length - a.length));
    }
    for (const {name, text} of sources) {
      const words = masked(wordsOf(text), this.#names);
      const source = this.#sources.push({name, words}) - 1;
      for (let i = 0; i + LEAST <= words.length; ++i) {
        const key = keyAt(words, i);
        if (key && !this.#starts.has(key)) this.#starts.set(key, [source, i]);
      }
    }
  }

  /// What `text` repeats: [{line, words, source, sourceLine}], each run as long as it goes.
  repeats(text) {
    const words = masked(wordsOf(text), this.#names), found = [];
    for (let i = 0; i + LEAST <= words.length; ++i) {
      const start = this.#starts.get(keyAt(words, i));
      if (!start) continue;
      const {name, words: theirs} = this.#sources[start[0]];
      let length = LEAST;
      while (words[i + length]?.word && words[i + length].word === theirs[start[1] + length]?.word) ++length;
      found.push({line: words[i].line, words: words.slice(i, i + length).map(({word}) => word).join(' '),
        source: name, sourceLine: theirs[start[1]].line});
      i += length - 1;
    }
    return found;
  }
}

function keyAt(words, at) {
  const run = words.slice(at, at + LEAST);
  return run.length === LEAST && run.every(({word}) => word) ? run.map(({word}) => word).join(' ') : '';
}

/// Names that the texts and we cannot but write alike.
export function namesOf(dataset) {
  const institutions = dataset.actors.filter(({kind}) => kind === 'organisation');
  return [
    ...institutions.flatMap(({name, aliases = []}) => [name, ...aliases]),
    ...dataset.documents.map(({title}) => title),
    'Stockholm International Peace and Research Institute',  // As one of the texts has it.
    'Military Transformation Program', 'Rajaratnam School of International Studies',
    'American University in Washington School of International Service', 'University of New South Wales in Sydney',
  ];
}

/// Every text file of the checkout at `root`: [{name, text}].
export function textFiles(root) {
  const names = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {cwd: root}).toString().split('\0').filter(Boolean);
  const utf8 = new TextDecoder('utf-8', {fatal: true});
  return [...new Set(names)].flatMap((name) => {
    try {
      return [{name, text: utf8.decode(readFileSync(join(root, name)))}];
    } catch {
      return [];  // A picture, a font, a link to a folder, a file that was deleted.
    }
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const root = resolve(process.argv[2] ?? here);
  const folder = process.env.PROVISO_SOURCES ?? join(here, '../shared/sources');
  const texts = readdirSync(folder).filter((name) => name.endsWith('.txt'))
    .map((name) => ({name, text: readFileSync(join(folder, name), 'utf8')}));
  if (texts.length === 0) throw new Error(`There are no texts in ${folder}; set PROVISO_SOURCES to their folder.`);
  const guard = new Guard(texts, namesOf(JSON.parse(readFileSync(join(here, 'data/china-military-aid.json')))));
  let repeats = 0;
  const files = textFiles(root);
  for (const {name, text} of files)
    for (const {line, words, source, sourceLine} of guard.repeats(text)) {
      ++repeats;
      console.log(`${relative('', join(root, name))}:${line}: as ${source}:${sourceLine}: ${words}`);
    }
  console.log(`${files.length} files read, ${repeats} repeats of ${LEAST} words or more`);
  process.exitCode = repeats > 0 ? 1 : 0;
}
