// Runs the jobs of the bench and prints ratios; started by tests/bench/run, which sets the paths.
import {spawnSync} from 'node:child_process';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {cpus} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

import {appendRun, besideEarlier, readRuns} from './history.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const scripts = process.env.PROVISO_BENCH_SCRIPTS;
const data = process.env.PROVISO_BENCH_DATA;
const programs = process.env.PROVISO_BENCH_PROGRAMS;
const options = Object.fromEntries(process.argv.slice(2).map((word) => {
  const [key, value] = word.replace(/^--/, '').split('=');
  return [key, value ?? 'yes'];
}));
const known = ['jobs', 'sizes', 'rounds', 'all-peers', 'timeout', 'quick', 'history'];
for (const key of Object.keys(options)) {
  if (known.includes(key)) continue;
  console.error(`There is no option --${key}; there are --${known.join(', --')}.`);
  process.exit(2);
}
const quick = 'quick' in options;  // A minute: small, with the peers that need no packages.
const rounds = Number(options.rounds ?? (quick ? 1 : 3));
const seconds = Number(options.timeout ?? 900);
const sizesOf = (job, otherwise) => options.sizes?.split(',') ?? (quick ? ['1k'] : otherwise);
/// By name, for the history: how many times the peer's time ours fits into.
const ratios = {};
const keep = (name, ratio) => { if (Number.isFinite(ratio)) ratios[name] = ratio; };
const adapter = join(here, 'adapter.mjs');

/// Times that a script printed as lines of JSON, each a record; what it said of itself otherwise.
function run(script, words) {
  const ran = spawnSync(process.execPath,
    ['--expose-gc', '--max-old-space-size=14000', join(scripts, script), ...words],
    {cwd: scripts, encoding: 'utf8', maxBuffer: 1 << 28, timeout: seconds * 4000});
  const records = (ran.stdout ?? '').split('\n').filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
  for (const record of records)
    if (record.fail) console.log(`  ${record.engine ?? script} failed: ${record.fail}`);
  if (records.length === 0)
    console.log(`  ${script} failed: ${(ran.stderr || String(ran.error ?? '')).trim().split('\n').slice(-3).join(' | ')}`);
  return records.filter((record) => !record.fail);
}

const least = (records, read) => {
  const values = records.map(read).filter((value) => Number.isFinite(value));
  return values.length ? Math.min(...values) : NaN;
};
const short = (x) => (Number.isFinite(x) ? String(Number(x.toPrecision(3))) : '–');
const mean = (list) => list.reduce((sum, x) => sum + x, 0) / list.length;

function table(headings, rows) {
  const all = [headings, ...rows.map((row) => row.map((cell) => (typeof cell === 'number' ? short(cell) : String(cell))))];
  const widths = headings.map((_, i) => Math.max(...all.map((row) => row[i].length)));
  for (const row of all)
    console.log('  ' + row.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join('  '));
}

const jobs = {
  /// A toggle answers every view on the outcome: the engine natively and as wasm under node beside
  /// a plain forward closure in JavaScript.
  async whatif() {
    const {dataFile, load, script} = await import(pathToFileURL(join(scripts, 'conditions.mjs')).href);
    const cost = [];
    for (const size of sizesOf('whatif', ['1k', '10k', '100k', '1m'])) {
      console.log(`\nWhat-if, ${size} claims: one setting of the levers, every view answered`);
      const file = dataFile(size);
      const settings = join(data, `settings-${size}.txt`);
      writeFileSync(settings, script(load(size)).map((literals) =>
        literals.map((one) => (typeof one === 'string' ? one : '!' + one.not)).join(' ')).join('\n') + '\n');
      const big = size === '1m';
      const found = {closure: [], wasm: [], native: []};
      for (let round = 0; round < (big ? 1 : rounds); ++round) {
        const words = [`--n=${size}`, '--rounds=1', `--timeout=${seconds}`];
        if (!big) words.push(`--product=${adapter}`);  // Two datasets of that size are too much for wasm.
        for (const record of run('whatif.mjs', words))
          found[record.engine === 'product' ? 'wasm' : 'closure'].push(record);
        const ran = spawnSync(join(programs, 'whatif_native'), [file, settings], {encoding: 'utf8', maxBuffer: 1 << 26});
        if (ran.status === 0) found.native.push(JSON.parse(ran.stdout));
        else console.log(`  whatif_native failed: ${ran.stderr.trim()}`);
      }
      const wall = (name) => least(found[name], (record) => record.toggle_ms.mean);
      const cpu = (name) => least(found[name], (record) => record.cpu_ms_per_toggle);
      const answers = (name) => {
        const one = found[name][0];
        return one ? `${short(mean(one.answered))} / ${short(mean(one.directed))}` : '–';
      };
      table(['engine', 'ms', 'worst ms', 'CPU ms', 'peer / this', 'CPU ratio', 'load ms', 'views', 'answered / directed'],
        Object.keys(found).filter((name) => found[name].length > 0).map((name) => [
          {closure: 'plain closure (peer)', wasm: 'Proviso, wasm in node', native: 'Proviso, native'}[name],
          wall(name), least(found[name], (record) => record.toggle_ms.worst), cpu(name),
          wall('closure') / wall(name), cpu('closure') / cpu(name),
          least(found[name], (record) => record.load_ms), found[name][0].views ?? '–', answers(name)]));
      for (const name of ['wasm', 'native']) keep(`whatif ${size}, ${name}: plain closure`, wall('closure') / wall(name));
      cost.push({size, closure: wall('closure'), wasm: wall('wasm'), native: wall('native')});
    }
    if (cost.length < 2) return;
    console.log('\nHow the cost of a toggle grows (times that of the size above it)');
    table(['claims', 'plain closure', 'Proviso, wasm', 'Proviso, native'], cost.map((row, i) => [row.size,
      ...['closure', 'wasm', 'native'].map((name) => (i ? row[name] / cost[i - 1][name] : '–'))]));
  },

  /// Full-text search, beside search libraries; only peers of equal quality are to be compared with.
  async fts() {
    for (const size of sizesOf('fts', ['10k', '100k'])) {
      console.log(`\nFull text over ${size} claims`);
      const peers = options['all-peers'] ? [] : ['--engines=minisearch,flexsearch,orama,sqlite-wasm'];
      const found = group(run('fts.mjs',
        [`--n=${size}`, `--rounds=${rounds}`, `--timeout=${seconds}`, `--product=${adapter}`, ...peers]));
      const query = (name) => least(found.get(name) ?? [], (record) => record.q_ms.mean);
      const build = (name) => least(found.get(name) ?? [], (record) => record.build_ms_min);
      table(['engine', 'query ms', 'this / Proviso', 'build ms', 'this / Proviso', 'P@10 one two prefix typo folded cjk', 'BM25 mass'],
        [...found].map(([name, records]) => [name, query(name), query(name) / query('product'), build(name),
          build(name) / build('product'),
          ['one', 'two', 'prefix', 'typo', 'folded', 'cjk'].map((kind) => short(records[0].p_at_10[kind])).join(' '),
          records[0].mass]));
      for (const name of found.keys()) {
        if (name === 'product') continue;
        keep(`query ${size}: ${name}`, query(name) / query('product'));
        keep(`open and index ${size}: ${name}`, build(name) / build('product'));
      }
      console.log('  Proviso opens and checks the whole dataset in its build; the peers are given the texts.');
    }
  },

  /// All facet counts under a filter, and the stance matrix.
  async facets() {
    for (const size of sizesOf('facets', ['10k', '100k'])) {
      console.log(`\nFacets of ${size} claims, all counts under each of 40 filters; stance matrix`);
      const peers = options['all-peers'] ? [] : [quick ? '--engines=js-typed,js-naive' : '--engines=crossfilter2,arquero,js-typed,js-naive'];
      const found = group(run('facets.mjs',
        [`--n=${size}`, `--rounds=${rounds}`, `--timeout=${seconds}`, `--product=${adapter}`, ...peers]));
      const state = (name) => least(found.get(name) ?? [], (record) => record.state_ms.min_mean);
      const matrix = (name) => least(found.get(name) ?? [], (record) => record.matrix_ms.min);
      const same = found.get('js-naive')?.[0].hash ?? found.values().next().value?.[0].hash;
      table(['engine', 'state ms', 'this / Proviso', 'matrix ms', 'this / Proviso', 'load ms', 'same counts', 'cells'],
        [...found].map(([name, records]) => [name, state(name), state(name) / state('product'), matrix(name),
          matrix(name) / matrix('product'), least(records, (record) => record.load_ms),
          records[0].hash === same ? 'yes' : 'NO', records[0].cells]));
      for (const name of found.keys()) {
        if (name === 'product') continue;
        keep(`facets ${size}: ${name}`, state(name) / state('product'));
        keep(`matrix ${size}: ${name}`, matrix(name) / matrix('product'));
      }
      console.log('  Proviso opens and checks the whole dataset in its load; the peers are given rows.');
    }
  },

  /// Reading and checking a file, and refusing 48 spoilt ones.
  async json() {
    for (const size of sizesOf('json', ['1k', '10k', '100k'])) {
      console.log(`\nReading and checking ${size} claims`);
      const [record] = run('json.mjs', [`--n=${size}`, '--native=0', `--product=${adapter}`]);
      if (!record?.product) continue;
      table(['engine', 'ms', 'this / Proviso', 'spoilt files refused'], [
        ['JSON.parse + ajv + invariants', record.total_min, record.ratio, record.refused],
        ['Proviso, wasm in node', record.product.min, 1, record.product.refused],
      ]);
      keep(`read and check ${size}: ajv`, record.ratio);
      if (record.product.missed.length) console.log(`  not refused: ${record.product.missed.join(', ')}`);
    }
  },

  /// Opening the file and every view natively, beside the program as it was at an earlier commit.
  async views() {
    const {dataFile} = await import(pathToFileURL(join(scripts, 'gen.mjs')).href);
    const before = process.env.PROVISO_BENCH_BEFORE_PROGRAM;
    const programsOf = {...(before && {before}), now: join(programs, 'views_native')};
    for (const size of sizesOf('views', ['10k', '100k'])) {
      console.log(`\nOpening ${size} claims and each view of them: CPU time, natively`);
      const file = dataFile(size);
      const found = {};
      for (let round = 0; round < rounds; ++round)
        for (const [name, program] of Object.entries(programsOf)) {
          const ran = spawnSync(program, [file, '2'], {encoding: 'utf8', maxBuffer: 1 << 26});
          if (ran.status === 0) (found[name] ??= []).push(JSON.parse(ran.stdout));
          else console.log(`  ${program} failed: ${ran.stderr.trim()}`);
        }
      if (!found.now) continue;
      const old = found.before ?? [];
      const row = (words, read, picture) => [words, least(found.now, read),
        least(old, read) / least(found.now, read),
        picture && old.length ? (picture(old[0]) === picture(found.now[0]) ? 'yes' : 'other') : '–'];
      table(['', 'ms', 'before / now', 'same picture'], [
        row('file read and checked', (record) => record.load_ms),
        row('all that views are made from', (record) => record.library_ms),
        ...Object.keys(found.now[0].views).flatMap((view) => [
          row(view, (record) => record.views[view].ms, (record) => record.views[view].picture),
          row(`${view}, next frame`, (record) => record.views[view].again_ms)])]);
    }
    if (!before) console.log('  PROVISO_BENCH_BEFORE names a commit to be compared with.');
  },

  /// The map's drawing beside elkjs, d3-dag and Graphviz dot: crossings and lengths.
  async layout() {
    console.log('\nLayered drawing');
    spawnSync(process.execPath, [join(here, 'layered.mjs'), join(programs, 'proviso_layout_native')],
      {stdio: 'inherit'});
  },

  /// A reader's copy against the coded passages, and how the cost grows.
  async locate() {
    console.log('\nPassages in a reader’s copy');
    spawnSync(join(programs, 'proviso_locate_bench'), {stdio: 'inherit'});
  },
};

function group(records) {
  const found = new Map();
  for (const record of records) found.set(record.engine, [...(found.get(record.engine) ?? []), record]);
  return found;
}

mkdirSync(data, {recursive: true});
const wanted = options.jobs?.split(',') ?? (quick ? ['whatif', 'facets', 'json'] : Object.keys(jobs));
for (const job of wanted) {
  if (!Object.hasOwn(jobs, job)) {
    console.error(`There is no job ${job}; there are ${Object.keys(jobs).join(', ')}.`);
    process.exit(2);
  }
}
console.log('Least times of this one run; only the ratios mean anything, and only in one run.');
for (const job of wanted) await jobs[job]();

const history = options.history ?? join(here, 'history.jsonl');
const beside = besideEarlier(readRuns(history), ratios);
if (beside.length > 0) {
  console.log('\nBeside the last run that had them: how many times the peer’s time ours fits into');
  table(['', 'now', 'then', 'now / then', 'of'], beside.map(({name, now, then, date, commit}) =>
    [name, now, then ?? '–', then === undefined ? '–' : now / then, date === undefined ? '–' : `${date} ${commit}`]));
}
if (!quick && beside.length > 0) {
  const git = spawnSync('git', ['rev-parse', '--short', 'HEAD'], {cwd: here, encoding: 'utf8'});
  const dirty = spawnSync('git', ['status', '--porcelain'], {cwd: here, encoding: 'utf8'}).stdout.trim() !== '';
  appendRun(history, {date: new Date().toISOString().slice(0, 10), commit: git.stdout.trim() + (dirty ? '+' : ''), node: process.version,
    processor: cpus()[0]?.model, ratios});
  console.log(`  Kept in ${history}.`);
}
