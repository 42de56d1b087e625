// What an explorer in somebody else's page leaves alone: the page itself, its keys, its wheel, its
// focus, its style. Table and pitfalls: web/README.md, "In other people's pages".
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import {engines, launch} from '../support/browsers.mjs';
import {boxOf, make, openHost, status, usable} from '../support/hosts.mjs';
import {serveHosts} from '../support/hosts.mjs';
import {pause} from '../support/processes.mjs';

const site = await serveHosts();
after(() => site.close());

const focused = (page) => page.evaluate(() => document.activeElement?.id || document.activeElement?.localName);
const state = (page, id) => page.evaluate((id) => document.getElementById(id).state, id);
const scrollY = (page) => page.evaluate(() => Math.round(window.scrollY));

/// Asks `question` until it stays the same for half a second: wheels scroll smoothly.
async function still(question) {
  let last = await question(), since = Date.now();
  for (const end = Date.now() + 5000; Date.now() < end && Date.now() - since < 500;) {
    await pause(60);
    const now = await question();
    if (String(now) !== String(last)) [last, since] = [now, Date.now()];
  }
  return last;
}

for (const engine of engines) {
  describe(engine, () => {
    let page;
    before(async () => {
      page = await launch(engine, {width: 900, height: 700});
    });
    after(() => page?.close());

    test('nothing on window, document, title, history or globals until it is used', async () => {
      await openHost(page, site.host('listeners'));
      await page.evaluate(() => import('/auto.js'));
      const before = await page.evaluate(() => kept.page());
      const listening = await page.evaluate(() => kept.listeners.length);
      await make(page, 'one', {loading: 'lazy', label: 'Claims'});
      await make(page, 'two');
      await page.waitFor('both to be drawn', async () => (await page.items()).length > 20);
      await page.evaluate(() => document.getElementById('one').select(['c-1']));
      await pause(500);
      assert.equal(await page.evaluate(() => kept.page()), before);
      assert.deepEqual(await page.evaluate((from) => kept.listeners.slice(from), listening), []);
      await page.evaluate(() => document.querySelectorAll('proviso-explorer').forEach((one) => one.remove()));
      await page.waitFor('nothing to be left', async () =>
        (await page.evaluate(() => document.querySelectorAll('proviso-explorer').length)) === 0);
      assert.equal(await page.evaluate(() => kept.page()), before);
      assert.deepEqual(await page.evaluate(() => kept.errors), []);
    });

    test('nothing takes the focus or moves the page at load', async () => {
      await openHost(page, site.host());
      await page.evaluate(() => window.scrollTo(0, 1500));
      const at = await still(() => scrollY(page));
      assert.equal(at, 1500);
      await make(page, 'one');
      await page.waitFor('its outline', async () => (await page.items()).length > 20);
      assert.deepEqual([await focused(page), await still(() => scrollY(page))], ['body', 1500]);
    });

    describe('two explorers between two fields', () => {
      before(async () => {
        await openHost(page, site.host());
        await make(page, 'one', {src: '/china-military-aid.json'});
        await make(page, 'two');
        await page.settle();
        await page.assertDrawn(await boxOf(page, '#one'));
      });

      test('what is typed in the page’s fields arrives there, and nowhere else', async () => {
        const states = [await state(page, 'one'), await state(page, 'two')];
        for (const id of ['field-before', 'field-after']) {
          await page.evaluate((id) => document.getElementById(id).focus({preventScroll: true}), id);
          await page.type('n/1 ?zXY');
          assert.equal(await page.evaluate((id) => document.getElementById(id).value, id), 'n/1 ?zXY');
        }
        assert.deepEqual([await state(page, 'one'), await state(page, 'two')], states);
        await page.evaluate(() => window.scrollTo(0, 0));
      });

      test('Tab goes through the page and both explorers, and back', async () => {
        await page.evaluate(() => document.getElementById('before').focus());
        const walk = async (...modifiers) => {
          const seen = [];
          for (let steps = 0; steps < 400; ++steps) {
            await page.key('Tab', ...modifiers);
            const now = await focused(page);
            if (now !== seen.at(-1)) seen.push(now);
            if (now === 'after' || now === 'before') break;
          }
          return seen;
        };
        assert.deepEqual(await walk(), ['field-before', 'one', 'two', 'field-after', 'after']);
        assert.deepEqual(await walk('Shift'), ['field-after', 'two', 'one', 'field-before', 'before']);
        await page.evaluate(() => window.scrollTo(0, 0));
      });

      test('who closes a dialog that had the focus has not left the explorer', async () => {
        await page.evaluate(() => document.getElementById('one').focus());
        await page.waitFor('it to be active', () => page.evaluate(() => host.named('activate', 'one').length > 0));
        const left = () => page.evaluate(() => host.named('deactivate', 'one').length);
        const before = await left();
        await page.key('k', 'Control');
        await page.waitFor('the field to have the focus', async () => (await page.at('#one').find('', '#palette-words'))?.focused);
        await page.key('Escape');
        await page.waitFor('it to go', async () => !(await page.at('#one').find('', '#palette-words')));
        await page.settle();
        assert.equal(await focused(page), 'one');
        assert.equal(await left(), before);
      });

      // WebKitGTK's driver turns the wheel once; after the page has moved no further turn arrives.
      if (engine !== 'webkit') test('the wheel scrolls the page until the explorer is used, and again behind Escape', async () => {
        const box = await boxOf(page, '#one');
        const [x, y] = [box.x + box.w / 2, box.y + box.h / 2];
        await page.evaluate(() => document.activeElement?.blur());
        await page.wheel(x, y, 120);
        await page.waitFor('the page to move', async () => {
          if ((await scrollY(page)) > 60) return true;
          await page.wheel(x, y, 40); // Firefox makes little of the first.
          return false;
        });
        await page.evaluate(() => window.scrollTo(0, 0));
        await still(() => scrollY(page));
        // In use: a long list takes the wheel for itself.
        await page.evaluate(() => { document.getElementById('one').view = 'claims'; });
        await page.settle();
        // At a heading: a row would open its details over the list.
        const inside = (await page.at('#one').item('', '#claims/title')).visible;
        await page.click(inside.x + 8, inside.y + inside.h / 2);
        await page.waitFor('it to be active', () => page.evaluate(() => host.named('activate', 'one').length > 0));
        const list = () => page.evaluate(() => document.getElementById('one').shadowRoot
          .querySelector('.mirror [data-item="claims/title"]')?.getBoundingClientRect().y);
        const from = await list();
        await page.wheel(x, y, 60);
        await page.waitFor('the list to move', async () => (await list()) < from - 10);
        assert.equal(await still(() => scrollY(page)), 0);
        // At its end the wheel is the page's again.
        for (let turns = 0; turns < 60 && (await scrollY(page)) === 0; ++turns) {
          await page.wheel(x, y, 2000);
          await pause(60);
        }
        assert.ok((await still(() => scrollY(page))) > 0, 'the end of the list is a trap');
        await page.evaluate(() => window.scrollTo(0, 0));
        // Escape closes what is open, one thing each time, and then leaves.
        for (let times = 0; times < 6 && (await focused(page)) === 'one'; ++times) await page.key('Escape');
        assert.notEqual(await focused(page), 'one');
        assert.equal(await page.evaluate(() => host.named('deactivate', 'one').length > 0), true);
        const rest = await list();
        await page.wheel(x, y, -400);
        await page.wheel(x, y, 120);
        await still(() => scrollY(page));
        assert.equal(await page.evaluate(() => document.getElementById('one').shadowRoot.activeElement), null);
        assert.ok((await scrollY(page)) > 0 || (await list()) !== rest);
        await page.evaluate(() => window.scrollTo(0, 0));
        await page.key('Tab');
        // Firefox keeps no place behind a blur: it begins at the top, whatever the page does.
        if (engine !== 'firefox') assert.notEqual(await focused(page), 'before', 'Tab goes on from the explorer, not from the top');
      });

      test('no key of the page’s changes anything in an explorer that is not in use', async () => {
        await page.evaluate(() => { document.activeElement?.blur(); document.getElementById('before').focus(); });
        const states = [await state(page, 'one'), await state(page, 'two')];
        for (const key of '123mnqwertyu/?.[]') await page.key(key);
        await page.key('z', 'Control');
        assert.deepEqual([await state(page, 'one'), await state(page, 'two')], states);
      });

      test('with shortcuts off, single keys do nothing in it either', async () => {
        await page.evaluate(() => { document.getElementById('two').shortcuts = 'off'; });
        await page.evaluate(() => document.getElementById('two').focus());
        const from = await state(page, 'two');
        for (const key of '23456m?/') await page.key(key);
        assert.equal(await state(page, 'two'), from);
        await page.evaluate(() => { document.getElementById('two').shortcuts = 'on'; });
        await page.key('3');
        await page.waitFor('a view', async () => (await state(page, 'two')) !== from);
        await page.evaluate(() => document.getElementById('two').undo());
      });

      test('a press inside that ends outside drags nothing', async () => {
        const box = await boxOf(page, '#one');
        await page.evaluate(() => { document.getElementById('one').view = 'map'; });
        await page.settle();
        await page.move(box.x + box.w / 2, box.y + box.h - 40);
        await page.down();
        await page.move(box.x + box.w + 60, box.y + box.h - 40);
        await page.up();
        const from = await still(() => state(page, 'one'));
        await page.move(box.x + box.w / 3, box.y + box.h - 80);
        await page.move(box.x + box.w / 2, box.y + box.h - 60);
        assert.equal(await still(() => state(page, 'one')), from);
      });

      test('a key that was let go elsewhere is not held on', async () => {
        // P-5: Control goes down inside, the focus leaves, and its key-up is lost.
        await page.evaluate(() => { document.getElementById('one').view = 'claims'; document.getElementById('one').focus(); });
        await page.evaluate(() => {
          const {activeElement} = document.getElementById('one').shadowRoot;
          activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'Control', ctrlKey: true, bubbles: true, composed: true}));
          activeElement.blur();
        });
        await page.pressItemOf('#one', 'searchbox', 'Words in these claims');
        await page.type('ab');
        await page.waitFor('the letters', async () => /q=ab/.test(await state(page, 'one')));
      });
    });

    test('two copies of the package get along', async () => {
      await openHost(page, site.host());
      await make(page, 'one');
      const same = await page.evaluate(async () => {
        const copy = await import('/element.js?copy');
        copy.define();
        return customElements.get('proviso-explorer') !== copy.ProvisoExplorerElement;
      });
      assert.equal(same, true);
      assert.equal(await status(page, '#one'), 'ready');
      assert.deepEqual(await page.errors(), []);
    });

    test('a hostile style sheet changes nothing in it', async () => {
      const picture = async (hostile) => {
        await openHost(page, site.host());
        await page.evaluate((hostile) => document.getElementById('place').classList.toggle('hostile', hostile), hostile);
        await make(page, 'one');
        await page.settle();
        const box = await boxOf(page, '#one');
        return [await page.screenshot(), box];
      };
      const [plain, box] = await picture(false);
      const [styled, there] = await picture(true);
      assert.equal(there.w, box.w);
      // The page around it may have moved, so only the same place is compared.
      if (there.y === box.y) assert.ok(styled.difference(plain, box) < 0.002, `${styled.difference(plain, box)} differs`);
      const canvas = await page.evaluate(() => {
        const {width, borderTopWidth} = getComputedStyle(document.getElementById('one').shadowRoot.querySelector('canvas'));
        return [width, borderTopWidth];
      });
      assert.deepEqual(canvas, ['640px', '0px']);
    });

    test('in a page that is scaled, a click lands where it was aimed', async () => {
      await openHost(page, site.host());
      await page.evaluate(() => document.getElementById('place').classList.add('scaled'));
      await make(page, 'one');
      await page.settle();
      const tab = await page.item('tab', 'Claims');
      await page.click(tab.rect.x + tab.rect.w / 2, tab.rect.y + tab.rect.h / 2);
      await page.waitFor('the claims', async () => /v=claims/.test(await state(page, 'one')));
    });

    if (engine === 'chromium') test('a finger scrolls the page over it, and a tap goes in', async () => {
      await openHost(page, site.host());
      await make(page, 'one');
      await page.settle();
      const {x, y, w, h} = await boxOf(page, '#one');
      const path = (from) => [0, 30, 60, 90, 120, 150].map((up) => [x + w / 2, from - up]);
      await page.touch(path(y + h - 40));
      await page.waitFor('the page to move', async () => (await scrollY(page)) > 50);
      await page.evaluate(() => window.scrollTo(0, 0));
      await still(() => scrollY(page));
      const tab = await page.item('tab', 'Claims');
      await page.touch([[tab.rect.x + tab.rect.w / 2, tab.rect.y + tab.rect.h / 2]]);
      await page.waitFor('the claims', async () => /v=claims/.test(await state(page, 'one')));
      assert.equal(await page.evaluate(() => host.named('activate', 'one').length), 1);
      await usable(page, '#one');
    });
  });
}
