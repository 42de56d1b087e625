// Parts of the program (web/README.md): a first visit fetches none but its own view's, a person's
// action brings the others, and a part that cannot be fetched breaks nothing.
import assert from 'node:assert/strict';
import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {fileURLToPath} from 'node:url';

import {partsOf} from '../../../web/split.mjs';
import {engines, launch} from '../support/browsers.mjs';
import {drop, open, place} from '../support/explorer.mjs';
import {serveSite} from '../support/site.mjs';

const top = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const nothing = mkdtempSync(join(tmpdir(), 'proviso-nothing-'));  // A mount for one file of it: it is not found.
const site = await serveSite();
const lacking = await serveSite({mounts: {'/proviso.map.wasm': nothing, '/proviso.dialogs.wasm': nothing}});
after(async () => {
  await Promise.all([site.close(), lacking.close()]);
  rmSync(nothing, {recursive: true});
});

/// The parts that this page has fetched; the worker, which keeps all for later, is not the page.
const fetched = (page) => page.evaluate(() => performance.getEntriesByType('resource')
  .map(({name}) => /\/proviso\.(\w+)\.wasm$/.exec(name)?.[1]).filter(Boolean).sort());
for (const engine of engines) {
  describe(engine, () => {
    let page;
    before(async () => {
      page = await launch(engine, {width: 1200, height: 800});
    });
    after(() => page?.close());

    const fresh = async (link) => {
      await page.goto('about:blank');
      await open(page, `${site.probed()}#${link}`);
    };

    test('the view that comes first needs no part, every other its own at most', async () => {
      await open(page, site.probed());
      await page.assertDrawn();
      assert.deepEqual(await fetched(page), []);
      for (const view of Object.keys(partsOf(top)).filter((part) => existsSync(join(top, 'core/views', part)))) {
        await page.goto('about:blank');
        await open(page, `${site.probed()}#v=${view}`);
        await page.assertDrawn();
        assert.deepEqual(await fetched(page), [view], view);
        assert.equal((await place(page)).v, view);
      }
    });

    test('who points at a tab has its part fetched, and a press shows the view', async () => {
      await page.goto('about:blank');
      await open(page, site.probed());
      const {visible: {x, y, w, h}} = await page.item('tab', 'Map');
      await page.move(x + w / 2, y + h / 2);
      await page.waitFor('its part', async () => (await fetched(page)).includes('map'));
      assert.equal((await place(page)).v, undefined);
      await page.pressItem('tab', 'Map');
      await page.settle();
      assert.equal((await place(page)).v, 'map');
      await page.pressItem('button', '#top/share');
      await page.item('button', '#dialog/close');
      assert.deepEqual(await fetched(page), ['dialogs', 'map']);
      await page.key('Escape');
      assert.deepEqual(await page.errors(), []);
    });

    test('a record, reasons and the network have parts of their own, for who asks for them or has a link', async () => {
      for (const [link, parts, shown] of [
        ['sel=a-blog-author', ['details'], '#inspector/close'],
        ['why=a-blog-author', ['details'], '#why/close'],
        ['v=actors&no-edges=about', ['actors', 'network'], '#actor/a-blog-author'],
      ]) {
        await fresh(link);
        await page.item('', shown);
        assert.deepEqual(await fetched(page), parts, link);
      }
      await fresh('v=what-if');
      const {visible: {x, y, w, h}} = await page.item('button', /, own words: /);
      await page.move(x + w / 2, y + h / 2);
      await page.waitFor('its part', async () => (await fetched(page)).includes('details'));
      assert.deepEqual(await page.errors(), []);
    });

    test('a picture of any view brings what it takes', async () => {
      for (const view of ['what-if', ...Object.keys(partsOf(top)).filter((part) => existsSync(join(top, 'core/views', part)))]) {
        await fresh(`v=${view}`);
        const saved = await page.evaluate(async () => {
          const {type, size} = await document.querySelector('#explorer').save({format: 'svg', figure: true});
          return [type, size > 4000];
        });
        assert.deepEqual(saved, ['image/svg+xml', true], view);
        assert.ok((await fetched(page)).includes('figure'), view);
      }
      assert.deepEqual(await page.errors(), []);
    });

    test('a copy that is dropped waits for what finds the passages in it', async () => {
      await fresh('v=sources');
      site.slow(500);
      assert.ok(await drop(page, 'copy.txt', 'A text that nobody coded.'));
      await page.settle();
      site.slow(0);
      assert.deepEqual(await fetched(page), ['copies', 'sources']);
      await page.item('', /This does not look like text/);
    });

    test('on a slow network a key that is pressed meanwhile is carried out when the part is here', async () => {
      await page.goto('about:blank');
      await open(page, site.probed());
      site.slow(1000);
      await page.pressItem('tab', '#tab/claims');
      await page.waitFor('the press to be seen', async () => (await place(page)).v === 'claims');
      await page.key('/');
      await page.item('', '#palette-words');
      await page.key('Escape');
      await page.pressItem('tab', '#tab/timeline');
      await page.settle();  // Whoever waits for a part is not at rest.
      assert.equal((await place(page)).v, 'timeline');
      site.slow(0);
    });

    test('a part that cannot be fetched is told, and all else goes on', async () => {
      await page.goto('about:blank');
      await open(page, `${lacking.probed()}#v=map`);
      await page.item('', /could not be fetched/);
      await page.assertDrawn();
      await page.waitFor('another view', async () => (await place(page)).v !== 'map');
      await page.pressItem('button', '#top/share');
      await page.settle();
      assert.equal(await page.find('button', '#dialog/close'), undefined);
      await page.pressItem('tab', 'Claims');
      await page.settle();
      assert.equal((await place(page)).v, 'claims');
    });
  });
}
