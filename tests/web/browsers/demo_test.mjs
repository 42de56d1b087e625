// The demo pages do what they show, and the hosted page works without a network once it was loaded.
import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';

import {engines, launch} from '../support/browsers.mjs';
import {boxOf, usable} from '../support/hosts.mjs';
import {serveSite} from '../support/site.mjs';

const site = await serveSite();
after(() => site.close());

for (const engine of engines) {
  describe(engine, () => {
    let page;
    before(async () => {
      page = await launch(engine, {width: 820, height: 900});
    });
    after(() => page?.close());
    const go = (name) => page.goto(`${site.url}demo/${name}.html`);
    const drawn = async (selector) => {
      const pixels = await page.assertDrawn(await boxOf(page, selector));
      mkdirSync('build/tests/demo', {recursive: true});
      writeFileSync(`build/tests/demo/${engine}-${new URL(await page.url()).pathname.split('/').at(-1)}.png`, pixels.png);
    };
    const clean = async () => assert.deepEqual(await page.errors(), []);

    test('an article: two explorers come when they are near; its own search is its own', async () => {
      await go('article');
      await usable(page, 'proviso-explorer');
      await page.evaluate(() => document.getElementById('words').focus());
      await page.type('firm');
      await page.waitFor('places', () => page.evaluate(() => document.getElementById('found').textContent));
      assert.equal(await page.evaluate(() => document.getElementById('words').value), 'firm');
      assert.ok(await page.evaluate(() => document.querySelectorAll('mark').length) > 0);
      await drawn('proviso-explorer');
      await page.evaluate(() => document.querySelectorAll('proviso-explorer')[1].scrollIntoView());
      await page.waitFor('the second', () => page.evaluate(() => document.querySelectorAll('proviso-explorer')[1].status === 'ready'), 60_000);
      await clean();
    });

    test('a page with a strict policy of its own', async () => {
      await go('strict');
      await usable(page, 'proviso-explorer');
      await page.waitFor('a picture', async () => (await page.screenshot()).distinctColours(await boxOf(page, 'proviso-explorer')) > 20);
      await drawn('proviso-explorer');
      await clean();
    });

    test('a sandboxed frame that is asked by a port', async () => {
      await go('frame');
      await page.waitFor('claims', async () => /\d+ claims/.test(await page.evaluate(() => document.getElementById('looked').textContent)), 60_000);
      await page.evaluate(() => { document.getElementById('words').value = 'weapons'; document.getElementById('search').requestSubmit(); });
      await page.waitFor('what was found', async () => /found; shown/.test(await page.evaluate(() => document.getElementById('looked').textContent)));
      await drawn('iframe');
    });

    test('a page’s own buttons suppose, and its table hears the answers', async () => {
      await go('buttons');
      await usable(page, '#explorer');
      await page.waitFor('its buttons', () => page.evaluate(() => document.querySelectorAll('#levers button').length === 4));
      await page.evaluate(() => document.querySelector('#levers button').click());
      await page.waitFor('answers', () => page.evaluate(() => document.querySelectorAll('#answers tr').length > 0));
      assert.equal(await page.evaluate(() => document.querySelector('#levers button').getAttribute('aria-pressed')), 'true');
      await page.waitFor('a way back', () => page.evaluate(() => !document.getElementById('undo').disabled));
      await drawn('#explorer');
      await page.evaluate(() => document.getElementById('undo').click());
      await page.waitFor('none', () => page.evaluate(() => document.querySelectorAll('[aria-pressed=true]').length === 0));
      await clean();
    });

    test('the hosted page works without a network once it was loaded, and keeps nothing else', async () => {
      const alone = await serveSite();
      try {
        await page.goto(alone.url);
        const supported = await page.evaluate(() => isSecureContext && 'serviceWorker' in navigator);
        if (!supported) return; // This engine has none here; the page works all the same.
        await page.waitFor('its worker', () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated'), 60_000);
        assert.equal(await page.evaluate(async () => (await caches.keys()).length), 1);
        // WebKitGTK empties the caches of a session that is not kept on disk when the last worker of
        // an origin goes, so that nothing could be told there of a worker that comes after another.
        if (engine !== 'webkit') {
          // Another site of ours on this origin keeps its own copy: a new worker here takes none away.
          const others = await page.evaluate(async () => {
            const names = ['proviso-0123456789ab', `proviso ${location.origin}/b/ 0123456789ab `];
            for (const name of names) await caches.open(name);
            await (await navigator.serviceWorker.getRegistration()).unregister();
            return names;
          });
          await page.reload();
          await page.waitFor('its worker again', () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated'), 60_000);
          const names = await page.evaluate(() => caches.keys());
          for (const name of others) assert.ok(names.includes(name), name);
          assert.ok(names.some((name) => name.startsWith(`proviso ${alone.url} `)), names.join());
        }
        // The words of a language that was once read are kept with it.
        await page.reload();
        await usable(page.at('#explorer'), '#explorer');
        const claims = async (words) => (await page.item('tab', '#tab/claims')).name === words;
        await page.evaluate(() => document.getElementById('explorer').execute('setting', {name: 'language', value: 'de'}));
        await page.waitFor('German', () => claims('Aussagen'));
        await page.evaluate(() => localStorage.setItem('proviso-language', 'de'));
        await alone.close();
        await page.goto(`${alone.url}#v=claims`);
        await page.reload();
        page.at('#explorer');
        await page.waitFor('the explorer', () => page.evaluate(() => document.body.classList.contains('running')), 60_000);
        await page.item('', '#claims/list');
        await page.waitFor('German without a network', () => claims('Aussagen'));
        await page.assertDrawn();
      } finally {
        await alone.close().catch(() => {});
      }
    });
  });
}
