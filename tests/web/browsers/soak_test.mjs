// What use and haste do: somebody uses an explorer at random for hundreds of steps, twenty share a
// page, the graphics are taken away forty times, the tab is hidden fifty times.
//
// PROVISO_LAPS: how many laps of twenty steps (12); tests/soak goes on for hours. PROVISO_SEED: what is
// drawn by lot, as a failure prints it; the same every time unless somebody names another, as
// tests/soak does. How much memory is used and whether a tab is hidden Chromium alone tells; the rest
// is tried in every engine, elsewhere with a third of the laps.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import {engines, launch} from '../support/browsers.mjs';
import {boxOf, make, openHost, serveHosts, status} from '../support/hosts.mjs';
import {data, Monkey, VIEWS} from '../support/monkey.mjs';

const LAPS = Number(process.env.PROVISO_LAPS ?? 12);
const SEED = Number(process.env.PROVISO_SEED ?? 41);
const STEPS = 20, ALLOWED = 9 << 20;

const site = await serveHosts();
after(() => site.close());

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const state = (page, id) => page.evaluate((id) => document.getElementById(id).state, id);

/// Bytes in use once the rubbish is gone. Of its own memory the program has what it ever touched:
/// that memory grows in steps of a fifth, which would hide a leak or look like one.
async function used(page) {
  const program = await page.evaluate(() => {
    host.events.length = 0;  // Else the page would be what grows.
    gc();
    const words = new Uint32Array(memory.buffer);
    let end = words.length;
    while (end > 0 && words[end - 1] === 0) --end;
    return 4 * end;
  });
  const {usedSize, embedderHeapUsedSize = 0} = await page.protocol('Runtime.getHeapUsage');
  return program + usedSize + embedderHeapUsedSize;
}

/// Less than a percent in eight laps, which is about a minute of somebody in a hurry, from the middle
/// third of the samples to the last; ALLOWED is the largest step in which anything grows: the texture
/// that letters are kept on, when it doubles.
function assertSteady(samples) {
  const third = Math.floor(samples.length / 3);
  const [from, to] = [samples.slice(third, 2 * third), samples.slice(-third)].map((some) =>
    ({bytes: median(some.map(({bytes}) => bytes)), lap: median(some.map(({lap}) => lap))}));
  const most = from.bytes * (1 + 0.01 * (to.lap - from.lap) / 8) + ALLOWED;
  const all = samples.map(({lap, bytes}) => `${lap}: ${(bytes / 1e6).toFixed(2)} MB`).join(', ');
  console.log(`memory before each lap of seed ${SEED}: ${all}`);
  assert.ok(to.bytes <= most, `more than ${(most / 1e6).toFixed(2)} MB; ${all}`);
}

for (const engine of engines) {
  describe(engine, () => {
    let page;
    before(async () => {
      page = await launch(engine, {width: 1000, height: 800, flags: ['--js-flags=--expose-gc']});
    });
    after(() => page?.close());

    test(`seed ${SEED}: whatever is done in many laps can be undone, looks as new, and uses no more memory`, async () => {
      await openHost(page, site.host());
      await page.evaluate(() => {
        const original = WebAssembly.instantiate;
        WebAssembly.instantiate = async (...words) => {
          const made = await original.apply(WebAssembly, words);
          globalThis.memory ??= Object.values(made.exports ?? {}).find((one) => one instanceof WebAssembly.Memory);
          return made;
        };
      });
      await make(page, 'it');
      const monkey = new Monkey(page);
      const samples = [], laps = engine === 'chromium' ? LAPS : Math.ceil(LAPS / 3);
      // What was done in the first third is done again in the others: else each new height that the
      // program reaches would look like a leak.
      const different = Math.ceil(laps / 3);
      for (let lap = 0; lap < laps; ++lap) {
        await monkey.open('/samples/worked-example.json');
        if (engine === 'chromium') samples.push({lap, bytes: await used(page)});
        await monkey.lap(SEED + (lap % different), STEPS).catch((error) => {
          error.message += `\n${monkey.done.join('\n')}`;
          throw error;
        });
      }
      if (samples.length >= 6) assertSteady(samples);
    });

    test('twenty on one page each stay what they are, and draw where they are seen', async () => {
      await openHost(page, site.host());
      const ids = data.get('/samples/worked-example.json').records;
      const wanted = [];
      for (let i = 0; i < 20; ++i) {
        const [view, id] = [VIEWS[i % VIEWS.length], ids[i % ids.length]];
        await make(page, `e${i}`, {view});
        await page.evaluate((i, id) => document.getElementById(`e${i}`).select([id]), i, id);
        wanted.push([view, id]);
      }
      for (const i of [0, 6, 13, 19]) {
        await page.evaluate((i) => document.getElementById(`e${i}`).scrollIntoView(), i);
        await page.waitFor(`e${i} to draw`, () => page.evaluate((i) => !document.getElementById(`e${i}`).shadowRoot.querySelector('canvas.still'), i));
        await page.settle();
        await page.assertDrawn(await boxOf(page, `#e${i}`));
      }
      assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('proviso-explorer')]
        .map(({view, selection}) => [view, ...selection])), wanted);
      const left = await page.evaluate(async () => {
        const all = [...document.querySelectorAll('proviso-explorer')];
        for (const one of all) one.remove();
        await new Promise((done) => setTimeout(done, 500));
        return all.map(({status, shadowRoot}) => [status, shadowRoot.querySelectorAll('canvas, .mirror').length]);
      });
      assert.deepEqual(left, Array(20).fill(['disposed', 0]));
      assert.deepEqual(await page.errors(), []);
    });

    test('its graphics taken away forty times, it draws as before and knows what was done meanwhile', async () => {
      await openHost(page, site.host());
      await make(page, 'it');
      await page.settle();
      const rect = await boxOf(page, '#it');
      const before = await page.assertDrawn(rect);
      const done = await page.evaluate(async () => {
        const it = document.getElementById('it');
        const loss = it.shadowRoot.querySelector('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
        const heard = async (name, act) => {
          await Promise.all([new Promise((done) => it.addEventListener(`proviso-${name}`, done, {once: true})), act()]);
          await new Promise((done) => setTimeout(done, 20));  // Within the event nothing can be restored.
        };
        let done = 0;
        for (let i = 0; i < 40; ++i) {
          await heard('context-lost', () => loss.loseContext());
          done += it.select([i % 2 ? 'c-1' : 'c-2']);
          await heard('context-restored', () => loss.restoreContext());
          if (i % 3 === 0) await new Promise((done) => requestAnimationFrame(done));
        }
        it.select([]);
        return done;
      });
      assert.equal(done, 40);
      await page.settle();
      const after = await page.assertDrawn(rect);
      assert.ok(after.distinctColours(rect) > before.distinctColours(rect) * 0.8);
      assert.deepEqual([await status(page, '#it'), await state(page, 'it')], ['ready', '']);
    });

    if (engine === 'chromium') test('its tab hidden fifty times, it is where it was and schedules nothing more', async () => {
      await openHost(page, site.host());
      await make(page, 'it', {state: 'v=claims&sel=c-1'});
      await page.settle();
      const was = await state(page, 'it');
      let hidden = 0;
      for (let i = 0; i < 50; ++i) await page.behind(async () => {
        hidden += await page.evaluate((act) => {
          const it = document.getElementById('it');
          if (act) it.view = 'map';
          if (act) it.undo();
          return document.visibilityState === 'hidden';
        }, i % 2);
      });
      assert.equal(hidden, 50);
      assert.equal(await state(page, 'it'), was);
      await page.settle();
      await page.assertDrawn(await boxOf(page, '#it'));
      await page.assertRest();
      assert.deepEqual(await page.errors(), []);
    });
  });
}
