// The catalogues hold all that the code says, and nothing else: node --test tests/web/words_test.mjs
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { allKeys, catalogue, faults, languages } from '../../web/words/keys.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const keys = allKeys();

test('the keys of the interface are found in its source', () => {
  assert.ok(keys.length > 1000, `${keys.length} keys`);
  for (const key of ['Undo: {0}', '{0} claim|{0} claims', 'Very likely', '{0} or later', 'Hidden by filters. Show it'])
    assert.ok(keys.includes(key), key);
});

test('German, Russian and Chinese are there, and said to be unreviewed', () => {
  assert.deepEqual([...languages].sort(), ['de', 'ru', 'zh']);
  const known = readFileSync(join(root, 'core/words/languages.cpp'), 'utf8');
  for (const language of languages) {
    assert.equal(catalogue(language).reviewed, false);
    assert.match(known, new RegExp(`\\{"${language}", "${catalogue(language).name}", "[^"]+"\\}`));
  }
});

for (const language of languages) {
  test(`${language}: every key of the code, none for nothing, the same places, all forms`, () => {
    assert.deepEqual(faults(language, keys), []);
  });

  test(`${language}: nearly all of it is translated`, () => {
    const { words } = catalogue(language);
    const same = Object.entries(words).filter(([key, value]) => key === value && /\p{L}{3}/u.test(key.replace(/\{\d\}/g, '')));
    assert.ok(same.length < 30, same.map(([key]) => key).join(' | '));
  });

  test(`${language}: the page's fonts have all its characters`, { skip: !existsSync(join(root, 'build/fonts/fonts.json')) && 'fonts are not built' }, () => {
    const { slices } = JSON.parse(readFileSync(join(root, 'build/fonts/fonts.json'), 'utf8'));
    // What the four faces have that are always there: see web/fonts/build.mjs.
    const always = [[0x20, 0x7e], [0xa0, 0x17f], [0x400, 0x4ff], [0x2000, 0x206f], [0x2190, 0x22ff]];
    const ranges = [...always, ...slices.flatMap((slice) => slice.ranges)];
    const lacking = new Set();
    for (const c of JSON.stringify(catalogue(language).words)) {
      const code = c.codePointAt(0);
      if (!ranges.some(([low, high]) => code >= low && code <= high)) lacking.add(c);
    }
    assert.deepEqual([...lacking], []);
  });
}
