// What is published works where it lands: in one file opened from a folder, in a frame on hosts that
// send nothing but a media type, in a sandboxed srcdoc, in a module without files beside it.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {gunzipSync} from 'node:zlib';

import {bytesOf91} from '../../../web/unpack.js';
import {serveBare} from '../support/bare.mjs';
import {engines, launch} from '../support/browsers.mjs';
import {boxOf} from '../support/hosts.mjs';
import {dist} from '../support/site.mjs';

const top = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const folder = mkdtempSync(join(tmpdir(), 'proviso-publish-'));
const command = (...words) => execFileSync(process.execPath, [join(dist, 'package/command.js'), ...words], {encoding: 'utf8', maxBuffer: 1 << 26});
const single = join(folder, 'one file é.html');
command('publish', join(top, 'data/china-military-aid.json'), '--single', single);
command('publish', join(top, 'data/samples/worked-example.json'), '-o', join(folder, 'site'), '--address', 'https://example.org/x');

const text = readFileSync(single, 'utf8');
const escaped = (html) => html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const page = (body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,"></head><body><h1>Somebody’s page</h1>${body}</body></html>`;
const ours = await serveBare({root: dist});
const theirs = await serveBare({root: dist, pages: {
  '/srcdoc.html': page(`<iframe id="frame" title="Explorer" sandbox="allow-scripts" width="900" height="560" srcdoc="${escaped(text)}"></iframe>`),
  '/notebook.html': page(`<proviso-explorer id="explorer" loading="eager" style="block-size: 500px"></proviso-explorer>
    <script type="module">${readFileSync(join(dist, 'inline.js'), 'utf8')}</script>
    <script type="module">document.getElementById('explorer').data = ${readFileSync(join(top, 'data/samples/worked-example.json'), 'utf8')};</script>`),
  '/alone.html': page('<iframe id="frame" title="Explorer" width="900" height="560"></iframe>'),
}});
const published = await serveBare({root: join(folder, 'site')});
after(async () => {
  await Promise.all([ours, theirs, published].map((each) => each.close()));
  rmSync(folder, {recursive: true, force: true});
});

const views = ['what-if', 'matrix', 'claims', 'actors', 'map', 'timeline', 'compare', 'sources', 'questions'];

test('the one file is small enough, and says everything without a script', () => {
  const {size} = statSync(single);
  console.log(`one file: ${(size / 1e6).toFixed(3)} MB`);
  assert.ok(size <= 1_300_000, `${size} bytes`);
  const plain = text.replace(/<script[^]*?<\/script>/g, '');
  const {claims, conditions, dataset} = JSON.parse(readFileSync(join(top, 'data/china-military-aid.json'), 'utf8'));
  for (const {id} of [...claims, ...conditions]) assert.ok(plain.includes(`id="${id}"`), id);
  assert.match(plain, new RegExp(`<title>${dataset.title.replace('?', '\\?')}</title>`));
  assert.doesNotMatch(plain, /(src|href)="(?!#|https?:)/, 'it names a file beside it');
});

test('a published site names nothing of the bundled case, and has what others show of a page', () => {
  const site = join(folder, 'site');
  for (const name of ['index.html', 'embed.html', 'worker.js', 'text/index.html']) {
    const content = readFileSync(join(site, name), 'utf8');
    assert.doesNotMatch(content, /china-military-aid|Will China|arm Russia/i, name);
  }
  const index = readFileSync(join(site, 'index.html'), 'utf8');
  const {dataset: {id, title}} = JSON.parse(readFileSync(join(top, 'data/samples/worked-example.json'), 'utf8'));
  assert.ok(index.includes(`<title>${title}</title>`) && index.includes(`href="${id}.json"`) && index.includes('text/index.html'));
  assert.ok(index.includes('content="https://example.org/x/preview.png"'));
  const png = readFileSync(join(site, 'preview.png'));
  assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1200, 630]);
});

for (const engine of engines) {
  describe(engine, () => {
    let page;
    before(async () => {
      page = await launch(engine, {width: 1000, height: 720});
    });
    after(() => page?.close());

    const keep = async (name) => {
      mkdirSync(join(top, 'build/tests'), {recursive: true});
      writeFileSync(join(top, `build/tests/publish-${name}-${engine}.png`), (await page.screenshot()).png);
    };
    const drawn = async (selector, what) => page.waitFor(`a picture ${what}`, async () => {
      const box = await boxOf(page, selector);
      return (await page.screenshot()).distinctColours(box) > 20;
    }, 60_000);
    const ready = (selector = '#explorer') => page.waitFor('the explorer', async () => {
      const [status, said] = await page.evaluate((selector) => {
        const one = document.querySelector(selector);
        return [one?.status, one?.shadowRoot?.querySelector('.trouble:not([hidden])')?.textContent];
      }, selector);
      if (status === 'error') throw new Error(said);
      return status === 'ready';
    }, 60_000);

    test('one file, opened from a folder: every view, and nothing is asked for', async () => {
      await page.goto(pathToFileURL(single).href);
      await ready();
      for (const view of views) {
        await page.evaluate((view) => { document.getElementById('explorer').view = view; }, view);
        await page.waitFor(`the view ${view}`, () => page.evaluate((view) => document.getElementById('explorer').view === view, view));
        await drawn('#explorer', `of ${view}`);
      }
      assert.deepEqual((await page.requests()).filter((address) => !/^(file|data|blob|about):/.test(address)), []);
      assert.deepEqual(await page.errors(), []);
    });

    /// What the explorer in the page saves as one file.
    const savedPage = async () => {
      page.at('#explorer');
      await page.evaluate(() => {
        const {createObjectURL} = URL;
        URL.createObjectURL = (blob) => {
          if (blob.type.startsWith('text/html')) blob.text().then((text) => { globalThis.savedPage = text; });
          return createObjectURL.call(URL, blob);
        };
      });
      await page.pressItem('button', '#top/share');
      await page.pressItem('tab', '#share/tab.export');
      await page.pressItem('button', '#share/format.page');
      await page.waitFor('the page to be saved', () => page.evaluate(() => globalThis.savedPage?.length > 0), 60_000);
      // The page's own way makes the same.
      assert.ok(await page.evaluate(async () =>
        await (await document.getElementById('explorer').save({format: 'page'})).text() === globalThis.savedPage));
      const parts = [];
      for (let from = 0; ; from += 1 << 18) {
        const part = await page.evaluate((from) => globalThis.savedPage.slice(from, from + (1 << 18)), from);
        if (!part) return parts.join('');
        parts.push(part);
      }
    };

    test('Export saves one file, to the byte as the command line does; and that file saves itself again', async () => {
      await page.goto(`${ours.url}#v=claims`);
      await ready();
      const made = await savedPage();
      assert.ok(made === text, `${made.length} characters in place of ${text.length}`);
      const again = join(folder, `again-${engine}.html`);
      await page.goto(pathToFileURL(single).href);
      await ready();
      writeFileSync(again, await savedPage());
      await page.goto('about:blank');
      await page.goto(pathToFileURL(again).href);
      await ready();
      await drawn('#explorer', 'of the file that a file saved');
      const data = await page.evaluate(async () => (await document.getElementById('explorer').save({format: 'json'})).text());
      assert.equal(data, readFileSync(join(top, 'data/china-military-aid.json'), 'utf8'));
      assert.equal(await page.evaluate(() => document.querySelectorAll('proviso-explorer').length), 1);
    });

    test('drafts stay with whoever made them, also where nobody edits', async () => {
      const dataset = JSON.parse(readFileSync(join(top, 'data/china-military-aid.json'), 'utf8'));
      const drafted = {...dataset, 'x-drafts': [{id: 'c-drafted', table: 'claims', record: {passages: ['p-drafted']}}],
        passages: [...dataset.passages, {...dataset.passages[0], id: 'p-drafted'}]};
      await page.goto(`${ours.url}#v=claims`);
      await ready();
      await page.evaluate(async (data) => {
        const explorer = document.getElementById('explorer');
        explorer.editing = 'off';
        await explorer.load(data);
      }, drafted);
      const made = await savedPage();
      const packed = /data-file="dataset\.json">([^<]+)</.exec(made)[1];
      const held = JSON.parse(gunzipSync(bytesOf91(packed)));
      assert.deepEqual(held, dataset);
      await page.goto('about:blank');
    });

    test('the tag of Share, in a page of another origin, on hosts that send a media type alone', async () => {
      await page.goto(`${ours.url}#v=claims`);
      await ready();
      page.at('#explorer');
      await page.pressItem('button', '#top/share');
      await page.pressItem('tab', '#share/tab.embed');
      const tag = await page.waitFor('the tag', async () => {
        const {name} = await page.item('', '#share/text.0');
        return name.startsWith('<iframe ') && name;
      });
      assert.match(tag, / sandbox="allow-scripts /);
      assert.doesNotMatch(tag, /allow-same-origin/);
      theirs.pages['/tag.html'] = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title></head><body>${tag}</body></html>`;
      await page.goto(`${theirs.url}tag.html`);
      await page.evaluate(async () => {
        const {mountFrame} = await import('/frame.js');
        globalThis.talk = mountFrame(document.querySelector('iframe'));
      });
      await page.waitFor('an answer', () => page.evaluate(() => talk.status === 'ready'), 60_000);
      await drawn('iframe', 'in the frame');
      await keep('tag');
      assert.match(await page.evaluate(() => talk.state), /v=claims/);
    });

    test('in a sandboxed srcdoc, which has neither an origin nor an address', async () => {
      await page.goto(`${theirs.url}srcdoc.html`);
      await drawn('#frame', 'in the srcdoc');
    });

    test('as a module without a file beside it', async () => {
      const from = theirs.asked.length;
      await page.goto(`${theirs.url}notebook.html`);
      await ready();
      await drawn('#explorer', 'in the notebook');
      assert.deepEqual(theirs.asked.slice(from).filter((path) => !/notebook|favicon/.test(path)), []);
    });

    test('a published site: explorer, text version, dataset, its own frame', async () => {
      await page.goto(published.url);
      await ready();
      await drawn('#explorer', 'of the site');
      assert.equal(await page.evaluate(async () => (await fetch('worked-example.json')).status + (await fetch('text/claims.html')).status), 400);
    });

    test('a frame that does not answer says so, and what to look at', async () => {
      await page.goto(`${theirs.url}alone.html`);
      const [code, message] = await page.evaluate(async () => {
        const {mountFrame} = await import('/frame.js');
        const frame = document.getElementById('frame');
        frame.src = '/nothing-there.html';
        globalThis.talk = mountFrame(frame, {timeout: 300});
        const error = await talk.ready.then(() => ({}), (error) => error);
        frame.src = '/embed.html';
        return [error.code, error.message];
      });
      assert.equal(code, 'network');
      assert.match(message, /nothing-there\.html did not answer within 0\.3 s/);
      // It comes late, and all the same.
      await page.waitFor('the frame', () => page.evaluate(() => talk.status === 'ready'), 60_000);
      assert.deepEqual(await page.evaluate(async () => {
        await talk.ready;
        const {hits} = await talk.find('trade');
        document.getElementById('frame').remove();
        const gone = await talk.fit().catch((error) => error.code);
        return [hits.length > 0, talk.status, gone];
      }), [true, 'disposed', 'aborted']);
    });
  });
}
