// What the native command line leaves on the disk when a write fails or succeeds.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {chmodSync, copyFileSync, lstatSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const program = join(root, 'build/native/proviso');
const folder = mkdtempSync(join(tmpdir(), 'proviso-write-'));
after(() => rmSync(folder, {recursive: true}));
const mine = join(folder, 'mine.json');
const before = readFileSync(join(root, 'data/china-military-aid.json'));
copyFileSync(join(root, 'data/china-military-aid.json'), mine);

test('a file that cannot be written to its end keeps what it held, and nothing else is left', () => {
  // Files of at most 4 kB; the shell sees to it that the signal only fails the write.
  const {status, stderr} = spawnSync('bash',
    ['-c', 'trap "" XFSZ; ulimit -f 4; exec "$0" canon "$1" -o "$1"', program, mine], {encoding: 'utf8'});
  assert.equal(status, 2);
  assert.match(stderr, /cannot be written/);
  assert.deepEqual(readFileSync(mine), before);
  assert.deepEqual(readdirSync(folder), ['mine.json']);
});

test('a file is replaced in place: its rights stay, and a link to it stays a link', () => {
  chmodSync(mine, 0o640);
  const link = join(folder, 'link.json');
  symlinkSync('mine.json', link);
  const {status, stderr} = spawnSync(program, ['canon', join(root, 'data/samples/minimal.json'), '-o', link], {encoding: 'utf8'});
  assert.equal(status, 0, stderr);
  assert.ok(lstatSync(link).isSymbolicLink());
  assert.equal(statSync(mine).mode & 0o777, 0o640);
  assert.deepEqual(readFileSync(mine), readFileSync(join(root, 'data/samples/minimal.json')));
});

test('what is no file is written to as it is', () => {
  const {status} = spawnSync(program, ['canon', join(root, 'data/samples/minimal.json'), '-o', '/dev/null']);
  assert.equal(status, 0);
  assert.ok(!lstatSync('/dev/null').isFile());
});
