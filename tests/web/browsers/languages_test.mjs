// The interface in another language: its words are fetched once it is chosen, everything on screen
// and in the semantic DOM is said in it, and it is still there after a reload.
import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';

import {engines, launch} from '../support/browsers.mjs';
import {open, running} from '../support/explorer.mjs';
import {make, openHost, serveHosts} from '../support/hosts.mjs';
import {pseudo, pseudoText, written} from '../../../web/words/po.mjs';

const nothing = mkdtempSync(join(tmpdir(), 'proviso-no-words-'));
const review = mkdtempSync(join(tmpdir(), 'proviso-pseudo-'));
writeFileSync(join(review, 'de.json'), written(pseudo('de')));
const site = await serveHosts();
const without = await serveHosts({mounts: {'/words/': nothing}});
const reviewed = await serveHosts({mounts: {'/words/': review}});
after(async () => {
  await Promise.all([site.close(), without.close(), reviewed.close()]);
  for (const folder of [nothing, review]) rmSync(folder, {recursive: true});
});

const wordsOf = (code) => JSON.parse(
  readFileSync(new URL(`../../../web/words/${code}.json`, import.meta.url), 'utf8')).words;
const fetched = ({asked}) => asked.filter((path) => path.includes('/words/'));

for (const engine of engines) {
  describe(engine, () => {
    let page;
    before(async () => {
      page = await launch(engine, {width: 1200, height: 800});
    });
    after(() => page?.close());

    const said = async (id) => (await page.find('', `#${id}`))?.name;
    const language = () => page.evaluate(() =>
      document.querySelector('#explorer').shadowRoot.querySelector('.mirror').lang);
    const choose = async (code) => {
      await page.pressItem('', '#top/menu');
      await page.pressItem('', '#menu/.language');
      await page.pressItem('radio', `#language/${code}`);
      await page.settle();
      await page.key('Escape');
      await page.settle();
    };

    test('English fetches no words', async () => {
      site.asked.length = 0;
      await open(page, site.probed());
      await page.waitFor('the tabs', async () => (await said('tab/claims')) === 'Claims');
      assert.equal(await language(), 'en');
      assert.deepEqual(fetched(site), []);
    });

    for (const code of ['de', 'ru', 'zh'])
      test(`${code}: chosen in the menu, said on every tab, its words fetched once`, async () => {
        const words = wordsOf(code);
        await choose(code);
        await page.waitFor('the words', async () => (await said('tab/claims')) === words.Claims);
        assert.equal(await language(), code);
        for (const [tab, english] of [['matrix', 'Matrix'], ['map', 'Map'], ['actors', 'Actors']])
          assert.equal(await said(`tab/${tab}`), words[english]);
        await page.pressItem('tab', '#tab/claims');
        await page.settle(code === 'zh' ? 800 : 0);
        page.keep(await page.assertDrawn(), `language-${code}`);
        const {visible} = await page.find('', '#tab/claims');
        assert.ok((await page.screenshot()).ink(visible).share > 0.01, 'the tab has ink');
        assert.equal(fetched(site).filter((path) => path.includes(`/${code}.json`)).length, 1);
      });

    test('what was chosen is still there after a reload, and English again when asked for', async () => {
      await page.goto('about:blank');
      await page.goto(site.probed());
      await running(page);
      await page.waitFor('the words', async () => (await said('tab/claims')) === wordsOf('zh').Claims);
      await choose('en');
      assert.equal(await said('tab/claims'), 'Claims');
      assert.equal(await language(), 'en');
    });

    test('words that cannot be fetched are said to be missing, and nothing is lost', async () => {
      await open(page, without.probed());
      await page.pressItem('tab', '#tab/matrix');
      await page.settle();
      await choose('de');
      const notice = await page.waitFor('a notice', async () =>
        (await page.items()).find(({name}) => /words of this language/.test(name)));
      assert.match(notice.name, /cannot be used/);
      await page.pressItem('', '#top/menu');
      await page.pressItem('', '#menu/.language');
      assert.equal((await page.item('radio', '#language/en')).checked, 'true');
      await page.key('Escape');
      await page.settle();
      assert.equal(await said('tab/claims'), 'Claims');
      assert.equal((await page.find('', '#tab/matrix')).selected, 'true');
    });

    test('an element speaks the language that its page gives it', async () => {
      await openHost(page, site.host());
      await make(page, 'one', {src: '/samples/worked-example.json', view: 'claims', lang: 'de-AT'});
      await page.waitFor('the words', async () => (await said('tab/claims')) === wordsOf('de').Claims);
    });

    test('a catalogue can be tried in place of German, as po.mjs show does: here the pseudo-language', async () => {
      await openHost(page, reviewed.host());
      await make(page, 'one', {src: '/samples/council.json', view: 'claims', lang: 'de'});
      await page.waitFor('the words', async () => (await said('tab/claims')) === pseudoText('Claims'));
      page.keep(await page.assertDrawn(), 'language-pseudo');
    });

    test('nothing went wrong meanwhile', async () => {
      assert.deepEqual((await page.errors()).filter((error) => !/404|Failed to load/.test(error)), []);
    });
  });
}
