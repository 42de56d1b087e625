// tests/run itself: what it runs, beside what, what it remembers and what it reads in a log.
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';

import {MOST, SecondRuns} from './again.mjs';
import {inOrder, runLanes} from './lanes.mjs';
import {durations, failures} from './log.mjs';
import {State, treeKey} from './state.mjs';
import {ALL, allSteps, chosen, enginesOf} from './steps.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'proviso-run-'));
after(() => rmSync(folder, {recursive: true}));

/// What happened when `steps` ran on `cores`: 'a+' a began, 'a-' it ended, 'a!' it was blocked. A step
/// ends in the order of `steps`, and fails if its name is in `broken`.
async function played(steps, cores, broken = []) {
  const seen = [], open = new Map();
  const all = steps.map((step) => ({kind: 'suite', cores: 1, needs: [], ...step}));
  const over = runLanes(all, cores, ({name}) => new Promise((done) => {
    seen.push(`${name}+`);
    open.set(name, done);
  }), ({name}) => seen.push(`${name}!`));
  for (;;) {
    const step = all.find(({name}) => open.has(name));
    if (!step) break;
    seen.push(`${step.name}-`);
    open.get(step.name)(!broken.includes(step.name));
    open.delete(step.name);
    await new Promise((done) => setImmediate(done));
  }
  await over;
  return seen.join(' ');
}

test('as many steps run at once as there are cores, and the next begins when one ends', async () => {
  assert.equal(await played([{name: 'a'}, {name: 'b'}, {name: 'c'}], 2), 'a+ b+ a- c+ b- c-');
  assert.equal(await played([{name: 'a'}, {name: 'b'}], 1), 'a+ a- b+ b-');
});

test('a build runs alone, and nothing slips past it', async () => {
  assert.equal(await played([{name: 'a'}, {name: 'build', cores: ALL}, {name: 'c'}], 2), 'a+ a- build+ build- c+ c-');
});

test('a step waits for what it needs, and cannot run without it', async () => {
  const steps = [{name: 'late', needs: ['build']}, {name: 'build'}, {name: 'other'}, {name: 'last', needs: ['late']}];
  assert.equal(await played(steps, 2), 'build+ other+ build- late+ late- last+ other- last-');
  assert.equal(await played(steps, 2, ['build']), 'build+ other+ build- late! last! other-');
});

test('steps that need each other are an error, not an endless wait', async () => {
  await assert.rejects(played([{name: 'a', needs: ['b']}, {name: 'b', needs: ['a']}], 2), /need each other/);
});

test('builds come first, then what takes longest', () => {
  const steps = [{name: 'short', kind: 'suite'}, {name: 'long', kind: 'suite'}, {name: 'b1', kind: 'build'}, {name: 'b2', kind: 'build'}];
  const seconds = {short: 1, long: 9, b1: 2, b2: 5};
  assert.deepEqual(inOrder(steps, ({name}) => seconds[name]).map(({name}) => name), ['b1', 'b2', 'long', 'short']);
});

test('what failed in a browser has a second run by itself, and is named when it passes only then', () => {
  const runs = new SecondRuns();
  assert.equal(runs.takes({name: 'native'}, {failed: 1}), false, 'chance has no part in it');
  assert.equal(runs.takes({name: 'a', display: true, cores: 1}, {failed: 1}), true);
  const [a] = runs.steps;
  assert.equal(a.cores, Infinity);
  assert.equal(runs.takes(a, {failed: 1}), false, 'there is no third');
  runs.ended(a, 1);
  runs.ended({name: 'steady'}, 0);
  assert.deepEqual(runs.unsteady, []);
  runs.ended(a, 0);
  assert.deepEqual(runs.unsteady, ['a']);
  for (let i = 1; i <= MOST; ++i) runs.takes({name: `b${i}`, display: true}, {failed: 2});
  assert.deepEqual([runs.steps.length, runs.failed.length], [0, MOST + 1], 'where many fail it is not chance');
});

test('every test file is in exactly one step for each of its engines, and every need is a step', () => {
  const steps = allSteps(root);
  const names = steps.map(({name}) => name);
  assert.equal(new Set(names).size, names.length);
  for (const {needs} of steps) for (const name of needs) assert.ok(names.includes(name), name);
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'tests'], {cwd: root}).toString().split('\n').filter((name) => name.endsWith('_test.mjs'));
  assert.ok(files.length > 25);
  for (const file of files) {
    const runs = steps.filter(({command}) => command.includes(file)).length;
    if (file.startsWith('tests/web/browsers/')) assert.ok(runs >= 1 && runs <= 3, file);
    else assert.equal(runs, 1, file);
  }
});

test('a file may say which engines it is for', () => {
  assert.deepEqual(enginesOf('// Engines: chromium, firefox\n'), ['chromium', 'firefox']);
  assert.deepEqual(enginesOf('// Engines: chromium, firefox\n', ['webkit', 'firefox']), ['firefox']);
  assert.deepEqual(enginesOf('import x from "y";\n'), ['chromium', 'firefox', 'webkit']);
  assert.throws(() => enginesOf('// Engines: opera\n'), /no engine opera/);
});

test('what is chosen brings what it needs, and a step that is left out brings nothing', () => {
  const steps = [{name: 'set-up', needs: []}, {name: 'build', needs: ['set-up']}, {name: 'other', needs: ['set-up']},
    {name: 'suite', needs: ['build']}, {name: 'left', needs: ['other'], skip: 'why'}];
  const names = (fits) => chosen(steps, fits).map(({name}) => name);
  assert.deepEqual(names(({name}) => name === 'suite'), ['set-up', 'build', 'suite']);
  assert.deepEqual(names(({name}) => name === 'left'), ['left']);
});

test('a run that was interrupted goes on while nothing changes, and begins anew when something has', () => {
  const at = join(folder, 'state');
  const first = new State(at);
  assert.equal(first.begin('key'), false);
  first.ended('a', {passed: 3, failed: 0, skipped: 0, seconds: 2}, true);
  first.ended('b', {passed: 0, failed: 2, skipped: 0, seconds: 1}, true);
  first.ended('by itself', {passed: 1, failed: 0, skipped: 0, seconds: 1}, false);
  writeFileSync(join(at, 'a.log'), 'log');

  const second = new State(at);
  assert.equal(second.begin('key'), true);
  assert.equal(second.kept('a').passed, 3);
  assert.equal(second.kept('by itself'), undefined);
  assert.deepEqual(['a', 'b'].map(second.failedLast), [false, true]);

  const third = new State(at);
  assert.equal(third.begin('other key'), false);
  assert.equal(third.kept('a'), undefined);
  assert.equal(third.seconds('a'), 2);
  third.finish();
  assert.equal(new State(at).begin('other key'), false, 'a run that ended is not gone on with');
  assert.equal(new State(at).begin(''), false);
  assert.equal(new State(at).begin(''), false, 'without git nothing is known to be the same');
});

test('the key of a tree changes with any file that git would see, and with nothing else', () => {
  const tree = join(folder, 'tree');
  mkdirSync(tree);
  const git = (...words) => execFileSync('git', words, {cwd: tree, stdio: 'pipe'});
  const write = (name, text) => writeFileSync(join(tree, name), text);
  assert.equal(treeKey(tree), '');
  git('init', '-q');
  write('.gitignore', 'ignored\n');
  write('tracked', '1');
  const keys = [treeKey(tree)];
  git('add', '.');
  git('-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '-qm', 'a');
  write('ignored', '1');
  assert.equal(treeKey(tree), keys[0], 'committed, and a file that is ignored');
  const differs = (what, words = []) => {
    const key = treeKey(tree, [], words);
    assert.ok(!keys.includes(key), what);
    keys.push(key);
  };
  write('tracked', '2');
  differs('changed');
  write('new', '');
  differs('added');
  rmSync(join(tree, 'tracked'));
  differs('deleted');
  differs('another option', ['--quick']);
});

const tap = `TAP version 13
# Subtest: chromium
    # Subtest: draws
    ok 1 - draws
      ---
      duration_ms: 1500.5
      ...
    # Subtest: clicks
    not ok 2 - clicks
      ---
      duration_ms: 20
      error: 'no click'
      ...
    1..2
not ok 1 - chromium
  ---
  duration_ms: 1520.5
  type: 'suite'
  failureType: 'subtestsFailed'
  ...
# pass 1
# fail 1
`;

test('durations are read from TAP and from Catch2, and no suite is counted for its cases', () => {
  assert.deepEqual(durations(tap), [{name: 'draws', seconds: 1.5005}, {name: 'clicks', seconds: 0.02}]);
  assert.deepEqual(durations('1: 2.125 s: Answers are right\n1: All tests passed'), [{name: 'Answers are right', seconds: 2.125}]);
});

test('of a failed suite the failed cases are shown, of anything else the end', () => {
  assert.match(failures(tap), /^\s*not ok 2 - clicks[^]*no click/);
  assert.doesNotMatch(failures(tap), /ok 1 - draws|subtestsFailed/);
  assert.equal(failures('a\nb\nc\n', 2), 'b\nc');
});

test('every part into which CTest shares the tests is run, and no other', () => {
  const range = /RANGE (\d+) (\d+)\)/.exec(readFileSync(join(root, 'tests/CMakeLists.txt'), 'utf8')).slice(1).map(Number);
  const parts = Array.from({length: range[1] - range[0] + 1}, (_, i) => `^part${range[0] + i}$`);
  for (const preset of ['native', 'asan', 'node'])
    assert.deepEqual(allSteps(root).filter(({command}) => command[0] === 'ctest' && command.includes(preset))
      .map(({command}) => command.at(-1)), parts);
});

test('an option that is not known is answered with the usage, a word that fits nothing with the names', () => {
  const run = (...words) => spawnSync(join(root, 'tests/run'), words, {encoding: 'utf8'});
  for (const words of [['--fast'], ['--only'], ['--quick=1'], ['quick']]) {
    const {status, stderr} = run(...words);
    assert.equal(status, 2, words.join());
    assert.match(stderr, /^Usage: tests\/run /);
  }
  const {status, stderr} = run('--only', 'no such step');
  assert.equal(status, 2);
  assert.match(stderr, /Browsers: embed_test, firefox\n/);
});

test('--list tells what --only would run, with what it needs', () => {
  const {stdout} = spawnSync(join(root, 'tests/run'), ['--list', '--only', 'embed_test, firefox'], {encoding: 'utf8'});
  assert.match(stdout, /Set-up[^]*Build: web[^]*Browsers: embed_test, firefox\n$/);
  assert.doesNotMatch(stdout, /asan|chromium/);
});
