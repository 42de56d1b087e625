import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {isDeepStrictEqual} from 'node:util';

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

test('every lever has a short name and both clauses, and what is said in the negative has a label', () => {
  assert.deepEqual(dataset.propositions.filter((p) => p.role === 'lever' && !(p.short && p.ifTrue && p.ifFalse)).map((p) => p.id), []);
  const literals = [...dataset.claims.map((c) => c.about.proposition), ...dataset.conditions.flatMap((k) => [...k.antecedents, k.consequent])];
  const denied = new Set(literals.filter((l) => typeof l === 'object').map((l) => l.not));
  assert.ok(denied.size > 20);
  assert.deepEqual([...denied].filter((id) => !propositions.get(id).negated), []);
});

test('every proposition says whether it is past, present or to come; what has a window that closed is past', () => {
  assert.deepEqual(dataset.propositions.filter((p) => !p.tense).map((p) => p.id), []);
  for (const id of ['china-has-sent-weapons', 'china-sent-weapons-to-may', 'china-ever-supplied-hardware', 'china-condemns-invasion'])
    assert.equal(propositions.get(id).tense, 'past', id);
  for (const id of ['china-considers-weapons', 'china-willing-lethal-aid', 'relations-worsening'])
    assert.equal(propositions.get(id).tense, 'present', id);
  assert.deepEqual(dataset.propositions.filter((p) => p.role === 'outcome' && p.tense !== 'future').map((p) => p.id), []);
});

test('the lever is what may come of the war, not what it has done', () => {
  const from = (id) => conditions.get(id).antecedents;
  for (const id of ['k-n-war-coop', 'k-n-war-ties', 'k-n-war-reliance', 'k-n-war-distracts']) assert.deepEqual(from(id), ['war-since-2022'], id);
  assert.ok(from('k-n-war-programmes').includes('war-in-ukraine'));
  assert.notEqual(propositions.get('war-since-2022').role, 'lever');
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

// --- wording -------------------------------------------------------------------------------------

/// Everything of the dataset that people read, with its place.
function wordsOf(value, where = '', out = []) {
  if (typeof value === 'string') out.push([where, value]);
  else if (value && typeof value === 'object')
    for (const [key, inner] of Object.entries(value))
      if (!['state', 'sha256', 'sketch', 'id', 'normalisation', 'coding'].includes(key) || where.includes('/claims/'))
        wordsOf(inner, `${where}/${key}`, out);
  return out;
}

test('there is no straight quotation mark, and an en dash stands between two states', () => {
  const words = wordsOf(dataset);
  assert.ok(words.length > 2000);
  assert.deepEqual(words.filter(([, text]) => /["']|\b(US|China|Russia)-(China|Russia)\b/.test(text)), []);
});

test('the texts\' own words are in what is searched', () => {
  const searched = [...dataset.claims.map((c) => c.gloss), ...dataset.propositions.flatMap((p) => [p.label, p.gloss, ...p.keywords ?? []]),
    ...dataset.actors.flatMap((a) => [a.name, ...a.keywords ?? []]), ...dataset.passages.flatMap((p) => p.keywords ?? [])]
    .join(' ').toLowerCase().split(/[^\p{L}\p{N}]+/u);
  for (const word of ['covert', 'reunify', 'deteriorate', 'microchip', 'microchips', 'bullseye', 'territorial', 'gradual',
    'treasure', 'unfailingly', 'disputed', 'legitimate', 'lens', 'punitive', 'laudatory', 'wildcard'])
    assert.ok(searched.includes(word), word);
});

test('a strategy called evident is not hedged, an expectation once, and what Biden speaks of is significant', () => {
  const claim = (id) => dataset.claims.find((c) => c.id === id);
  assert.ok(!claim('c-b-us-deters').attribution.some((step) => step.hedge));
  assert.equal(claim('c-b-us-strategy').hedges, undefined);
  assert.equal(claim('c-b-russians-covert').hedges, undefined);
  assert.deepEqual(claim('c-b-russians-expect').hedges, ['expectation']);
  for (const id of ['c-b-biden-hears', 'c-b-biden-not-yet', 'c-b-biden-months']) assert.match(claim(id).gloss, /significant/, id);
});

test('a day or month without a year in the text has its date among what is inferred', () => {
  for (const c of dataset.claims.filter((c) => ['2023-03-07', '2023-03-24', '2023-02~', '2023-05-09'].includes(c.asOf)))
    assert.ok(c.inferred?.includes('date'), c.id);
});

// --- relations across the texts -------------------------------------------------------------------

test('one matter in two texts is linked, and what is only alike is not', () => {
  const documentOf = (id) => passages.get(dataset.claims.find((c) => c.id === id).passages[0]).document;
  const across = dataset.relations.filter((r) => documentOf(r.from) !== documentOf(r.to));
  const has = (type, x, y) => across.some((r) => r.type === type && [r.from, r.to].sort().join() === [x, y].sort().join());
  for (const [x, y] of [['c-n-already-worse', 'c-b-very-bad'], ['c-n-already-worse', 'c-b-worsening'], ['c-n-depends', 'c-b-firms-supply'],
    ['c-n-raska-components', 'c-b-firms-chips'], ['c-n-qin-sells', 'c-b-spokesman-us']]) assert.ok(has('restates', x, y), `${x} ${y}`);
  for (const [x, y] of [['c-n-worse-closer', 'c-b-no-reason'], ['c-n-hart-weak', 'c-b-no-stake'], ['c-n-asia-over-europe', 'c-b-intel-most']])
    assert.ok(has('contrasts', x, y), `${x} ${y}`);
  assert.ok(!has('restates', 'c-n-no-evidence', 'c-b-official-no-evidence'));
  assert.ok(!has('restates', 'c-n-hart-partner', 'c-b-most-important'));
  assert.ok(!has('contrasts', 'c-n-hart-weak', 'c-b-defeat-alone'));
});

test('each limit that the list names supports the sentence that opens it', () => {
  const limits = dataset.relations.filter((r) => r.type === 'supports' && r.to === 'c-b-limits').map((r) => r.from);
  assert.deepEqual(limits.sort(), ['c-b-china-never', 'c-b-firms', 'c-b-indirect', 'c-b-not-condoned']);
});

// --- questions -----------------------------------------------------------------------------------

const literalId = (literal) => literal?.not ?? literal;
/// What a claim speaks of, outright or through a link.
const spokenOf = (c) => {
  const link = conditions.get(c.about.condition);
  return link ? [link.consequent, ...link.antecedents, ...link.unless ?? []].map(literalId)
    : c.about.proposition ? [literalId(c.about.proposition)] : [];
};
const facets = {
  proposition: (c) => spokenOf(c).flatMap((id) => [id, ...(propositions.get(id).near ?? []).map(({to}) => to)]),
  direction: (c) => {
    const link = conditions.get(c.about.condition);
    const up = {if: true, onlyIf: true, raises: true, lowers: false}[link?.form];
    return up === undefined ? [] : [up === !link.consequent.not ? 'more' : 'less'];
  },
  stance: (c) => c.attribution.length > 1 ? c.attribution.slice(0, -1).map(({stance}) => stance) : ['asserts'],
  evidence: (c) => [c.evidence ?? 'none'],
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

/// The coders wrote straight quotation marks and hyphens where the dataset has typographic ones.
const plainMarks = (value) => JSON.parse(JSON.stringify(value).replace(/[\u2018\u2019]/g, "'").replace(/\u2013/g, '-'));
/// All that is coded of a claim; not how it is worded, nor whether its date is marked as read in.
function codingOf({gloss, coding, inferred, ...coded}) {
  const read = (inferred ?? []).filter((mark) => mark !== 'date');
  return plainMarks({...coded, ...(read.length ? {inferred: read} : {})});
}

test('what is marked as one coder\'s is that coder\'s, and SOURCES.md counts it right', () => {
  const a = byId(load('coding/coder-a.json').claims);
  const counts = {};
  for (const claim of dataset.claims) {
    counts[claim.coding.by] = (counts[claim.coding.by] ?? 0) + 1;
    if (claim.coding.by === 'coder-a') assert.deepEqual(plainMarks(claim), a.get(claim.id), claim.id);
    if (claim.coding.by === 'coder-b') assert.ok(!a.has(claim.id), claim.id);
  }
  const sources = readFileSync(join(top, 'data/SOURCES.md'), 'utf8');
  for (const [coder, count] of Object.entries(counts)) assert.ok(sources.includes(`| ${coder} | ${count} |`), `${coder} ${count}`);
  const stand = dataset.claims.filter((c) => a.has(c.id) && isDeepStrictEqual(codingOf(c), codingOf(a.get(c.id)))).length;
  assert.ok(sources.includes(`${stand} of A's ${a.size} claims stand`), `${stand} of ${a.size}`);
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
          'repeats', 'quality', 'note', 'keywords'].includes(key), key);
});

test('a keyword of a passage is a single word, and they stand in the order of the alphabet', () => {
  for (const {id, keywords = []} of dataset.passages) {
    assert.deepEqual(keywords.filter((word) => !/^[\p{L}\p{N}-]+$/u.test(word)), [], id);
    assert.deepEqual(keywords, [...keywords].sort(), id);
  }
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
