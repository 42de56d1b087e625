// data/schema.json against a validator that others wrote: it takes what the loader takes, and
// refuses what data/bad/expected.json says that a schema can refuse.
import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';

import Ajv2020 from 'ajv/dist/2020.js';

const data = new URL('../../data/', import.meta.url);
const read = path => JSON.parse(readFileSync(new URL(path, data), 'utf8'));
const schema = read('schema.json');
const validate = new Ajv2020({allErrors: true, strict: true, strictTypes: false, strictRequired: false}).compile(schema);
const jsonIn = folder => readdirSync(new URL(folder, data)).filter(name => name.endsWith('.json')).sort();

test('the schema says which draft and which format it is', () => {
  assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
  assert.match(schema.title, /1\.0/);
});

const bundled = jsonIn('.').filter(name => name !== 'schema.json' && name !== 'hedges.json').filter(name => existsSync(new URL(name, data)));
for (const path of [...jsonIn('samples/').map(name => 'samples/' + name), ...bundled])
  test(`${path} follows the schema`, () => {
    validate(read(path));
    assert.deepEqual(validate.errors, null);
  });

const expected = read('bad/expected.json');
test('expected.json names every bad file and no other', () => {
  const files = ['', 'warnings/', 'with-text/'].flatMap(folder =>
    jsonIn('bad/' + folder).map(name => folder + name)).filter(name => name !== 'expected.json');
  assert.deepEqual(files, Object.keys(expected));
});

for (const [name, {code, schema: refused}] of Object.entries(expected)) {
  if (code === 'syntax') continue;  // JSON.parse lets some of them pass, and a schema never sees them.
  test(`the schema ${refused ? 'refuses' : 'cannot refuse'} bad/${name}`, () => {
    assert.equal(validate(read('bad/' + name)), !refused, JSON.stringify(validate.errors));
  });
}
