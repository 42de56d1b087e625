// Of two tabs with one dataset one edits: the other says so, takes it over when it is asked to, with what
// is being written; and a form that is typed in when its tab is killed goes on there.
// Engines: chromium
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import {engines, launch} from '../support/browsers.mjs';
import {beginByHand} from '../support/coding.mjs';
import {open} from '../support/explorer.mjs';
import {hands} from '../support/hands.mjs';
import {serveSite} from '../support/site.mjs';

const site = await serveSite();
after(() => site.close());

const own = 'night-bus-may-stay-if-others-pay';

for (const engine of engines) {
  describe(engine, {skip: engine !== 'chromium'}, () => {
    let page, hand;
    before(async () => {
      page = await launch(engine, {width: 1400, height: 900});
      hand = hands(page).find(({name}) => name === 'semantic DOM');
      await open(page, site.probed());
      await page.assertDrawn();
      await beginByHand(page, hand);
    });
    after(() => page?.close());
    const value = async (id) => (await page.find('', `#${id}`))?.value;
    const settled = () => page.settle(400);  // What was typed within the last 300 ms may be lost.

    test('what is typed in a form goes on there when its tab is killed', async () => {
      await hand.press('top/search');
      await hand.fill('palette-words', '>add: statement');
      const add = await page.waitFor('the way to add one', async () => (await page.items()).find(({id}) => id === 'palette/do/add-propositions'));
      await hand.press(add.id);
      await page.item('heading', '#form/title');
      await hand.fill('form/label', 'the state moves fi');
      await settled();
      await page.crash();
      await open(page, site.probed());
      await page.waitFor('what was typed', async () => await value('form/label') === 'the state moves fi');
      await page.assertDrawn();
      await hand.press('form/done');
    });

    test('what is edited in one tab can be edited in another instead, with what is being written', async () => {
      await hand.press('code/s/1');
      await hand.press('code/begin');
      await hand.fill('code/about', 'if the state mov');
      await settled();
      // Another tab is a window of this one's; it is used through the semantic DOM.
      await page.evaluate((address) => { globalThis.other = open(address); }, site.url);
      const there = (what, id) => page.evaluate((what, id) => {
        const item = other.document.querySelector('#explorer')?.shadowRoot?.querySelector(`[data-item="${CSS.escape(id)}"]`);
        if (what === 'press') item?.click();
        return what === 'value' ? item?.value ?? '' : item ? item.getAttribute('aria-label') ?? item.textContent : '';
      }, what, id);
      const press = async (id) => {
        await page.waitFor(id, () => there('see', id));
        await there('press', id);
      };
      await press('top/menu');
      await press('menu/.open');
      await press(`open/work/${own}`);
      await page.waitFor('to be told', () => page.evaluate(() =>
        /is being edited in another tab/.test(other.document.querySelector('#explorer').shadowRoot.textContent)));
      assert.equal(await there('see', 'coding/kept'), '');  // Nothing is coded there.
      assert.ok(await page.find('', '#coding/kept'));
      await press('notices/take-over');
      await page.waitFor('it to be edited there', () => there('see', 'coding/kept'));
      await page.waitFor('what was being written', async () => await there('value', 'code/about') === 'if the state mov');
      // This one is behind it and draws nothing; it waits until the other one is done.
      const pending = () => page.evaluate(async (name) =>
        (await navigator.locks.query()).pending.filter((one) => one.name === name).length, `proviso/${own}`);
      await page.waitFor('this one to wait for it', async () => await pending() === 1);
      // And back, once that one is closed.
      await page.evaluate(() => other.close());
      await page.protocol('Page.bringToFront');
      await page.waitFor('this one to have it', async () => await pending() === 0);
      await page.waitFor('it to be edited here again', async () =>
        !(await page.find('', '#notices/take-over')) && await value('code/about') === 'if the state mov');
      // What came back can be gone on with.
      await hand.press('code/draft');
      await page.waitFor('it to be kept', async () => /1 draft/.test((await page.find('', '#coding/kept'))?.name));
      await page.assertDrawn();
    });

    test('nothing went wrong', async () => {
      assert.deepEqual((await page.errors()).filter((one) => !/crash/i.test(one)), []);
    });
  });
}
