// The life of explorers in somebody else's page: how they come, rest, move, fail and go, and that
// nothing of them is left. Table and pitfalls: web/README.md, "In other people's pages".
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import {engines, launch} from '../support/browsers.mjs';
import {boxOf, make, openHost, serveHosts, status, usable} from '../support/hosts.mjs';
import {pause} from '../support/processes.mjs';

const site = await serveHosts();
after(() => site.close());

const asked = (page) => page.evaluate(() => [probe.frames, probe.timers]);
const state = (page, id) => page.evaluate((id) => document.getElementById(id).state, id);

/// How many of the explorers' WebGL contexts are alive.
const live = (page) => page.evaluate(() => [...document.querySelectorAll('proviso-explorer')]
  .map((one) => one.shadowRoot?.querySelector('canvas')?.getContext('webgl2'))
  .filter((context) => context && !context.isContextLost()).length);

for (const engine of engines) {
  describe(engine, () => {
    let page;
    before(async () => {
      page = await launch(engine, {width: 900, height: 700, flags: ['--js-flags=--expose-gc']});
    });
    after(() => page?.close());

    test('at rest nothing at all is scheduled, in one explorer or in ten', async () => {
      for (const count of [1, 10]) {
        await openHost(page, site.host());
        for (let i = 0; i < count; ++i) await make(page, `e${i}`);
        await page.settle();
        await page.assertDrawn(await boxOf(page, '#e0'));
        await page.assertRest();
      }
    });

    test('of ten explorers four have graphics; the others show what they last drew, and draw again when seen', async () => {
      // The ten of the test above.
      assert.equal(await live(page), 4);
      const stills = () => page.evaluate(() => [...document.querySelectorAll('proviso-explorer')]
        .filter((one) => one.shadowRoot.querySelector('canvas.still')).map((one) => one.id));
      const frozen = await stills();
      assert.equal(frozen.length, 6);
      const first = `#${frozen[0]}`;
      await page.evaluate((selector) => document.querySelector(selector).scrollIntoView(), first);
      await page.waitFor('it to draw again', async () => !(await stills()).includes(first.slice(1)));
      await page.settle();
      await page.assertDrawn({...await boxOf(page, first), h: 400});
      assert.equal(await live(page), 4);
      assert.deepEqual(await page.errors(), []);
    });

    test('the page’s own WebGL outlives forty of ours', async () => {
      await openHost(page, site.host('none'));
      const lost = await page.evaluate(async () => {
        const own = document.createElement('canvas').getContext('webgl2');
        await import('/auto.js');
        for (let i = 0; i < 40; ++i) {
          const one = document.createElement('proviso-explorer');
          one.loading = 'eager';
          document.getElementById('place').append(one);
          await one.ready;
          one.remove();
          await new Promise((done) => setTimeout(done, 5));
          if (one.status !== 'disposed') throw new Error(one.status);
        }
        return own.isContextLost();
      });
      assert.equal(lost, false);
    });

    test('it comes near before it is fetched, and is compiled once', async () => {
      await openHost(page, site.host());
      const from = site.asked.length;
      await page.evaluate(() => { document.getElementById('other').style.marginTop = '3000px'; });
      await page.evaluate(() => host.make('far', {loading: 'lazy'}, {place: 'other', inside: 'Twelve claims'}));
      await page.evaluate(() => document.getElementById('far').remove());
      await page.evaluate(() => host.make('away', {loading: 'lazy'}, {place: 'other', inside: 'Twelve claims'}));
      await pause(400);
      assert.equal(await status(page, '#away'), 'idle');
      assert.deepEqual(site.asked.slice(from).filter((url) => /\.wasm|samples/.test(url)), []);
      await page.evaluate(() => {
        const {top} = document.getElementById('away').getBoundingClientRect();
        window.scrollTo(0, top + scrollY - innerHeight - 150);
      });
      await usable(page, '#away');
      await make(page, 'second');
      assert.equal(site.asked.slice(from).filter((url) => /proviso\.wasm/.test(url)).length, 1);
    });

    test('unseen it draws nothing, and one frame when it is seen again', async () => {
      await openHost(page, site.host());
      await make(page, 'one');
      await page.settle();
      await page.evaluate(() => window.scrollTo(0, 2500));
      await page.settle();
      const [frames] = await asked(page);
      await page.evaluate(() => document.getElementById('one').select(['c-1']));
      await pause(500);
      assert.equal((await asked(page))[0], frames);
      // It was carried out all the same, and the page was told.
      assert.deepEqual(await page.evaluate(() => host.named('select', 'one')), [{ids: ['c-1']}]);
      await page.evaluate(() => window.scrollTo(0, 0));
      await page.waitFor('a frame', async () => (await asked(page))[0] > frames);
    });

    if (engine === 'chromium') test('in a hidden tab nothing is drawn', async () => {
      await make(page, 'hidden');
      await page.settle();
      await page.behind(async () => {
        const before = await asked(page);
        await page.evaluate(() => document.getElementById('hidden').select(['c-2']));
        await pause(1000);
        const [frames] = await asked(page);
        assert.ok(frames - before[0] <= 1, `${frames - before[0]} frames`);
      });
    });

    test('moved about the page it stays what it is', async () => {
      await openHost(page, site.host());
      await make(page, 'one');
      await page.evaluate(() => document.getElementById('one').select(['c-2']));
      const same = await page.evaluate(async () => {
        const one = document.getElementById('one');
        const canvas = one.shadowRoot.querySelector('canvas');
        const places = ['other', 'place'].map((id) => document.getElementById(id));
        for (let i = 0; i < 50; ++i) {
          const to = places[i % 2];
          if (i % 3 === 0 && to.moveBefore) to.moveBefore(one, null);
          else to.append(one);
        }
        await new Promise((done) => setTimeout(done, 100));
        return canvas === one.shadowRoot.querySelector('canvas') && one.status;
      });
      assert.equal(same, 'ready');
      assert.match(await state(page, 'one'), /sel=c-2/);
      await page.settle();
      await page.assertDrawn(await boxOf(page, '#one'));
    });

    test('taken away while it loads it leaves nothing behind', async () => {
      await openHost(page, site.host());
      const left = await page.evaluate(async () => {
        await import('/auto.js');
        const made = [];
        for (const wait of [0, 1, 5, 20, 100]) {
          const one = document.createElement('proviso-explorer');
          one.src = '/samples/worked-example.json';
          one.loading = 'eager';
          document.getElementById('place').append(one);
          if (wait) await new Promise((done) => setTimeout(done, wait));
          one.remove();
          made.push(one);
        }
        await new Promise((done) => setTimeout(done, 1500));
        return made.map((one) => [one.status, one.shadowRoot.querySelectorAll('canvas, .mirror').length]);
      });
      assert.deepEqual(left, Array(5).fill(['disposed', 0]));
      assert.deepEqual(await page.errors(), []);
    });

    test('disposed twice, put back, and used again', async () => {
      await openHost(page, site.host());
      await make(page, 'one');
      await page.evaluate(async () => {
        const one = document.getElementById('one');
        one.select(['c-2']);
        await new Promise((done) => setTimeout(done, 300));
        await one.dispose();
        await one.dispose();
        if (Symbol.asyncDispose) await one[Symbol.asyncDispose]();
      });
      assert.equal(await status(page, '#one'), 'disposed');
      assert.equal((await page.at('#one').items()).length, 0);
      await page.evaluate(() => {
        const one = document.getElementById('one');
        one.remove();
        document.getElementById('place').append(one);
      });
      await usable(page, '#one');
      assert.match(await state(page, 'one'), /sel=c-2/);
      await page.evaluate(() => document.getElementById('one').restart());
      assert.match(await state(page, 'one'), /sel=c-2/);
    });

    test('graphics taken away by the browser: it says so, works on without, and draws when they are back', async () => {
      await openHost(page, site.host());
      await make(page, 'one');
      await page.settle();
      const rect = await boxOf(page, '#one');
      const before = await page.screenshot();
      await page.evaluate(() => {
        const context = document.getElementById('one').shadowRoot.querySelector('canvas').getContext('webgl2');
        globalThis.loss = context.getExtension('WEBGL_lose_context');
        loss.loseContext();
      });
      await page.waitFor('the event', () => page.evaluate(() => host.named('context-lost').length === 1));
      // Never restored: the semantic DOM is a way to use it all the same.
      await page.evaluate(() => [...document.getElementById('one').shadowRoot.querySelectorAll('.mirror [role=tab]')]
        .find((tab) => tab.textContent === 'Claims').click());
      await page.waitFor('the claims', async () => /v=claims/.test(await state(page, 'one')) && page.find('', '#claims/list'));
      await page.evaluate(() => { document.getElementById('one').undo(); });
      await page.evaluate(() => loss.restoreContext());
      await page.waitFor('the other event', () => page.evaluate(() => host.named('context-restored').length === 1));
      await page.settle();
      await page.move(5, 5);
      await page.settle();
      const after = await page.screenshot();
      assert.ok(after.distinctColours(rect) > before.distinctColours(rect) * 0.8);
    });

    test('after a trap it comes back with what was open; after three it stops and gives the data out', async () => {
      await openHost(page, site.host());
      // A real trap: the next frame runs an instruction that is `unreachable`.
      await page.evaluate(() => {
        const trap = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(
          0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 97, 0, 0, 10, 5, 1, 3, 0, 0, 11))).exports.a;
        const original = WebAssembly.instantiate;
        WebAssembly.instantiate = async (program, ...rest) => {
          const made = await original.call(WebAssembly, program, ...rest);
          if (!(program instanceof WebAssembly.Module) || !made.exports.memory) {
            if (!made.exports || !Object.keys(made.exports).length) return made;
          }
          // The glue reads the exports once; each is the same but for the fuse.
          const exports = {};
          for (const [name, value] of Object.entries(made.exports))
            exports[name] = typeof value !== 'function' ? value : (...words) => {
              if (globalThis.fuse) { globalThis.fuse = false; trap(); }
              return value(...words);
            };
          return {exports};
        };
      });
      await make(page, 'one');
      await page.evaluate(() => document.getElementById('one').select(['c-2']));
      await page.settle();
      const crash = (times) => page.evaluate(async (times) => {
        const one = document.getElementById('one');
        globalThis.fuse = true;
        one.find('trade');
        while (host.named('crash').length < times) await new Promise((done) => setTimeout(done, 20));
      }, times);
      await crash(1);
      assert.deepEqual(await page.evaluate(() => host.named('crash')), [{willRestart: true}]);
      await usable(page, '#one');
      assert.match(await state(page, 'one'), /sel=c-2/);
      const buttons = () => page.evaluate(() => [...document.getElementById('one').shadowRoot
        .querySelectorAll('.trouble:not([hidden]) button')].map((button) => button.textContent));
      await crash(2);
      await page.waitFor('the way back', async () => String(await buttons()) === 'Restart,Download data');
      assert.equal(await status(page, '#one'), 'crashed');
      await page.evaluate(() => document.getElementById('one').shadowRoot.querySelector('.trouble button').click());
      await usable(page, '#one');
      assert.match(await state(page, 'one'), /sel=c-2/);
      await crash(3);
      await page.waitFor('the data alone', async () => String(await buttons()) === 'Download data');
    });

    if (engine === 'chromium') test('a hundred come and go and nothing of them is alive', async () => {
      await openHost(page, site.host('none'));
      await page.evaluate(async () => {
        await import('/auto.js');
        globalThis.kept = [];
        // A function of its own, so that no variable keeps the last.
        globalThis.comeAndGo = async () => {
          const one = document.createElement('proviso-explorer');
          one.loading = 'eager';
          one.src = '/samples/minimal.json';
          document.getElementById('place').append(one);
          await one.ready;
          kept.push(new WeakRef(one), new WeakRef(one.shadowRoot.querySelector('canvas')));
          one.remove();
        };
      });
      for (let tens = 0; tens < 10; ++tens) await page.evaluate(async () => {
        for (let i = 0; i < 10; ++i) {
          await comeAndGo();
          await new Promise((done) => setTimeout(done, 2));
        }
      });
      const left = await page.evaluate(async () => {
        let alive = kept.length;
        for (let tries = 0; tries < 20 && alive; ++tries) {
          await new Promise((done) => setTimeout(done, 50));
          gc();
          alive = kept.filter((one) => one.deref()).length;
        }
        return [kept.length, alive];
      });
      assert.deepEqual(left, [200, 0]);
    });

    if (engine === 'chromium') test('away and back through the browser’s history it still draws', async () => {
      await openHost(page, site.host());
      await make(page, 'one');
      await page.settle();
      await page.evaluate(() => addEventListener('pageshow', (event) => { globalThis.persisted = event.persisted; }));
      await page.goto(`${site.url}mark.svg`);
      await page.back();
      await page.waitFor('the page', () => page.evaluate(() => Boolean(globalThis.host)));
      if (!(await page.evaluate(() => globalThis.persisted))) return; // This browser keeps no pages.
      await page.evaluate(() => { document.getElementById('one').view = 'claims'; });
      await page.at('#one').item('', '#claims/list');
      await page.assertDrawn(await boxOf(page, '#one'));
    });
  });
}
