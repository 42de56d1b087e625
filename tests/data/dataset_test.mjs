import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';

const top = join(dirname(fileURLToPath(import.meta.url)), '../..');
const load = (name) => JSON.parse(readFileSync(join(top, 'data', name), 'utf8'));
const dataset = load('china-military-aid.json');
const byId = (table) => new Map(table.map((record) => [record.id, record]));
const passages = byId(dataset.passages), propositions = byId(dataset.propositions);
const conditions = byId(dataset.conditions), actors = byId(dataset.actors), documents = byId(dataset.documents);
const idOf = (literal) => (typeof literal === 'string' ? literal : literal.not);
const claimsWhere = (wrong) => dataset.claims.filter(wrong).map((claim) => claim.id);

// --- what every claim has ------------------------------------------------------------------------

test('every claim has a path, a modality, a gloss, a passage, a topic and a coder', () => {
  assert.ok(dataset.claims.length > 150);
  assert.deepEqual(claimsWhere((c) => !(c.attribution.length && c.modality && c.gloss && c.passages.length &&
    c.topics.length && c.tier && c.kind && dataset.dataset.coding.coders.includes(c.coding.by))), []);
});

test('every path begins with the document\'s author and ends with the one who asserts', () => {
  assert.deepEqual(claimsWhere((c) => {
    const document = documents.get(passages.get(c.passages[0]).document);
    return !document.creators.includes(c.attribution[0].actor) || c.attribution.at(-1).stance !== 'asserts' ||
      c.attribution.slice(0, -1).some((step) => step.stance === 'asserts');
  }), []);
});

test('only flat words are unhedged, and a hedge stands on every weaker level', () => {
  assert.deepEqual(claimsWhere((c) => ['very_likely', 'likely', 'possible'].includes(c.modality) && !c.hedges?.length), []);
});

test('considering, no evidence and not yet never assert that weapons were or will be sent', () => {
  const sends = new Set(['china-sends-weapons', 'china-has-sent-weapons', 'china-sent-weapons-to-may']);
  const aboutSending = (c) => c.about.proposition !== undefined && sends.has(idOf(c.about.proposition));
  assert.deepEqual(claimsWhere((c) => c.evidence === 'under-consideration' && aboutSending(c)), []);
  assert.deepEqual(claimsWhere((c) => c.evidence === 'no-evidence' && c.modality !== 'uncommitted'), []);
  assert.deepEqual(claimsWhere((c) => c.evidence === 'not-yet' &&
    (typeof c.about.proposition === 'string' || !propositions.get(idOf(c.about.proposition)).window)), []);
});

test('the author of each text gives one level for the outcome at most, and only under a condition', () => {
  const level = dataset.claims.filter((c) => c.attribution.length === 1 && !['stated', 'uncommitted'].includes(c.modality) &&
    ((c.about.proposition && idOf(c.about.proposition) === dataset.dataset.start) ||
     (c.about.condition && conditions.get(c.about.condition).form === 'if' &&
      conditions.get(c.about.condition).consequent === dataset.dataset.start)));
  assert.deepEqual(level.map((c) => [c.id, c.about.condition, c.modality]), [['c-b-bottom-line', 'k-b-ties-arms', 'very_likely']]);
});

test('the first screen stays readable', () => {
  const core = dataset.claims.filter((c) => c.tier === 'core').length;
  assert.ok(core >= 40 && core <= 60, `${core} core claims`);
});

test('every content paragraph has a claim', () => {
  for (const document of dataset.documents) {
    assert.equal(document.coded, 'complete');
    const coded = new Set(dataset.claims.flatMap((c) => c.passages).map((id) => passages.get(id))
      .filter((p) => p.document === document.id).map((p) => p.paragraph));
    const content = document.text.paragraphs.map((p, i) => [p.role, i + 1])
      .filter(([role]) => role === 'body' || role === 'summary').map(([, number]) => number);
    assert.ok(content.length > 0);
    assert.deepEqual(content.filter((number) => !coded.has(number)), []);
  }
});

// --- levers, links, actors -----------------------------------------------------------------------

test('every lever has a topic and a part in some link, and labels are short', () => {
  const linked = new Set(dataset.conditions.flatMap((k) => [...k.antecedents, k.consequent].map(idOf)));
  const levers = dataset.propositions.filter((p) => p.role === 'lever');
  assert.ok(levers.length > 10);
  assert.deepEqual(levers.filter((p) => !p.topics?.length || !linked.has(p.id)).map((p) => p.id), []);
  assert.deepEqual(dataset.propositions.filter((p) => p.label.length > 60).map((p) => p.id), []);
  assert.deepEqual(dataset.propositions.filter((p) => /Beijing|Washington|Moscow/.test(p.label)).map((p) => p.id), []);
});

test('no lever is held as a plain fact by the one who links it to the outcome, except where the text does so', () => {
  const flat = new Set(dataset.claims.filter((c) => c.modality === 'will' && typeof c.about.proposition === 'string')
    .map((c) => c.about.proposition));
  const already = dataset.conditions.filter((k) => k.consequent === dataset.dataset.start)
    .flatMap((k) => k.antecedents).filter((a) => typeof a === 'string' && flat.has(a));
  assert.deepEqual(already, []);
});

test('every condition is held or ranked by somebody', () => {
  const used = new Set(dataset.claims.flatMap((c) => [c.about.condition, c.about.comparison?.more, c.about.comparison?.less]));
  assert.deepEqual(dataset.conditions.filter((k) => !used.has(k.id)).map((k) => k.id), []);
});

test('a person given two affiliations has both, each with its passage', () => {
  for (const id of ['a-hart', 'a-raska']) {
    assert.equal(actors.get(id).affiliations.length, 2);
    for (const {passage} of actors.get(id).affiliations) assert.ok(passages.has(passage));
  }
});

// --- questions -----------------------------------------------------------------------------------

const facets = {
  holder: (c) => [c.attribution.at(-1).actor], document: (c) => [passages.get(c.passages[0]).document],
  topic: (c) => c.topics, modality: (c) => [c.modality], act: (c) => [c.act ?? 'assertive'], kind: (c) => [c.kind],
  form: (c) => [conditions.get(c.about.condition)?.form ?? 'none'], year: (c) => [(c.asOf ?? '').slice(0, 4)],
};
const views = ['what-if', 'matrix', 'claims', 'actors', 'map', 'timeline', 'compare', 'sources'];

test('the tour has seven steps in order', () => {
  assert.deepEqual(dataset.questions.map((q) => q.tour).filter(Boolean).sort(), [1, 2, 3, 4, 5, 6, 7]);
  assert.ok(dataset.questions.length >= 15 && dataset.questions.length <= 30);
});

for (const question of dataset.questions) {
  test(`the question "${question.title}" opens on something`, () => {
    const parts = question.state.split('&').map((part) => part.split('='));
    const state = Object.fromEntries(parts.map(([key, value]) => [key, decodeURIComponent(value).split(',')]));
    assert.deepEqual(Object.keys(state), Object.keys(state).sort());
    const known = new Set(['v', 't', 'on', 'off', 'strict', 'sel', 'doc', 'q', 'sort', 'group', 'rows', 'verdict', 'text', ...Object.keys(facets)]);
    for (const key of Object.keys(state)) assert.ok(known.has(key), key);
    assert.ok(views.includes(state.v?.[0] ?? 'what-if'));
    for (const id of [...state.on ?? [], ...state.off ?? []]) assert.equal(propositions.get(id)?.role, 'lever', id);
    for (const id of state.t ?? []) assert.ok(propositions.has(id), id);
    for (const id of state.doc ?? []) assert.ok(documents.has(id), id);
    for (const id of state.sel ?? []) assert.ok(actors.has(id) || dataset.claims.some((c) => c.id === id), id);
    const used = Object.keys(state).filter((key) => key in facets);
    for (const key of used)
      for (const value of state[key]) assert.ok(dataset.claims.some((c) => facets[key](c).includes(value)), `${key}=${value}`);
    if (used.length)
      assert.ok(dataset.claims.some((c) => used.every((key) => state[key].some((value) => facets[key](c).includes(value)))));
  });
}

// --- adjudication --------------------------------------------------------------------------------

test('what is marked as one coder\'s is that coder\'s, and SOURCES.md counts it right', () => {
  const a = byId(load('coding/coder-a.json').claims);
  const counts = {};
  for (const claim of dataset.claims) {
    counts[claim.coding.by] = (counts[claim.coding.by] ?? 0) + 1;
    if (claim.coding.by === 'coder-a') assert.deepEqual(claim, a.get(claim.id), claim.id);
    if (claim.coding.by === 'coder-b') assert.ok(!a.has(claim.id), claim.id);
  }
  const sources = readFileSync(join(top, 'data/SOURCES.md'), 'utf8');
  for (const [coder, count] of Object.entries(counts)) assert.ok(sources.includes(`| ${coder} | ${count} |`), `${coder} ${count}`);
});

test('every claim that SOURCES.md names exists in one of the codings', () => {
  const all = new Set([...dataset.claims, ...load('coding/coder-a.json').claims].map((c) => c.id));
  const named = readFileSync(join(top, 'data/SOURCES.md'), 'utf8').match(/`c-[bn]-[a-z-]+`/g).map((id) => id.slice(1, -1));
  assert.ok(named.length > 40);
  assert.deepEqual(named.filter((id) => !all.has(id)), []);
});

test('nothing that is shipped has a field for a quotation', () => {
  for (const name of ['china-military-aid.json', 'coding/coder-a.json', 'coding/coder-b.json'])
    for (const passage of load(name).passages)
      for (const key of Object.keys(passage))
        assert.ok(['id', 'document', 'start', 'end', 'letters', 'sha256', 'sketch', 'section', 'paragraph', 'role',
          'repeats', 'quality', 'note'].includes(key), key);
});

// --- against the texts ---------------------------------------------------------------------------
// norm-1, skeleton, digest and sketch written anew from data/FORMAT.md, so that this and the core
// check each other.

const folder = process.env.PROVISO_SOURCES ?? join(top, '../shared/sources');
const missing = folder === 'none' || !existsSync(folder);
const demanded = folder !== 'none' && (process.env.PROVISO_SOURCES !== undefined || process.env.CI !== undefined);
const withTexts = {skip: missing && !demanded ? 'the source texts are not here' : false};

const sha = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
const letter = /^[\p{L}\p{M}\p{N}]$/u;
const folded = (text) => text.toUpperCase().toLowerCase().replaceAll('ς', 'σ');  // Full folding of what occurs here.

function norm(bytes) {
  return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu, '')
    .replace(/[\u2018\u2019\u201A\u201B\u2032\u2035\u2039\u203A`\u00B4\u02B9\u02BC\uFF07]/gu, "'")
    .replace(/[\u201C\u201D\u201E\u201F\u2033\u2036\u00AB\u00BB\uFF02]/gu, '"')
    .replace(/[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/gu, '-')
    .normalize('NFKC').replace(/\p{White_Space}+/gu, ' ').trim();
}

/// Code points of a norm-1 text, its skeleton, and where in the text each skeleton letter stands.
function read(bytes) {
  const points = [...norm(bytes)];
  const skeleton = [], places = [], starts = [];
  points.forEach((point, i) => {
    if (!letter.test(point)) return;
    if (i === 0 || !letter.test(points[i - 1])) starts.push(skeleton.length);
    for (const c of folded(point)) skeleton.push(c), places.push(i);
  });
  return {points, skeleton, places, starts};
}

function sketch(words) {
  const shingles = words.length < 4 ? [words.join(' ')] : words.slice(3).map((_, i) => words.slice(i, i + 4).join(' '));
  return [...new Set(shingles.map(sha))].sort().slice(0, 8).map((digest) => digest.slice(0, 4)).sort();
}

/// Step 1 and 2 of the locator: where the passage stands, by its digest alone.
function locate(text, document, passage) {
  const places = text.starts.filter((at) => sha(text.skeleton.slice(at, at + passage.letters).join('')) === passage.sha256)
    .map((at) => text.places[at]);
  if (places.length === 0) return 'missing';
  if (sha(text.skeleton.join('')) === document.text.sha256) return 'found';
  if (places.length > 1) return 'ambiguous';
  return places[0] === passage.start ? 'found' : 'moved';
}

const texts = missing ? new Map() : new Map(readdirSync(folder).filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(folder, name))).map((bytes) => [sha(read(bytes).skeleton.join('')), bytes]));
const textOf = (document) => {
  const bytes = texts.get(document.text.sha256);
  assert.ok(bytes, `no text in ${folder} has the digest of ${document.id}`);
  return bytes;
};
const count = (document, bytes) => {
  const text = read(bytes), counts = {};
  for (const passage of dataset.passages.filter((p) => p.document === document.id)) {
    const result = locate(text, document, passage);
    counts[result] = (counts[result] ?? 0) + 1;
  }
  return counts;
};
const total = (document) => dataset.passages.filter((p) => p.document === document.id).length;

test('length, digest and paragraphs of each document are those of its text', withTexts, () => {
  for (const document of dataset.documents) {
    const {points} = read(textOf(document));
    assert.equal(points.length, document.text.codePoints);
    let end = -1;
    for (const paragraph of document.text.paragraphs) {
      assert.equal(paragraph.start, end + 1);
      if (end >= 0) assert.equal(points[end], ' ');
      end = paragraph.end;
    }
    assert.equal(end, points.length);
  }
});

for (const name of ['china-military-aid.json', 'coding/coder-a.json', 'coding/coder-b.json']) {
  test(`every locator of ${name} fits its text: letters, digest, sketch, paragraph`, withTexts, () => {
    const coding = load(name);
    for (const document of coding.documents) {
      const text = read(textOf(document));
      for (const passage of coding.passages.filter((p) => p.document === document.id)) {
        const slice = text.points.slice(passage.start, passage.end);
        assert.ok(letter.test(slice[0]) && letter.test(slice.at(-1)), passage.id);
        const skeleton = folded(slice.filter((c) => letter.test(c)).join(''));
        assert.equal([...skeleton].length, passage.letters, passage.id);
        assert.equal(sha(skeleton), passage.sha256, passage.id);
        assert.deepEqual(passage.sketch, sketch(folded(slice.join('')).match(/[\p{L}\p{M}\p{N}]+/gu)), passage.id);
        const paragraph = document.text.paragraphs[passage.paragraph - 1];
        assert.ok(paragraph.start <= passage.start && passage.start < paragraph.end, passage.id);
      }
    }
  });
}

test('every passage is found in its text', withTexts, () => {
  for (const document of dataset.documents)
    assert.deepEqual(count(document, textOf(document)), {found: total(document)});
});

test('every passage is found under another layout', withTexts, () => {
  for (const document of dataset.documents) {
    const text = textOf(document).toString('utf8').replace(/\r?\n/g, '\r\n').replaceAll('"', '\u201D').replaceAll("'", '\u2019')
      .replace(/([a-z]{4})([a-z]{4})/g, '$1\u00AD$2').replaceAll('fi', '\uFB01');
    assert.deepEqual(count(document, Buffer.from(text)), {found: total(document)});
  }
});

test('with a new standfirst nothing is lost, and with a word put in something is', withTexts, () => {
  for (const document of dataset.documents) {
    const moved = count(document, Buffer.concat([Buffer.from('A standfirst of ours.\n'), textOf(document)]));
    assert.equal((moved.moved ?? 0) + (moved.ambiguous ?? 0), total(document));
    const passage = dataset.passages.find((p) => p.document === document.id && p.letters > 100);
    const {points} = read(textOf(document));
    const at = points.indexOf(' ', passage.start);
    const changed = [...points.slice(0, at), ' not', ...points.slice(at)].join('');
    assert.equal(locate(read(Buffer.from(changed)), document, passage), 'missing');
  }
});

test('no text of ours shares seven words in a row with a source', withTexts, () => {
  const grams = (text) => {
    const words = folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.slice(6).map((_, i) => words.slice(i, i + 7).join(' '));
  };
  const known = new Set([...texts.values()].flatMap((bytes) => grams(bytes.toString('utf8'))));
  assert.ok(known.size > 1000);
  const shared = [];
  const walk = (value, where) => {
    if (typeof value === 'string') { for (const gram of grams(value)) if (known.has(gram)) shared.push(`${where}: ${gram}`); }
    else if (value && typeof value === 'object') for (const [key, inner] of Object.entries(value)) walk(inner, `${where}/${key}`);
  };
  for (const name of ['china-military-aid.json', 'coding/coder-a.json', 'coding/coder-b.json']) walk(load(name), name);
  // A document's own title is a name, not a sentence of it.
  assert.deepEqual(shared.filter((line) => !/\/documents\/\d+\/title: /.test(line)), []);
});
