// What a reader comes for, from the first screen on, in at most three presses each, by what assistive
// technology finds alone.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import {engines, launch} from '../support/browsers.mjs';
import {open} from '../support/explorer.mjs';
import {serveSite} from '../support/site.mjs';

const site = await serveSite();
after(() => site.close());

for (const engine of engines) {
  describe(engine, () => {
    let page, presses;
    before(async () => {
      page = await launch(engine, {width: 1440, height: 900});
    });
    after(() => page?.close());
    const begin = async () => {
      await page.goto('about:blank');
      await open(page, site.probed());
      presses = 0;
    };
    /// Presses the one item whose name is so, as whoever hears the names does.
    const press = async (role, name) => {
      ++presses;
      const {id} = await page.item(role, name);
      await page.evaluate((id) => [...document.querySelector('#explorer').shadowRoot.querySelectorAll('[data-item]')]
        .find((one) => one.dataset.item === id).click(), id);
      await page.settle();
    };
    const told = async () => (await page.items()).map(({name, description}) => `${name ?? ''} ${description ?? ''}`).join('\n');
    const few = (context) => {
      context.diagnostic(`${presses} presses`);
      assert.ok(presses <= 3, `${presses} presses`);
    };

    test('what the news article’s author holds, and under which condition', async (context) => {
      await begin();
      await press('', '#answer/a-news-author.why');
      const words = await told();
      assert.match(words, /China sends Russia weapons: asks, and leaves it open/);
      assert.match(words, /[Aa]nswers? only if US–China relations worsen further/);
      assert.match(words, /text B, paragraph 14/);
      few(context);
    });

    test('who quotes US intelligence, and whether the teller shares it', async (context) => {
      await begin();
      await press('tab', 'Actors');
      await press('listitem', /^US intelligence\b/);
      const words = await told();
      assert.match(words, /The blog’s author ranks lower US intelligence: \d+ claims?/);
      assert.match(words, /The news article’s author reports US intelligence/);
      few(context);
    });

    test('the picture of the map for an article', async (context) => {
      await begin();
      await page.evaluate(() => {
        globalThis.saved = [];
        document.addEventListener('click', (event) => {
          const link = event.composedPath().find((one) => one.download);
          if (link) globalThis.saved.push(link.download);
        }, true);
        const {createObjectURL} = URL;
        URL.createObjectURL = (blob) => { globalThis.kind = blob.type; return createObjectURL.call(URL, blob); };
      });
      await press('tab', 'Map');
      await press('button', 'Share…');
      await press('button', 'Save a picture');
      await page.waitFor('a picture to be saved', () => page.evaluate(() => globalThis.kind === 'image/png'));
      few(context);
    });
  });
}
