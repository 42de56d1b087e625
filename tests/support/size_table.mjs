// What takes the bytes of the page's program, as lines of text: by folder, and the largest functions.
//
// The linked program with names (build/web/proviso.named.wasm) does not know files; which folder a
// function is from is looked up by its name among the definitions in our sources. Link-time
// optimisation puts small functions into their callers, so a folder counts with what was put into
// it. Templates of libraries count as the library.
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';

import {readProgram} from '../../web/wasm_names.mjs';

const kB = (bytes) => (bytes / 1000).toFixed(1).padStart(8);

function* sourcesIn(folder) {
  for (const entry of readdirSync(folder, {withFileTypes: true})) {
    if (entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== 'dist') yield* sourcesIn(join(folder, entry.name));
    else if (/\.(h|cpp)$/.test(entry.name)) yield join(folder, entry.name);
  }
}

/// Name of a function (with its class, if it has one) or of a class → the folders that define one.
export function definitionsIn(files) {
  const found = new Map();
  const add = (name, path) => found.set(name, (found.get(name) ?? new Set()).add(dirname(path)));
  for (const [path, text] of files) {
    // In the style of this project a definition stands at the left; a declaration ends with `;`.
    if (path.endsWith('.cpp'))
      for (const [, name] of text.matchAll(/^[\w:[(][^\n;{}=#]*?\b((?:\w+::)?~?\w+|operator\W{1,2})\([^;{}]*(?:\{|:)/gm)) add(name, path);
    for (const [, name] of text.matchAll(/^(?:struct|class) (\w+)[^;]*\{/gm)) add(name, path);
  }
  return found;
}

/// What is no source of ours, by its name.
function library(name) {
  if (/\bstd::|^operator (new|delete)/.test(name)) return 'templates and functions of the C++ library';
  if (/^(Im|stb|.*\bIm[A-Z])/.test(name)) return 'Dear ImGui';
  if (/^(SDL_|Emscripten_|GLES|WEBGL)/.test(name)) return 'SDL2';
  return /^\w+$/.test(name) ? 'functions of the C library' : 'others';
}

/// The folder of the function that `name` (as the program has it) is, or is a part of.
export function folderOf(name, definitions) {
  if (/^(?:[\w<>*& ,:]+ )?std::|^\w+ ?\*? ?std::/.test(name)) return library(name);
  const [path] = name.replace(/\(anonymous namespace\)::/g, '').replace(/<[^()]*>/g, '').split('(');
  const words = path.split(' ').at(-1).split('::');
  // By its own name; what the compiler adds to a class is its class's.
  const folders = [words.slice(-2).join('::'), words.at(-1), words.at(-2)].map((one) => definitions.get(one)).find(Boolean);
  if (!folders || !/^proviso/i.test(path.split(' ').at(-1))) return library(name);
  // core/io has the namespace io, and so on.
  const own = [...folders].find((folder) => words.includes(folder.split('/')[1]));
  return own ?? (folders.size === 1 ? [...folders][0] : 'in several folders');
}

/// The table of the build in the folder `build`.
export function sizeTable(build, top = '.') {
  const named = join(build, 'proviso.named.wasm');
  if (!existsSync(named)) return [`${named} is not there: web/serve --build-only makes it.`];
  const {functions, data, size} = readProgram(named);
  const definitions = definitionsIn(['core', 'shell', 'web'].flatMap((folder) => [...sourcesIn(join(top, folder))])
    .filter((path) => !/core\/(cli|pages)\/|_desktop/.test(path)).map((path) => [relative(top, path), readFileSync(path, 'utf8')]));
  const sums = new Map();
  for (const {name, size} of functions) {
    const folder = folderOf(name, definitions), sum = sums.get(folder) ?? {bytes: 0, count: 0};
    sum.bytes += size;
    ++sum.count;
    sums.set(folder, sum);
  }
  const code = functions.reduce((sum, one) => sum + one.size, 0);
  const lines = ['unpacked, kB: code of program and parts by folder, with its number of functions'];
  for (const [folder, {bytes, count}] of [...sums].sort((a, b) => b[1].bytes - a[1].bytes)) lines.push(`${kB(bytes)}  ${folder} (${count})`);
  lines.push(`${kB(code)}  code together`, `${kB(data)}  constants, words among them`, 'the largest functions');
  for (const {name, size} of [...functions].sort((a, b) => b.size - a.size).slice(0, 30)) lines.push(`${kB(size)}  ${name.slice(0, 110)}`);
  return lines;
}
