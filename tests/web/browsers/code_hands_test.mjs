// Two claims of a text of one's own, with each hand that an engine has: a new dataset, a condition, the
// answer beside it, undo, the file. Each ends in the same bytes. The whole of it, by keyboard alone, is
// in code_test.mjs.
import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {fileURLToPath, pathToFileURL} from 'node:url';

import {engines, launch} from '../support/browsers.mjs';
import {beginByHand, beginByKeys, forget, keysOf, told, watch, writeByHand, writeByKeys} from '../support/coding.mjs';
import {choose, open} from '../support/explorer.mjs';
import {hands} from '../support/hands.mjs';
import {dist, serveSite} from '../support/site.mjs';

const site = await serveSite();
after(() => site.close());

/// What every hand ends in; PROVISO_GOLDEN=write makes it anew.
const golden = fileURLToPath(new URL('../../golden/night-bus/two-claims.json', import.meta.url));
const name = 'night-bus-may-stay-if-others-pay.json';

const claims = [
  {at: 1, skip: 1, who: 'Ilse Brandt', voice: 'new', about: [['if the region pays half', 'new'], ['then the night bus', 'known']],
    level: 1, words: 'Half the money keeps the line.'},
  {at: 2, who: 'ilse', voice: 'known', about: [['new drivers are hired', 'new']], level: 3, words: 'Somebody is hired.'},
];
const expected = [
  [34, 'Ada Quist > Ilse Brandt', 'if: the region pays half → The night bus runs next year', 'will', 'Half the money keeps the line.', 'lm'],
  [194, 'Ada Quist > Ilse Brandt', 'new drivers are hired', 'likely', 'Somebody is hired.', 'lm'],
];

/// The mouse everywhere; besides a finger where an engine has one, else the keyboard, which goes all
/// the way in Chromium.
const used = (page) => hands(page).filter(({name}) => ['mouse', page.engine === 'chromium' ? 'touch' : 'keyboard'].includes(name));

for (const engine of engines) {
  describe(engine, () => {
    let page;
    before(async () => {
      page = await launch(engine, {width: 1400, height: 900});
      await open(page, site.probed());
      await page.assertDrawn();
    });
    after(() => page?.close());

    test('the text may be a file of another program, and why one cannot be read is said', async () => {
      const [hand] = used(page);
      await hand.press('top/menu');
      await hand.press('menu/.begin');
      const give = async (name, content) => {
        await page.evaluate(() => {
          globalThis.picked = 0;
          HTMLInputElement.prototype.click = () => { globalThis.picked += 1; };
        });
        await hand.press('begin/choose');
        await page.waitFor('the file field', () => page.evaluate(() => globalThis.picked > 0));
        await choose(page, name, content);
      };
      await give('bus.html', '<html><head><title>No</title></head><body><p>One &amp; two.<p>Three.</body></html>');
      await page.waitFor('its text', async () => (await page.find('', '#begin/text'))?.value === 'One & two.\n\nThree.\n');
      await give('bus.docx', 'no archive');
      await page.item('', /^bus\.docx: /);
      assert.equal((await page.find('', '#begin/text')).value, 'One & two.\n\nThree.\n');
      await hand.press('begin/leave');
    });

    for (const which of [0, 1]) {
      test(which === 0 ? 'two claims with the mouse' : 'two claims with another hand', async () => {
        const began = Date.now();
        // Nothing of the hand before is there.
        await page.goto(`${site.url}text/index.html`);
        await forget(page);
        await open(page, site.probed());
        const hand = used(page)[which], keys = keysOf(page), byKeys = hand.name === 'keyboard';
        if (byKeys) await beginByKeys(page, hand, keys);
        else await beginByHand(page, hand);
        if (byKeys) {
          await page.evaluate(() => document.querySelector('#explorer').focus());
          await keys.key('s');
          await keys.focusOn('code/s/0');
        }
        let number = 0;
        for (const claim of claims) {
          if (byKeys) await writeByKeys(page, claim, keys);
          else await writeByHand(page, hand, claim);
          // What it changes stands beside it, before it is saved.
          const beside = (await page.items()).filter(({id}) => id.startsWith('code-aside/'));
          if (number === 0) {
            assert.equal(beside.find(({id}) => id === 'code-aside/outcome')?.name, 'The night bus runs next year?');
            assert.ok(beside.some(({id, name}) => id.startsWith('code-aside/answer/') && /Ilse Brandt/.test(name)), beside.map(({name}) => name).join('; '));
          }
          if (byKeys) await keys.key('Enter');
          else await hand.press('code/save');
          ++number;
          await page.waitFor(`claim ${number} to be saved`, async () => (await keys.bar()).startsWith(`${number} claim`));
          await page.settle();
        }
        await hand.press('coding/undo');
        await page.waitFor('one claim', async () => (await keys.bar()).startsWith('1 claim ·'));
        await hand.press('coding/redo');
        await page.waitFor('two claims', async () => (await keys.bar()).startsWith('2 claims'));
        await watch(page);
        await hand.press('coding/save');
        const file = await page.waitFor('a file', () => page.evaluate(() => saved.at(-1)));
        assert.equal(file.name, name);
        assert.deepEqual(told(JSON.parse(file.text)), expected);
        const {loadCore} = await import(pathToFileURL(join(dist, 'core.js')).href);
        const core = await loadCore();
        const {errors, warnings} = core.check(Buffer.from(file.text));
        assert.deepEqual([errors, warnings], [[], []]);
        assert.equal(Buffer.from(core.open(Buffer.from(file.text)).canonical()).toString(), file.text);
        if (process.env.PROVISO_GOLDEN === 'write') writeFileSync(golden, file.text);
        assert.equal(file.text, readFileSync(golden, 'utf8'), hand.name);
        await page.assertDrawn();
        // The page between the hands is bare.
        assert.deepEqual((await page.errors()).filter((one) => !/favicon/.test(one)), []);
        console.log(`# ${hand.name}: ${((Date.now() - began) / 1000).toFixed(0)} s`);
      });
    }
  });
}
