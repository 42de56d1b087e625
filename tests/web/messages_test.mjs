// The page and the core mean the same by the numbers and words that pass between them:
// node --test tests/web/messages_test.mjs
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { FLAG, POINTER, TAKE } from '../../web/core_link.js';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const read = (path) => readFileSync(join(root, path), 'utf8');

/** The enumerators of web/bridge.h, as JavaScript names them: PROVISO_FEW_BARS is fewBars. */
function enumerators(name) {
  const body = new RegExp(`enum ${name} \\{([^}]*)\\}`).exec(read('web/bridge.h'))[1];
  return Object.fromEntries([...body.matchAll(/PROVISO_(\w+) = (\d+)/g)].map(([, word, number]) =>
    [word.toLowerCase().replace(/_(\w)/g, (_, letter) => letter.toUpperCase()), Number(number)]));
}

for (const [name, numbers] of [['ProvisoFlag', FLAG], ['ProvisoPointer', POINTER], ['ProvisoTake', TAKE]]) {
  test(`${name} is the same in web/bridge.h and in web/core_link.js`, () => {
    assert.ok(Object.keys(numbers).length > 3);
    assert.deepEqual(numbers, enumerators(name));
  });
}

test('the page sends each message that the core knows, and no other; README lists them', () => {
  const header = read('core/wire/wire.h');
  const known = [.../kWords<view::Message::Kind>\{([^}]*)\}/.exec(header)[1].matchAll(/"(\w+)"/g)].map(([, word]) => word);
  assert.ok(known.length > 10);
  // core.js speaks to the headless module, which has requests of its own.
  const files = readdirSync(join(root, 'web')).filter((name) => name.endsWith('.js') && name !== 'core.js');
  const sent = files.flatMap((name) => [...read(`web/${name}`).matchAll(/\bdo: '(\w+)'/g)].map(([, word]) => word));
  assert.deepEqual([...new Set(sent)].sort(), [...known].sort());
  const table = /\| `do` \|[^\n]*\n\|[^\n]*\n((?:\|[^\n]*\n)+)/.exec(read('web/README.md'))[1];
  const listed = table.trim().split('\n').flatMap((row) => [...row.split('|')[1].matchAll(/`(\w+)`/g)].map(([, word]) => word));
  assert.deepEqual(listed.sort(), [...known].sort());
});
