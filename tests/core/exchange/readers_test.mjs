// What is exported, read by programs that others wrote. Where one of them is not at hand, its test is
// skipped and says why. PROVISO_BUILD names another build than build/native; PROVISO_REFI_SCHEMAS the
// folder with Project.xsd and Codebook.xsd of openqda/refi-tools (docs/schemas); PROVISO_DNA_SAMPLE a
// sample.dna of leifeld/dna.
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';

const top = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const program = join(resolve(process.env.PROVISO_BUILD ?? join(top, 'build/native')), 'proviso');
const folder = mkdtempSync(join(tmpdir(), 'proviso-exchange-'));
after(() => rmSync(folder, {recursive: true, force: true}));

const bus = join(top, 'tests/golden/night-bus/night-bus.json');
const text = `d-bus=${join(top, 'tests/golden/night-bus/night-bus.txt')}`;
const dataset = JSON.parse(readFileSync(bus, 'utf8'));
const at = (name) => join(folder, name);

/// The file that the night bus becomes.
function exported(format, name) {
  if (!existsSync(at(name)))
    execFileSync(program, ['export', bus, '--to', format, '-o', at(name), '--text', text]);
  return at(name);
}

/// What python3 prints, or why it cannot: the lines are a program that may import `module`.
function python(module, lines) {
  const found = spawnSync('python3', ['-c', `import ${module}`]);
  if (found.status !== 0) return {skip: `python3 has no ${module}`};
  return {out: execFileSync('python3', ['-c', lines], {encoding: 'utf8'})};
}

async function library(name) {
  try {
    return await import(name);
  } catch {
    return undefined;
  }
}

function valid(file, schema) {
  const schemas = process.env.PROVISO_REFI_SCHEMAS;
  if (!schemas) return 'PROVISO_REFI_SCHEMAS names no folder';
  if (spawnSync('xmllint', ['--version']).status !== 0) return 'xmllint is not here';
  const result = spawnSync('xmllint', ['--noout', '--nonet', '--schema', join(schemas, schema), file], {encoding: 'utf8'});
  assert.equal(result.status, 0, result.stderr);
  return undefined;
}

test('a project is an archive that python reads, with selections whose words stand where they say', (t) => {
  const file = exported('qdpx', 'bus.qdpx');
  const {skip, out} = python('zipfile', `
import json, zipfile, xml.etree.ElementTree as tree
z = zipfile.ZipFile(${JSON.stringify(file)})
assert z.testzip() is None
root = tree.fromstring(z.read('project.qde'))
n = '{urn:QDA-XML:project:1.0}'
names = {c.get('guid') for c in root.iter(n + 'Code')}
found = []
for source in root.iter(n + 'TextSource'):
    text = z.read('sources/' + source.get('plainTextPath').split('//')[1]).decode()
    for s in source.iter(n + 'PlainTextSelection'):
        assert text[int(s.get('startPosition')):int(s.get('endPosition'))] == s.get('name')
        refs = [r.get('targetGUID') for r in s.iter(n + 'CodeRef')]
        assert len(refs) == 4 and all(r in names for r in refs)
        found.append(s.get('name'))
print(json.dumps(found))`);
  if (skip) return t.skip(skip);
  assert.equal(JSON.parse(out).length, dataset.claims.length);
});

test('a project and a codebook are valid against the schemas of REFI-QDA', (t) => {
  execFileSync('python3', ['-m', 'zipfile', '-e', exported('qdpx', 'bus.qdpx'), folder]);
  const why = valid(at('project.qde'), 'project/v1.0/Project.xsd') ??
    valid(exported('qdc', 'bus.qdc'), 'codebook/v1.0/Codebook.xsd');
  if (why) t.skip(why);
});

test('networkx reads the graph: as many nodes and edges, and the conjunctions', (t) => {
  const file = exported('graphml', 'bus.graphml');
  const {skip, out} = python('networkx', `
import json, networkx
g = networkx.read_graphml(${JSON.stringify(file)})
print(json.dumps([g.number_of_nodes(), sorted(d['kind'] for _, d in g.nodes(data=True)),
                  sorted(d['kind'] for _, _, d in g.edges(data=True))]))`);
  if (skip) return t.skip(skip);
  const [nodes, kinds, edges] = JSON.parse(out);
  const of = (list, kind) => list.filter((one) => one === kind).length;
  assert.equal(nodes, dataset.propositions.length + dataset.conditions.length + dataset.actors.length + dataset.claims.length);
  assert.equal(of(kinds, 'link'), dataset.conditions.length);
  assert.equal(of(edges, 'antecedent'), dataset.conditions.reduce((sum, link) => sum + link.antecedents.length, 0));
  assert.equal(of(edges, 'unless'), dataset.conditions.reduce((sum, link) => sum + (link.unless?.length ?? 0), 0));
});

test('python reads the event list, and each position is that of its document', (t) => {
  const {skip, out} = python('csv', `
import csv, json
print(json.dumps(list(csv.DictReader(open(${JSON.stringify(exported('dna', 'bus.csv'))}, encoding='utf-8'), delimiter=';'))))`);
  if (skip) return t.skip(skip);
  const words = readFileSync(text.slice('d-bus='.length), 'utf8');
  const rows = JSON.parse(out);
  assert.equal(rows.length, dataset.claims.filter((one) => one.about.proposition || one.about.condition).length);
  for (const row of rows) {
    const said = words.slice(Number(row.start_position), Number(row.stop_position));
    assert.match(said, /^\p{L}.*[\p{L}\p{N}]$/su);  // UTF-16, as Java and JavaScript count.
  }
});

test('Argdown reads the map without an error: as many statements and arguments', async (t) => {
  const argdown = await library('@argdown/core');
  if (!argdown) return t.skip('npm has no @argdown/core here');
  const app = new argdown.ArgdownApplication();
  app.addPlugin(new argdown.ParserPlugin(), 'parse');
  app.addPlugin(new argdown.DataPlugin(), 'build');
  app.addPlugin(new argdown.ModelPlugin(), 'build');
  const {lexerErrors, parserErrors, statements, arguments: found} =
    app.run({process: ['parse', 'build'], input: readFileSync(exported('argdown', 'bus.argdown'), 'utf8')});
  assert.deepEqual(lexerErrors ?? [], []);
  assert.deepEqual(parserErrors ?? [], []);
  assert.deepEqual(Object.keys(found).sort(), dataset.claims.map(({id}) => id).sort());
  for (const {id} of dataset.propositions) assert.ok(id in statements, id);
});

test('JSON-LD expands without a term that nobody knows', async (t) => {
  const page = JSON.parse(readFileSync(exported('annotations', 'bus.jsonld'), 'utf8'));
  assert.equal(page.items.length, dataset.claims.length);
  const jsonld = (await library('jsonld'))?.default;
  const context = process.env.PROVISO_ANNO_CONTEXT;
  if (!jsonld || !context) return t.skip('npm has no jsonld here, or PROVISO_ANNO_CONTEXT names no anno.jsonld');
  const expanded = await jsonld.expand(page, {
    safe: true,
    documentLoader: async (url) => ({documentUrl: url, document: JSON.parse(readFileSync(context, 'utf8'))}),
  });
  assert.equal(expanded[0]['http://www.w3.org/ns/activitystreams#items'][0]['@list'].length, dataset.claims.length);
});

test('the archive for data holds what it lists, and its sheets give the dataset again', (t) => {
  const file = at('bus.zip');
  execFileSync(program, ['publish', bus, '--data', file]);
  const {skip, out} = python('zipfile', `
import hashlib, json, zipfile
z = zipfile.ZipFile(${JSON.stringify(file)})
package = json.loads(z.read('datapackage.json'))
for resource in package['resources']:
    body = z.read(resource['path'])
    assert len(body) == resource['bytes']
    assert 'sha256:' + hashlib.sha256(body).hexdigest() == resource['hash']
z.extractall(${JSON.stringify(at('data'))})
print(json.dumps(z.namelist()))`);
  if (skip) return t.skip(skip);
  for (const name of ['dataset.json', 'datapackage.json', 'CITATION.cff', 'README.md', 'codebook.md', 'sheets/claims.csv'])
    assert.ok(JSON.parse(out).includes(name), name);
  assert.equal(readFileSync(at('data/dataset.json'), 'utf8'), readFileSync(bus, 'utf8'));
  execFileSync(program, ['import', at('data/sheets'), '-o', at('again.json')]);
  assert.equal(readFileSync(at('again.json'), 'utf8'), readFileSync(bus, 'utf8'));
});

test('a database of DNA gives its statements, in their places; a damaged one opens nothing', (t) => {
  const file = at('sample.dna');
  const words = 'The bridge 😀 will close in May, said Ann. Nobody paid for it, the union answered.';
  const {skip} = python('sqlite3', `
import sqlite3
d = sqlite3.connect(${JSON.stringify(file)})
d.executescript("""
create table CODERS(ID integer primary key, Name text);
create table DOCUMENTS(ID integer primary key, Title text, Text text, Coder integer, Author text, Source text, Section text, Notes text, Type text, Date integer);
create table STATEMENTS(ID integer primary key, StatementTypeId integer, DocumentId integer, Start integer, Stop integer, Coder integer);
create table VARIABLES(ID integer primary key, Variable text, DataType text, StatementTypeId integer);
create table ENTITIES(ID integer primary key, VariableId integer, Value text);
create table DATASHORTTEXT(ID integer primary key, StatementId integer, VariableId integer, Entity integer);
create table DATABOOLEAN(ID integer primary key, StatementId integer, VariableId integer, Value integer);
insert into CODERS values (1, 'Kim');
insert into VARIABLES values (1, 'person', 'short text', 1), (2, 'organization', 'short text', 1), (3, 'concept', 'short text', 1), (4, 'agreement', 'boolean', 1);
insert into ENTITIES values (1, 1, 'Ann'), (2, 2, 'The union'), (3, 3, 'The bridge closes');
insert into STATEMENTS values (7, 1, 1, 4, 31, 1), (8, 1, 1, 43, 66, 1), (9, 2, 1, 0, 10, 1);
insert into DATASHORTTEXT values (1, 7, 1, 1), (2, 7, 3, 3), (3, 8, 2, 2), (4, 8, 3, 3);
insert into DATABOOLEAN values (1, 7, 4, 1), (2, 8, 4, 0);
""")
d.execute("insert into DOCUMENTS values (1, 'News', ?, 1, 'A writer', 'The paper', '', '', 'report', 1394000000)", (${JSON.stringify(words)},))
d.commit()`);
  if (skip) return t.skip(skip);
  const run = spawnSync(program, ['import', file, '-o', at('dna.json'), '--coder', 'kk'], {encoding: 'utf8'});
  if (run.stderr.includes('built with SQLite')) return t.skip('the program was built without SQLite');
  assert.equal(run.status, 0, run.stdout + run.stderr);
  assert.match(run.stdout, /^Read as a database of DNA\.\nTaken: 1 text and 2 statements\.\nLeft out: 1 statement without a concept\.$/m);
  const made = JSON.parse(readFileSync(at('dna.json'), 'utf8'));
  assert.equal(made.documents[0].published, '2014-03-05');
  assert.deepEqual(made.claims.map(({about}) => about.proposition), ['the-bridge-closes', {not: 'the-bridge-closes'}]);
  const places = made.passages.map(({start, end}) => [...words].slice(start, end).join(''));
  assert.deepEqual(places, ['bridge 😀 will close in May', 'Nobody paid for it, the']);
  const whole = readFileSync(file);
  for (let i = 0; i < 100; ++i) {
    const bad = Buffer.from(i % 2 ? whole : whole.subarray(0, 100 + (i * 397) % (whole.length - 100)));
    for (let k = 0; k < 40; ++k) bad[16 + (i * 7919 + k * 104729) % (bad.length - 16)] = (i * 31 + k) & 255;
    writeFileSync(at('bad.dna'), bad);
    rmSync(at('bad.json'), {force: true});
    const {status, signal, stderr} = spawnSync(program, ['import', at('bad.dna'), '-o', at('bad.json')], {encoding: 'utf8'});
    assert.equal(signal, null);
    if (status !== 0 && !existsSync(at('bad.json'))) assert.match(stderr + 'Nothing is written', /error|Nothing is written/);
  }
});

test('DNA’s own sample gives the matrix that DNA reports: 7 organisations, 6 concepts, 40 statements, one mixed cell', (t) => {
  const sample = process.env.PROVISO_DNA_SAMPLE;  // sample/sample.dna of leifeld/dna, or that of rDNA 2.
  if (!sample) return t.skip('PROVISO_DNA_SAMPLE names no file');
  execFileSync(program, ['import', sample, '-o', at('sample.json'), '--coder', 'kk', '--replace']);
  const made = JSON.parse(readFileSync(at('sample.json'), 'utf8'));
  const actors = new Map(made.actors.map((one) => [one.id, one]));
  const cells = new Map();
  for (const {attribution, about} of made.claims) {
    const last = attribution.at(-1);
    const holder = last.actor ?? last;
    const concept = about.proposition.not ?? about.proposition;
    const key = JSON.stringify([actors.get(holder).partOf ?? holder, concept]);
    cells.set(key, [...cells.get(key) ?? [], Boolean(about.proposition.not)]);
  }
  const keys = [...cells.keys()].map((key) => JSON.parse(key));
  assert.equal(made.documents.length, 7);
  assert.equal(new Set(keys.map(([organisation]) => organisation)).size, 7);
  assert.equal(new Set(keys.map(([, concept]) => concept)).size, 6);
  assert.equal(made.claims.length, 40);
  assert.equal([...cells.values()].filter((sides) => new Set(sides).size > 1).length, 1);
});

test('what each format loses is in the help and said when it is written', () => {
  const help = execFileSync(program, ['export', '--help'], {encoding: 'utf8'});
  for (const format of ['qdpx', 'qdc', 'annotations', 'csl', 'dna', 'graphml', 'argdown', 'aif']) {
    assert.match(help, new RegExp(`^${format}, `, 'm'));
    const written = at(`said-${format}`);
    const said = execFileSync(program, ['export', bus, '--to', format, '-o', written, '--text', text], {encoding: 'utf8'});
    assert.match(said, /^Written as .+\.\n {4}\S/, format);
  }
  writeFileSync(at('not-ours.json'), '{}');
  const refused = spawnSync(program, ['export', bus, '--to', 'aif', '-o', at('not-ours.json')], {encoding: 'utf8'});
  assert.equal(refused.status, 2);
});
