// What a reader takes along, in each engine: a link, a state file that opens again, pictures, notes
// that are still there after a reload, a sheet for paper. Nothing of it is asked for or sent.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import {engines, launch} from '../support/browsers.mjs';
import {drop, open, place, running} from '../support/explorer.mjs';
import {Pixels} from '../support/pixels.mjs';
import {serveSite} from '../support/site.mjs';

const site = await serveSite();
after(() => site.close());

/// Keeps what the page saves and copies where the test can read it, in place of a folder and a
/// clipboard that no test can look into.
const watch = (page) => page.evaluate(() => {
  globalThis.saved = [];
  globalThis.copied = [];
  globalThis.printed = 0;
  globalThis.print = () => { ++printed; };
  const blobs = new Map();
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    const url = make.call(URL, blob);
    blobs.set(url, blob);
    return url;
  };
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    if (!this.download) return click.call(this);
    const file = {name: this.download, type: blobs.get(this.href).type, bytes: null};
    const reader = new FileReader();
    reader.onload = () => { file.bytes = reader.result.split(',')[1]; };
    reader.readAsDataURL(blobs.get(this.href));
    saved.push(file);
  };
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true, value: {writeText: async (text) => { copied.push(text); }},
  });
});

const said = (page, words) => page.waitFor(`“${words}”`, async () =>
  (await page.items()).some(({name, value, description}) =>
    `${name} ${value} ${description ?? ''}`.includes(words)));

const gone = (page, id) => page.waitFor(`no ${id}`, async () => !(await page.find('', id)));

for (const engine of engines) {
  describe(engine, () => {
    let page, asked;

    /// The file that pressing `id` in the tab Export saves.
    async function fileOf(id) {
      const before = await page.evaluate(() => saved.length);
      await page.pressItem('button', '#top/share');
      await page.pressItem('tab', '#share/tab.export');
      await page.pressItem('button', `#share/format.${id}`);
      const file = await page.waitFor('a file', () => page.evaluate((before) =>
        saved.length > before && saved.at(-1).bytes !== null && saved.at(-1), before));
      if (await page.find('', '#dialog/close')) {
        await page.key('Escape');
        await gone(page, '#dialog/close');
      }
      return {...file, bytes: Buffer.from(file.bytes, 'base64')};
    }

    before(async () => {
      page = await launch(engine, {width: 1300, height: 850});
      await open(page, `${site.probed()}#on=us-warns-china&v=claims`);
      await page.assertDrawn();
      await watch(page);
      asked = site.asked.length;
    });
    after(() => page?.close());

    test('the link that is copied is the address, and opens the same', async () => {
      await page.pressItem('button', '#top/share');
      await page.pressItem('button', '#share/link');
      const [link] = await page.waitFor('a copy', () => page.evaluate(() => copied.length && copied));
      assert.equal(link, await page.url());
      await page.pressItem('tab', '#share/tab.cite');
      const year = String(new Date().getFullYear());
      await said(page, `Seen on ${new Date().getDate()} `);
      await page.pressItem('button', '#share/full');
      const full = await page.waitFor('a citation', () => page.evaluate(() => copied[1]));
      assert.ok(full.includes(year) && full.includes(link) && /sha256 [0-9a-f]{64}/.test(full), full);
      await page.key('Escape');
      await gone(page, '#dialog/close');
    });

    test('a state file is saved, and opens where it is dropped', async () => {
      const file = await fileOf('state');
      assert.match(file.name, /-state\.json$/);
      assert.equal(JSON.parse(file.bytes).state, 'on=us-warns-china&v=claims');
      await page.pressItem('tab', 'Sources');
      await page.waitFor('another view', async () => (await place(page)).v === 'sources');
      await drop(page, file.name, file.bytes.toString());
      await page.waitFor('the saved view', async () => (await place(page)).v === 'claims');
      assert.equal((await place(page)).on, 'us-warns-china');
      await drop(page, 'bad.json', file.bytes.toString().replace('"1.0"', '"9.0"'));
      await said(page, 'Not opened: 1 error');
      await page.key('Escape');
      await gone(page, '#dialog/close');
    });

    test('an SVG has the words that are on screen, and says where it comes from', async () => {
      const file = await fileOf('svg');
      assert.equal(file.type, 'image/svg+xml');
      const svg = file.bytes.toString();
      const texts = await page.evaluate((svg) => {
        // Trusted Types: no parser takes a string here, so the words are cut out.
        return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words]) => words);
      }, svg);
      const words = texts.join(' ').replaceAll('&amp;', '&').replace(/\s+/g, ' ');
      const tabs = (await page.items()).filter(({role}) => role === 'tab');
      assert.ok(tabs.length >= 9);
      for (const {name} of tabs) assert.ok(words.includes(name), name);
      assert.match(svg, /<desc>.*sha256 [0-9a-f]{64}.*<\/desc>/);
      assert.ok(!svg.includes('Share this view'));
    });

    test('a PNG is twice as fine and not blank, and the canvas is as it was', async () => {
      await page.move(650, 840); // Nothing there explains itself.
      await page.settle();
      const before = await page.screenshot();
      const file = await fileOf('png');
      assert.equal(file.type, 'image/png');
      const picture = new Pixels(file.bytes, file.bytes.readUInt32BE(16) / 1300);
      assert.equal(file.bytes.readUInt32BE(16), 2600);
      assert.equal(file.bytes.readUInt32BE(20), 1700);
      assert.ok(picture.distinctColours() >= 20);
      assert.ok(picture.ink().share > 0.003);
      await page.move(650, 840);
      await page.settle();
      const changed = (await page.screenshot()).difference(before);
      assert.ok(changed < 0.01, `${changed} of the canvas changed`);
    });

    test('a note is kept over a reload, and is in no address', async () => {
      await open(page, `${site.probed()}#sel=a-raska&v=claims`);
      await page.pressItem('', '#inspector/your-note');
      await page.waitFor('the field to have the focus', async () =>
        (await page.find('', '#inspector/your-note')).focused);
      await page.type('verify it');
      await page.waitFor('the note', async () =>
        (await page.find('', '#inspector/your-note')).value === 'verify it');
      await page.settle();
      assert.ok(!(await page.url()).includes('verify'));
      await page.reload();
      await running(page);
      await page.waitFor('the note', async () =>
        (await page.find('', '#inspector/your-note'))?.value === 'verify it');
    });

    test('undo takes the note away for good', async () => {
      await page.pressItem('', '#inspector/your-note');
      await page.type('!');
      await page.waitFor('one more letter', async () =>
        (await page.find('', '#inspector/your-note')).value === 'verify it!');
      await page.key('Escape');
      await page.settle();
      await page.pressItem('button', '#scenario/undo');
      await page.waitFor('the old note', async () =>
        (await page.find('', '#inspector/your-note')).value === 'verify it');
      const kept = await page.evaluate(() => localStorage.getItem('proviso-notes-china-military-aid'));
      assert.ok(kept.includes('"verify it"'), kept);
    });

    test('H1: of two tabs on one dataset neither loses what the other wrote', async () => {
      // A frame without an address of its own has the page's store, and tells the page as a tab does.
      const elsewhere = (note) => page.evaluate((note) => {
        const frame = document.body.appendChild(document.createElement('iframe'));
        const store = frame.contentWindow.localStorage;
        const key = 'proviso-notes-china-military-aid';
        const file = JSON.parse(store.getItem(key));
        file.notes.push(note);
        store.setItem(key, JSON.stringify(file));
        frame.remove();
      }, note);
      const noteOn = async (record) => {
        await page.evaluate((record) => { document.querySelector('proviso-explorer').select([record]); }, record);
        await page.waitFor(record, async () => (await place(page)).sel === record);
        return (await page.item('', '#inspector/your-note')).value;
      };
      await elsewhere({record: 'c-b-attack-cause', text: 'of the other tab'});
      await page.waitFor('the other tab’s note', async () => await noteOn('c-b-attack-cause') === 'of the other tab');
      assert.equal(await noteOn('a-raska'), 'verify it');
      assert.equal(await noteOn('c-b-ambiguity-arms'), '');
      await page.pressItem('', '#inspector/your-note');
      await page.type('mine');
      await page.waitFor('all three in the store', () => page.evaluate(() => {
        const {notes} = JSON.parse(localStorage.getItem('proviso-notes-china-military-aid'));
        return notes.map(({text}) => text).sort().join() === 'mine,of the other tab,verify it';
      }));
      await page.key('Escape');
    });

    test('a bookmark is made, listed and opened', async () => {
      await watch(page);
      await page.pressItem('button', '#top/menu');
      await page.pressItem('menuitem', '#menu/.notes');
      await page.pressItem('button', '#notes/add');
      await page.item('', '#notes/bookmark-0.open');
      await page.key('Escape');
      await page.pressItem('tab', 'Map');
      await page.waitFor('the map', async () => (await place(page)).v === 'map');
      await page.pressItem('button', '#top/menu');
      await page.pressItem('menuitem', '#menu/.notes');
      await page.pressItem('link', '#notes/bookmark-0.open');
      await page.waitFor('the bookmark', async () => (await place(page)).v === 'claims');
    });

    test('a sheet for paper is there while the page prints, and gone after', async () => {
      await page.pressItem('button', '#top/menu');
      await page.pressItem('menuitem', '#menu/.print');
      await page.waitFor('the page to print', () => page.evaluate(() => printed === 1));
      const sheet = await page.evaluate(() => {
        dispatchEvent(new Event('beforeprint'));
        const root = document.querySelector('#explorer').shadowRoot;
        const made = root.querySelector('.sheet');
        const svg = made?.querySelector('svg');
        return made && {
          text: made.textContent, title: made.querySelector('h1').textContent,
          namespace: svg.namespaceURI, shapes: svg.querySelectorAll('rect, path, circle').length,
          words: svg.querySelectorAll('text').length, scripts: made.querySelectorAll('script, style, [style], [onload]').length,
        };
      });
      assert.ok(sheet, 'no sheet');
      assert.equal(sheet.namespace, 'http://www.w3.org/2000/svg');
      assert.ok(sheet.shapes > 20 && sheet.words > 20, JSON.stringify([sheet.shapes, sheet.words]));
      assert.equal(sheet.scripts, 0);
      for (const words of ['Text A', 'sha256 ', 'v=claims', 'version 1.1.0']) assert.ok(sheet.text.includes(words), words);
      assert.equal(await page.evaluate(() => {
        dispatchEvent(new Event('afterprint'));
        return document.querySelector('#explorer').shadowRoot.querySelectorAll('.sheet').length;
      }), 0);
    });

    test('a setting is remembered on this machine, and is in no address', async () => {
      await page.pressItem('button', '#top/menu');
      await page.pressItem('menuitem', '#menu/.settings');
      await page.pressItem('radio', 'Dark');
      const theme = () => page.evaluate(() =>
        document.querySelector('#explorer').shadowRoot.querySelector('[data-theme]').dataset.theme);
      await page.waitFor('the dark theme', async () => (await theme()) === 'dark');
      assert.ok(!(await page.url()).includes('dark'));
      await page.reload();
      await running(page);
      assert.equal(await theme(), 'dark');
    });

    test('nothing was asked for meanwhile, and nothing went wrong', async () => {
      const later = site.asked.slice(asked).filter((url) => /note|ask|state/.test(url.split('/').at(-1)));
      assert.deepEqual(later, []);
      assert.deepEqual(await page.errors(), []);
    });
  });
}
