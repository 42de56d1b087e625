// An explorer in somebody else's page, in a frame: the same over a port, and nothing else gets in or
// out. Table: web/README.md, "In other people's pages".
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import {engines, launch} from '../support/browsers.mjs';
import {boxOf, openHost, serveHosts} from '../support/hosts.mjs';

const site = await serveHosts();
const other = await serveHosts();  // Another origin.
const isolated = await serveHosts({headers: {'Content-Security-Policy': null, 'Cross-Origin-Embedder-Policy': 'require-corp'}});
after(() => Promise.all([site, other, isolated].map((each) => each.close())));

/// Puts a frame of embed.html into the page and talks with it as `talk`.
async function frame(page, address, {sandbox = 'allow-scripts allow-popups allow-downloads', options = {}} = {}) {
  await page.evaluate(async (address, sandbox, options) => {
    const {mountFrame} = await import('/frame.js');
    const made = document.createElement('iframe');
    made.title = 'Explorer';
    made.id = 'frame';
    made.className = 'frame';
    if (sandbox) made.setAttribute('sandbox', sandbox);
    made.src = address;
    document.getElementById('place').append(made);
    globalThis.talk = mountFrame(made, options);
    globalThis.heard = [];
    for (const name of ['load', 'select', 'scenario', 'state', 'resize-request', 'error'])
      talk.addEventListener(`proviso-${name}`, ({detail}) => heard.push([name, detail]));
  }, address, sandbox, options);
  await page.waitFor('the frame to be ready', () => page.evaluate(() => talk.status === 'ready'), 60_000);
}

for (const engine of engines) {
  describe(engine, () => {
    let page;
    before(async () => {
      page = await launch(engine, {width: 900, height: 700});
    });
    after(() => page?.close());

    describe('in a sandboxed frame', () => {
      before(async () => {
        await openHost(page, site.host());
        await frame(page, `${site.url}embed.html?src=/samples/worked-example.json&view=claims#q=trade`);
      });

      test('it draws, has no origin, and says the same', async () => {
        await page.settle();
        await page.assertDrawn(await boxOf(page, '#frame'));
        const answers = await page.evaluate(async () => [
          talk.state, (await talk.find('trade')).hits.length > 0, (await talk.getOutline()).length > 0, await talk.select(['c-1']), talk.selection,
        ]);
        assert.match(answers[0], /q=trade/);
        assert.deepEqual(answers.slice(1, 4), [true, true, true]);
        await page.waitFor('the event', () => page.evaluate(() => heard.some(([name, detail]) => name === 'select' && detail.ids[0] === 'c-1')));
        assert.deepEqual(await page.evaluate(() => talk.selection), ['c-1']);
      });

      test('data is handed in, a theme is set, an error comes back as one', async () => {
        const answers = await page.evaluate(async () => {
          talk.theme = 'dark';
          const text = await (await fetch('/samples/minimal.json')).text();
          const report = await talk.load(new TextEncoder().encode(text));
          return [report.counts.claims > 0, await talk.load('{').catch((error) => error.code), await talk.execute('show', {view: 'claims'})];
        });
        assert.deepEqual(answers, [true, 'syntax', true]);
      });

      test('saving by a message alone is refused', async () => {
        const code = await page.evaluate(() => talk.save({format: 'json'}).catch((error) => error.code));
        // An engine that cannot tell whether there was a gesture refuses as well.
        assert.equal(code, 'activation');
      });

      test('strangers, other words, too much and too often are not heard', async () => {
        const answers = await page.evaluate(async () => {
          const {contentWindow} = document.getElementById('frame');
          const before = talk.state;
          contentWindow.postMessage({v: 1, type: 'call', id: 1, payload: {method: 'select', words: [['c-2']]}}, '*');
          contentWindow.postMessage('proviso:hello', '*');
          // Another frame's hello is not the parent's.
          const stranger = document.createElement('iframe');
          stranger.src = '/host/stranger.html';
          document.body.append(stranger);
          await new Promise((done) => { stranger.onload = () => setTimeout(done, 500); });
          const {answered, asked} = stranger.contentWindow;
          stranger.remove();
          if (!asked) throw new Error('the stranger said nothing');
          const many = await Promise.all(Array.from({length: 80}, () => talk.fit().then(() => 'done', (error) => error.code)));
          await new Promise((done) => setTimeout(done, 1100));
          return [talk.state === before, answered, many.includes('limit'), await talk.execute('press', {item: 'x'.repeat(2 ** 21)}).then(
            () => 'heard', (error) => error.code)];
        }).catch((error) => [error.message]);
        assert.deepEqual(answers.slice(0, 3), [true, false, true]);
      });

      test('a page that comes late hears that a dataset is open', async () => {
        const heard = await page.evaluate(async () => {
          const {mountFrame} = await import('/frame.js');
          globalThis.talk = mountFrame(document.getElementById('frame'));
          const loads = [];
          talk.addEventListener('proviso-load', ({detail}) => loads.push(detail.counts.claims > 0));
          await talk.find('harbour'); // Whatever was told before this answer has come.
          return [talk.status, loads];
        });
        assert.deepEqual(heard, ['ready', [true]]);
      });

      test('the conversation ends', async () => {
        const code = await page.evaluate(async () => {
          await talk.dispose();
          await talk.dispose();
          return talk.fit().catch((error) => error.code);
        });
        assert.equal(code, 'aborted');
      });
    });

    test('a link in a frame asks the page outside first', async () => {
      await openHost(page, site.host());
      await frame(page, `${site.url}embed.html?src=/samples/everything.json&view=claims&controls=none`, {sandbox: ''});
      const asked = await page.evaluate(async () => {
        const {contentWindow} = document.getElementById('frame');
        const opened = [];
        contentWindow.HTMLAnchorElement.prototype.click = function () { opened.push(this.href); };
        await talk.select(['d-report']);
        const root = contentWindow.document.getElementById('explorer').shadowRoot;
        const link = () => [...root.querySelectorAll('.mirror [role=link]')].find((item) => item.textContent.includes('example.org'));
        while (!link()) await new Promise((done) => setTimeout(done, 20));
        const urls = [];
        const press = (refuse) => new Promise((done) => {
          talk.addEventListener('proviso-before-open-link', (event) => {
            urls.push(event.detail.url);
            if (refuse) event.preventDefault();
            done();
          }, {once: true});
          link().click();
        });
        await press(true);
        await new Promise((done) => setTimeout(done, 900)); // Longer than a frame waits for an answer.
        const refused = opened.length;
        await press(false);
        while (!opened.length) await new Promise((done) => setTimeout(done, 20));
        return {refused, opened, urls};
      });
      const url = 'https://example.org/harbour?id=1';
      assert.deepEqual(asked, {refused: 0, opened: [url], urls: [url, url]});
    });

    test('a frame asks for its height within bounds', async () => {
      await openHost(page, site.host());
      await frame(page, `${site.url}embed.html?view=claims`, {options: {autoHeight: true}});
      await page.waitFor('a height', () => page.evaluate(() => heard.some(([name]) => name === 'resize-request')));
      const [asked, height] = await page.evaluate(() => [
        heard.filter(([name]) => name === 'resize-request').map(([, {blockSize}]) => blockSize), document.getElementById('frame').offsetHeight]);
      assert.ok(asked.every((size) => Number.isInteger(size) && size >= 120 && size <= 4000), String(asked));
      assert.ok(height >= 120 && height <= 4000);
    });

    test('in a page that is isolated (COEP), from another origin', async () => {
      await openHost(page, isolated.host());
      await frame(page, `${other.url}embed.html?view=claims`);
      assert.match(await page.evaluate(() => talk.state), /v=claims/);
    });

    test('data from elsewhere, named in an address, waits for the reader', async () => {
      const from = other.asked.length;
      await page.goto(`${site.url}embed.html?src=${encodeURIComponent(`${other.url}samples/worked-example.json`)}`);
      const words = await page.waitFor('the question', () => page.evaluate(() => document.querySelector('proviso-explorer button')?.textContent));
      assert.match(words, /^Load from 127\.0\.0\.1:\d+\?$/);
      assert.deepEqual(other.asked.slice(from), []);
    });

    test('nothing went wrong in all this that the page was not told of', async () => {
      assert.deepEqual((await page.errors()).filter((error) => !/404|Content Security|policy|context|Blocked script/i.test(error)), []);
    });
  });
}
