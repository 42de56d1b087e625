// Latin, Cyrillic and Chinese on one canvas. The Chinese faces are large: a slice is fetched when a
// character of it is first to be drawn, never before.
import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {fileURLToPath} from 'node:url';

import {engines, launch} from '../support/browsers.mjs';
import {open} from '../support/explorer.mjs';
import {serveSite} from '../support/site.mjs';

const data = fileURLToPath(new URL('../../../data/samples/scripts.json', import.meta.url));
const nothing = mkdtempSync(join(tmpdir(), 'proviso-nothing-'));
const bundled = await serveSite();
const site = await serveSite({data});
const without = await serveSite({data, mounts: {'/fonts/sc/': nothing}});
after(async () => {
  await Promise.all([bundled, site, without].map((each) => each.close()));
  rmSync(nothing, {recursive: true});
});

const slices = ({asked}) => asked.filter((path) => path.startsWith('/fonts/sc/'));
const han = /\p{Script=Han}/u, cyrillic = /\p{Script=Cyrillic}/u;

for (const engine of engines) {
  describe(engine, () => {
    let page;
    before(async () => {
      for (const each of [bundled, site, without]) each.asked.length = 0;
      page = await launch(engine, {width: 1100, height: 760});
    });
    after(() => page?.close());

    test('a dataset in Latin letters fetches no slice', async () => {
      await open(page, bundled.probed());
      await page.assertDrawn();
      assert.ok(bundled.asked.some((path) => /^\/fonts\/sans-400\.ttf/.test(path)));
      assert.deepEqual(slices(bundled), []);
    });

    test('Chinese is drawn once its slices are there, each fetched once', async () => {
      await open(page, `${without.probed()}#v=claims`);
      await page.assertDrawn();  // A missing slice harms nothing else.
      const empty = await page.screenshot();
      await open(page, `${site.probed()}#v=claims`);
      await page.waitFor('the slices', () => slices(site).length > 0);
      await page.settle(800);
      const drawn = await page.assertDrawn();
      page.keep(drawn, 'scripts');
      const fetched = slices(site);
      assert.ok(fetched.length < 12, `${fetched.length} slices`);
      assert.equal(new Set(fetched).size, fetched.length);
      const chinese = (await page.items()).filter(({name, visible, role}) =>
        visible && han.test(name) && /text|heading|option|listitem|button|link/.test(role));
      assert.ok(chinese.length > 0, 'no Chinese in sight');
      for (const {name, visible} of chinese) {
        const changed = drawn.difference(empty, visible) * visible.w * visible.h;
        assert.ok(changed > 20, `${name}: ${Math.round(changed)} pixels differ from no font at all`);
        assert.ok(drawn.ink(visible).share > 0.01, `${name} has no ink`);
      }
      const russian = (await page.items()).filter(({name, visible}) =>
        visible && cyrillic.test(name) && !han.test(name));
      assert.ok(russian.length > 0, 'no Cyrillic in sight');
      for (const {name, visible} of russian)
        assert.ok(drawn.ink(visible).share > 0.01, `${name} has no ink`);
      assert.deepEqual((await page.errors()).filter((error) => !/404|Failed to load/.test(error)), []);
    });
  });
}
