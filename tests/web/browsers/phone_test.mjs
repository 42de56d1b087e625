// On a phone, and at 400 % on a desk: one pane, targets for a thumb, a sheet for what is looked at,
// two fingers on a drawing. Chromium alone can be touched; WebKitGTK's window cannot be that small.
// Engines: chromium, firefox
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import {engines, launch} from '../support/browsers.mjs';
import {open, place} from '../support/explorer.mjs';
import {serveSite} from '../support/site.mjs';

const site = await serveSite();
after(() => site.close());

const views = ['what-if', 'matrix', 'claims', 'actors', 'map', 'timeline', 'compare', 'sources', 'questions'];

const overflow = (page) => page.evaluate(() => {
  const {scrollWidth, clientWidth} = document.scrollingElement;
  return scrollWidth - clientWidth;
});

if (engines.includes('chromium')) {
  for (const [width, height] of [[360, 740], [430, 932]]) {
    describe(`chromium, ${width} × ${height}`, () => {
      let page;
      before(async () => {
        page = await launch('chromium', {width, height, dpr: 2});
        await page.goto(site.probed());
        await page.evaluate(() => localStorage.setItem('proviso-seen', '1'));
        await page.touchScreen();
      });
      after(() => page?.close());
      const show = async (state) => {
        await page.goto('about:blank');
        await open(page, `${site.probed()}#${state}`);
      };
      const tap = async (id) => {
        const {visible} = await page.item('', `#${id}`);
        assert.ok(visible, `${id} is in sight`);
        await page.touch([[visible.x + visible.w / 2, visible.y + visible.h / 2]]);
        await page.settle();
      };

      test('each view is one pane with targets for a thumb: nothing beside the page, 44 points to hit', async () => {
        for (const view of views) {
          await show(`v=${view}`);
          await page.assertDrawn();
          assert.equal(await overflow(page), 0, view);
          const items = (await page.items()).filter(({visible}) => visible);
          for (const {id, panelRect} of items)
            assert.ok(panelRect.x >= -1 && panelRect.x + panelRect.w <= width + 1, `${view}: ${id}`);
          const small = items.filter(({role, stop, rect}) => stop !== null && rect.h < 44 &&
            ['button', 'tab', 'checkbox', 'radio', 'searchbox', 'textbox', 'menuitem', 'option', 'listitem'].includes(role));
          assert.deepEqual(small.map(({id, rect}) => `${id} ${Math.round(rect.w)} × ${Math.round(rect.h)}`), [], view);
        }
      });

      test('a claim that is tapped opens in a sheet, which goes again', async () => {
        await show('v=claims');
        const row = (await page.items()).find(({id, role, visible}) => role === 'listitem' && /^claim\//.test(id) && visible?.h > 40);
        await page.touch([[row.visible.x + row.visible.w * 0.3, row.visible.y + 20]]);
        await page.waitFor('the claim', async () => `claim/${(await place(page)).sel}` === row.id);
        await page.settle();
        const sheet = await page.item('', '#inspector/close');
        assert.equal(sheet.panelRect.w, width);
        await tap('inspector/close');
        await page.waitFor('the sheet to go', async () => !(await page.find('', '#inspector/close')));
      });

      test('nothing went wrong meanwhile', async () => {
        assert.deepEqual(await page.errors(), []);
      });
    });
  }
}

for (const engine of engines.filter((one) => one !== 'webkit')) {
  test(`${engine}: at 400 % nothing stands beside the page`, async () => {
    const page = await launch(engine, {width: 320, height: 256, dpr: engine === 'chromium' ? 4 : 1});
    try {
      for (const view of views) {
        await page.goto('about:blank');
        await open(page, `${site.probed()}#v=${view}`);
        assert.equal(await overflow(page), 0, view);
        for (const {id, visible, panelRect} of await page.items())
          if (visible) assert.ok(panelRect.x + panelRect.w <= 321, `${view}: ${id}`);
      }
    } finally {
      await page.close();
    }
  });
}
