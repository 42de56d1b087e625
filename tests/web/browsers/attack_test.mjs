// What goes wrong around an explorer, as it was tried on this one (H3, H6): a trap while a reader's own
// file is open, and other people's graphics that push ours out.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';

import {engines, launch} from '../support/browsers.mjs';
import {drop, open, place} from '../support/explorer.mjs';
import {boxOf, make, openHost, serveHosts, status} from '../support/hosts.mjs';
import {serveSite} from '../support/site.mjs';

const site = await serveSite();
const hosts = await serveHosts();
after(() => Promise.all([site.close(), hosts.close()]));
const sample = (name) => readFileSync(new URL(`../../../data/samples/${name}`, import.meta.url), 'utf8');
const dataset = sample('worked-example.json');
const claims = JSON.parse(dataset).claims.length;
const text = sample('worked-example.txt');

for (const engine of engines) {
  describe(engine, () => {
    let page;
    before(async () => {
      page = await launch(engine, {width: 1200, height: 800});
    });
    after(() => page?.close());

    const said = (words) => page.waitFor(`“${words}”`, async () =>
      (await page.items()).some(({name, value, description}) => `${name} ${value} ${description ?? ''}`.includes(words)));
    const trouble = () => page.evaluate(() => [...document.getElementById('explorer').shadowRoot
      .querySelectorAll('.trouble:not([hidden]) button')].map((button) => button.textContent).join());
    const trap = () => page.evaluate(() => {
      const it = document.getElementById('explorer');
      probe.fuse = true;
      it.find('trade');
    });
    const again = () => page.waitFor('it to be back', async () => await page.evaluate(() => document.getElementById('explorer').status) === 'ready' &&
      await page.evaluate(() => !probe.fuse));

    test('H3: after a trap the reader’s own file is open again, with the copy of its text, and it is said', async () => {
      await open(page, site.probed('fused'));
      // Two files at once: what cannot be opened takes nothing's place.
      await page.evaluate((files) => {
        const data = new DataTransfer();
        for (const [name, content] of files) data.items.add(new File([content], name));
        document.querySelector('#explorer').dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true, composed: true}));
      }, [['mine.json', dataset], ['bad.json', dataset.replace('"very_likely"', '"0.9"')]]);
      await said('Not opened: 1 error');
      await page.pressItem('', '#open/close');
      await page.pressItem('tab', 'Sources');
      await said('4 passages, not checked');
      await drop(page, 'mine.txt', text);
      await said('4 found');
      await page.pressItem('tab', 'Map');
      await page.settle();
      const was = await place(page);
      assert.equal(was.v, 'map');
      await trap();
      await again();
      await said('has begun anew');
      await page.settle();
      assert.deepEqual(await place(page), was);
      await page.pressItem('tab', 'Sources');
      await said('4 found');
      assert.equal(await page.evaluate(async () => JSON.parse(await (await document.getElementById('explorer').save({format: 'json'})).text()).claims.length), claims);
      await page.assertDrawn();
    });

    test('H3: after a second trap the buttons are in sight, and what is saved is the reader’s file', async () => {
      await page.evaluate(() => {
        globalThis.given = [];
        const make = URL.createObjectURL;
        URL.createObjectURL = (blob) => {
          given.push(blob);
          return make.call(URL, blob);
        };
        HTMLAnchorElement.prototype.click = () => {};
      });
      await trap();
      await page.waitFor('the buttons', async () => await trouble() === 'Restart,Download data');
      const seen = await page.evaluate(() => {
        const button = document.getElementById('explorer').shadowRoot.querySelector('.trouble button');
        const {x, y, width, height} = button.getBoundingClientRect();
        const top = document.elementFromPoint(x + width / 2, y + height / 2);
        return [getComputedStyle(button).visibility, top?.id];
      });
      assert.deepEqual(seen, ['visible', 'explorer']);
      await page.evaluate(() => document.getElementById('explorer').shadowRoot.querySelectorAll('.trouble button')[1].click());
      assert.equal(await page.evaluate(async () => JSON.parse(await given.at(-1).text()).claims.length), claims);
      await page.evaluate(() => document.getElementById('explorer').shadowRoot.querySelector('.trouble button').click());
      await again();
      await said('4 found');
    });

    test('H6: graphics that the page’s own push out are said over the picture, and drawn again on a new canvas', async () => {
      await openHost(page, hosts.host());
      await make(page, 'one');
      await page.settle();
      const rect = await boxOf(page, '#one');
      const before = await page.assertDrawn(rect);
      await page.evaluate(() => {
        const canvas = document.getElementById('one').shadowRoot.querySelector('canvas');
        globalThis.former = canvas;
        canvas.getContext('webgl2').getExtension('WEBGL_lose_context').loseContext();  // As a browser does that has too many.
      });
      const button = () => page.evaluate(() => {
        const found = document.getElementById('one').shadowRoot.querySelector('.trouble:not([hidden]) button');
        if (!found) return null;
        const {x, y, width, height} = found.getBoundingClientRect();
        return {words: found.textContent, x: x + width / 2, y: y + height / 2};
      });
      const {words, x, y} = await page.waitFor('the button', button);
      assert.equal(words, 'Draw again');
      const box = (await page.screenshot()).ink({x: x - 40, y: y - 14, w: 80, h: 28});
      assert.ok(box.contrast >= 4.5, `the button is drawn over the picture: ${box.contrast}`);
      await page.click(x, y);
      await page.waitFor('it to be ready', async () => await status(page, '#one') === 'ready' &&
        await page.evaluate(() => document.getElementById('one').shadowRoot.querySelector('canvas') !== former));
      await page.settle();
      await page.move(5, 5);
      await page.settle();
      const after = await page.assertDrawn(rect);
      assert.ok(after.distinctColours(rect) > before.distinctColours(rect) * 0.8);
      assert.ok(!await button());
    });
  });
}
