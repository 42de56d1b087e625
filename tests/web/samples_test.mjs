// The five samples to learn with: valid, whole, found in their texts, and answering as
// tests/golden/samples.txt has it. PROVISO_DIST names another folder than web/dist.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath, pathToFileURL} from 'node:url';

const top = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const dist = resolve(process.env.PROVISO_DIST ?? join(top, 'web/dist'));
const {loadCore} = await import(pathToFileURL(join(dist, 'core.js')).href);
const core = await loadCore();
const read = (name) => readFileSync(join(top, 'data/samples', name));

// Each with the texts of its documents.
const samples = {
  council: {'d-minutes': 'council.txt'},
  court: {'d-judgment': 'court.txt'},
  guideline: {'d-guideline': 'guideline.txt'},
  debate: {'d-debate': 'debate.txt'},
  policy: {'d-paper': 'policy.txt', 'd-reply': 'policy-reply.txt'},
};
const quiet = new Set(['Says nothing on it', 'Passes on what others say of it']);

/// The golden table: [{sample, target, on, off, answers: {path: words}}].
function table() {
  const rows = [];
  let sample, target;
  for (const line of readFileSync(join(top, 'tests/golden/samples.txt'), 'utf8').split('\n')) {
    if (/^\s*(#|$)/.test(line)) continue;
    const [word, ...rest] = line.trim().split(' ');
    if (word === 'sample') [sample] = rest;
    else if (word === 'target') [target] = rest;
    else if (word === 'suppose')
      rows.push({sample, target, on: rest.filter((one) => one[0] !== '!'), off: rest.filter((one) => one[0] === '!').map((one) => one.slice(1)), answers: {}});
    else {
      const at = line.indexOf(': ');
      rows.at(-1).answers[line.slice(2, at)] = line.slice(at + 2);
    }
  }
  return rows;
}
const rows = table();

for (const [name, texts] of Object.entries(samples)) {
  const bytes = read(`${name}.json`);
  const {dataset, documents, propositions, conditions, claims, relations, events, questions} = JSON.parse(bytes);

  test(`${name}: valid without a warning, canonical, and all of it is in its texts`, () => {
    const {errors, warnings} = core.check(bytes);
    assert.deepEqual([errors, warnings], [[], []]);
    const data = core.open(bytes);
    assert.equal(Buffer.from(data.canonical()).toString(), bytes.toString());
    assert.deepEqual(documents.map(({id}) => id), Object.keys(texts));
    for (const {id, quoting, coded, text} of documents) {
      assert.deepEqual([quoting, coded], ['all', 'complete']);
      assert.equal(text.content.join('\n\n') + '\n', read(texts[id]).toString());
      const {sameText, counts, passages} = data.locate(id, read(texts[id]));
      assert.equal(sameText, true);
      assert.equal(counts.found, passages.length);
      assert.ok(passages.length > 5);
    }
    data.free();
  });

  test(`${name}: small, and has what there is to learn`, () => {
    assert.ok(claims.length >= 12 && claims.length <= 25, `${claims.length} claims`);
    const forms = new Set(conditions.map(({form}) => form));
    for (const form of ['if', 'onlyIf', 'evenIf']) assert.ok(forms.has(form), form);
    assert.ok(new Set(claims.map(({attribution}) => attribution.at(-1).actor)).size >= 3);
    assert.ok(claims.some(({attribution}) => attribution.length >= 3), 'at second hand');
    assert.ok(new Set(claims.flatMap(({hedges}) => hedges ?? [])).size >= 4, 'hedges');
    assert.ok(claims.some(({asOf}) => asOf) && events.length > 0, 'dates');
    assert.ok(conditions.some(({unless}) => unless), 'an exception');
    assert.ok(propositions.some(({near}) => near), 'a near matter');
    assert.ok(relations.some(({type}) => type === 'attacks'), 'voices who disagree');
    assert.deepEqual(questions.map(({tour}) => tour), [1, 2, 3, 4]);
  });

  test(`${name}: under each supposition every voice answers as the table has it`, () => {
    const data = core.open(bytes);
    const asked = rows.filter((row) => row.sample === name);
    assert.ok(asked.length >= 10);
    for (const {target, on, off, answers} of asked) {
      const words = data.ask({target, on, off}).filter((answer) => !quiet.has(answer.words))
        .map((answer) => [answer.view.join('>'), answer.words]);
      assert.deepEqual(Object.fromEntries(words), answers, `${target}, suppose ${[...on, ...off.map((one) => `!${one}`)].join(' ')}`);
    }
    data.free();
  });

  test(`${name}: what its questions suppose stands in the table`, () => {
    for (const {id, state} of questions) {
      const fields = new URLSearchParams(state);
      if ((fields.get('v') ?? 'what-if') !== 'what-if') continue;
      const list = (key) => (fields.get(key) ?? '').split(',').filter(Boolean).sort();
      assert.ok(rows.some((row) => row.sample === name && row.target === (fields.get('t') ?? dataset.start) &&
        [...row.on].sort().join() === list('on').join() && [...row.off].sort().join() === list('off').join()), id);
    }
  });
}

test('the table is about the samples, and no view of the page brings one along', () => {
  assert.deepEqual([...new Set(rows.map(({sample}) => sample))], Object.keys(samples));
  const shipped = Object.keys(JSON.parse(readFileSync(join(dist, 'program.json'), 'utf8')));
  const worker = readFileSync(join(dist, 'worker.js'), 'utf8');
  for (const name of Object.keys(samples)) {
    assert.ok(!shipped.some((path) => path.endsWith(`${name}.json`)), name);
    assert.doesNotMatch(worker, new RegExp(`\\b${name}\\.json`));
  }
});
