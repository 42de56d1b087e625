import assert from 'node:assert/strict';
import {test} from 'node:test';

import {textsOf} from './files.mjs';
import {listFaults} from './source_lists.mjs';

test('every list of sources is sorted and names exactly the files of its folder', () => {
  const folders = ['core', 'shell', 'web', 'tests'];
  const cmake = textsOf(folders, /(^|\/)CMakeLists\.txt$/);
  // What stands in for parts of SDL and Dear ImGui is built with them (.ci); each fuzzer is named
  // without its folder.
  const sources = [...textsOf(folders, /\.(cpp|c)$/).keys()]
    .filter((path) => !/^(web\/sdl|tests\/fuzz)\/|^shell\/imgui_stand_ins/.test(path));
  assert.ok(cmake.size > 10 && sources.length > 100);
  assert.deepEqual(listFaults(cmake, sources), []);
});

const list = (...names) => new Map([['core/io/CMakeLists.txt', `target_sources(x PRIVATE\n${names.map((name) => `  ${name}\n`).join('')})\n`]]);
const sources = ['core/io/load.cpp', 'core/io/save.cpp'];

test('the check lets a sorted list of all files pass', () => {
  assert.deepEqual(listFaults(list('load.cpp', 'save.cpp'), sources), []);
});

for (const [what, names] of [
  ['a list that is not sorted', ['save.cpp', 'load.cpp']],
  ['a file that stands twice', ['load.cpp', 'load.cpp', 'save.cpp']],
  ['a file that no list names', ['load.cpp']],
  ['a file that stands in a remark only', ['load.cpp', '# save.cpp']],
  ['a name without a file', ['gone.cpp', 'load.cpp', 'save.cpp']],
]) {
  test(`the check finds ${what}`, () => {
    assert.equal(listFaults(list(...names), sources).length, 1);
  });
}

test('the check finds a folder without a list', () => {
  assert.equal(listFaults(new Map(), ['core/new/thing.cpp']).length, 1);
});
