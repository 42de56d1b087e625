// What web/serve says while it builds: how far it is, and what to do where it fails.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {chmodSync, mkdirSync, mkdtempSync, cpSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';

import {duration, printer, Progress} from '../../web/progress.mjs';
import {upToDate} from '../../web/stamp.mjs';

const top = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = mkdtempSync(join(tmpdir(), 'proviso-serve-'));
after(() => rmSync(folder, {recursive: true, force: true}));

const progress = () => new Progress('Compiling', {links: 2, linkWeight: 10, expected: 240});

test('it tells the place, the share and the time that is left', () => {
  const bar = progress();
  assert.equal(bar.words(0), 'Compiling  0 %, about 4 min left');
  assert.equal(bar.read('cmake says something'), false);
  assert.ok(bar.read('[51/102] Building CXX object core/a.cpp.o'));
  assert.equal(bar.share, 51 / 120);
  assert.equal(bar.words(51), 'Compiling [ 51/102 ]  42 %, about 69 s left');
  bar.read('[101/102] Linking CXX executable core.js');
  assert.equal(bar.share, 110 / 120);
  bar.read('[102/102] Linking CXX executable proviso.js');
  assert.equal(bar.words(120), 'Compiling [ 102/102 ]  100 %');
  assert.deepEqual([0.2, 40, 100, 400].map(duration), ['1 s', '40 s', '2 min', '7 min']);
});

test('a terminal has one line that is rewritten, a file a line each quarter', () => {
  const written = (out) => {
    const lines = [];
    const print = printer({...out, write: (text) => lines.push(text)});
    for (let i = 0; i <= 100; ++i) print.say(`${i} %`, i / 100);
    print.end('done');
    return lines;
  };
  assert.deepEqual(written({}), ['0 %\n', '25 %\n', '50 %\n', '75 %\n', 'done\n']);
  const terminal = written({isTTY: true, columns: 80});
  assert.equal(terminal.length, 102);
  assert.ok(terminal.slice(0, -1).every((line) => line.startsWith('\r') && !line.includes('\n')));
});

test('a stamp holds as long as inputs, words and outputs do', () => {
  const input = join(folder, 'input'), output = join(folder, 'output'), stamp = join(folder, 'stamp');
  mkdirSync(input);
  writeFileSync(join(input, 'a'), '1');
  writeFileSync(output, '');
  const now = (words) => upToDate(stamp, [input], [output], words);
  assert.equal(now().is, false);
  now().write();
  assert.equal(now().is, true);
  assert.equal(now(['other']).is, false);
  writeFileSync(join(input, 'a'), '2');
  assert.equal(now().is, false);
  now().write();
  rmSync(output);
  assert.equal(now().is, false);
});

/// web/build.mjs in a folder of its own, where `cmake --build` prints `output` and fails.
function failing(output) {
  const clone = mkdtempSync(join(folder, 'clone-'));
  for (const name of ['build.mjs', 'progress.mjs', 'package.json']) cpSync(join(top, 'web', name), join(clone, 'web', name));
  mkdirSync(join(clone, 'bin'));
  writeFileSync(join(clone, 'output'), output);
  writeFileSync(join(clone, 'bin/cmake'), `#!/bin/sh
[ "$1" = --preset ] && exit 0
echo '[1/4] Building CXX object core/a.cpp.o'
cat ${join(clone, 'output')} >&2
exit 1
`);
  chmodSync(join(clone, 'bin/cmake'), 0o755);
  const {status, stdout, stderr} = spawnSync(process.execPath, [join(clone, 'web/build.mjs')],
    {encoding: 'utf8', env: {...process.env, PATH: `${join(clone, 'bin')}:${process.env.PATH}`}});
  assert.equal(status, 1);
  return {stdout, stderr, log: readFileSync(join(clone, 'build/serve.log'), 'utf8'), clone};
}

test('it begins with what it does and how long that takes', () => {
  assert.match(failing('').stdout, /^Builds the explorer .*about \d+ (s|min) on this machine/);
});

test('a failure shows what failed, where the log is and what to do', () => {
  for (const [output, remedy] of [
    ['core/a.cpp:3:5: error: expected expression', /does not compile.*If you changed it, mend it/],
    ['fatal error: cannot write: No space left on device', /disk is full\. Make room/],
    ['clang: error: unable to execute command: Killed', /ran out of memory/],
    ['nobody knows', /Remove the folders build\/web and web\/dist/],
  ]) {
    const {stdout, stderr, log, clone} = failing(output);
    assert.match(stdout, /Compiling to WebAssembly: failed/);
    assert.ok(stderr.includes(output) && log.includes(output), output);
    assert.ok(stderr.includes(join(clone, 'build/serve.log')), output);
    assert.match(stderr, remedy);
    assert.match(stderr, /start web\/serve again/);
  }
});
