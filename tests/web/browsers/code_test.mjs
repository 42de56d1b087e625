// Somebody who has a text and no dataset: pastes it, codes ten of its sentences by keyboard alone, saves
// the file, and loses nothing when the tab is killed in the middle of a word.
// Engines: chromium
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {pathToFileURL} from 'node:url';

import {engines, launch} from '../support/browsers.mjs';
import {open, running} from '../support/explorer.mjs';
import {hands} from '../support/hands.mjs';
import {dist, serveSite} from '../support/site.mjs';

const site = await serveSite();
after(() => site.close());

const text = readFileSync(new URL('../../golden/night-bus/night-bus.txt', import.meta.url), 'utf8');

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

/// The claims of a dataset as sentences of who says what how firmly.
function told({actors, propositions, conditions, claims, passages}) {
  const label = (one) => typeof one === 'string' ? propositions.find(({id}) => id === one).label : `not ${label(one.not)}`;
  const link = (id) => {
    const {form, antecedents, unless = [], consequent} = conditions.find((one) => one.id === id);
    return `${form}: ${antecedents.map(label)} → ${label(consequent)}${unless.map((one) => `, unless ${label(one)}`)}`;
  };
  const about = ({condition, proposition, comparison}) => condition ? link(condition) :
    proposition ? label(proposition) : `${label(comparison.more)} over ${label(comparison.less)}`;
  return claims.map((claim) => [
    passages.find(({id}) => id === claim.passages[0]).start,
    claim.attribution.map(({actor}) => actors.find(({id}) => id === actor).name).join(' > '),
    about(claim.about), claim.modality, claim.gloss, claim.coding.by]).sort(([a], [b]) => a - b);
}

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

/// Keeps what the page saves where the test can read it.
const watch = (page) => page.evaluate(() => {
  globalThis.saved = [];
  const blobs = new Map(), make = URL.createObjectURL, click = HTMLAnchorElement.prototype.click;
  URL.createObjectURL = (blob) => {
    const url = make.call(URL, blob);
    blobs.set(url, blob);
    return url;
  };
  HTMLAnchorElement.prototype.click = function () {
    if (!this.download) return click.call(this);
    blobs.get(this.href).text().then((text) => saved.push({name: this.download, text}));
  };
});

for (const engine of engines) {
  describe(engine, {skip: engine !== 'chromium'}, () => {
    let page, keyboard, presses = 0;
    const key = async (name, ...held) => {
      ++presses;
      await page.key(name, ...held);
    };
    const type = async (words) => {
      presses += words.length;
      await page.type(words);
    };
    const focused = async () => (await page.items()).find((item) => item.focused)?.id ?? '';
    const focusOn = (id) => page.waitFor(`the focus on ${id}`, async () => await focused() === id);
    /// With Tab alone, so far as that leads there.
    async function tabTo(id) {
      for (let i = 0; i < 12 && await focused() !== id; ++i) {
        const before = await focused();
        await key('Tab');
        await page.waitFor('the focus to move', async () => await focused() !== before);
      }
      assert.equal(await focused(), id);
    }
    const valueOf = async (id) => (await page.find('', `#${id}`))?.value;
    const bar = async () => (await page.item('text', '#coding/kept')).name;

    before(async () => {
      page = await launch(engine, {width: 1400, height: 900});
      keyboard = hands(page).find(({name}) => name === 'keyboard');
      await open(page, site.probed());
      await page.assertDrawn();
    });
    after(() => page?.close());

    test('whoever only reads fetches nothing of it', async () => {
      const asked = (await page.requests()).join('\n');
      assert.doesNotMatch(asked, /keep\.js|author\.wasm/);
    });

    test('a text is pasted, and a dataset begins with it', async () => {
      await page.evaluate(() => document.querySelector('#explorer').focus());
      await key('k', 'Control');
      await focusOn('palette-words');
      await type('>new from a text');
      await page.item('', /^New from a text…/);
      await page.settle();
      await key('Enter');
      await page.item('heading', '#begin/title');
      await page.settle();
      await keyboard.reach('begin/text');
      // As a paste does: one input.
      await page.evaluate((text) => document.execCommand('insertText', false, text), text);
      await page.waitFor('what it looks like', async () => (await page.find('', '#begin/shape'))?.name === '5 paragraphs and 12 sentences');
      for (const [id, words] of [['begin/who', 'Ada Quist'], ['begin/when', '2026-03-06'],
        ['begin/question', 'The night bus runs next year'], ['begin/coder', 'LM']]) {
        await tabTo(id);
        await type(words);
      }
      await page.settle();
      await tabTo('begin/go');
      await key('Enter');
      await page.item('', '#code/s/0');
      await page.settle();
      await page.assertDrawn();
    });

    test('ten sentences are coded by keyboard alone', async () => {
      const began = Date.now();
      await page.evaluate(() => document.querySelector('#explorer').focus());
      await key('s');
      await focusOn('code/s/0');
      let number = 0;
      for (const claim of claims) {
        for (let i = 0; i < (claim.skip ?? 0); ++i) {
          const from = await focused();
          await key('ArrowDown');
          await page.waitFor('the next sentence', async () => await focused() !== from);
        }
        await key('c');
        await focusOn('code/who');
        if (claim.who) {
          await type(claim.who);
          await key('Enter');
          await page.waitFor('the voice to be taken', async () => await valueOf('code/who') === '');
        }
        await tabTo('code/about');
        for (const [words, how] of claim.about) {
          await type(words);
          await key('Enter', ...(how === 'new' ? ['Shift'] : []));
          await page.waitFor(`“${words}” to be taken`, async () => await valueOf('code/about') === '');
        }
        await key('Tab');
        await page.waitFor('the levels', async () => (await focused()).startsWith('code/firm/'));
        await key(String(claim.level));
        await page.waitFor('the level', async () => (await page.items()).some(({id, checked, position}) =>
          id.startsWith('code/firm/') && checked === 'true' && position === String(claim.level)));
        await tabTo('code/words');
        await type(claim.words);
        await page.waitFor('the words', async () => await valueOf('code/words') === claim.words);
        await key('Enter');
        ++number;
        await page.waitFor(`claim ${number} to be saved`, async () => (await bar()).startsWith(`${number} claim`));
        await page.waitFor('the next sentence', async () => (await focused()).startsWith('code/s/'));
      }
      console.log(`# ${((Date.now() - began) / 1000).toFixed(0)} s, ${presses} presses`);
      await page.settle();
      assert.match(await bar(), /^10 claims · kept in this browser, not yet in a file$/);
      await page.assertDrawn();
    });

    test('an edit is undone and done again', async () => {
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
      await page.waitFor('the bar to say so', async () => (await bar()).endsWith('saved in a file'));
    });

    test('a tab that is killed in the middle of a word goes on there', async () => {
      await page.evaluate(() => document.querySelector('#explorer').focus());
      await key('s');
      await page.waitFor('a sentence', async () => (await focused()).startsWith('code/s/'));
      await key('c');
      await focusOn('code/who');
      await tabTo('code/about');
      await type('if the state mov');
      await page.waitFor('the words', async () => await valueOf('code/about') === 'if the state mov');
      await page.settle(400);  // What was typed within the last 300 ms may be lost.
      await page.protocol('Page.crash').catch(() => {});
      await page.goto('about:blank').catch(() => {});
      await open(page, site.probed());
      await page.waitFor('what was typed', async () => await valueOf('code/about') === 'if the state mov');
      assert.match(await bar(), /^10 claims/);
      await page.assertDrawn();
    });

    test('of two tabs with one dataset one edits, and the other says so', async () => {
      // Another tab is a window of this one's; it is used through the semantic DOM.
      await page.evaluate((address) => { globalThis.other = open(address); }, site.url);
      const there = (what, id) => page.evaluate((what, id) => {
        const item = other.document.querySelector('#explorer')?.shadowRoot?.querySelector(`[data-item="${CSS.escape(id)}"]`);
        if (what === 'press') item?.click();
        return item ? item.getAttribute('aria-label') ?? item.textContent : '';
      }, what, id);
      await page.waitFor('the other tab', () => there('see', 'top/menu'));
      await there('press', 'top/menu');
      await page.waitFor('its menu', () => there('see', 'menu/.open'));
      await there('press', 'menu/.open');
      await page.waitFor('what was begun', () => there('see', 'open/work/night-bus-may-stay-if-others-pay'));
      await there('press', 'open/work/night-bus-may-stay-if-others-pay');
      await page.waitFor('to be told', () => page.evaluate(() =>
        /is being edited in another tab/.test(other.document.querySelector('#explorer').shadowRoot.textContent)));
      assert.equal(await there('see', 'coding/kept'), '');  // Nothing is coded there.
      assert.match(await bar(), /^10 claims/);
      await page.evaluate(() => other.close());
    });

    test('without an address of its own the page lists what was begun', async () => {
      await open(page, `${site.probed()}#v=claims`);
      await page.evaluate(() => sessionStorage.clear());
      await page.reload();
      await running(page);
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
