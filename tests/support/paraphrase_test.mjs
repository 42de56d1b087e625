import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';

import {Guard, namesOf, wordsOf} from './paraphrase.mjs';

const script = fileURLToPath(new URL('paraphrase.mjs', import.meta.url));
const source = 'The harbour master said that no ship\nwill leave before the ice is gone, and nobody at the Institute of Northern Tides disagreed with her.';
const guard = new Guard([{name: 'a.txt', text: source}], ['Institute of Northern Tides']);
const found = (text) => guard.repeats(text).map(({words}) => words);

test('words have the line that they stand on', () => {
  assert.deepEqual(wordsOf('A\n\nb, c\nd'), [{word: 'a', line: 1}, {word: 'b', line: 3}, {word: 'c', line: 3}, {word: 'd', line: 4}]);
});

test('seven words in a row are a repeat, six are none', () => {
  assert.deepEqual(found('She wrote: no ship will leave before the ice.'), ['no ship will leave before the ice']);
  assert.deepEqual(found('She wrote: no ship will leave before the thaw.'), []);
});

test('neither case nor what stands between the words hides a repeat', () => {
  assert.deepEqual(found('"No ship" -- will\n * leave_before: THE ice!'), ['no ship will leave before the ice']);
});

test('a run is told once, as long as it is, with both lines', () => {
  assert.deepEqual(guard.repeats('Or:\nmaster said that no ship will leave before the ice is gone. Then.'),
    [{line: 2, words: 'master said that no ship will leave before the ice is gone', source: 'a.txt', sourceLine: 1}]);
});

test('a long name is no repeat, and ends one', () => {
  assert.deepEqual(found('nobody at the Institute of Northern Tides disagreed with her'), []);
  assert.deepEqual(found('the ice is gone and nobody at the Institute of Northern Tides'), ['the ice is gone and nobody at the']);
});

test('a whole text is one repeat, up to where too few words follow a name', () => {
  assert.deepEqual(found(source), ['the harbour master said that no ship will leave before the ice is gone and nobody at the']);
});

test('names are the institutions and the titles of the bundled dataset', () => {
  const names = namesOf(JSON.parse(readFileSync(new URL('../../data/china-military-aid.json', import.meta.url))));
  assert.ok(names.includes('Center for Strategic and International Studies'));
  assert.ok(!names.includes('United States'));
});

test('a run that is planted in a project is found, wherever git would add it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-paraphrase-'));
  after(() => rmSync(folder, {recursive: true}));
  const [project, sources] = ['project', 'sources'].map((name) => join(folder, name));
  for (const one of [project, sources, join(project, 'deep')]) mkdirSync(one);
  writeFileSync(join(sources, 'a.txt'), source);
  execFileSync('git', ['init', '-q'], {cwd: project});
  writeFileSync(join(project, '.gitignore'), 'ignored.txt\n');
  writeFileSync(join(project, 'ignored.txt'), source);
  writeFileSync(join(project, 'binary'), Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(source)]));
  writeFileSync(join(project, 'clean.md'), 'Ships stay in port until spring, she thinks.');
  const run = () => spawnSync(process.execPath, [script, project], {encoding: 'utf8', env: {...process.env, PROVISO_SOURCES: sources}});
  const clean = run();
  assert.equal(clean.status, 0, clean.stdout + clean.stderr);
  assert.match(clean.stdout, /^2 files read, 0 repeats/);

  writeFileSync(join(project, 'deep/planted.h'), '\n// said that no ship will\n// leave before the ice is gone\n');
  const planted = run();
  assert.equal(planted.status, 1);
  assert.match(planted.stdout, /planted\.h:2: as a\.txt:1: said that no ship will leave before the ice is gone\n/);
});

test('without texts the guard fails: it has guarded nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-paraphrase-'));
  after(() => rmSync(folder, {recursive: true}));
  assert.notEqual(spawnSync(process.execPath, [script], {env: {...process.env, PROVISO_SOURCES: folder}}).status, 0);
});
