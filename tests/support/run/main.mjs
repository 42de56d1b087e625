// tests/run: runs the steps of steps.mjs, side by side where there are cores, and counts.
import {spawn} from 'node:child_process';
import {closeSync, existsSync, mkdirSync, openSync, readFileSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import {join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

import {summarise} from '../count.mjs';
import {SecondRuns} from './again.mjs';
import {inOrder, runLanes} from './lanes.mjs';
import {durations, failures} from './log.mjs';
import {State, treeKey} from './state.mjs';
import {allSteps, chosen, isDebian} from './steps.mjs';

const usage = `Usage: tests/run [--quick] [--again] [--only WORD]… [--list]

  --quick      leaves out the browsers, and fuzzes for 5 seconds each
  --again      only the steps that failed when they last ran
  --only WORD  only the steps that have WORD in their name: a suite, a file, an engine
  --list       prints the names of the steps and runs none
`;
const root = fileURLToPath(new URL('../../../', import.meta.url));
process.chdir(root);

function optionsOf(words) {
  const options = {only: []};
  for (let i = 0; i < words.length; ++i) {
    const [name, ...value] = words[i].split('=');
    if (['--quick', '--again', '--list'].includes(name) && value.length === 0) options[name.slice(2)] = true;
    else if (name === '--only' && (value.length > 0 || i + 1 < words.length))
      options.only.push((value.length > 0 ? value.join('=') : words[++i]).toLowerCase());
    else return null;
  }
  return options;
}
const options = optionsOf(process.argv.slice(2));
if (!options) {
  process.stderr.write(usage);
  process.exit(2);
}

const {env} = process;
const beside = resolve(root, '../shared/sources');
const sources = env.PROVISO_SOURCES || (existsSync(beside) ? beside : 'none');
const fuzzSeconds = Number(env.PROVISO_FUZZ_SECONDS || (options.quick ? 5 : 20));
const every = allSteps(root, {
  quick: options.quick, sources, fuzzSeconds, engines: (env.PROVISO_ENGINES ?? 'chromium,firefox,webkit').split(',')});
if (!isDebian()) every[0].skip = 'this is not Debian; the tools are your own';
const state = new State('build/tests');

let steps = every;
const part = options.again || options.only.length > 0;
if (options.again) steps = chosen(steps, ({name}) => state.failedLast(name));
if (options.only.length > 0) {
  const missing = options.only.find((word) => !every.some(({name}) => name.toLowerCase().includes(word)));
  if (missing !== undefined) {
    process.stderr.write(`No step has "${missing}" in its name. These are the steps:\n${every.map(({name}) => `  ${name}\n`).join('')}`);
    process.exit(2);
  }
  steps = chosen(steps, ({name}) => options.only.some((word) => name.toLowerCase().includes(word)));
}
if (options.list) {
  steps.forEach(({name, skip}) => console.log(skip ? `${name} (left out: ${skip})` : name));
  process.exit(0);
}

const began = Date.now();
const total = {passed: 0, failed: 0, skipped: 0};
const slow = [];
const said = (name, seconds, words) => console.log(`${name.padEnd(48)} ${String(seconds).padStart(5)} s   ${words}`);
const count = ({passed, failed, skipped}) => {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
};

const goesOn = part ? false : state.begin(treeKey(root, sources === 'none' ? [] : [sources],
  [process.version, sources, fuzzSeconds, Boolean(options.quick), env.PROVISO_ENGINES ?? '']));
if (goesOn) console.log('The last run was interrupted and nothing has changed since: this one goes on from there.');
if (options.again && steps.length === 0) console.log('Nothing failed last time.');
mkdirSync(state.folder, {recursive: true});

const left = new Map();  // Why something is left out, and what.
const todo = steps.filter((step) => {
  if (step.skip) {
    if (step.kind !== 'build') ++total.skipped;
    left.set(step.skip, [...(left.get(step.skip) ?? []), step.name]);
    return false;
  }
  const kept = goesOn && step.kind !== 'build' && state.kept(step.name);
  if (!kept) return true;
  count(kept);
  said(step.name, kept.seconds, `${words(kept)} before the interruption`);
  return false;
});

function words({passed, failed, skipped}) {
  if (failed > 0) return `FAILED (${failed}), ${passed} passed`;
  return passed + skipped > 0 ? `${passed} passed${skipped > 0 ? `, ${skipped} skipped` : ''}` : 'done';
}

// --- One step ------------------------------------------------------------------------------------

const running = new Set();
const displays = 100 + 20 * (process.pid % 500);  // Two runs on one machine, on displays far apart.
// Two suites beside each other wait longer than one alone.
const patience = env.PROVISO_PATIENCE ?? '3';
const LIMIT_MINUTES = {build: 90, check: 10, suite: 30};

const second = new SecondRuns();

function start(step) {
  const again = step.first === undefined ? '' : '-again';
  const log = join(state.folder, `${step.name.replace(/[^A-Za-z0-9_]+/g, '-')}${again}.log`);
  const out = openSync(log, 'w');
  const from = Date.now();
  // Xvfb takes the next display where another is there already.
  const display = displays + running.size;
  const command = step.display ?
    ['xvfb-run', '-n', display, '-a', '-s', '-screen 0 1400x1000x24', ...step.command] : step.command;
  return new Promise((done) => {
    const child = spawn(command[0], command.slice(1).map(String), {
      stdio: ['ignore', out, out], detached: true,  // A group of its own, to be ended as a whole.
      env: {...env, PROVISO_SOURCES: sources, PROVISO_PATIENCE: patience, ...step.env},
    });
    const watch = setTimeout(() => end(child), LIMIT_MINUTES[step.kind] * 60_000);
    running.add(child);
    let over = false;
    const ended = (status, trouble) => {
      if (over) return;
      over = true;
      clearTimeout(watch);
      running.delete(child);
      end(child);  // What it may have left behind.
      closeSync(out);
      if (interrupted) return;
      const text = `${readFileSync(log, 'utf8')}${trouble ?? ''}`;
      const seconds = Math.round((Date.now() - from) / 1000);
      const result = summarise(step.kind, status, text);
      const later = result.failed > 0 && second.takes(step, result);
      if (!later) {
        count(result);
        state.ended(step.name, {...result, seconds}, !part);
        second.ended(step, result.failed);
      }
      slow.push(...durations(text).map((one) => ({...one, step: step.name})));
      said(step.name, seconds, `${words(result)}${later ? '; runs once more at the end' : ''}`);
      if (result.failed > 0) console.log(`--- from ${log}\n${failures(text, Number(env.PROVISO_TAIL ?? 40))}\n---`);
      done(result.failed === 0 || later);
    };
    child.on('exit', (status) => ended(status ?? 1));
    child.on('error', (error) => ended(1, error.message));
  });
}

function end({pid}) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The whole group has gone already.
  }
}

function blocked(step, name) {
  const result = {passed: 0, failed: 1, skipped: 0};
  count(result);
  state.ended(step.name, {...result, seconds: 0}, !part);
  said(step.name, 0, `FAILED: it needs "${name}"`);
}

let interrupted = false;
for (const [signal, status] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]])
  process.on(signal, () => {
    interrupted = true;
    running.forEach(end);
    console.log(part ? '\nInterrupted.' : '\nInterrupted; tests/run goes on from here while nothing changes.');
    process.exit(status);
  });

// --- All of them ---------------------------------------------------------------------------------

const cores = Number(env.PROVISO_CORES || availableParallelism());
const order = inOrder(todo, (step) => state.seconds(step.name) ?? step.seconds);
await runLanes(order, Math.max(1, cores), start, blocked);
for (const {name, first} of second.failed) {
  count(first);
  state.ended(name, {...first, seconds: state.seconds(name) ?? 0}, !part);
}
await runLanes(second.steps.map((step) => ({...step, needs: []})), 1, start, blocked);
if (!part) state.finish();

const slowest = slow.filter(({seconds}) => seconds >= 1).sort((a, b) => b.seconds - a.seconds).slice(0, 15);
if (slowest.length > 0) {
  console.log('\nThe slowest test cases:');
  for (const {name, seconds, step} of slowest)
    console.log(`${seconds.toFixed(1).padStart(8)} s   ${name} (${step})`);
}
if (second.unsteady.length > 0)
  console.log(`\nUNSTEADY, passed only when run again by itself: ${second.unsteady.join('; ')}`);
for (const [why, names] of left) console.log(`\nLeft out, ${why}: ${names.join('; ')}`);
console.log(`\n${Math.round((Date.now() - began) / 1000)} s in all`);
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed === 0 && (total.passed > 0 || (options.again && steps.length === 0)) ? 0 : 1;
