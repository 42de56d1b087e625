// Builds what `web/serve` serves: node web/build.mjs [--all]
//
// Each step is skipped where what it makes is newer than what it is made of. --all makes also what
// is only published: the npm package with its command line, and the compressed copies of all files.
// What the tools print is in build/serve.log.
import {spawn} from 'node:child_process';
import {existsSync, mkdirSync, openSync, readFileSync, writeSync} from 'node:fs';
import {availableParallelism, cpus} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';

import {duration, printer, Progress} from './progress.mjs';

const top = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const log = join(top, 'build/serve.log');
const all = process.argv.includes('--all');
const first = !existsSync(join(top, 'build/web/proviso.wasm'));

/// CPU seconds of a first build, as it took on the machines where this was written.
const compileSeconds = 200;
const cores = availableParallelism?.() ?? cpus().length;
const targets = all ? ['all'] : ['proviso_app', 'proviso_core_web'];

const steps = [
  {name: 'Looking for what is needed', command: ['cmake', '--preset', 'web'],
    skip: () => existsSync(join(top, 'build/web/build.ninja'))},  // Ninja starts CMake again where it must.
  {name: 'Compiling to WebAssembly', command: ['cmake', '--build', '--preset', 'web', '--target', ...targets],
    progress: {links: 2, linkWeight: 15, expected: compileSeconds / Math.min(cores, 8)}},
  {name: 'Writing the text version', command: ['node', 'web/text_version.mjs']},
  {name: 'Making the fonts', command: ['node', 'web/fonts/build.mjs']},
  {name: 'Putting the page together', command: ['node', 'web/assemble.mjs', ...(all ? [] : ['--no-pack'])]},
];

/// What to do about a failure, by what the tools printed.
function remedy(text) {
  const again = 'then start web/serve again: it goes on where it stopped.';
  if (/No space left|ENOSPC/i.test(text)) return `The disk is full. Make room (a build takes 1 GB), ${again}`;
  if (/cannot be built yet|needs Emscripten/.test(text)) return `Something is not installed, and named above. Install it, ${again}`;
  if (/\bKilled\b|signal 9|out of memory|bad_alloc|SIGKILL/i.test(text))
    return `The machine ran out of memory. End other programs (a build takes 2 GB), ${again}`;
  if (/ENOENT/.test(text)) return `A program is not there. On Debian .ci/setup web installs it; elsewhere README.md says what is needed. Do so, ${again}`;
  if (/\berror:/.test(text)) return `A file does not compile, and is named above. If you changed it, mend it; if not, remove the folder build/web, ${again}`;
  return `Remove the folders build/web and web/dist, ${again}`;
}

function fail(name, from) {
  const lines = readFileSync(log, 'utf8').slice(from).trimEnd().split('\n');
  console.error(lines.slice(-30).map((line) => `    ${line}`).join('\n'));
  console.error(`\n${name}: failed. All that was printed is in ${log}.\n${remedy(lines.join('\n'))}`);
  process.exit(1);
}

/// Runs one step; its output goes to the log.
function run({name, command, progress}, file) {
  const begin = performance.now();
  const elapsed = () => (performance.now() - begin) / 1000;
  const bar = progress && new Progress(name, progress);
  const print = printer(process.stdout);
  const from = writeSync(file, `--- ${command.join(' ')}\n`) && readFileSync(log).length;
  if (process.stdout.isTTY) print.say(`${name} …`, 0);
  return new Promise((done) => {
    const [program, ...words] = command;
    const child = spawn(program === 'node' ? process.execPath : program, words,
      {cwd: top, stdio: ['ignore', 'pipe', bar ? 'pipe' : file], env: {...process.env, NINJA_STATUS: '[%f/%t] '}});
    child.on('error', (error) => {
      writeSync(file, `${error.message}\n`);
      fail(name, from);
    });
    child.stderr?.on('data', (data) => writeSync(file, data));
    createInterface({input: child.stdout}).on('line', (line) => {
      writeSync(file, line + '\n');
      if (bar?.read(line)) print.say(bar.words(elapsed()), bar.share);
    });
    child.on('close', (code, signal) => {
      if (signal) writeSync(file, `${signal}\n`);
      if (code !== 0) {
        print.end(`${name}: failed`);
        fail(name, from);
      }
      print.end(`${name}: done in ${duration(elapsed())}`);
      done();
    });
  });
}

mkdirSync(dirname(log), {recursive: true});
const file = openSync(log, 'w');
if (first) {
  console.log(`Builds the explorer from its sources, all in this folder. The first time takes about ${
    duration(1.2 * compileSeconds / Math.min(cores, 8))} on this machine; later ones take seconds.`);
}
for (const step of steps) if (!step.skip?.()) await run(step, file);
