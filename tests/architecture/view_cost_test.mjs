import assert from 'node:assert/strict';
import {test} from 'node:test';

import {textsOf} from './files.mjs';
import {kMostLists, listsOfViews, viewsIn} from './view_cost.mjs';

test(`a view needs at most ${kMostLists} edits outside its folder`, (t) => {
  // Not screenshot.txt, the words of a picture, which a script writes.
  const files = textsOf(['core', 'shell', 'web', 'data/FORMAT.md', 'README.md'],
    /\.(h|cpp|c|js|mjs|ts|css|html|json|md)$|CMakeLists\.txt$|^web\/(serve|text_version)$/);
  const views = viewsIn(files.keys());
  assert.ok(views.length >= 9);
  const lists = listsOfViews(files, views);
  t.diagnostic(`${views.length} views; another is added to ${lists.length} files: ${lists.join(', ')}`);
  assert.ok(lists.length > 0 && lists.length <= kMostLists, lists.join('\n'));
});

const views = ['map', 'what_if'];

for (const [what, text] of [
  ['a switch', 'case ViewId::kMap: case ViewId::kWhatIf:'],
  ['a list of folders', 'foreach(view\n  map\n  what_if\n)'],
  ['the words of links', "const views = ['map', 'what-if'];"],
  ['labels', '{"Map": "Karte", "What if": "Was wäre"}'],
]) {
  test(`the check finds a place that lists all views: ${what}`, () => {
    assert.deepEqual(listsOfViews(new Map([['shell/app.cpp', text]]), views), ['shell/app.cpp']);
  });
}

test('the check passes over what names one view, or another word, or lies in a view', () => {
  const files = new Map([
    ['shell/app.cpp', 'ViewId::kMap, std::map'],
    ['web/page.js', 'heatmap, what_iffy'],
    ['core/views/map/scene.cpp', 'ViewId::kMap, ViewId::kWhatIf'],
  ]);
  assert.deepEqual(listsOfViews(files, views), []);
});

test('a view is counted as soon as it has a folder', () => {
  assert.deepEqual(viewsIn(['core/views/CMakeLists.txt', 'core/views/tree/stage.cpp', 'core/views/map/model.h', 'core/views/map/model.cpp']), ['map', 'tree']);
});
