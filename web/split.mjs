// Divides the linked program: node web/split.mjs NAMED.wasm OUT.wasm [FOLDER OF BINARYEN]
//
// OUT.wasm is what every visit fetches; beside it is OUT.<part>.wasm, which the page fetches when
// something in it is asked for (module.js). A part is its entries, the functions through which one
// comes in, and all that is called from nowhere but there; what two parts or the rest call stays in
// OUT.wasm. Whoever calls an entry must know that the part is here (core/window/parts.h). OUT.whole.wasm
// is all of it, for what holds everything in one file. NAMED.wasm has names; the others have none.
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

import {readProgram} from './wasm_names.mjs';

const top = dirname(dirname(fileURLToPath(import.meta.url)));
const features = ['--enable-mutable-globals', '--enable-sign-ext', '--enable-nontrapping-float-to-int'];
/// In which a part finds what it needs of the program, and the program what is not here yet; parts.js
/// has the same names. Behind each stands what tells this program from others: a part of another would
/// find other functions under the same names.
const PROGRAM = 'program ', LATER = 'later ';

/// The parts with their entries: those of parts.json, and each view that names one in its row
/// (core/canvas/view.h), which is entered through the functions of that row. What is made in an
/// entry and called through the table (a lambda) has its name too, and comes with it.
export function partsOf(top) {
  const parts = {};
  const views = join(top, 'core/views');
  for (const view of readdirSync(views).sort()) {
    const path = join(views, view, 'stage.h');
    const row = existsSync(path) && /\bView kView\{([^}]*)\}/.exec(readFileSync(path, 'utf8'))?.[1];
    const part = row && /\.part = "(\w+)"/.exec(row)?.[1];
    if (!part) continue;
    const entries = (field) => [...row.matchAll(new RegExp(`\\.(?:${field}) = (\\w+)`, 'g'))].map(([, name]) => `proviso::view::${name}(`);
    const apart = /\.figure_part = "(\w+)"/.exec(row)?.[1];
    parts[part] = entries(`stage|legend|behind|on_key|beside${apart ? '' : '|figure'}`);
    if (apart) parts[apart] = entries('figure');
  }
  for (const [part, entries] of Object.entries(listed(top).parts)) (parts[part] ??= []).push(...entries);
  return parts;
}

const listed = (top) => JSON.parse(readFileSync(join(top, 'web/parts.json'), 'utf8'));

/// Where the first table of a program says how long it may be: {at, length, most}, of its
/// LEB128; without an end only `most`.
/// Source: the WebAssembly specification, "Binary Format".
function tableOf(bytes) {
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  const limits = () => {
    ++at;  // What is in the table.
    if (number() !== 1) return {most: Infinity};
    number();
    const from = at, most = number();
    return {at: from, length: at - from, most};
  };
  while (at < bytes.length) {
    const id = bytes[at++], size = number(), end = at + size;
    if (id === 2) {
      for (let count = number(); count > 0; --count) {
        for (let i = 0; i < 2; ++i) { const length = number(); at += length; }  // Its names.
        const kind = bytes[at++];
        if (kind === 1) return limits();
        if (kind === 0) number();
        else if (kind === 3) at += 2;
        else if (number() & 1) number(), number();
        else number();
      }
    } else if (id === 4) {
      number();
      return limits();
    }
    at = end;
  }
  throw new Error('There is no table of functions.');
}

/// The same program, whose table may be `most` long.
function withTable(bytes, most) {
  const {at, length} = tableOf(bytes);
  if (most >= 2 ** (7 * length)) throw new Error('The number of functions needs another byte.');
  for (let i = 0; i < length; ++i) bytes[at + i] = (Math.floor(most / 2 ** (7 * i)) & 127) | (i + 1 < length ? 128 : 0);
  return bytes;
}

/// `tools`: where Binaryen's programs are, or empty.
export function split({named, out, parts, within, asks, tools = ''}) {
  const graph = readGraph(execFileSync(join(tools, 'wasm-opt'), ['-q', ...features, '--print-call-graph', named],
    {encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore']}));
  const members = membersOf(graph, parts, within, asks);
  const build = createHash('sha256').update(readFileSync(named)).digest('hex').slice(0, 12);
  const run = (tool, ...words) => execFileSync(join(tools, tool), [...words, ...features], {stdio: ['ignore', 'inherit', 'inherit']});
  const list = `${out}.list`, rest = `${out}.rest`, symbols = `${out}.symbols`;
  const files = new Map([...members.keys()].map((part) => [part, out.replace(/\.wasm$/, `.${part}.wasm`)]));
  copyFileSync(named, rest);
  // Without names (which would become the names of exports) a function is called by its number, which
  // changes as others leave.
  let called = new Map([...graph.calls.keys()].map((name) => [name, name]));
  [...members].forEach(([part, functions], i) => {
    writeFileSync(list, functions.map((name) => called.get(name)).join('\n') + '\n');
    run('wasm-split', '--split', rest, `--split-funcs=@${list}`, '--symbolmap', `--import-namespace=${PROGRAM}${build}`,
      `--placeholder-namespace=${LATER}${build}`, `--export-prefix=${i}`, '-o1', out, '-o2', files.get(part));
    const lines = readFileSync(symbols, 'utf8').trimEnd().split('\n');
    const imported = lines.length - readProgram(out).functions.length;
    const now = new Map(lines.map((line, index) => [line.slice(line.indexOf(':') + 1), String(index - imported)]));
    called = new Map([...called].map(([name, before]) => [name, now.get(before)]));
    rmSync(`${files.get(part)}.symbols`);
    renameSync(out, rest);
  });
  // Each part may make the table of functions longer, which the parts before it have to allow.
  const {most} = tableOf(readFileSync(rest));
  if (most < Infinity) for (const file of files.values()) writeFileSync(file, withTable(readFileSync(file), most));
  // What was divided is smaller once it is gone over again.
  const again = ['--flatten', '--rereloop', '-Oz', '-Oz'];
  for (const file of [rest, ...files.values()]) run('wasm-opt', '-q', '-Oz', ...again, file, '-o', file);
  run('wasm-opt', '-q', '--strip-debug', '--strip-producers', '-Oz', ...again, named, '-o', out.replace(/\.wasm$/, '.whole.wasm'));
  renameSync(rest, out);
  for (const path of [list, symbols]) rmSync(path, {force: true});
  return members;
}

/// Who calls whom, and who is called from outside or through the table, as Binaryen draws it.
function readGraph(text) {
  const calls = new Map(), roots = new Set();
  for (const line of text.split('\n')) {
    const edge = line.match(/^  "(.*)" -> "(.*)"; \/\/ call$/);
    const node = line.match(/^  "(.*)" \[style="(filled|filled, rounded)"(?:, fillcolor="(\w+)")?\];$/);
    if (edge) calls.get(edge[1])?.push(edge[2]);
    else if (node && node[3] !== 'turquoise' && !calls.has(node[1])) calls.set(node[1], []);
    if (node && (node[2] === 'filled, rounded' || node[3] === 'gray')) roots.add(node[1]);
  }
  return {calls, roots};
}

const plain = (name) => name.replace(/\\([0-9a-f]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16)));

/// True for a function of the library, made for a type that its name tells, or one that Binaryen has
/// made of two. Of functions with equal code one is kept, so that others may call it as well.
const isMerged = (name) => /(?:^|[\s&*])std::|^byn\$/.test(plain(name).split(/[<(]/)[0]);

/// The functions of each part; `within`: a part → the one, or those, without which it is never here;
/// `asks`: who calls a function of a library in a part only when that is here. Throws where an entry
/// names nothing: it was renamed, or the compiler put it into its caller.
export function membersOf({calls, roots}, parts, within = {}, asks = []) {
  const entries = new Map();  // Function → part.
  for (const [part, names] of Object.entries(parts)) {
    for (const name of names) {
      const found = [...calls.keys()].filter((one) => plain(one).includes(name));
      if (found.length === 0) throw new Error(`The part ${part} is entered through ${name}…), and the program has no such function: it was renamed, or put into its caller.`);
      for (const one of found) entries.set(one, part);
    }
  }
  const reach = (from, stays) => {
    const reached = new Set(from), next = [...from];
    while (next.length > 0) {
      for (const called of calls.get(next.pop()) ?? []) {
        if (reached.has(called) || stays(called) || !calls.has(called)) continue;  // Or it is the page's.
        reached.add(called);
        next.push(called);
      }
    }
    return reached;
  };
  const inside = (part, other) => [within[part]].flat().includes(other);
  const ofProgram = () => reach([...roots].filter((one) => !entries.has(one)), (one) => entries.has(one));
  const ofPart = (part, program) => reach([...entries].filter(([, of]) => of === part).map(([one]) => one),
    (one) => program.has(one) || (entries.has(one) && entries.get(one) !== part));
  // What bears an entry's type in its name and is called from elsewhere is nobody's entry.
  for (let before = -1; before !== entries.size;) {
    before = entries.size;
    const program = ofProgram();
    for (const [part, functions] of [['', program], ...Object.keys(parts).map((part) => [part, ofPart(part, program)])])
      for (const one of functions)
        for (const called of calls.get(one)) {
          const of = entries.get(called);
          if (of === undefined || of === part || inside(part, of) || !isMerged(called)) continue;
          if (!asks.some((name) => plain(one).includes(name))) entries.delete(called);
        }
  }
  const program = ofProgram();
  const shared = (a, b) => (inside(b, a) ? a : inside(a, b) ? b : '');
  const owners = new Map();
  for (const part of Object.keys(parts)) {
    for (const one of ofPart(part, program)) owners.set(one, owners.has(one) ? shared(owners.get(one), part) : part);
  }
  return new Map(Object.keys(parts).map((part) => [part, [...owners].filter(([, of]) => of === part).map(([one]) => one)]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [named, out, tools] = process.argv.slice(2);
  const {within, asks} = listed(top);
  split({named, out, tools, parts: partsOf(top), within, asks});
}
