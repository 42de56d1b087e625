// What is measured of the explorer as assistive technology and system settings meet it: the tree
// that Chromium computes, the roles and names that WebKit computes, the ring round what has the
// focus, colours and motion as the system asks for them, and what is announced.
import assert from 'node:assert/strict';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import {fileURLToPath} from 'node:url';

import {engines, launch} from '../support/browsers.mjs';
import {open} from '../support/explorer.mjs';
import {make, openHost, serveHosts} from '../support/hosts.mjs';
import {assertRing} from '../support/pixels.mjs';

const site = await serveHosts();
after(() => site.close());
const golden = fileURLToPath(new URL('../../golden/accessibility_tree.txt', import.meta.url));

const views = ['what-if', 'matrix', 'claims', 'actors', 'map', 'timeline', 'compare', 'sources', 'questions'];
/// The roles of what has words of its own to be read.
const read = new Set(['tab', 'heading', 'checkbox', 'button', 'link', 'text', 'radio', 'columnheader', 'rowheader']);
/// What is told and not drawn: the head of the column of holders.
const told = new Set(['matrix/corner']);

for (const engine of engines) {
  describe(engine, () => {
    let page;
    before(async () => {
      page = await launch(engine, {width: 1280, height: 800});
    });
    after(() => page?.close());

    const show = async (state) => {
      page.at('#explorer');
      await page.goto('about:blank');
      await page.goto(site.probed());
      await page.evaluate(() => localStorage.setItem('proviso-seen', '1'));
      await page.goto('about:blank');
      await open(page, `${site.probed()}${state && `#${state}`}`);
    };

    if (engine === 'chromium') test('the tree that Chromium computes is the golden one', async () => {
      await openHost(page, site.host());
      await make(page, 'one', {src: '/samples/worked-example.json', view: 'claims'});
      await page.settle();
      const {nodes} = await page.protocol('Accessibility.getFullAXTree');
      const told = new Map(nodes.map((node) => [node.nodeId, node]));
      const lines = [];
      const tell = (node, depth) => {
        const {role, name, properties = [], ignored, childIds = []} = node;
        const silent = ignored || ['generic', 'none', 'StaticText', 'InlineTextBox'].includes(role?.value);
        const states = properties.filter(({name: key, value}) =>
          ['checked', 'selected', 'expanded', 'level', 'disabled'].includes(key) && ![false, 'false'].includes(value.value))
          .map(({name: key, value}) => `${key}=${value.value}`);
        if (!silent) lines.push(`${'  '.repeat(depth)}${role.value} “${name?.value ?? ''}” ${states.join(' ')}`.trimEnd());
        for (const id of childIds) tell(told.get(id), depth + (silent ? 0 : 1));
      };
      tell(nodes[0], 0);
      const tree = `${lines.join('\n')}\n`;
      if (process.env.PROVISO_GOLDEN === 'write' || !existsSync(golden)) {
        writeFileSync(golden, tree);
        assert.fail(`${golden} was written; look at it, then run this again`);
      }
      assert.equal(tree, readFileSync(golden, 'utf8'));
    });

    if (engine === 'webkit') test('the roles and names that WebKit computes are the core’s', async () => {
      await show('v=claims');
      const items = new Map((await page.items()).map((item) => [item.id, item]));
      const same = {searchbox: 'searchbox', textbox: 'textbox', text: 'paragraph'};
      let compared = 0;
      for (const {id, role, name} of await page.computed('#explorer', 'button[data-item], input[data-item], [role=checkbox][data-item], h2[data-item]', 60)) {
        const item = items.get(id);
        assert.equal(role, same[item.role] ?? item.role, id);
        assert.equal(name.replace(/\s+/g, ' ').trim(), item.name.replace(/\s+/g, ' ').trim(), id);
        ++compared;
      }
      assert.ok(compared >= 30, `${compared} were compared`);
    });

    // Under a test Firefox's window is not the active one, and that draws no ring.
    if (engine !== 'firefox') test('the ring round what has the focus has at least 3 : 1', async () => {
      await show('v=claims');
      const before = await page.screenshot();
      await page.evaluate(() => document.getElementById('before').focus());
      for (let i = 0; i < 3; ++i) {
        await page.key('Tab');
        await page.settle();
        const item = (await page.items()).find(({focused}) => focused);
        assertRing(item, await page.screenshot(), before);
      }
    });

    test('every theme has contrast, and the system’s wish for more is followed', async () => {
      const pale = [];
      const shown = engine === 'chromium' ? views : ['claims'];
      for (const [theme, least] of [['light', 4.5], ['dark', 4.5], ['contrast', 7]]) {
        await show(`v=${shown[0]}`);
        await page.evaluate((theme) => { document.getElementById('explorer').theme = theme; }, theme);
        for (const view of shown) {
          await page.pressItem('tab', `#tab/${view}`);
          await page.settle();
          const pixels = await page.screenshot();
          pale.push(...(await page.items())
            .filter(({id, role, rect, visible, disabled}) => read.has(role) && !disabled && !told.has(id) &&
              visible?.h === rect.h && visible.w === rect.w && rect.h > 14 && rect.w > 20)
            .map(({id, visible}) => [id, pixels.ink(visible).contrast])
            // A bar that stands for a passage is a picture: 3 : 1.
            .filter(([id, contrast]) => contrast < (id.startsWith('passage/') ? 3 : least))
            .map(([id, contrast]) => `${theme}, ${view}: ${id} ${contrast.toFixed(1)}`));
        }
      }
      assert.deepEqual(pale, []);
    });

    if (engine === 'chromium') test('forced colours, more contrast and less motion are followed while it runs', async () => {
      await show('v=map');
      const theme = () => page.evaluate(() => document.getElementById('explorer').shadowRoot.querySelector('[data-theme]').dataset.theme);
      assert.equal(await theme(), 'light');
      await page.emulate([{name: 'prefers-contrast', value: 'more'}]);
      await page.waitFor('the theme', async () => (await theme()) === 'contrast');
      await page.settle();
      await page.assertDrawn();
      for (const scheme of ['light', 'dark']) {
        await page.emulate([{name: 'forced-colors', value: 'active'}, {name: 'prefers-color-scheme', value: scheme}]);
        const system = await page.evaluate(() => {
          const made = document.body.appendChild(document.createElement('i'));
          const read = (color) => {
            made.style.color = color;
            return getComputedStyle(made).color.match(/\d+/g).slice(0, 3).map(Number);
          };
          const colors = {ground: read('Canvas'), ink: read('CanvasText')};
          made.remove();
          return colors;
        });
        await page.waitFor(`the system’s ground, ${system.ground}`, async () =>
          (await page.screenshot()).ground().every((part, i) => Math.abs(part - system.ground[i]) <= 2));
        const hex = `#${system.ink.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
        assert.ok((await page.evaluate(async () => (await document.getElementById('explorer').save({format: 'svg'})).text())).includes(hex));
        await page.settle();
        await page.assertDrawn();
      }
      await page.emulate([]);
      await page.waitFor('the light theme', async () => (await theme()) === 'light');
      await page.emulate([{name: 'prefers-reduced-motion', value: 'reduce'}]);
      await page.settle();
      await page.pressItem('tab', 'Claims');
      await page.settle();
      const first = await page.screenshot();
      await page.assertRest();
      assert.equal((await page.screenshot()).difference(first), 0, 'nothing moves afterwards');
    });

    test('what was done is announced, once, and never faster than anybody can listen', async () => {
      await show('');
      await page.evaluate(() => {
        globalThis.announced = [];
        const status = document.getElementById('explorer').shadowRoot.querySelector('.mirror [role=status]');
        new MutationObserver(() => announced.push([performance.now(), status.textContent]))
          .observe(status, {childList: true, characterData: true, subtree: true});
      });
      await page.pressItem('', '#lever/us-warns-china/on');
      await page.waitFor('a word of it', () => page.evaluate(() => announced.length > 0));
      await page.key('z', 'Control');
      await page.waitFor('a word of that', () => page.evaluate(() => announced.some(([, words]) => /^Undid/.test(words))));
      await page.pressItem('tab', 'Map');
      await page.pressItem('tab', 'Matrix');
      await page.rest();
      const said = await page.evaluate(() => announced);
      assert.match(said[0][1], /US warns China/);
      for (const [, words] of said) assert.ok(words.length <= 120, words);
      for (let i = 2; i < said.length; ++i)
        assert.ok(said[i][0] - said[i - 2][0] >= 990, 'three within a second');
    });

    test('nothing went wrong meanwhile', async () => {
      assert.deepEqual(await page.errors(), []);
    });
  });
}
