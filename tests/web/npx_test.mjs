// `npx proviso`: the command line of the npm package says and does what the native program says and
// does, to the byte. PROVISO_DIST and PROVISO_COMMAND as in core_test.mjs.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync,
  writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';

import {decodePng} from './support/png.mjs';

const top = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const dist = resolve(process.env.PROVISO_DIST ?? join(top, 'web/dist'));
const native = resolve(process.env.PROVISO_COMMAND ?? join(top, 'build/native/proviso'));
const {bin} = JSON.parse(readFileSync(join(dist, 'package/package.json'), 'utf8'));
const npx = join(dist, 'package', bin.proviso);

const data = join(top, 'data/china-military-aid.json');
const sample = join(top, 'data/samples/worked-example.json');
const text = join(top, 'data/samples/worked-example.txt');
const bad = join(top, 'data/bad/i02-unknown-actor.json');

const folder = mkdtempSync(join(tmpdir(), 'proviso-npx-'));
after(() => rmSync(folder, {recursive: true, force: true}));

/// Every file under `root` with its SHA-256.
function files(root, under = '') {
  return readdirSync(join(root, under), {withFileTypes: true}).sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(under, entry.name);
      if (entry.isDirectory()) return [path + '/', ...files(root, path)];
      return [`${path} ${createHash('sha256').update(readFileSync(join(root, path))).digest('hex')}`];
    });
}

/// What a program does with `words` in an empty folder of its own.
let turn = 0;
function run(program, words, input) {
  const cwd = join(folder, String(++turn));
  mkdirSync(cwd);
  writeFileSync(join(cwd, 'there.txt'), 'there');
  const stdin = input === undefined ? 'ignore' : openSync(input);
  const [command, ...first] = program;
  const {status, stdout, stderr, error} = spawnSync(command, [...first, ...words],
    {cwd, stdio: [stdin, 'pipe', 'pipe'], maxBuffer: 1 << 28});
  if (input !== undefined) closeSync(stdin);
  if (error) throw error;
  return {status, stdout: stdout.toString(), stderr: stderr.toString(), files: files(cwd)};
}

function same(words, input) {
  const expected = run([native], words, input);
  assert.deepEqual(run([process.execPath, npx], words, input), expected, words.join(' '));
  return expected;
}

test('the same words, bytes and exit codes for calls of every command', () => {
  const codes = new Set();
  for (const line of [
    ['check', data], ['check', data, '--json'], ['check', bad, sample], ['check', bad, '--json'],
    ['check', sample, '--text', `d-brief=${text}`], ['check', sample, '--text', `d-brief=${data}`],
    ['canon', data], ['canon', sample, '--json'], ['canon', sample, '-o', 'out.json'],
    ['list', data, 'actors'], ['list', data, 'claims', '--json'], ['list', data, 'claims', '--csv'],
    ['list', data, 'conditions', '--where', 'modality=likely'],
    ['facets', data], ['facets', data, '--json'],
    ['find', data, 'strategic', 'ambiguity'], ['find', data, 'zzzzzzzz'], ['find', data, 'taiwan', '--limit', '3', '--json'],
    ['ask', data, '--target', 'china-sends-weapons'], ['ask', data, '--target', 'china-sends-weapons', '--json'],
    ['ask', data, '--target', 'china-sends-weapons', '--suppose', 'us-strengthens-taiwan-ties', '--why'],
    ['compare', data], ['compare', data, '--json'],
    ['locate', sample, '--text', `d-brief=${text}`], ['locate', sample, '--text', `d-brief=${data}`, '--json'],
    ['page', data, '-o', 'site/text'], ['page', data, '--skeleton'], ['page', data, '--skeleton', '-o', 's.html', '--json'],
  ]) codes.add(same(line).status);
  assert.deepEqual([...codes].sort(), [0, 1]);
});

test('publish writes the same bytes, of one page and of a site', () => {
  const program = join(dist, 'package');
  for (const line of [['publish', sample, '--single', 'one.html'], ['publish', data, '--single', 'one.html', '--open', 'v=map'], ['publish', sample, '-o', 'site', '--json'],
    ['publish', sample, '--single', 'there.txt'], ['publish', bad, '-o', 'site']]) same([...line, '--program', program]);
  // By itself it takes the program that it came with; the folder of a build has the same.
  const folders = [[npx, 'site'], [npx, 'site', '--program', dist], [npx, 'site', '--program', program]];
  const [first, ...others] = folders.map(([command, ...words]) => run([process.execPath, command], ['publish', sample, '-o', ...words]).files);
  for (const other of others) assert.deepEqual(other, first);
});

test('a picture is the same bytes, and what it shows is in it', () => {
  const program = join(dist, 'package');
  const draw = (name, ...words) => {
    same(['picture', data, '-o', name, ...words, '--program', program]);
    const cwd = join(folder, String(turn));
    return readFileSync(join(cwd, name));
  };
  const svg = draw('map.svg', '--view', 'map').toString();
  assert.match(svg, /^<svg [^>]*width="1200" height="675"[^>]* role="img">\n<title>/);
  assert.ok(!/<text|font/.test(svg));
  const light = decodePng(draw('a.png', '--view', 'claims', '--size', '800x600'));
  assert.deepEqual([light.width, light.height], [800, 600]);
  const fine = decodePng(draw('b.png', '--view', 'claims', '--size', '800x600', '--ratio', '2', '--theme', 'dark'));
  assert.deepEqual([fine.width, fine.height], [1600, 1200]);
  assert.ok(light.data[0] > 200 && fine.data[0] < 60, 'a light and a dark ground');
  for (const line of [['-o', 'x.gif'], ['-o', 'x.png', '--size', '10x10'], ['-o', 'x.png', '--size', 'wide'], []])
    assert.equal(same(['picture', data, ...line, '--program', program]).status, 2, line.join(' '));
});

test('the same of itself', () => {
  for (const line of [['--help'], ['--version'], ['-V'], ['help', 'ask'], ['list', '--help'], ['help', '--man'],
    ['help', '--completion', 'bash'], ['help', '--completion', 'zsh'], ['help', '--completion', 'fish']])
    assert.equal(same(line).status, 0, line.join(' '));
});

test('the same refusals, and nothing written', () => {
  for (const line of [
    [], ['chekc'], ['list', data], ['list', data, 'claim'], ['find', data, 'x', '--limit', '0'],
    ['find', data, 'x', '--limit', '5000000000'], ['check', 'no.json'], ['check', '.'], ['check', 'there.txt/x'],
    ['canon', sample, '-o', 'nope/x.json'], ['canon', sample, '-o', '.'], ['canon', sample, '-o', 'there.txt/x'],
    ['page', sample, '-o', 'there.txt'], ['ask', sample, '--target', 'nobody', '--json'],
  ]) {
    const {status, files} = same(line);
    assert.ok(status === 2, line.join(' '));
    assert.equal(files.length, 1, line.join(' '));
  }
});

test('the standard input is read, from a file and from a pipe', () => {
  assert.equal(same(['check', '-'], sample).status, 0);
  const piped = spawnSync(process.execPath, [npx, 'canon', '-'], {input: readFileSync(data), maxBuffer: 1 << 28});
  assert.equal(piped.status, 0, piped.stderr.toString());
  assert.equal(piped.stdout.toString(), readFileSync(data, 'utf8'));
});

test('a page loads nothing of it', () => {
  for (const name of ['command.js', 'command.wasm', 'command_program.cjs']) {
    assert.ok(existsSync(join(dist, 'package', name)), name);
    assert.ok(!existsSync(join(dist, name)), name);
  }
  for (const name of readdirSync(join(dist, 'package')).filter((name) => name.endsWith('.js') && name !== 'command.js'))
    assert.ok(!readFileSync(join(dist, 'package', name), 'utf8').includes('command_program'), name);
});
