import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';

import {alphaNominal, bestMatching, compare, dice, features, jaccard, subjectWords, union} from '../../data/coding/agreement.mjs';

const top = join(dirname(fileURLToPath(import.meta.url)), '../..');
const coding = (name) => JSON.parse(readFileSync(join(top, 'data/coding', name), 'utf8'));
const columns = (...rows) => rows[0].map((_, i) => rows.map((row) => row[i]));

// The two nominal examples that Krippendorff (2011) works through.
test('alpha of two observers and binary data is the published 0.095', () => {
  const units = columns([0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]);
  assert.equal(alphaNominal(units).toFixed(3), '0.095');
});

test('alpha of four observers with missing values is the published 0.743', () => {
  const x = null;
  const units = columns(
    [1, 2, 3, 3, 2, 1, 4, 1, 2, x, x, x], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, x, 3],
    [x, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, x], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, x]);
  assert.equal(alphaNominal(units).toFixed(3), '0.743');
});

test('perfect agreement is 1, also when only one value occurs', () => {
  assert.equal(alphaNominal([['a', 'a'], ['b', 'b'], ['a', 'a']]), 1);
  assert.equal(alphaNominal([['a', 'a'], ['a', 'a']]), 1);
});

test('systematic disagreement is below 0, and nothing to pair is no number', () => {
  assert.ok(alphaNominal([['a', 'b'], ['b', 'a'], ['a', 'b']]) < 0);
  assert.ok(Number.isNaN(alphaNominal([['a', null], [null, null]])));
});

test('overlap is shared length over joint length', () => {
  assert.deepEqual(union([[5, 8], [0, 3], [3, 4], [7, 9]]), [[0, 4], [5, 9]]);
  assert.equal(jaccard([[0, 10]], [[5, 15]]), 5 / 15);
  assert.equal(jaccard([[0, 10], [20, 30]], [[0, 10], [20, 30]]), 1);
  assert.equal(jaccard([[0, 10]], [[10, 20]]), 0);
});

test('words are compared by their beginnings, names by one spelling', () => {
  assert.equal(dice(subjectWords('Beijing is sending arms'), subjectWords('China sends arms')), 2 * 2 / 6);
  assert.equal(dice(new Set(), new Set()), 0);
});

test('the matching maximises the sum, not the first good pair', () => {
  assert.deepEqual(bestMatching([[5, 4], [4, 1]]), [[0, 1], [1, 0]]);
  assert.deepEqual(bestMatching([[0, 2, 0], [0, 3, 2]]), [[0, 1], [1, 2]]);
  assert.deepEqual(bestMatching([[1], [3], [2]]), [[1, 0]]);
  assert.deepEqual(bestMatching([[0, -1]]), []);
  assert.deepEqual(bestMatching([]), []);
});

test('the matching is as good as the best of all assignments', () => {
  let seed = 7;
  const next = () => (seed = (seed * 1103515245 + 12345) % 2147483648) % 10;
  const best = (w, i, used) => i === w.length ? 0 : Math.max(best(w, i + 1, used),
    ...w[i].map((value, j) => (used & (1 << j) ? -1 : value + best(w, i + 1, used | (1 << j)))));
  for (let round = 0; round < 60; ++round) {
    const rows = 1 + next() % 5, columnCount = 1 + next() % 5;
    const weights = Array.from({length: rows}, () => Array.from({length: columnCount}, next));
    const pairs = bestMatching(weights);
    assert.equal(new Set(pairs.map((p) => p[0])).size, pairs.length);
    assert.equal(new Set(pairs.map((p) => p[1])).size, pairs.length);
    assert.equal(pairs.reduce((sum, [i, j]) => sum + weights[i][j], 0), best(weights, 0, 0));
  }
});

const small = (passages, claims) => ({
  passages: passages.map(([id, document, start, end]) => ({id, document, start, end})),
  propositions: [{id: 'arms', label: 'China sends arms'}, {id: 'ties', label: 'The US deepens ties'}],
  conditions: [{id: 'k', form: 'if', antecedents: ['ties'], consequent: {not: 'arms'}}],
  claims: claims.map(([id, passage, actor, about, modality = 'will']) =>
    ({id, passages: [passage], attribution: [{actor, stance: 'asserts'}], about, modality, gloss: id})),
});

test('claims are paired where they share text, and only there', () => {
  const a = small([['p1', 'd', 0, 10], ['p2', 'e', 0, 10]],
    [['one', 'p1', 'x', {proposition: 'arms'}], ['two', 'p2', 'x', {proposition: 'arms'}]]);
  const b = small([['p1', 'd', 2, 10], ['p2', 'e', 10, 20]],
    [['one', 'p1', 'y', {proposition: 'arms'}], ['two', 'p2', 'x', {proposition: 'arms'}]]);
  const result = compare(a, b, {x: 'y'});
  assert.deepEqual(result.pairs.map(([p, q]) => [p.id, q.id]), [['one', 'one']]);
  assert.equal(result.features.holder.same, 1);
});

test('of several claims at one place those about the same matter are paired', () => {
  const place = [['p', 'd', 0, 10]];
  const a = small(place, [['first', 'p', 'x', {proposition: 'arms'}], ['second', 'p', 'x', {condition: 'k'}, 'likely']]);
  const b = small(place, [['link', 'p', 'x', {condition: 'k'}, 'possible'], ['plain', 'p', 'x', {proposition: {not: 'arms'}}]]);
  const result = compare(a, b);
  assert.deepEqual(result.pairs.map(([p, q]) => [p.id, q.id]), [['first', 'plain'], ['second', 'link']]);
  assert.deepEqual([result.features.form.same, result.features.modality.same, result.features.polarity.same], [2, 1, 1]);
});

test('a coding agrees with itself in everything', () => {
  const a = coding('coder-a.json');
  const result = compare(a, a);
  assert.equal(result.matched, a.claims.length);
  for (const figure of Object.values(result.features)) assert.equal(figure.alpha, 1);
});

test('every holder of A is in the table, and every counterpart is a holder of B', () => {
  const holders = coding('holders.json');
  const last = (dataset) => new Set(dataset.claims.map((claim) => claim.attribution.at(-1).actor));
  const inB = last(coding('coder-b.json')), inA = last(coding('coder-a.json'));
  assert.deepEqual([...inA].filter((id) => !(id in holders)), []);
  assert.deepEqual(Object.keys(holders).filter((id) => !inA.has(id)), []);
  assert.deepEqual(Object.values(holders).filter((id) => id !== null && !inB.has(id)), []);
});

test('form among links leaves out pairs of which neither is a link', () => {
  const place = [['p', 'd', 0, 10], ['q', 'd', 20, 30]];
  const a = small(place, [['arms', 'p', 'x', {proposition: 'arms'}], ['ties', 'q', 'x', {condition: 'k'}]]);
  const b = small(place, [['arms', 'p', 'x', {proposition: 'arms'}], ['ties', 'q', 'x', {proposition: 'ties'}]]);
  const {form, formOfLinks} = compare(a, b).features;
  assert.deepEqual([form.compared, form.same, formOfLinks.compared, formOfLinks.same], [2, 1, 1, 0]);
});

test('"observed" on one side and nothing on the other is a disagreement of its own kind', () => {
  const a = small([['p', 'd', 0, 10]], [['arms', 'p', 'x', {proposition: 'arms'}]]);
  const b = small([['p', 'd', 0, 10]], [['arms', 'p', 'x', {proposition: 'arms'}]]);
  b.claims[0].evidence = 'observed';
  const {evidence, evidenceSeen} = compare(a, b).features;
  assert.deepEqual([evidence.same, evidenceSeen.same], [0, 1]);
});

test('the pairs that are called no counterparts are pairs', () => {
  const pairs = new Map(compare(coding('coder-a.json'), coding('coder-b.json'), coding('holders.json'))
    .pairs.map(([x, y]) => [x.id, y.id]));
  for (const [a, b] of Object.entries(coding('no_counterparts.json'))) assert.equal(pairs.get(a), b, a);
});

test('SOURCES.md repeats what the script prints', () => {
  const printed = execFileSync('node', [join(top, 'data/coding/agreement.mjs')]).toString().trim();
  const sources = readFileSync(join(top, 'data/SOURCES.md'), 'utf8');
  assert.equal(printed.split('\n').length, 3 + Object.keys(features).length);
  for (const line of printed.split('\n')) assert.ok(sources.includes(line), line);
});
