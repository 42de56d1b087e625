// The text version that the core writes as WebAssembly is, to the byte, what the native program
// writes. PROVISO_COMMAND names another program than build/native/proviso.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';

const top = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const native = resolve(process.env.PROVISO_COMMAND ?? join(top, 'build/native/proviso'));
const dataset = join(top, 'data/china-military-aid.json');
const folder = mkdtempSync(join(tmpdir(), 'proviso-text-'));
after(() => rmSync(folder, {recursive: true, force: true}));
const made = join(folder, 'made'), expected = join(folder, 'expected');

const write = () => execFileSync(process.execPath, [join(top, 'web/text_version.mjs'), made], {encoding: 'utf8'});
const list = (root) => readdirSync(root, {recursive: true}).filter((name) => statSync(join(root, name)).isFile()).sort();

test('it has the same pages and the same skeleton', () => {
  assert.match(write(), /^text version: \d+ pages/);
  execFileSync(native, ['page', dataset, '-o', expected]);
  const pages = list(expected);
  assert.ok(pages.length > 50);
  assert.deepEqual(list(join(made, 'text')), pages);
  for (const page of pages)
    assert.ok(readFileSync(join(made, 'text', page)).equals(readFileSync(join(expected, page))), page);
  assert.equal(readFileSync(join(made, 'skeleton.html'), 'utf8'),
    execFileSync(native, ['page', dataset, '--skeleton', '--text', 'text/'], {encoding: 'utf8'}));
});

test('it is not written again where nothing changed, and is where a page is gone', () => {
  const page = join(made, 'text/index.html');
  utimesSync(page, 1, 1);
  assert.equal(write(), '');
  assert.equal(statSync(page).mtimeMs, 1000);
  rmSync(page);
  assert.match(write(), /^text version/);
  assert.ok(statSync(page).isFile());
});
