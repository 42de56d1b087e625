// The headless module under node: the same answers as the command line, and nothing that a file or a
// caller can do to it. PROVISO_DIST names another folder than web/dist, PROVISO_COMMAND another
// command than build/native/proviso.
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {readFileSync, readdirSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath, pathToFileURL} from 'node:url';

const top = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const dist = resolve(process.env.PROVISO_DIST ?? join(top, 'web/dist'));
const command = resolve(process.env.PROVISO_COMMAND ?? join(top, 'build/native/proviso'));
const {CoreError, loadCore} = await import(pathToFileURL(join(dist, 'core.js')).href);
const core = await loadCore();

const file = join(top, 'data/china-military-aid.json');
const bytes = readFileSync(file);
const dataset = JSON.parse(bytes);
const start = dataset.dataset.start;
const levers = dataset.propositions.filter((one) => one.role === 'lever').map((one) => one.id);

/// As the command line prints JSON.
const printed = (value) => JSON.stringify(value, null, 1) + '\n';
function cli(...words) {
  const run = spawnSync(command, words, {encoding: 'utf8', maxBuffer: 1 << 28});
  if (run.error) throw run.error;
  return run.stdout;
}
function refusal(work) {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof CoreError, String(error));
    for (const key of ['code', 'pointer', 'line', 'column', 'rule', 'remedy', 'message'])
      assert.ok(key in error, key);
    assert.ok(error.problems.length > 0);
    return error;
  }
  assert.fail('nothing was refused');
}

test('a page and what is none of a text are read as texts, or said to be none', async () => {
  const core = await loadCore();
  assert.equal(core.plainText('<html><head><title>T</title></head><body><p>One &amp; two.<p>Three.</body></html>', 'a.html'), 'One & two.\n\nThree.\n');
  assert.equal(core.plainText('One.\n', 'a.txt'), 'One.\n');
  assert.throws(() => core.plainText('%PDF-1.7', 'a.pdf'), (error) => error.code === 'call' && error.remedy.length > 0);
  assert.throws(() => core.plainText('no archive', 'a.docx'), (error) => error.code === 'syntax');
});

test('a good file is counted, as proviso check does', () => {
  assert.equal(printed(core.check(bytes)), cli('check', file, '--json'));
});

test('a file may be bytes, an ArrayBuffer or text', () => {
  const report = core.check(bytes);
  assert.deepEqual(core.check(bytes.toString()), report);
  assert.deepEqual(core.check(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)), report);
  assert.equal(refusal(() => core.check({})).code, 'call');
  assert.equal(refusal(() => core.open(7)).code, 'call');
});

test('every bad file has the report of proviso check, and is refused where that has errors', () => {
  const folder = join(top, 'data/bad');
  for (const name of readdirSync(folder)) {
    if (name === 'expected.json' || !name.endsWith('.json')) continue;
    const bad = readFileSync(join(folder, name));
    const report = core.check(bad);
    assert.equal(printed(report), cli('check', join(folder, name), '--json'), name);
    if (report.errors.length === 0) continue;
    assert.deepEqual(refusal(() => core.open(bad)).problems, report.errors, name);
  }
});

test('ask is what proviso ask prints, byte for byte, for every lever on and off', () => {
  const data = core.open(bytes);
  assert.equal(printed(data.ask({target: start})), cli('ask', file, '--target', start, '--json'));
  for (const lever of levers) {
    assert.equal(printed(data.ask({target: start, on: [lever]})),
      cli('ask', file, '--target', start, '--suppose', lever, '--json'));
    assert.equal(printed(data.ask({target: '!' + start, off: [lever], strict: true})),
      cli('ask', file, '--target', '!' + start, '--not', lever, '--strict', '--json'));
  }
  data.free();
});

test('one view can be asked by its path', () => {
  const data = core.open(bytes);
  const all = data.ask({target: start});
  assert.deepEqual(data.ask({target: start, view: all[3].view.join('>')}), [all[3]]);
  assert.equal(refusal(() => data.ask({target: start, view: 'nobody'})).code, 'call');
  data.free();
});

test('live answers have the level and direction of the full ones', () => {
  const data = core.open(bytes);
  const live = data.live(start);
  for (const lever of levers) {
    live.suppose({on: [lever]});
    const answers = data.ask({target: start, on: [lever]});
    answers.forEach((answer, i) => {
      const {view, status, direction, ...rest} = live.at(i);
      assert.deepEqual({view, status, direction},
        {view: answer.view, status: answer.status, direction: answer.direction});
      if (status !== 'predicted') return;
      assert.deepEqual(rest, {literal: answer.literal, strength: answer.strength, attenuated: answer.attenuated});
    });
    const silent = answers.filter((answer) => answer.status === 'silent').length;
    assert.equal(live.tally().get('silent'), silent);
  }
  const other = data.live(levers[0]);
  assert.equal(refusal(() => live.suppose()).code, 'call');
  assert.equal(other.views.length, data.ask({target: start}).length);
  data.free();
});

test('find is what proviso find prints', () => {
  const data = core.open(bytes);
  for (const words of ['weapons', 'wepons', 'china military', 'xyzzyplugh', 'Байден'])
    assert.equal(printed(data.find(words)), cli('find', file, words, '--json'));
  assert.equal(data.find('china', {limit: 3}).hits.length, 3);
  assert.ok(data.find('china', {tables: ['actors']}).hits.every((hit) => hit.table === 'actors'));
  assert.equal(refusal(() => data.find('china', {tables: ['walls']})).code, 'call');
  data.free();
});

test('facets are those of proviso facets, with and without filters', () => {
  const data = core.open(bytes);
  const shown = (facets) => [...facets].map(([facet, values]) => [facet, [...values]]);
  const printedBy = (...where) =>
    Object.entries(JSON.parse(cli('facets', file, ...where.flatMap((one) => ['--where', one]), '--json')))
      .map(([facet, values]) => [facet,
        values.filter((one) => one.claims > 0).map((one) => [one.value, one.claims])]);
  assert.deepEqual(shown(data.facets()), printedBy());
  const topic = dataset.topics[0].id;
  assert.deepEqual(shown(data.facets({topic: [topic], modality: ['likely', 'will']})),
    printedBy(`topic=${topic}`, 'modality=likely', 'modality=will'));
  assert.equal(refusal(() => data.facets({colour: ['red']})).code, 'call');
  // The counts of a facet read like the Map that they could be copied into.
  for (const counts of data.facets({modality: ['will']}).values()) {
    const map = new Map(counts);
    assert.equal(counts.size, map.size);
    assert.deepEqual([...counts.keys()], [...map.keys()]);
    assert.deepEqual([...counts.values()], [...map.values()]);
    counts.forEach((count, value, all) => assert.ok(all === counts && map.get(value) === count));
    for (const value of data.facets().get('modality').keys())
      assert.deepEqual([counts.get(value), counts.has(value)], [map.get(value), map.has(value)]);
  }
  const matrix = data.matrix(['holder', 'topic', 'modality'], {topics: 'first'});
  let sum = 0;
  for (let i = 3; i < matrix.cells.length; i += 4) sum += matrix.cells[i];
  assert.equal(sum, data.counts.claims);
  data.free();
});

test('locate is what proviso locate prints, but for the name of the file', () => {
  const sample = join(top, 'data/samples/minimal.json');
  const text = join(top, 'data/samples/minimal.txt');
  const data = core.open(readFileSync(sample));
  const [expected] = JSON.parse(cli('locate', sample, '--text', `d-note=${text}`, '--json')).documents;
  delete expected.file;
  assert.equal(printed(data.locate('d-note', readFileSync(text))), printed(expected));
  assert.equal(refusal(() => data.locate('d-other', 'text')).code, 'call');
  assert.equal(refusal(() => data.locate('d-note', new Uint8Array([255]))).code, 'syntax');
  data.free();
});

test('digest, canonical bytes and text version are those of the command line', () => {
  const data = core.open(bytes);
  assert.equal(data.digest, JSON.parse(cli('canon', file, '-o', '/dev/null', '--json')).sha256);
  assert.equal(new TextDecoder().decode(data.canonical()), cli('canon', file));
  assert.equal(data.skeleton(), cli('page', file, '--skeleton'));
  for (const table of Object.keys(data.counts)) assert.equal(data.csv(table), cli('list', file, table, '--csv'));
  assert.equal(refusal(() => data.csv('claim')).code, 'call');
  const files = data.page();
  assert.ok(files.some(({path, text}) => path === 'index.html' && text.startsWith('<!doctype html>')));
  data.free();
});

test('hostile files are refused and the program lives on', () => {
  const deep = (open, close, depth) => open.repeat(depth) + '0' + close.repeat(depth);
  const hostile = [
    '', '\0', '{', '[', 'null', '"\ud800"', '{"format":"claims-dataset"}',
    deep('[', ']', 100_000), deep('{"a":', '}', 100_000), '['.repeat(1_000_000),
    new Uint8Array(1000).fill(0xff), bytes.subarray(0, bytes.length - 1),
    bytes.toString().replace(/"claims": \[/, '"claims": [[],'),
    `{"format":${'9'.repeat(100_000)}}`,
  ];
  for (const bad of hostile) {
    assert.ok(core.check(bad).errors.length > 0);
    assert.ok(core.check(bad, {limits: 'none'}).errors.length > 0);
  }
  assert.equal(core.crashed, false);
  assert.equal(core.check(bytes).errors.length, 0);
});

test('two instances and many datasets live side by side', async () => {
  const other = await loadCore({wasm: readFileSync(join(dist, 'core.wasm'))});
  const minimal = readFileSync(join(top, 'data/samples/minimal.json'));
  const all = [core.open(bytes), other.open(minimal), core.open(minimal), other.open(bytes)];
  assert.equal(all[0].counts.claims, dataset.claims.length);
  assert.notEqual(all[1].counts.claims, dataset.claims.length);
  assert.equal(all[0].digest, all[3].digest);
  assert.equal(all[1].digest, all[2].digest);
  assert.notEqual(all[0].digest, all[1].digest);
  all[0].free();
  assert.deepEqual(all[3].ask({target: start}).length > 0, true);
  assert.equal(refusal(() => all[0].digest).code, 'call');
  all[0].free();  // Once more does no harm.
  for (const data of all) data.free();
});

test('opening and freeing again and again takes no more memory', async () => {
  const instantiate = WebAssembly.instantiate;
  let memory;
  WebAssembly.instantiate = async (...words) => {
    const instance = await instantiate(...words);
    memory = Object.values(instance.exports).find((one) => one instanceof WebAssembly.Memory);
    return instance;
  };
  const other = await loadCore().finally(() => { WebAssembly.instantiate = instantiate; });
  const once = () => {
    const data = other.open(bytes);
    data.ask({target: start});
    data.find('weapons');
    data.facets();
    data.page();
    data.free();
  };
  for (let i = 0; i < 3; ++i) once();
  const before = memory.buffer.byteLength;
  for (let i = 0; i < 30; ++i) once();
  assert.equal(memory.buffer.byteLength, before);
});

test('a trap poisons its instance, which says so, and no other', async () => {
  const program = await WebAssembly.compile(readFileSync(join(dist, 'core.wasm')));
  const doomed = await loadCore({wasm: program});
  const data = doomed.open(bytes);
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = () => { throw new RangeError('no memory'); };
  try {
    // No more memory can be had now, so the program must stop.
    assert.equal(refusal(() => doomed.check(new Uint8Array(64_000_000))).code, 'crash');
  } finally {
    WebAssembly.Memory.prototype.grow = grow;
  }
  assert.equal(doomed.crashed, true);
  assert.equal(refusal(() => data.ask({target: start})).code, 'crash');
  assert.equal(refusal(() => doomed.check('{}')).code, 'crash');
  data.free();
  assert.equal(core.check(bytes).errors.length, 0);
});

test('a program that does not arrive is an error that says so', async () => {
  await assert.rejects(loadCore({wasm: pathToFileURL(join(dist, 'none.wasm'))}), {name: 'CoreError', code: 'network'});
  await assert.rejects(loadCore({wasm: new Uint8Array([1, 2, 3])}), {name: 'CoreError'});
});

test('names that objects inherit pollute nothing', () => {
  const names = Object.getOwnPropertyNames(Object.prototype);
  const text = bytes.toString();
  for (const name of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']) {
    core.check(text.replace('{', `{"${name}":{"x":1},`));
    core.check(text.replace('"claims":', `"${name}":`));
    const data = core.open(bytes);
    assert.equal(refusal(() => data.facets(JSON.parse(`{"${name}":["x"]}`))).code, 'call');
    assert.equal(refusal(() => data.ask({target: name})).code, 'call');
    assert.equal(data.find(name).words, name);
    assert.equal(refusal(() => data.locate(name, 'x')).code, 'call');
    data.free();
  }
  assert.deepEqual(Object.getOwnPropertyNames(Object.prototype), names);
  assert.equal({}.x, undefined);
});

test('options are read from what the caller passed alone', () => {
  const data = core.open(bytes);
  const before = data.ask({target: start});
  Object.prototype.on = [levers[0]];
  Object.prototype.limit = 1;
  try {
    assert.deepEqual(data.ask({target: start}), before);
    assert.ok(data.find('china', {}).hits.length > 1);
  } finally {
    delete Object.prototype.on;
    delete Object.prototype.limit;
  }
  data.free();
});

test('it works with a frozen Object.prototype and without evaluating strings', () => {
  const script = `
    Object.freeze(Object.prototype);
    const {loadCore} = await import(${JSON.stringify(pathToFileURL(join(dist, 'core.js')).href)});
    const core = await loadCore();
    const data = core.open((await import('node:fs')).readFileSync(${JSON.stringify(file)}));
    console.log(data.ask({target: ${JSON.stringify(start)}}).length, data.facets().size);`;
  const out = execFileSync(process.execPath, ['--disallow-code-generation-from-strings',
    '--input-type=module', '-e', script], {encoding: 'utf8'});
  assert.match(out, new RegExp(`^\\d+ ${Object.keys(JSON.parse(cli('facets', file, '--json'))).length}\\n$`));
});

test('it works in a worker', async () => {
  const {Worker} = await import('node:worker_threads');
  const worker = new Worker(`
    const {parentPort, workerData} = require('node:worker_threads');
    import(workerData.core).then(async ({loadCore}) => {
      const core = await loadCore();
      parentPort.postMessage(core.check(workerData.bytes).counts.claims);
    });`, {eval: true, workerData: {core: pathToFileURL(join(dist, 'core.js')).href, bytes}});
  const claims = await new Promise((done, failed) => worker.on('message', done).on('error', failed));
  assert.equal(claims, dataset.claims.length);
  await worker.terminate();
});

test('loading it listens to nothing and adds no globals', () => {
  const script = `
    const seen = () => JSON.stringify([Object.getOwnPropertyNames(globalThis),
      process.eventNames().map((name) => [String(name), process.listenerCount(name)])]);
    const before = seen();
    const {loadCore} = await import(${JSON.stringify(pathToFileURL(join(dist, 'core.js')).href)});
    (await loadCore()).check('{}');
    console.log(seen() === before);`;
  assert.equal(execFileSync(process.execPath, ['--input-type=module', '-e', script],
    {encoding: 'utf8'}), 'true\n');
});
