// A reader's way through the page, in each engine, under the content security policy of a strict
// host: search, claim, actor, back, a link sent to someone else; then what must not happen meanwhile.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import {engines, launch} from '../support/browsers.mjs';
import {canvasSize, open, place, running} from '../support/explorer.mjs';
import {luminance} from '../support/pixels.mjs';
import {serveSite} from '../support/site.mjs';

const site = await serveSite();
after(() => site.close());

const rows = async (page) => (await page.items()).filter(({id}) => /^claim\/[^./]+$/.test(id));
const total = async (page) => Number((await page.items())
  .find(({id, role}) => role === 'listitem' && id.startsWith('claim/'))?.count ?? 0);
const outline = async (page) =>
  (await page.items()).map(({id, role, name, value, checked, selected}) =>
    [id, role, name, value, checked, selected].join(' | '));

for (const engine of engines) {
  describe(engine, () => {
    let page, all;
    before(async () => {
      page = await launch(engine, {width: 1280, height: 800});  // Conditions stand beside the answers.
      await open(page, site.probed());
      await page.assertDrawn();  // On a blank canvas nothing below would mean anything.
    });
    after(() => page?.close());

    test('nothing takes the focus before the reader does', async () => {
      assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
    });

    test('who comes for the first time is offered the tour, and asked once', async () => {
      await page.pressItem('button', '#tour/leave');
      await page.waitFor('it to go', async () => !(await page.find('button', '#tour/take')));
      await page.reload();
      await running(page);
      assert.equal(await page.find('button', '#tour/take'), undefined);
    });

    test('a tab shows its view', async () => {
      const before = await page.screenshot();
      await page.pressItem('tab', 'Claims');
      await page.waitFor('the claims', async () => (await place(page)).v === 'claims');
      await page.settle();
      all = await total(page);
      assert.ok(all >= 50, `${all} claims`);
      assert.equal((await page.find('tab', 'Claims')).selected, 'true');
      assert.ok((await page.screenshot()).difference(before) > 0.05);
    });

    test('words typed into the search shorten the list', async () => {
      const stage = (await page.item('', '#claims/list')).visible;
      const before = await page.screenshot();
      await page.pressItem('searchbox', 'Words in these claims');
      await page.waitFor('the field to have the focus', async () =>
        (await page.find('searchbox', 'Words in these claims')).focused);
      await page.type('taiwan');
      await page.waitFor('a shorter list', async () => (await total(page)) < all);
      await page.settle();
      const left = await total(page);
      assert.ok(left > 0 && left < all, `${left} of ${all}`);
      assert.equal((await page.find('searchbox', 'Words in these claims')).value, 'taiwan');
      assert.equal((await page.find('heading', `${left} claims`))?.id, 'claims/title');
      assert.equal((await place(page)).q, 'taiwan');
      assert.ok((await page.screenshot()).difference(before, stage) > 0.02);
    });

    test('keys erase what was typed', async () => {
      for (let i = 0; i < 'taiwan'.length; ++i) await page.key('Backspace');
      await page.waitFor('the whole list', async () => (await total(page)) === all);
    });

    let claim, holder;
    // Firefox's window is not the active one here, so that nothing tells of the focus.
    if (engine !== 'firefox') test('what is typed has the letters of the picture', async () => {
      await page.waitFor('the face', () => page.evaluate(() => {
        const field = document.querySelector('#explorer').shadowRoot.querySelector('.panel input');
        const {fontFamily} = getComputedStyle(field);
        return /^["']?Proviso Sans/.test(fontFamily) && [...document.fonts].some(({family, status}) => /Proviso Sans/.test(family) && status === 'loaded');
      }));
    });

    test('a row of the list opens its claim', async () => {
      // In the order of the text, where those who are quoted stand among the first.
      await open(page, `${site.probed()}#v=claims&sort=place`);
      const items = await page.items();
      claim = (await rows(page)).find(({id, visible}) =>
        visible && items.filter((item) => item.id.startsWith(`${id}.`)).length > 2);
      // At the words: the links in the row lead elsewhere.
      await page.click(claim.visible.x + claim.visible.w * 0.3, claim.visible.y + 22);
      const group = await page.item('group', 'Who says so');
      assert.equal((await place(page)).sel, claim.id.slice('claim/'.length));
      assert.equal((await page.find('', `#${claim.id}`)).selected, 'true');
      const chain = (await page.items()).filter(({id}) => id.startsWith(`${group.id}.`));
      assert.ok(chain.length >= 2, `a chain of ${chain.length}`);
      holder = chain.at(-1);
    });

    test('its chain of attribution leads to the actor', async () => {
      await page.pressItem('', `#${holder.id}`);
      const {sel} = await page.waitFor('another place', async () => {
        const now = await place(page);
        return now.sel !== claim.id.slice('claim/'.length) && now;
      });
      await page.settle();
      assert.match(sel, /^a-/);
      assert.ok((await page.find('', '#inspector/title')).name.includes(holder.name));
    });

    test('back leads back to the claim, forward to the actor again', async () => {
      await page.back();
      await page.waitFor('the claim', async () =>
        (await place(page)).sel === claim.id.slice('claim/'.length) &&
        (await page.find('group', 'Who says so')) && (await page.find('', `#${claim.id}`))?.selected === 'true');
      await page.forward();
      await page.waitFor('the actor', async () =>
        (await page.find('', '#inspector/title'))?.name.includes(holder.name));
      await page.back();
      await page.waitFor('the claim', async () =>
        (await place(page)).sel === claim.id.slice('claim/'.length));
      await page.settle();
    });

    test('the address, loaded anew, shows the same', async () => {
      await page.pressItem('searchbox', 'Words in these claims');
      await page.type('president');
      await page.waitFor('a shorter list', async () => (await total(page)) < all);
      await page.move(600, 790);
      await page.settle();
      const [address, items, picture] = [await page.url(), await outline(page), await page.screenshot()];
      await page.reload();
      await running(page);
      assert.equal(await page.url(), address);
      // What was done is not in an address, so there is nothing to undo.
      const lasting = (lines) => lines.filter((line) => !/^scenario\/(undo|redo) /.test(line));
      assert.deepEqual(lasting(await outline(page)), lasting(items));
      const field = (await page.find('searchbox', 'Words in these claims')).rect;
      const below = {x: 0, y: field.y + field.h + 8, w: 1200, h: 800 - field.y - field.h - 8};
      const changed = (await page.screenshot()).difference(picture, below);
      assert.ok(changed < 0.01, `${(changed * 100).toFixed(2)} % of the picture changed`);
    });

    test('a supposition changes the answers; keys undo and redo it', async () => {
      await open(page, site.probed());  // With nothing selected the conditions stand beside the answers.
      const levers = (await page.items()).filter(({role, id}) => role === 'radio' && id.endsWith('/on'));
      const lever = levers[0];
      const checked = async () => (await page.find('', `#${lever.id}`)).checked;
      const answers = async () => (await page.find('', '#answers/supposition'))?.name ?? '';
      const plain = await answers();
      await page.pressItem('', `#${lever.id}`);
      await page.waitFor('the lever to be on', async () => (await checked()) === 'true');
      const supposed = await page.waitFor('other words over the answers', async () =>
        (await answers()) !== plain && answers());
      assert.ok((await place(page)).on);
      await page.key('z', 'Control');
      await page.waitFor('undo', async () => (await checked()) === 'false');
      assert.equal(await answers(), plain);
      await page.key('Z', 'Control', 'Shift');
      await page.waitFor('redo', async () => (await checked()) === 'true');
      assert.equal(await answers(), supposed);
      await page.key('z', 'Control');
      await page.waitFor('undo', async () => (await checked()) === 'false');
    });

    test('the wheel turns the list under the pointer', async () => {
      await open(page, `${site.probed()}#v=claims`);
      const first = (await rows(page)).find(({visible}) => visible);
      const {x, y, w, h} = first.panelRect;
      await page.wheel(x + w / 2, y + h / 2, 400);
      await page.waitFor('the list to move', async () =>
        ((await page.find('', `#${first.id}`))?.rect.y ?? -1e6) < first.rect.y - 50);
      await page.settle();
      await page.assertDrawn({x, y, w, h});
      await page.wheel(x + w / 2, y + h / 2, -4000);
      await page.waitFor('the top of the list', async () =>
        (await page.find('', `#${first.id}`))?.rect.y === first.rect.y);
    });

    test('arrows walk the list and Enter opens', async () => {
      const [first, second] = await rows(page);
      await page.pressItem('', `#${first.id}`);
      await page.waitFor('the focus', async () => (await page.find('', `#${first.id}`)).focused);
      await page.key('ArrowDown');
      await page.waitFor('the next row', async () => (await page.find('', `#${second.id}`)).focused);
      await page.key('Enter');
      await page.waitFor('its claim', async () =>
        (await place(page)).sel === second.id.slice('claim/'.length));
      await page.key('Escape');
      await page.waitFor('nothing chosen', async () => (await place(page)).sel === undefined);
    });

    test('Tab goes through the explorer once and leaves it, both ways', async () => {
      await open(page, `${site.probed()}#v=sources`);
      const active = () => page.evaluate(() => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return at?.dataset?.item ?? (at ? `#${at.id}` : '');
      });
      await page.evaluate(() => document.getElementById('before').focus());
      const seen = [];
      for (let i = 0; i < 250 && seen.at(-1) !== '#after'; ++i) {
        await page.key('Tab');
        await page.settle(30);  // What comes into sight may bring more along.
        seen.push(await active());
      }
      assert.equal(seen.at(-1), '#after', seen.join(' '));
      assert.ok(seen.length > 5, seen.join(' '));
      assert.ok(seen.includes('top/search'), seen.join(' '));
      assert.deepEqual(seen.filter((id, i) => seen.indexOf(id) !== i), [], seen.join(' '));
      await page.key('Tab', 'Shift');
      assert.equal(await active(), seen.at(-2));
    });

    test('what Tab leads to comes into sight, a long list’s links, too', async () => {
      let below = 0;
      for (const view of ['what-if', 'claims']) {
        await open(page, `${site.probed()}#v=${view}`);
        await page.evaluate(() => document.getElementById('explorer').focus());
        const hidden = [];
        for (let i = 0; i < 40; ++i) {
          const before = await page.items();
          await page.key('Tab');
          await page.settle();
          const at = (await page.items()).find(({focused}) => focused);
          if (!at) continue;
          if (!before.find(({id}) => id === at.id)?.visible) ++below;
          if (!at.visible || at.visible.h < Math.min(at.rect.h, 10)) hidden.push(at.id);
        }
        assert.deepEqual(hidden, [], view);
      }
      assert.ok(below, 'all of it was in sight before');
    });

    test('the canvas has a pixel for each of the screen’s', async () => {
      const densities = engine === 'webkit' ? [1] : [1.5, 2, 1];
      for (const [i, dpr] of densities.entries()) {
        // Chromium's emulation doesn't tell a page at rest that only its density is another.
        const [width, height] = [901 + i, 653 + i];
        await page.resize(width, height, dpr);
        const [w, h] = [Math.round(width * dpr), Math.round(height * dpr)];
        await page.waitFor(`${w} × ${h}`, async () =>
          String(await canvasSize(page)) === String([width, height, w, h]));
        await page.settle();
        await page.assertDrawn();
      }
      await page.resize(1200, 800, 1);
      await page.waitFor('the old size', async () => (await canvasSize(page))[2] === 1200);
      await page.settle();
    });

    test('a lost graphics context comes back with its picture', async () => {
      await open(page, `${site.probed()}#v=claims`);
      const before = await page.screenshot();
      for (let times = 0; times < 2; ++times) {
        await page.evaluate(() => new Promise((done) => {
          const canvas = document.querySelector('#explorer').shadowRoot.querySelector('canvas');
          const loss = canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
          canvas.addEventListener('webglcontextrestored', () => done(), {once: true});
          canvas.addEventListener('webglcontextlost', () => setTimeout(() => loss.restoreContext(), 200), {once: true});
          loss.loseContext();
        }));
        await page.settle();
        const after = await page.assertDrawn();
        assert.ok(after.difference(before) < 0.001, `${after.difference(before)} differs`);
      }
      await page.pressItem('tab', 'Actors');
      await page.waitFor('the actors', async () => (await place(page)).v === 'actors');
      await page.settle();
      assert.ok((await page.screenshot()).difference(before) > 0.02);
    });

    test('at rest nothing at all is scheduled', async () => {
      await page.move(600, 400);
      await page.settle();
      await page.assertRest();
    });

    if (engine === 'chromium') test('the colours follow the system’s', async () => {
      const ground = async () => luminance(...(await page.screenshot()).ground());
      assert.ok((await ground()) > 0.8);
      await page.setDark(true);
      await page.waitFor('the dark', async () => (await ground()) < 0.1);
      await page.settle();
      await page.assertDrawn();
      await page.setDark(false);
      await page.waitFor('the light', async () => (await ground()) > 0.8);
      await page.settle();
    });

    if (engine === 'chromium') test('a finger taps and drags', async () => {
      const tab = await page.item('tab', 'Claims');
      await page.touch([[tab.rect.x + tab.rect.w / 2, tab.rect.y + tab.rect.h / 2]]);
      await page.waitFor('the claims', async () => (await place(page)).v === 'claims');
      await page.settle();
      const first = (await rows(page)).find(({visible}) => visible);
      const {x, y, w, h} = first.panelRect;
      const [middle, low] = [x + w / 2, y + h * 0.8];
      await page.touch([0, 40, 80, 120, 160, 200].map((up) => [middle, low - up]));
      await page.waitFor('the list to move', async () =>
        ((await page.find('', `#${first.id}`))?.rect.y ?? -1e6) < first.rect.y - 100);
      assert.equal((await place(page)).sel, undefined, 'a drag is no press');
    });

    test('nothing went wrong meanwhile, and nobody else was asked for anything', async () => {
      assert.deepEqual(await page.errors(), []);
      // Firefox has the bullets of lists in a font of its own, which asks nobody.
      const bullets = (url) => engine === 'firefox' && url.startsWith('data:font/');
      const elsewhere = (await page.requests())
        .filter((url) => !url.startsWith(site.url) && !bullets(url));
      assert.deepEqual(elsewhere, []);
    });
  });

  test(`${engine}: dark from the start, at two pixels to a point`, async () => {
    const page = await launch(engine, {width: 640, height: 440, dpr: 2, dark: true});
    try {
      await open(page, site.probed());
      const pixels = await page.assertDrawn();
      assert.ok(luminance(...pixels.ground()) < 0.1);
      assert.deepEqual(await canvasSize(page), [640, 440, 1280, 880]);
      assert.deepEqual(await page.errors(), []);
    } finally {
      await page.close();
    }
  });
}
