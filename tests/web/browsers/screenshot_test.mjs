// The picture in the README is what the page shows. If this fails because the page has changed:
//   web/serve --build-only && node tests/web/support/screenshot.mjs
// Engines: chromium
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {kept, take} from '../support/screenshot.mjs';

const remedy = 'web/screenshot.png is stale: run node tests/web/support/screenshot.mjs, look at it, commit it';
// Another version of the browser may draw an edge otherwise.
const MOST = 0.01;

test('the picture in the README has the words and the look of the page', async () => {
  const [now, then] = [await take(), kept()];
  assert.equal(now.words, then.words, remedy);
  const changed = now.pixels.difference(then.pixels);
  assert.ok(changed < MOST, `${(changed * 100).toFixed(2)} % of the picture is otherwise; ${remedy}`);
});
