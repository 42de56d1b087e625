// Somebody who has a text and no dataset: pastes it, codes ten of its sentences by keyboard alone, saves
// the file, publishes it, and loses nothing when the tab is killed in the middle of a word. With other
// hands and in other engines a shorter walk: code_hands_test.mjs; two tabs: code_tabs_test.mjs.
// Engines: chromium
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {gunzipSync} from 'node:zlib';

import {bytesOf91} from '../../../web/unpack.js';
import {engines, launch} from '../support/browsers.mjs';
import {beginByKeys, keysOf, told, watch, writeByKeys} from '../support/coding.mjs';
import {open, running} from '../support/explorer.mjs';
import {hands} from '../support/hands.mjs';
import {dist, serveSite} from '../support/site.mjs';

const site = await serveSite();
after(() => site.close());

/// What is typed for each claim. `skip`: sentences that go by before it; `about`: words, then how they
/// are taken: as a statement that is there (Enter) or as a new one (Shift Enter).
const claims = [
  {skip: 1, who: 'Ilse Brandt', about: [['if the region pays half', 'new'], ['then the night bus', 'known'],
    ['unless the drivers strike', 'new']], level: 1, words: 'Half the money keeps the line, short of a strike.'},
  {who: 'ilse', about: [['the night bus', 'known'], ['only if new drivers are hired', 'new']], level: 1, words: 'Nothing runs unless somebody is hired.'},
  {skip: 1, who: 'Drivers’ union', about: [['the region', 'known'], ['does not change new drivers', 'known']], level: 7, words: 'Paying more does nothing for hiring.'},
  {who: 'drivers', about: [['if not the night bus', 'known'], ['then the drivers', 'known']], level: 1, words: 'A walkout is threatened if it ends.'},
  {about: [['petrol gets dearer', 'new'], ['makes more people take the bus', 'new'], ['more likely', 'known']], level: 3, words: 'Costlier fuel sends riders there.'},
  {who: 'A regional official', about: [['the region decides before summer', 'new'], ['only if the state moves first', 'new']], level: 3, words: 'No early decision without a push.'},
  {who: 'The minister', about: [['the minister pays for the drivers', 'new']], level: 4, words: 'Money for staff may come from above.'},
  {about: [['hundreds ride the night bus', 'new']], level: 1, words: 'It is used by several hundred.'},
  {who: 'Residents', about: [['rank the streets are empty at night', 'new'], ['over the bus is noisy at night', 'new']], level: 7, words: 'Deserted streets weigh more.'},
  {about: [['not a contract is signed', 'new']], level: 1, words: 'Nothing is signed yet.'},
];

const expected = [
  [34, 'Ada Quist > Ilse Brandt', 'if: the region pays half → The night bus runs next year, unless the drivers strike', 'will', 'Half the money keeps the line, short of a strike.', 'lm'],
  [194, 'Ada Quist > Ilse Brandt', 'onlyIf: new drivers are hired → The night bus runs next year', 'will', 'Nothing runs unless somebody is hired.', 'lm'],
  [293, 'Ada Quist > Drivers’ union', 'noEffect: the region pays half → new drivers are hired', 'stated', 'Paying more does nothing for hiring.', 'lm'],
  [347, 'Ada Quist > Drivers’ union', 'if: not The night bus runs next year → the drivers strike', 'will', 'A walkout is threatened if it ends.', 'lm'],
  [425, 'Ada Quist', 'raises: petrol gets dearer → more people take the bus', 'likely', 'Costlier fuel sends riders there.', 'lm'],
  [502, 'Ada Quist > A regional official', 'onlyIf: the state moves first → the region decides before summer', 'likely', 'No early decision without a push.', 'lm'],
  [592, 'Ada Quist > The minister', 'the minister pays for the drivers', 'possible', 'Money for staff may come from above.', 'lm'],
  [701, 'Ada Quist', 'hundreds ride the night bus', 'will', 'It is used by several hundred.', 'lm'],
  [759, 'Ada Quist > Residents', 'the streets are empty at night over the bus is noisy at night', 'stated', 'Deserted streets weigh more.', 'lm'],
  [820, 'Ada Quist', 'not a contract is signed', 'will', 'Nothing is signed yet.', 'lm'],
];

for (const engine of engines) {
  describe(engine, {skip: engine !== 'chromium'}, () => {
    let page, keyboard, keys;

    before(async () => {
      page = await launch(engine, {width: 1400, height: 900});
      keyboard = hands(page).find(({name}) => name === 'keyboard');
      keys = keysOf(page);
      await open(page, site.probed());
      await page.assertDrawn();
    });
    after(() => page?.close());

    test('whoever only reads fetches nothing of it', async () => {
      const asked = (await page.requests()).join('\n');
      assert.doesNotMatch(asked, /keep\.js|author\.wasm/);
    });

    test('a text is pasted, and a dataset begins with it', async () => {
      await beginByKeys(page, keyboard, keys);
      await page.assertDrawn();
    });

    test('ten sentences are coded by keyboard alone', async () => {
      const began = Date.now(), {key, focused, focusOn, bar, presses} = keys, before = presses();
      await page.evaluate(() => document.querySelector('#explorer').focus());
      await key('s');
      await focusOn('code/s/0');
      let number = 0;
      for (const claim of claims) {
        await writeByKeys(page, claim, keys);
        await key('Enter');
        ++number;
        await page.waitFor(`claim ${number} to be saved`, async () => (await bar()).startsWith(`${number} claim`));
        await page.waitFor('the next sentence', async () => (await focused()).startsWith('code/s/'));
      }
      console.log(`# ${((Date.now() - began) / 1000).toFixed(0)} s, ${presses() - before} presses`);
      await page.settle();
      assert.match(await keys.bar(), /^10 claims · kept in this browser, not yet in a file$/);
      await page.assertDrawn();
    });

    test('an edit is undone and done again', async () => {
      const {key, bar} = keys;
      await key('z', 'Control');
      await page.waitFor('nine claims', async () => (await bar()).startsWith('9 claims'));
      await key('z', 'Control', 'Shift');
      await page.waitFor('ten claims', async () => (await bar()).startsWith('10 claims'));
    });

    test('the file that is saved is what the command line makes of it', async () => {
      await watch(page);
      await keyboard.press('coding/save');
      const {name, text} = await page.waitFor('a file', () => page.evaluate(() => saved.at(-1)));
      assert.equal(name, 'night-bus-may-stay-if-others-pay.json');
      assert.deepEqual(told(JSON.parse(text)), expected);
      const {loadCore} = await import(pathToFileURL(join(dist, 'core.js')).href);
      const core = await loadCore();
      const {errors, warnings} = core.check(Buffer.from(text));
      assert.deepEqual([errors, warnings], [[], []]);
      assert.equal(Buffer.from(core.open(Buffer.from(text)).canonical()).toString(), text);
      await page.waitFor('the bar to say so', async () => (await keys.bar()).endsWith('saved in a file'));
    });

    test('Ctrl S saves the same file, or gives it to the page', async () => {
      await page.evaluate(() => { saved.length = 0; });
      await page.evaluate(() => document.querySelector('#explorer').focus());
      await keys.key('s', 'Control');
      const file = await page.waitFor('a file', () => page.evaluate(() => saved[0]));
      assert.equal(file.name, 'night-bus-may-stay-if-others-pay.json');
      await page.evaluate(() => {
        globalThis.given = [];
        document.addEventListener('proviso-save', (event) => {
          event.preventDefault();
          const {name, type, digest, bytes} = event.detail;
          given.push({name, type, digest, text: new TextDecoder().decode(bytes())});
        }, {once: true});
      });
      await keys.key('s', 'Control');
      const [{name, type, digest, text}] = await page.waitFor('the page to have it', () => page.evaluate(() => given.length > 0 && given));
      assert.deepEqual([name, type, text], [file.name, 'application/json', file.text]);
      assert.equal(digest, createHash('sha256').update(text).digest('hex'));
      await page.item('', /^Given to this page to keep: night-bus-may-stay-if-others-pay\.json\./);
      assert.equal(await page.evaluate(() => saved.length), 1);
    });

    test('it is published as one file, from the keyboard, without its draft', async () => {
      const {key, type, focusOn, tabTo, bar} = keys;
      await page.evaluate(() => document.querySelector('#explorer').focus());
      await key('s');
      await page.waitFor('a sentence', async () => (await keys.focused()).startsWith('code/s/'));
      await key('c');
      await focusOn('code/who');
      await tabTo('code/about');
      await type('if nobody');
      await page.waitFor('the words', async () => await keys.valueOf('code/about') === 'if nobody');
      await key('Escape');
      await page.waitFor('a draft', async () => /1 draft/.test(await bar()));
      await page.evaluate(() => { saved.length = 0; });
      await keyboard.press('coding/publish');
      await page.item('heading', '#dialog/title');
      await page.item('', '#publish/row-drafts');
      await keyboard.reach('form/title');
      await key('a', 'Control');
      await type('Will the night bus run?');
      await keyboard.press('publish/save');
      const {name, text} = await page.waitFor('a page', () => page.evaluate(() => saved.at(-1)), 60_000);
      assert.equal(name, 'night-bus-may-stay-if-others-pay.html');
      assert.match(text, /<title>Will the night bus run\?<\/title>/);
      const [, packed] = /data-file="dataset\.json">([^<]*)</.exec(text);
      const published = JSON.parse(gunzipSync(bytesOf91(packed)));
      assert.equal(published['x-drafts'], undefined);
      assert.deepEqual(told(published), expected);
      // The page's own button makes the same bytes.
      const same = await page.evaluate(async () => (await document.querySelector('#explorer').save({format: 'page'})).text());
      assert.equal(same, text);
      await page.assertDrawn();
      await keyboard.close();
      // The draft goes again, so that what follows begins as it did.
      await key('z', 'Control');
      await key('z', 'Control');
      await page.waitFor('ten claims and no draft', async () => /^10 claims ·/.test(await bar()));
    });

    test('a tab that is killed in the middle of a word goes on there', async () => {
      const {key, type, focused, focusOn, tabTo, valueOf, bar} = keys;
      await page.evaluate(() => document.querySelector('#explorer').focus());
      await key('s');
      await page.waitFor('a sentence', async () => (await focused()).startsWith('code/s/'));
      await key('c');
      await focusOn('code/who');
      await tabTo('code/about');
      await type('if the state mov');
      await page.waitFor('the words', async () => await valueOf('code/about') === 'if the state mov');
      await page.settle(400);  // What was typed within the last 300 ms may be lost.
      await page.crash();
      await open(page, site.probed());
      await page.waitFor('what was typed', async () => await valueOf('code/about') === 'if the state mov');
      assert.match(await bar(), /^10 claims/);
      await page.assertDrawn();
    });

    test('without an address of its own the page lists what was begun', async () => {
      await open(page, `${site.probed()}#v=claims`);
      await page.evaluate(() => sessionStorage.clear());
      await page.reload();
      await running(page);
      const {key, type, focusOn} = keys;
      await page.evaluate(() => document.querySelector('#explorer').focus());
      await key('k', 'Control');
      await focusOn('palette-words');
      await type('>go on with');
      await page.item('', /^Go on with “Night bus may stay, if others pay”/);
    });

    test('nothing went wrong', async () => {
      assert.deepEqual((await page.errors()).filter((one) => !/crash/i.test(one)), []);
    });
  });
}
