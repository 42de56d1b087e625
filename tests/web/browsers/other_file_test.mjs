// A second file beside the open dataset: another version, of which the page says what is otherwise, and a
// colleague's coding, which is merged and decided by keyboard alone. Nothing of it is in the first visit.
// Engines: chromium
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';

import {engines, launch} from '../support/browsers.mjs';
import {choose, drop, open, place} from '../support/explorer.mjs';
import {serveSite} from '../support/site.mjs';

const site = await serveSite();
after(() => site.close());

const golden = (name) => readFileSync(new URL(`../../golden/night-bus/${name}`, import.meta.url), 'utf8');
const ours = golden('night-bus.json'), theirs = golden('night-bus-km.json');

const said = (page, words) => page.waitFor(`“${words}”`, async () =>
  (await page.items()).some(({name, description}) => `${name} ${description ?? ''}`.includes(words)));
const fetched = (page) => page.evaluate(() => performance.getEntriesByType('resource')
  .map(({name}) => /\/proviso\.(\w+)\.wasm$/.exec(name)?.[1]).filter(Boolean));

for (const engine of engines) {
  describe(engine, {skip: engine !== 'chromium'}, () => {
    for (const [width, height] of [[1280, 800], [390, 844]]) {
      describe(`${width} × ${height}`, () => {
        let page, asked;
        before(async () => {
          page = await launch(engine, {width, height});
          await open(page, site.probed());
          // The field would open a window that no test can close.
          await page.evaluate(() => {
            globalThis.picked = [];
            HTMLInputElement.prototype.click = function () { picked.push(this.accept); };
          });
          asked = site.asked.length;
        });
        after(() => page?.close());

        const menu = async (entry) => {
          const before = await page.evaluate(() => picked.length);
          await page.pressItem('', '#top/menu').catch(() => page.pressItem('', '#tabs/more'));
          await page.pressItem('', entry);
          await page.waitFor('the file field', () => page.evaluate((before) => picked.length > before, before));
        };

        test('the first visit has none of it', async () => {
          assert.ok(!(await fetched(page)).includes('codings'));
        });

        test('another version is chosen, and what is otherwise is told', async () => {
          await drop(page, 'night-bus.json', ours);
          await page.pressItem('', '#open/close');
          await menu('#menu/.versions');
          await choose(page, 'night-bus-2.json', ours.replace('"act": "threat"', '"act": "warning"'));
          await said(page, '1 changed');
          await said(page, 'No answer differs.');
          await said(page, 'Claims: 1 changed');
          await page.assertDrawn();
          await page.key('Escape');
          await page.waitFor('the dialog to close', async () => !(await page.find('', '#dialog/close')));
        });

        test('a record leads to itself', async () => {
          await menu('#menu/.versions');
          await choose(page, 'night-bus-2.json', ours.replace('"act": "threat"', '"act": "warning"'));
          await page.pressItem('', '#versions/claims/c-lm-4/go');
          await page.waitFor('the claim', async () => (await place(page)).sel === 'c-lm-4');
          await page.pressItem('', '#inspector/close');
        });

        test('a file that is no dataset is refused, and another can be chosen', async () => {
          await menu('#menu/.versions');
          await choose(page, 'bad.json', '{"format": 1');
          await said(page, 'Not opened: ');
          await page.key('Escape');
          await page.waitFor('the dialog to close', async () => !(await page.find('', '#dialog/close')));
        });

        test('a colleague’s coding is merged and decided by keys', async () => {
          await menu('#menu/.merge');
          await choose(page, 'night-bus-km.json', theirs);
          await said(page, 'Two codings, place by place');
          await page.waitFor('its place', async () => (await place(page)).v === 'compare');
          await said(page, '9 pairs');
          await page.settle();
          await page.assertDrawn();
          assert.ok((await fetched(page)).includes('codings'));
          // A version of one's own, with both readings beside it; why; and the report.
          await page.evaluate(() => document.querySelector('#explorer').focus());
          await page.key('n');
          await page.settle();
          await page.key('w');
          await said(page, 'A version of your own');
          await page.find('', '#form/reading-a');
          await page.find('', '#form/reading-b');
          await page.assertDrawn();
          await page.pressItem('', '#form/done');
          await page.waitFor('the form to close', async () => !(await page.find('', '#form/done')));
          await page.evaluate(() => {
            globalThis.made = [];
            const create = URL.createObjectURL;
            URL.createObjectURL = (blob) => {
              blob.text().then((text) => made.push(text));
              return create(blob);
            };
          });
          await page.pressItem('', '#codings/report');
          const report = await page.waitFor('the report', () => page.evaluate(() => made[0]));
          assert.match(report, /9 pairs/);
          assert.match(report, /<td>Voice<\/td>/);
          const open = async () => (await page.items()).filter(({id}) => /^codings\/[^/]+\/out$/.test(id ?? '')).length;
          const first = await open();
          assert.ok(first > 3);
          await page.evaluate(() => document.querySelector('#explorer').focus());
          await page.key('n');
          await page.settle();
          for (let left = first; left > 0; --left) {
            // What one coding has alone is kept by the key of that coding.
            await page.key('a');
            await page.settle();
            if ((await open()) >= left) await page.key('b');
            await page.waitFor('one less', async () => (await open()) < left);
            if (await open() === 0) break;
          }
          await page.key('z', 'Control');
          await page.waitFor('one to decide', async () => (await open()) > 0);
        });

        test('a workbook is looked at, and a dataset is made of it', async () => {
          const workbook = readFileSync(new URL('../../golden/night-bus/night-bus.xlsx', import.meta.url));
          await page.evaluate((bytes) => {
            const data = new DataTransfer();
            data.items.add(new File([Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))], 'coding.xlsx'));
            const host = document.querySelector('#explorer');
            const send = (type) => host.dispatchEvent(new DragEvent(type, {dataTransfer: data, bubbles: true, cancelable: true, composed: true}));
            send('dragover');
            send('drop');
          }, workbook.toString('base64'));
          await page.waitFor('what becomes of it', async () => (await page.items()).some(({name}) => /coding\.xlsx|Not opened/.test(name)));
          await page.assertDrawn();
          // Its text is given beside it, and it is read again.
          await page.pressItem('', '#open/beside');
          await choose(page, 'night-bus.txt', readFileSync(new URL('../../golden/night-bus/night-bus.txt', import.meta.url), 'utf8'));
          await page.waitFor('the dataset', async () => await page.find('', '#open/open-anyway'));
          await page.waitFor('no error', async () => !(await page.items()).some(({name}) => name === 'Error'));
          await page.assertDrawn();
          // Dropped, it is the same text, and no dataset.
          await drop(page, 'night-bus.txt', 'Another text.');
          await page.waitFor('it to be read with that', async () => (await page.items()).some(({name}) => name === 'Error'));
          await drop(page, 'night-bus.txt', readFileSync(new URL('../../golden/night-bus/night-bus.txt', import.meta.url), 'utf8'));
          await page.waitFor('no error', async () => !(await page.items()).some(({name}) => name === 'Error'));
          assert.ok(await page.find('', '#open/open-anyway'));
          await page.key('Escape');
        });

        test('Share lists what other tools open, with what is lost, and saves one', async () => {
          await page.pressItem('', '#top/share').catch(async () => {
            await page.pressItem('', '#top/menu');
            await page.pressItem('', '#menu/.share');
          });
          await page.pressItem('', '#share/tab.export');
          await page.pressItem('button', '#share/format.tools');
          await said(page, 'Lost: everything but documents.');
          await page.assertDrawn();
        });

        test('nothing of it was asked for or sent, and nothing went wrong', async () => {
          assert.ok(site.asked.slice(asked).every((url) => !/night-bus/.test(url)));
          assert.deepEqual(await page.errors(), []);
        });
      });
    }
  });
}
