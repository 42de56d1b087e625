// How far two codings of the same texts agree.   node data/coding/agreement.mjs A.json B.json
//
// Two coders cut a text into different pieces, so their claims have to be paired before anything can
// be compared. A pair must share text. Among the pairs that do, the one-to-one matching with the
// largest sum of weights is taken; weight = overlap of the words in which the coders put the matter
// + a quarter of the overlap of their passages (one coder marks the phrase, the other the sentence,
// so that overlap only says that they speak of the same place).
// The features that are then compared take no part in the matching: if they did, the figures would
// praise themselves.
import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

/// Krippendorff's alpha for nominal data. Shape: units, each a list of values, null where a coder
/// gave none. NaN if nothing can be paired. Source: Krippendorff 2011, "Computing Krippendorff's
/// Alpha-Reliability", sections A to C.
export function alphaNominal(units) {
  const total = new Map();
  let n = 0, disagreeing = 0;
  for (const unit of units) {
    const values = unit.filter((value) => value !== null && value !== undefined);
    if (values.length < 2) continue;
    const counts = new Map();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    n += values.length;
    for (const [value, count] of counts) {
      total.set(value, (total.get(value) ?? 0) + count);
      disagreeing += count * (values.length - count) / (values.length - 1);
    }
  }
  let expected = 0;
  for (const count of total.values()) expected += count * (n - count);
  if (n < 2) return NaN;
  return expected === 0 ? 1 : 1 - (n - 1) * disagreeing / expected;
}

/// Joins overlapping and touching intervals. Shape: [start, end) pairs, rising.
export function union(intervals) {
  const out = [];
  for (const [start, end] of [...intervals].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = out.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
}

/// Shared length over joint length of two unions of intervals; 0 if they share nothing.
export function jaccard(a, b) {
  const size = (list) => list.reduce((sum, [start, end]) => sum + end - start, 0);
  const joint = size(union([...a, ...b]));
  return joint === 0 ? 0 : (size(a) + size(b) - joint) / joint;
}

/// Shared words of two sets, twice, over the sum of their sizes.
export function dice(a, b) {
  if (a.size + b.size === 0) return 0;
  return 2 * [...a].filter((word) => b.has(word)).length / (a.size + b.size);
}

/// Pairs rows with columns so that the sum of weights is largest; weight 0 or less is never paired.
///
/// Shape: weights[row][column]; returns [row, column] pairs, rising by row.
/// Cost:  cubic in the larger side (the Hungarian method with potentials).
export function bestMatching(weights) {
  const rows = weights.length, columns = rows ? weights[0].length : 0;
  const n = Math.max(rows, columns);
  const cost = (i, j) => (i < rows && j < columns ? -Math.max(0, weights[i][j]) : 0);
  const u = new Array(n + 1).fill(0), v = new Array(n + 1).fill(0), rowOf = new Array(n + 1).fill(0);
  for (let i = 1; i <= n; ++i) {
    const least = new Array(n + 1).fill(Infinity), seen = new Array(n + 1).fill(false);
    const from = new Array(n + 1).fill(0);
    let column = 0;
    rowOf[0] = i;
    do {
      seen[column] = true;
      let delta = Infinity, next = 0;
      for (let j = 1; j <= n; ++j) {
        if (seen[j]) continue;
        const reduced = cost(rowOf[column] - 1, j - 1) - u[rowOf[column]] - v[j];
        if (reduced < least[j]) least[j] = reduced, from[j] = column;
        if (least[j] < delta) delta = least[j], next = j;
      }
      for (let j = 0; j <= n; ++j) {
        if (seen[j]) u[rowOf[j]] += delta, v[j] -= delta;
        else least[j] -= delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    for (; column; column = from[column]) rowOf[column] = rowOf[from[column]];
  }
  const pairs = [];
  for (let j = 1; j <= n; ++j) {
    const i = rowOf[j] - 1;
    if (i < rows && j <= columns && weights[i][j - 1] > 0) pairs.push([i, j - 1]);
  }
  return pairs.sort((a, b) => a[0] - b[0]);
}

const kSmallWords = new Set(('a about after an and are as at be been by for from has have how if in into is it its ' +
  'more most no not of on or says than that the their them they this to up was were what when which while with').split(' '));

/// The words of a text that say what it is about, each cut to five letters.
export function subjectWords(text) {
  const words = text.toLowerCase().replace(/\bbeijing\b/g, 'china').replace(/\b(america|american|washington)\b/g, 'us')
    .replace(/\bmoscow\b/g, 'russia').match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !kSmallWords.has(word)).map((word) => word.slice(0, 5)));
}

const idOf = (literal) => (typeof literal === 'string' ? literal : literal.not);
const negated = (literal) => typeof literal !== 'string';

/// A dataset's claims with what is needed to pair and compare them.
export function claimsToCompare(dataset) {
  const byId = (table) => new Map((table ?? []).map((record) => [record.id, record]));
  const passages = byId(dataset.passages), propositions = byId(dataset.propositions);
  const conditions = byId(dataset.conditions), quantities = byId(dataset.quantities);
  const labels = (id) => {
    if (propositions.has(id)) return [propositions.get(id).label];
    const condition = conditions.get(id);
    return [...condition.antecedents, condition.consequent].flatMap((literal) => labels(idOf(literal)));
  };
  return dataset.claims.map((claim) => {
    const places = claim.passages.map((id) => passages.get(id));
    const {proposition, condition, comparison, quantity} = claim.about;
    let form = 'proposition', polarity = null, subject = [];
    if (proposition !== undefined) {
      polarity = negated(proposition) ? 'not' : 'plain';
      subject = labels(idOf(proposition));
    } else if (condition !== undefined) {
      form = conditions.get(condition).form;
      polarity = negated(conditions.get(condition).consequent) ? 'not' : 'plain';
      subject = labels(condition);
    } else if (comparison !== undefined) {
      form = 'comparison';
      subject = [comparison.more, comparison.less].filter(Boolean).flatMap(labels);
    } else {
      form = 'quantity';
      subject = [quantities.get(quantity).measure];
    }
    return {
      id: claim.id, document: places[0].document, intervals: union(places.map((p) => [p.start, p.end])),
      words: subjectWords([...subject, claim.gloss].join(' ')),
      holder: claim.attribution.at(-1).actor, modality: claim.modality, form, polarity,
      stance: claim.attribution[0].stance, kind: claim.kind, tier: claim.tier,
      evidence: claim.evidence ?? 'none',
      // One coder wrote "observed" on what the author simply states, the other wrote nothing.
      evidenceSeen: (claim.evidence ?? 'observed') === 'observed' ? 'none' : claim.evidence,
      inferred: [...(claim.inferred ?? [])].sort().join(' '),
    };
  });
}

/// The features, each with the name that the report gives it.
export const features = {
  holder: 'holder', modality: 'modality', form: 'form', formOfLinks: 'form where either has a link or a ranking',
  polarity: 'polarity', stance: 'stance of the author', kind: 'kind', tier: 'tier', evidence: 'evidence',
  evidenceSeen: 'evidence, observed read as none', inferred: 'inferred',
};

const isLink = ({form}) => form !== 'proposition' && form !== 'quantity';

/// What the two of a pair have for one feature.
function valuesOf(feature, [x, y]) {
  if (feature !== 'formOfLinks') return [x[feature] ?? null, y[feature] ?? null];
  return isLink(x) || isLink(y) ? [x.form, y.form] : [null, null];
}

/// Pairs the claims of two codings and says how far they agree.
///
/// `holders` maps a holder of A to the same holder in B; one of A without a counterpart keeps its id.
export function compare(a, b, holders = {}) {
  const left = claimsToCompare(a), right = claimsToCompare(b);
  for (const claim of left) claim.holder = holders[claim.holder] ?? claim.holder;
  const weights = left.map((x) => right.map((y) => {
    const overlap = x.document === y.document ? jaccard(x.intervals, y.intervals) : 0;
    const words = dice(x.words, y.words);
    return overlap > 0 && words > 0 ? words + overlap / 4 : 0;
  }));
  const pairs = bestMatching(weights).map(([i, j]) => [left[i], right[j]]);
  const result = {a: left.length, b: right.length, matched: pairs.length, pairs, features: {}};
  for (const feature of Object.keys(features)) {
    const units = pairs.map((pair) => valuesOf(feature, pair));
    const comparable = units.filter(([x, y]) => x !== null && y !== null);
    result.features[feature] = {
      alpha: alphaNominal(units), compared: comparable.length, same: comparable.filter(([x, y]) => x === y).length,
    };
  }
  return result;
}

/// The result as the lines that SOURCES.md repeats. `apart`: the pairs, A's id to B's, that only share
/// a sentence, as somebody found who read all pairs.
export function report({a, b, matched, pairs, features: figures}, apart = {}) {
  const share = (count) => `${count} of them without a counterpart (${Math.round(100 * count / (matched + count))} %)`;
  return [
    `A: ${a} claims, ${share(a - matched)}`,
    `B: ${b} claims, ${share(b - matched)}`,
    `matched: ${matched} pairs, ${pairs.filter(([x, y]) => apart[x.id] === y.id).length} of them no counterparts`,
    ...Object.keys(figures).map((f) => `${features[f]}: alpha ${figures[f].alpha.toFixed(3)}, same in ${figures[f].same} of ${figures[f].compared}`),
  ];
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
  const here = dirname(fileURLToPath(import.meta.url));
  const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
  const [a = join(here, 'coder-a.json'), b = join(here, 'coder-b.json'), verbose] = process.argv.slice(2);
  const result = compare(read(a), read(b), read(join(here, 'holders.json')));
  console.log(report(result, read(join(here, 'no_counterparts.json'))).join('\n'));
  if (verbose === '--pairs') for (const [x, y] of result.pairs) console.log([x.id, y.id, ...['holder', 'modality', 'form', 'polarity'].map((f) => (x[f] === y[f] ? '' : `${f}: ${x[f]} / ${y[f]}`)).filter(Boolean)].join('  '));
}
