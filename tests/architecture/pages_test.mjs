import assert from 'node:assert/strict';
import {test} from 'node:test';

import {textsOf} from './files.mjs';
import {staleNames, withoutReadme} from './pages.mjs';

const all = textsOf(['core', 'shell', 'web', 'data', 'tests', 'README.md'], /./);
const files = [...all.keys()];
const code = [...all].filter(([path]) => /\.(h|cpp|c|js|mjs|json)$/.test(path)).map(([, text]) => text).join('\n');

test('what READMEs name is there', () => {
  const pages = [...all].filter(([path]) => /(^|\/)README\.md$/.test(path));
  assert.ok(pages.length > 20);
  assert.deepEqual(pages.flatMap(([path, text]) => staleNames(path, text, files, code)), []);
});

test('each folder of the core and the shell has its README, of one screen', () => {
  const inner = (file) => /^(core|shell)\//.test(file) && !/^core\/window\/(around|dialogs)\//.test(file);
  assert.deepEqual(withoutReadme(files.filter(inner)), []);  // core/window's is of all its folders.
  const long = files.filter((file) => inner(file) && file.endsWith('README.md') && all.get(file).split('\n').length > 60);
  assert.deepEqual(long, []);
});

for (const [what, page] of [
  ['a file that has moved', 'See `core/view/session.h`.'],
  ['a folder that has gone', 'See `core/view/`.'],
  ['a function that has another name', '`MakeThing` makes it.'],
  ['a constant that has gone', 'One row of `kThings`.'],
  ['a link between pages', 'See [the format](../data/FORM.md).'],
]) {
  test(`the check finds ${what}`, () => {
    assert.equal(staleNames('core/README.md', page, ['core/state/session.h', 'core/README.md'], 'BuildThing kThing').length, 1);
  });
}

test('the check lets files, folders, names, links and drawings pass', () => {
  const page = 'In `core/state/session` and `core/state/`: `Update(session)`, [more](state/session.h).\n```\nGoneType ▶ core/gone.h\n```\n';
  assert.deepEqual(staleNames('core/README.md', page, ['core/state/session.h', 'core/README.md'], 'void Update(Session& session)'), []);
});

test('the check finds a folder without a README', () => {
  assert.deepEqual(withoutReadme(['core/state/session.h', 'core/io/load.cpp', 'core/io/README.md']), ['core/state']);
});
