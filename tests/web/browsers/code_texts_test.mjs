// A second text is added to what is being coded, by keyboard alone, and may be quoted: it stands in the file,
// and both texts are there again on the next visit. A PDF is read to its words; a damaged one says what to do instead.
// Engines: chromium
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import {engines, launch} from '../support/browsers.mjs';
import {beginByKeys, keysOf, watch} from '../support/coding.mjs';
import {choose, open} from '../support/explorer.mjs';
import {hands} from '../support/hands.mjs';
import {printed} from '../support/pdf.mjs';
import {serveSite} from '../support/site.mjs';

const site = await serveSite();
after(() => site.close());

const further = 'Drivers ask for more\n\nThe union asks for two more drivers. Ilse Brandt agrees with it.';

for (const engine of engines) {
  describe(engine, {skip: engine !== 'chromium'}, () => {
    for (const [width, height] of [[1400, 900], [390, 844]]) {
      describe(`${width} × ${height}`, () => {
        let page, keyboard, keys;

        before(async () => {
          page = await launch(engine, {width, height});
          keyboard = hands(page).find(({name}) => name === 'keyboard');
          keys = keysOf(page);
          await open(page, site.probed());
        });
        after(() => page?.close());

        test('a text is added by keyboard alone, and all of it may be quoted', async () => {
          await beginByKeys(page, keyboard, keys);
          await keyboard.press('code-side/add');
          await page.item('heading', '#begin/title');
          await keyboard.reach('begin/text');
          await page.evaluate((words) => document.execCommand('insertText', false, words), further);
          await page.waitFor('what it looks like', async () => (await page.find('', '#begin/shape'))?.name === '2 paragraphs and 3 sentences');
          await keyboard.press('begin/quoting/all');
          await page.assertDrawn();
          await keyboard.press('begin/go');
          await page.item('', '#code/s/2');
          await page.assertDrawn();
        });

        test('it stands in the file, the one that may not be quoted does not', async () => {
          await watch(page);
          await page.evaluate(() => document.querySelector('#explorer').focus());
          await keys.key('s', 'Control');
          const {text} = await page.waitFor('a file', () => page.evaluate(() => saved.at(-1)));
          assert.match(text, /The union asks for two more drivers/);
          assert.doesNotMatch(text, /town will keep/);
          assert.equal(JSON.parse(text).documents.length, 2);
        });

        test('on the next visit both texts are there', async () => {
          await page.settle(400);
          await page.reload();
          await page.item('', '#code/s/0');
          for (const id of ['d-drivers-ask-for-more', 'd-night-bus-may-stay-if-others-pay']) {
            await keyboard.press(`code-side/${id}`);
            await page.waitFor('its sentences', async () => (await page.items()).some(({id}) => /^code.s.\d/.test(id ?? '')) && !(await page.find('', '#code/load')));
          }
        });

        test('a PDF is read to its words; a damaged one is told what to do with, and nothing is lost', async () => {
          await page.evaluate(() => { HTMLInputElement.prototype.click = () => {}; });
          await keyboard.press('code-side/add');
          await page.item('heading', '#begin/title');
          await page.pressItem('', '#begin/choose');
          const minutes = 'Minutes of the council\n\nThe ferry may stay if the county pays half of it. Nobody voted against that.';
          await choose(page, 'minutes.pdf', new TextDecoder().decode(printed(minutes, 40)));
          await page.waitFor('its words', async () => (await page.find('', '#begin/shape'))?.name === '2 paragraphs and 3 sentences');
          await choose(page, 'minutes.pdf', '%PDF-1.7\n1 0 obj');
          await page.waitFor('what to do', async () => (await page.items()).some(({name}) => /damaged.*plain text file/.test(name)));
          assert.equal((await page.find('', '#begin/shape'))?.name, '2 paragraphs and 3 sentences');
          await page.assertDrawn();
          await keys.key('Escape');
        });

        test('nothing went wrong', async () => {
          assert.deepEqual(await page.errors(), []);
        });
      });
    }
  });
}
