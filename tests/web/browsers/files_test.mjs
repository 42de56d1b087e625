// A reader's own files in each engine: a text that is checked against the coded passages, another
// dataset, a bad one, and the way back. Nothing of them is asked for or sent anywhere.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';

import {engines, launch} from '../support/browsers.mjs';
import {choose, drop, open, place} from '../support/explorer.mjs';
import {printed} from '../support/pdf.mjs';
import {serveSite} from '../support/site.mjs';

const site = await serveSite();
after(() => site.close());

const sample = (name) => readFileSync(new URL(`../../../data/samples/${name}`, import.meta.url), 'utf8');
const text = sample('worked-example.txt'), dataset = sample('worked-example.json');

const ascii = (bytes) => new TextDecoder().decode(bytes);

const said = (page, words) => page.waitFor(`“${words}”`, async () =>
  (await page.items()).some(({name, description}) =>
    `${name} ${description ?? ''}`.includes(words)));

for (const engine of engines) {
  describe(engine, () => {
    let page, asked;
    before(async () => {
      page = await launch(engine, {width: 1300, height: 850});
      await open(page, `${site.probed()}#v=sources`);
      await page.assertDrawn();
      // The field would open a window that no test can close.
      await page.evaluate(() => {
        globalThis.picked = [];
        HTMLInputElement.prototype.click = function () { picked.push(this.accept); };
      });
      asked = site.asked.length;
    });
    after(() => page?.close());

    test('a button lets the reader choose a file', async () => {
      await page.pressItem('button', '#documents/copy.choose-copy');
      await page.waitFor('the file field', () => page.evaluate(() => picked.length === 1));
      assert.match(await page.evaluate(() => picked[0]), /\.txt/);
    });

    test('a drag of something else stays the page’s', async () => {
      assert.equal(await page.evaluate(() => {
        const data = new DataTransfer();
        data.setData('text/plain', 'words');
        return document.querySelector('#explorer').dispatchEvent(
          new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}));
      }), true);
    });

    test('another dataset is dropped, read, and opens with its counts', async () => {
      assert.equal(await drop(page, 'worked-example.json', dataset), true);
      await said(page, 'Opened: Worked example');
      await said(page, 'worked-example.json has 4 claims');
      await page.pressItem('', '#open/close');
      await page.waitFor('its start', async () => (await place(page)).v === undefined);
      await page.assertDrawn();
    });

    test('the text of it is chosen, and each passage is found in it', async () => {
      await page.pressItem('tab', 'Sources');
      await said(page, '4 passages, not checked');
      const outline = await page.screenshot();
      await choose(page, 'mine.txt', text);
      await said(page, '4 found');
      await said(page, 'Heavy trade penalties from Europe');
      await page.settle();
      assert.ok((await page.screenshot()).difference(outline) > 0.02);
      assert.ok(!(await page.url()).includes('Heavy'));
    });

    test('a band leads to its claim', async () => {
      await page.pressItem('', '#copy/p-2/1');
      await page.waitFor('the claim', async () => (await place(page)).sel === 'c-2');
      await said(page, 'Found, letter for letter');
    });

    test('an altered text asks, and an answer is undone', async () => {
      await choose(page, 'other.txt', text.replace('would very', 'would not very'));
      await said(page, '1 altered?');
      await page.key('n');
      await page.pressItem('', '#inspector/check.same-sense');
      await said(page, '1 accepted by you');
      await page.key('z', 'Control');
      await said(page, '1 altered?');
    });

    test('a PDF of it is read to its words, on this machine; a damaged one says so and changes nothing', async () => {
      await choose(page, 'mine.pdf', ascii(printed(text)));
      await said(page, '4 found');
      await choose(page, 'damaged.pdf', '%PDF-1.7\n1 0 obj');
      await said(page, 'This PDF is damaged');
      await said(page, '4 found');
      await choose(page, 'other.txt', text.replace('would very', 'would not very'));
      await said(page, '1 altered?');
    });

    test('a bad file says where and what, and what was open stays', async () => {
      assert.equal(await drop(page, 'bad.json', dataset.replace('"very_likely"', '"0.9"')), true);
      await said(page, 'Not opened: 1 error');
      await said(page, '/claims/0/modality');
      await said(page, 'What you were looking at is unchanged.');
      // The keyboard has not stayed behind the dialog, which covers what had it.
      await page.key('Escape');
      await page.waitFor('the dialog to close', async () => !(await page.find('', '#dialog/close')));
      await said(page, '1 altered?');
    });

    test('JSON that no tool has made is told with its line as well', async () => {
      assert.equal(await drop(page, 'mine.json', '{\n "claims": ['), true);
      await said(page, 'Not opened: 1 error');
      await said(page, 'line 2');
      await page.key('Escape');
      await page.waitFor('the dialog to close', async () => !(await page.find('', '#dialog/close')));
    });

    // Firefox gives a made paste no text, and WebDriver types no '>' in WebKitGTK: there it is dropped.
    if (engine === 'chromium') test('a dataset is pasted where one is asked for', async () => {
      await page.pressItem('tab', 'Sources'); // The keyboard is where the reader last pressed.
      await page.settle();
      await page.key('/');
      await page.waitFor('the palette', async () => (await page.find('', '#palette-words'))?.focused);
      await page.type('>open a dataset');
      await page.waitFor('all that was typed', async () => (await page.find('', '#palette-words'))?.value === '>open a dataset');
      await page.key('Enter');
      await said(page, 'It is read on this machine');
      const taken = await page.evaluate((dataset) => {
        const data = new DataTransfer();
        data.setData('text/plain', dataset);
        return !document.body.dispatchEvent(
          new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
      }, dataset);
      assert.equal(taken, true);
      await said(page, 'what you pasted has 4 claims');
    });
    else test('a dataset is dropped a second time', async () => {
      assert.equal(await drop(page, 'worked-example.json', dataset), true);
      await said(page, 'worked-example.json has 4 claims');
    });

    test('and back to the bundled dataset', async () => {
      await page.pressItem('', '#open/back');
      await page.waitFor('what was looked at', async () => (await place(page)).v === 'sources');
      await said(page, 'not checked');
    });

    test('nothing was asked for meanwhile but what is the program’s own', async () => {
      // Fonts of further scripts may come when the first character of one is drawn, parts of the program
      // when the first dialog opens, and what reads other tools' files with the first that is not ours.
      const later = site.asked.slice(asked).filter((url) => !/^\/(fonts\/.+|proviso\.\w+\.wasm|core\.wasm|\w+\.js)$/.test(url));
      assert.deepEqual(later, []);
      assert.deepEqual(await page.errors(), []);
    });
  });
}
