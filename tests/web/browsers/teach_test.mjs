// "Three claims in ten minutes" (web/teach): does what the page says, in its order, finds on screen
// what it names, and makes its pictures in the built site.
// Engines: chromium
import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {pathToFileURL} from 'node:url';

import {engines, launch} from '../support/browsers.mjs';
import {watch} from '../support/coding.mjs';
import {open} from '../support/explorer.mjs';
import {dist, serveSite} from '../support/site.mjs';

const site = await serveSite();
after(() => site.close());

const sample = (end) => readFileSync(new URL(`../../../data/samples/guideline.${end}`, import.meta.url), 'utf8');
const arrows = {Shift: 'Shift', Ctrl: 'Control', Alt: 'Alt'};

/// What the page has somebody do and see: [{title, acts: [{do, words, value}]}].
const script = () => [...document.querySelectorAll('section')].map((section) => ({
  title: section.querySelector('h2').textContent,
  acts: [...section.querySelectorAll('samp, code, kbd, b[data-paste], img')].flatMap((at) => {
    const words = at.textContent.trim(), {press, told, paste} = at.dataset;
    if (told !== undefined) return [];
    if (at.matches('img')) return [{do: 'picture', words: at.getAttribute('src')}];
    if (at.matches('code')) return [{do: 'type', words}];
    if (at.matches('kbd')) return [{do: 'keys', words}];
    if (paste !== undefined) return [{do: 'paste', words}];
    return [{do: press === undefined ? 'see' : 'press', words, value: press}];
  }),
}));

for (const engine of engines) {
  describe(engine, {skip: engine !== 'chromium'}, () => {
    let page, sections, text;
    before(async () => {
      page = await launch(engine, {width: 1280, height: 800});
      await page.goto(`${site.url}teach/`);
      sections = await page.evaluate(script);
      text = await page.evaluate(() => document.getElementById('text').textContent);
    });
    after(() => page?.close());

    test('the page has the sample’s text, five steps and a picture in each', async () => {
      assert.equal(`${text}\n`, sample('txt'));
      assert.equal(sections.length, 5);
      for (const {title, acts} of sections) {
        assert.equal(acts.filter((one) => one.do === 'picture').length, 1, title);
        assert.ok(acts.filter((one) => one.do !== 'picture').length >= 4, title);
      }
      assert.deepEqual(JSON.parse(readFileSync(join(dist, 'teach/guideline.json'), 'utf8')), JSON.parse(sample('json')));
      await page.evaluate(() => document.getElementById('copy').click());
      await page.waitFor('to be told', () => page.evaluate(() => document.getElementById('copied').textContent));
    });

    test('the explorer opens, and whatever was seen before is no part of this', async () => {
      await page.goto(site.probed());
      await page.evaluate(() => localStorage.setItem('proviso-seen', '1'));  // No offer of a tour.
      await page.goto('about:blank');
      await open(page, site.probed());
      await page.evaluate(() => ['before', 'after'].forEach((id) => document.getElementById(id).remove()));
      await page.settle();
      await page.assertDrawn();
      await watch(page);
    });

    /// The item in sight whose name, value or hint is these words, else begins with them, else has them.
    async function seen(words) {
      const plain = words.replace(/…$/, '').replace(/\s+/g, ' ');
      const items = (await page.items()).filter(({visible}) => visible);
      const texts = (item) => [item.name, item.value, item.placeholder, item.description].filter(Boolean).map((one) => one.replace(/\s+/g, ' '));
      const by = (fits) => items.find((item) => texts(item).some(fits));
      return by((one) => one === words || one === plain) ?? by((one) => one.startsWith(plain)) ?? by((one) => one.includes(plain));
    }
    const find = (words) => page.waitFor(`“${words}” on screen`, () => seen(words), 8000);

    const hand = {
      see: ({words}) => find(words),
      press: async ({words, value}) => {
        if (!value) {
          // A sentence may be further down the text: it is told, and the wheel brings it.
          const item = await page.waitFor(`“${words}” to press`, async () => {
            const plain = words.replace(/…$/, '');
            const items = (await page.items()).filter(({role}) => !['text', 'heading', 'group'].includes(role));
            return items.find(({name}) => name === words || name === plain) ?? items.find(({name}) => name?.startsWith(plain));
          });
          return page.pressItem('', `#${item.id}`);
        }
        assert.equal((await page.item('', `#${value}`)).name, words);
        return page.pressItem('', `#${value}`);
      },
      type: ({words}) => page.type(words),
      keys: ({words}) => {
        const held = words.split(' ');
        return page.key(held.pop(), ...held.map((one) => arrows[one]));
      },
      paste: () => page.evaluate((text) => document.execCommand('insertText', false, text), text),  // One input, as a paste is.
      picture: async ({words}) => {
        const pixels = await page.assertDrawn();
        writeFileSync(join(dist, 'teach', words), pixels.png);
      },
    };

    for (let i = 0; i < 5; ++i)
      test(`step ${i + 1} can be done as it says, and all that it names is there`, async () => {
        for (const act of sections[i].acts) {
          await hand[act.do](act).catch((error) => {
            throw new Error(`${sections[i].title}, ${act.do} “${act.words}”: ${error.message}`);
          });
          await page.settle();
        }
      });

    test('the file that was saved says three things, as the sample does', async () => {
      const json = await page.waitFor('a file', () => page.evaluate(() => saved.at(-1)?.text));
      const {loadCore} = await import(pathToFileURL(join(dist, 'core.js')).href);
      const core = await loadCore();
      const {errors, warnings} = core.check(json);
      assert.deepEqual([errors, warnings], [[], []]);
      const told = ({actors, propositions, conditions, claims, passages}, only = () => true) => {
        const label = (one) => (typeof one === 'string' ? propositions.find(({id}) => id === one).label.toLowerCase() : `not ${label(one.not)}`);
        return claims.filter(({about, id}) => about.condition && only(id)).map((claim) => {
          const {form, antecedents, unless = [], consequent} = conditions.find(({id}) => id === claim.about.condition);
          return [passages.find(({id}) => id === claim.passages[0]).start, claim.attribution.map(({actor}) => actors.find(({id}) => id === actor).name),
            form, antecedents.map(label).sort(), unless.map(label), label(consequent), claim.modality];
        }).sort(([a], [b]) => a - b);
      };
      assert.deepEqual(told(JSON.parse(json)), told(JSON.parse(sample('json')), (id) => ['c-home', 'c-rash', 'c-nurse'].includes(id)));
    });

    test('the page shows its pictures', async () => {
      await page.goto(`${site.url}teach/`);
      const widths = await page.waitFor('the pictures', () => page.evaluate(() =>
        [...document.images].every((one) => one.complete) && [...document.images].map((one) => one.naturalWidth)));
      assert.deepEqual(widths, [1280, 1280, 1280, 1280, 1280]);
      assert.equal(await page.evaluate(() => document.querySelectorAll('figure[hidden]').length), 0);
    });

    test('nothing went wrong', async () => {
      // Before it has ever run, the page has no pictures.
      assert.deepEqual((await page.errors()).filter((one) => !/404.*\/teach\/\d\.png/.test(one)), []);
    });
  });
}
