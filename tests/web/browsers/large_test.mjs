// A large dataset in each engine: a worker reads it, and the page draws and hears meanwhile. Where
// there can be none, the same comes of it, later.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';

import {engines, launch} from '../support/browsers.mjs';
import {drop, open, place} from '../support/explorer.mjs';
import {serveSite} from '../support/site.mjs';

const site = await serveSite();
after(() => site.close());

/// The bundled dataset with every claim `times` over: 5,000 of them are 3 MB.
function large(times) {
  const whole = JSON.parse(readFileSync(new URL('../../../data/china-military-aid.json', import.meta.url), 'utf8'));
  whole.claims = Array.from({length: times}, (_, i) => whole.claims.map((claim) => (i === 0 ? claim : {...claim, id: `${claim.id}-x${i}`}))).flat();
  return whole;
}
const whole = large(48);
const claims = whole.claims.length;
const text = JSON.stringify(whole);
const wrong = JSON.stringify({...whole, claims: [...whole.claims, {...whole.claims[0], id: 'c-wrong', attribution: [{actor: 'a-nobody', stance: 'asserts'}]}]});

const said = (page, words) => page.waitFor(`“${words}”`, async () =>
  (await page.items()).some(({name, description}) => `${name} ${description ?? ''}`.includes(words)));

for (const engine of engines) {
  describe(engine, () => {
    let page;
    before(async () => {
      page = await launch(engine, {width: 1300, height: 850});
      await open(page, site.probed());
      await page.evaluate((text, wrong) => {
        globalThis.texts = {text, wrong};
        globalThis.host = document.querySelector('#explorer');
        globalThis.workers = 0;
        const Real = globalThis.RealWorker = Worker;
        globalThis.Worker = class extends Real {
          constructor(...words) {
            super(...words);
            ++workers;
          }
        };
        // Loads, and counts the frames that the page could have drawn meanwhile.
        globalThis.load = async (input) => {
          let frames = 0, going = true;
          const count = () => going && (++frames, requestAnimationFrame(count));
          requestAnimationFrame(count);
          const report = await host.load(input).catch((error) => ({issues: error.issues}));
          going = false;
          return {frames, report};
        };
      }, text, wrong);
    });
    after(() => page?.close());

    test('frames are drawn while it is read, and what was open hears commands', async () => {
      const {frames, report, view, before} = await page.evaluate(async () => {
        const before = host.getOutline().length;
        const loading = load(new Blob([texts.text]));
        host.execute('show', {view: 'map'});
        const view = host.view;
        return {...await loading, view, before};
      });
      assert.equal(report.counts?.claims, claims);
      assert.equal(view, 'map');
      assert.ok(before > 0);
      assert.ok(frames >= 2, `${frames} frames`);
      assert.equal(await page.evaluate(() => workers), 1);
      console.log(`# ${engine}: ${frames} frames while ${claims} claims were read`);
    });

    test('without a worker the same comes of it, problems too', async () => {
      const [ahead, here] = await page.evaluate(async () => {
        const both = async () => {
          const {report} = await load(new Blob([texts.text]));
          const outline = JSON.stringify(host.getOutline());
          const found = JSON.stringify(host.find('weapons'));
          const {issues} = (await load(new Blob([texts.wrong]))).report;
          return {digest: report.digest, outline, found, issues: JSON.stringify(issues)};
        };
        const ahead = await both();
        const counted = globalThis.Worker;
        globalThis.Worker = class { constructor() { throw new Error('not here'); } };
        const here = await both();
        globalThis.Worker = counted;
        return [ahead, here];
      });
      assert.equal(ahead.digest, here.digest);
      assert.equal(ahead.outline, here.outline);
      assert.equal(ahead.found, here.found);
      assert.equal(ahead.issues, here.issues);
      assert.match(ahead.issues, /a-nobody/);
    });

    test('bytes that a page gives stay its own', async () => {
      assert.deepEqual(await page.evaluate(async () => {
        const bytes = new TextEncoder().encode(texts.text);
        await load(bytes);
        const first = bytes.length;
        await load(bytes.buffer);
        return [first, bytes.length];
      }), [text.length, text.length].map(() => new TextEncoder().encode(text).length));
    });

    test('it is there again after the program began anew', async () => {
      const at = await page.evaluate(async () => {
        await load(new Blob([texts.text]));
        host.execute('show', {view: 'claims'});
        await host.restart();
        return host.view;
      });
      assert.equal(at, 'claims');
      await said(page, `${claims}`);
    });

    test('what is no longer open takes no memory', async () => {
      const sizes = await page.evaluate(async () => {
        const memories = [], real = WebAssembly.instantiate;
        WebAssembly.instantiate = async (...words) => {
          const made = await real.apply(WebAssembly, words);
          memories.push(...Object.values((made.instance ?? made).exports).filter((one) => one instanceof WebAssembly.Memory));
          return made;
        };
        await host.restart();
        WebAssembly.instantiate = real;
        const sizes = [];
        for (let i = 0; i < 20; ++i) {
          await load(new Blob([texts.text]));
          sizes.push(memories[0].buffer.byteLength);
        }
        return sizes;
      });
      assert.equal(sizes[19], sizes[4], sizes.join(' '));
    });

    test('one that is dropped can be stopped, and then another opens', async () => {
      await open(page, `${site.probed()}?anew`);
      // A worker that never answers: else it would be over before anybody could press.
      await page.evaluate(() => {
        globalThis.RealWorker = Worker;
        globalThis.ended = 0;
        globalThis.Worker = class extends EventTarget {
          constructor() {
            super();
            setTimeout(() => this.onmessage({data: 'here'}));
          }
          postMessage() {}
          terminate() { ++ended; }
        };
      });
      assert.equal(await drop(page, 'large.json', text), true);
      await said(page, 'All of it is here and is being read.');
      await page.pressItem('', '#open/stop');
      await page.waitFor('the end of the worker', () => page.evaluate(() => ended > 0));
      await said(page, 'Choose a file');
      await page.evaluate(() => { globalThis.Worker = RealWorker; });
      assert.equal(await drop(page, 'large.json', text), true);
      await said(page, 'Opened: ');
      await said(page, `large.json has ${claims} claims`);
      await page.pressItem('', '#open/close');
      assert.equal((await place(page)).v, undefined);
    });
  });
}
