// Which functions go into a part of the program (web/split.mjs), and that it fits (web/parts.js).
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';

import {leaveOut} from '../../web/parts.js';
import {membersOf, partsOf, split} from '../../web/split.mjs';

const top = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const graph = (calls, roots) => ({calls: new Map(Object.entries(calls)), roots: new Set(roots)});

test('a part has its entries and what is called from nowhere else', () => {
  const members = membersOf(graph({
    main: ['Frame\\28\\29'], 'Frame\\28\\29': ['Dialog\\28\\29', 'both'], 'Dialog\\28\\29': ['own', 'both', 'page'],
    own: ['deep'], deep: ['own'], both: [],
  }, ['main']), {more: ['Dialog()']});
  assert.deepEqual([...members.get('more')].sort(), ['Dialog\\28\\29', 'deep', 'own']);
});

test('what the table calls stays, but for entries; so does what two parts call', () => {
  const members = membersOf(graph({
    main: [], stage: ['a', 'shared'], listener: ['c'], other: ['b', 'shared', 'stage'], a: [], b: [], c: [], shared: ['under'], under: [],
  }, ['main', 'stage', 'listener']), {one: ['stage'], two: ['other']});
  assert.deepEqual([...members.get('one')].sort(), ['a', 'stage']);
  assert.deepEqual([...members.get('two')].sort(), ['b', 'other']);
});

test('what a part within another calls as well stays in that', () => {
  const members = membersOf(graph({
    main: [], stage: ['a', 'shared'], inner: ['b', 'shared', 'wide'], other: ['wide'], a: [], b: [], shared: ['under'], under: [], wide: [],
  }, ['main', 'stage', 'inner', 'other']), {one: ['stage'], two: ['inner'], three: ['other']}, {two: 'one'});
  assert.deepEqual([...members.get('one')].sort(), ['a', 'shared', 'stage', 'under']);
  assert.deepEqual([...members.get('two')].sort(), ['b', 'inner']);
  assert.deepEqual([...members.get('three')].sort(), ['other']);
});

test('a function of the library that others call as well is no entry, whatever type its name tells', () => {
  const grown = 'std::__2::vector<Edit>::grow\\28\\29', freed = 'std::__2::vector<Edit>::free\\28\\29';
  const calls = {main: ['read', 'drop'], read: [grown], drop: [freed], 'Edit\\28\\29': [grown, freed, 'own'], own: [], [grown]: ['under'], [freed]: [], under: []};
  const members = (asks) => [...membersOf(graph(calls, ['main']), {author: ['Edit()', '<Edit>']}, {}, asks).get('author')].sort();
  assert.deepEqual(members(['drop']), ['Edit\\28\\29', 'own', freed].sort());
  assert.deepEqual(members([]), ['Edit\\28\\29', 'own']);
  // Nor where another part calls it.
  const both = membersOf(graph({...calls, main: [], map: [grown]}, ['main']), {author: ['Edit()', '<Edit>'], map: ['map']});
  assert.deepEqual(both.get('map'), ['map']);
  assert.ok(!both.get('author').includes(grown) && both.get('author').includes(freed));
});

test('an entry that is not in the program is named', () => {
  assert.throws(() => membersOf(graph({main: []}, ['main']), {more: ['Gone(']}), /Gone\(/);
});

const has = (tool) => spawnSync(tool, ['--version']).status === 0;

/// A program in which `run` calls `Dialog`, which calls two others; in two parts.
function divided(folder, name, constant) {
  const text = join(folder, `${name}.wat`), named = join(folder, `${name}.named.wasm`), out = join(folder, `${name}.wasm`);
  writeFileSync(text, `(module (memory (export "memory") 1) (global $kept (mut i32) (i32.const ${constant}))
    (func $shared (param i32) (result i32) (i32.add (local.get 0) (global.get $kept)))
    (func $own (param i32) (result i32) (i32.mul (local.get 0) (i32.const 10)))
    (func $Dialog (param i32) (result i32) (call $shared (call $own (local.get 0))))
    (func $Map (param i32) (result i32) (i32.sub (call $shared (local.get 0)) (i32.const 1)))
    (func (export "run") (param i32) (result i32) (call $Dialog (local.get 0)))
    (func (export "map") (param i32) (result i32) (call $Map (local.get 0)))
    (func (export "share") (param i32) (result i32) (call $shared (local.get 0))))`);
  execFileSync('wasm-as', ['-g', text, '-o', named]);
  split({named, out, parts: {dialogs: ['Dialog'], map: ['Map']}});
  const read = (file) => new WebAssembly.Module(readFileSync(join(folder, file)));
  return {program: read(`${name}.wasm`), dialogs: read(`${name}.dialogs.wasm`), map: read(`${name}.map.wasm`), whole: read(`${name}.whole.wasm`)};
}

function started(program) {
  const imports = {}, importsOfPart = leaveOut(program, imports);
  const {exports} = new WebAssembly.Instance(program, imports);
  return {exports, add: (part) => new WebAssembly.Instance(part, importsOfPart(exports))};
}

test('a divided program does what the whole does, each part once it is there; a part of another build is refused',
  {skip: ['wasm-as', 'wasm-split', 'wasm-opt'].every(has) ? false : 'no Binaryen here'}, () => {
    const folder = mkdtempSync(join(tmpdir(), 'proviso-split-'));
    try {
      const one = divided(folder, 'one', 5), other = divided(folder, 'other', 7);
      assert.equal(new WebAssembly.Instance(one.whole).exports.run(3), 35);
      const {exports, add} = started(one.program);
      assert.equal(exports.share(3), 8);
      assert.throws(() => exports.run(3), /before it was here/);
      assert.throws(() => add(other.dialogs), /module="program /);
      add(one.map);
      assert.equal(exports.map(3), 7);
      assert.throws(() => exports.run(3), /before it was here/);
      add(one.dialogs);
      assert.equal(exports.run(3), 35);
    } finally {
      rmSync(folder, {recursive: true});
    }
  });

test('every part fits the program, whatever was taken out after it', async () => {
  const dist = resolve(process.env.PROVISO_DIST ?? join(top, 'web/dist'));
  const program = new WebAssembly.Module(readFileSync(join(dist, 'proviso.wasm')));
  const given = {};
  for (const {module, name, kind} of WebAssembly.Module.imports(program))
    (given[module] ??= {})[name] = kind === 'function' ? () => 0 : new WebAssembly.Memory({initial: 1024, maximum: 65536});
  const {exports} = await WebAssembly.instantiate(program, given);
  for (const part of Object.keys(partsOf(top))) {
    const compiled = new WebAssembly.Module(readFileSync(join(dist, `proviso.${part}.wasm`)));
    const [{module}] = WebAssembly.Module.imports(compiled);
    await assert.doesNotReject(WebAssembly.instantiate(compiled, {[module]: exports}), part);
  }
});
