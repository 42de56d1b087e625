// What people report of programs like ours in pages of their own, each tried once: keys and gestures at
// the boundary, other keyboards, other documents, other sizes, wrong files in place of ours.
import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';

import {serveBare} from '../support/bare.mjs';
import {engines, launch} from '../support/browsers.mjs';
import {dist} from '../support/site.mjs';

const html = (body, head = '') => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
const tag = (attributes = '', style = 'block-size: 520px') =>
  `<proviso-explorer id="x" src="/china-military-aid.json" loading="eager" controls="full" style="${style}" ${attributes}><p>Claims</p></proviso-explorer>`;
const auto = '<script type="module" src="/auto.js"></script>';
const listener = `<script>globalThis.heard = []; for (const type of ['keydown', 'keypress', 'keyup', 'pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
  document.addEventListener(type, (event) => heard.push(event.key ? type + ' ' + event.key : type));</script>`;
const pages = {
  '/host.html': html(`<button id="before">Before</button>${tag('view="claims"')}`, listener + auto),
  '/popout.html': html(`<div id="place">${tag()}</div><iframe id="f" srcdoc="<!doctype html><body style='margin:0'>" style="inline-size: 900px; block-size: 560px"></iframe>`, auto),
  '/half.html': html(`<div style="inline-size: 480px">${tag('view="claims"', 'block-size: 260px')}</div>`, auto),
  '/large.html': html(`<div style="font-size: 32px; inline-size: 960px">${tag('view="claims"')}</div>`, auto),
  '/self.html': html('<p>Before</p><proviso-explorer id="x" src="/china-military-aid.json" loading="eager" style="block-size: 300px" /><h2>After</h2><form><input></form>', auto),
  '/false.html': html(tag('disabled="false" veiw="map" theme="blue"'), auto),
  '/srcdoc.html': html(`<iframe id="f" style="inline-size: 900px; block-size: 560px" srcdoc="${(html(tag(), auto)).replaceAll('"', '&quot;')}"></iframe>`),
  '/none.html': html(tag(), auto),
  '/login.json': html('<h1>Sign in</h1>'),
  '/wrong.html': html(tag().replace('/china-military-aid.json', '/login.json'), auto),
};
const bare = await serveBare({root: dist, pages});
// The same site, with a web page in place of the program, and without one of its fonts.
const noProgram = await serveBare({root: dist, pages: {...pages, '/proviso.wasm': html('<p>Not here</p>')}});
const noFont = await serveBare({root: dist, pages: {...pages, '/fonts/serif-400.ttf': html('<p>Not here</p>')}});
const folder = mkdtempSync(join(tmpdir(), 'proviso-field-'));
for (const name of ['index.html', 'opened_as_file.js', 'page.js', 'page.css']) writeFileSync(join(folder, name), readFileSync(join(dist, name)));
after(async () => {
  await Promise.all([bare, noProgram, noFont].map((each) => each.close()));
  rmSync(folder, {recursive: true, force: true});
});

for (const engine of engines) {
  describe(engine, () => {
    let page;
    before(async () => {
      page = await launch(engine, {width: 1000, height: 720});
    });
    after(() => page?.close());

    const ready = (selector = '#x') => page.waitFor(`${selector} to be ready`, async () => {
      const [status, said] = await page.evaluate((selector) => {
        const one = document.querySelector(selector);
        return [one?.status, one?.shadowRoot?.querySelector('.trouble:not([hidden])')?.textContent];
      }, selector);
      if (status === 'error') throw new Error(said);
      return status === 'ready';
    }, 60_000);
    const open = async (path, from = bare) => {
      await page.goto(from.url + path);
      await ready();
      page.at('#x');
    };
    const state = () => page.evaluate(() => document.getElementById('x').state);
    /// A key as a keyboard of another layout sends it; true if it was taken.
    const send = (type, key, options = {}) => page.evaluate((type, key, {altGr, ...options}) => {
      const root = document.getElementById('x').shadowRoot;
      const target = root.activeElement ?? root.querySelector('.mirror');
      const event = new KeyboardEvent(type, {key, bubbles: true, composed: true, cancelable: true, modifierAltGraph: altGr, ...options});
      return !target.dispatchEvent(event);
    }, type, key, options);
    const clear = () => page.evaluate(() => { heard.length = 0; });
    const heard = () => page.evaluate(() => [...heard]);

    test('A1: what is typed in a field stays in it, and so do all three events of a key that was taken', async () => {
      await open('host.html');
      await page.pressItem('', '#claims-words');
      await page.waitFor('the field', () => page.evaluate(() => document.getElementById('x').shadowRoot.activeElement?.localName === 'input'));
      await clear();
      await page.type('no b');
      await page.waitFor('the words', async () => /q=no/.test(await state()));
      assert.deepEqual((await heard()).filter((one) => one.startsWith('key')), []);
      await page.pressItem('tab', '#tab/claims');
      await page.waitFor('the focus on the tab', async () => (await page.find('tab', '#tab/claims')).focused);
      await clear();
      await page.key('1');
      await page.waitFor('another view', async () => !/v=claims/.test(await state()));
      assert.deepEqual((await heard()).filter((one) => / 1$/.test(one)), []);
      await page.key('Tab');
      assert.ok((await heard()).includes('keydown Tab'), 'Tab is the page’s');
    });

    test('A2: a press on the picture is heard outside from its beginning to its end', async () => {
      await open('host.html');
      await clear();
      await page.click(500, 300);
      await page.waitFor('the click', async () => (await heard()).includes('click'));
      assert.deepEqual((await heard()).filter((one) => !one.startsWith('key')), ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']);
    });

    // Not in WebKitGTK, where the driver's keys and those that a script makes come in no fixed order.
    if (engine !== 'webkit') test('A4: keys of a keyboard that writes another script, Ctrl+Y, and signs that AltGr types', async () => {
      await open('host.html');
      await page.pressItem('tab', '#tab/claims');
      await page.item('', '#claims-words'); // The view is a part of the program, which may still come.
      const focused = (id) => page.waitFor(`the focus on ${id}`, async () => (await page.find('', id)).focused);
      assert.equal(await send('keydown', 'а', {code: 'KeyF'}), true);
      await page.pressItem('tab', '#tab/claims');
      await focused('#tab/claims');
      assert.equal(await send('keydown', '.', {code: 'Slash'}), true);
      await page.item('', '#dialog/close');
      await page.key('Escape');
      await page.waitFor('it to close', async () => !(await page.find('', '#dialog/close')));
      await page.evaluate(() => document.getElementById('x').execute('suppose', {proposition: 'us-warns-china', to: 'on'}));
      await page.waitFor('a supposition', async () => /on=us-warns-china/.test(await state()));
      await send('keydown', 'я', {code: 'KeyZ', ctrlKey: true});
      await page.waitFor('none', async () => !/on=/.test(await state()));
      await send('keydown', 'н', {code: 'KeyY', ctrlKey: true});
      await page.waitFor('it again', async () => /on=us-warns-china/.test(await state()));
      await send('keydown', 'z', {code: 'KeyZ'}); // A Latin keyboard again.
      assert.equal(await send('keydown', 'z', {code: 'KeyZ', ctrlKey: true, altKey: true, altGr: true}), false);
      assert.match(await state(), /on=us-warns-china/);
    });

    test('A12: the Enter that ends a composition, as Safari sends it, carries nothing out', async () => {
      await open('host.html');
      await page.evaluate(() => document.getElementById('x').focus());
      const before = await state();
      assert.equal(await send('keydown', '2', {keyCode: 229}), false);
      assert.equal(await state(), before);
      assert.equal(await send('keydown', '2', {keyCode: 50}), true);
    });

    test('A7: moved into a frame’s document and back, and one that was made here and put there', async () => {
      await open('popout.html');
      await page.evaluate(() => { document.getElementById('x').view = 'claims'; });
      const there = (id) => page.waitFor(`${id} to be ready in the frame`, () => page.evaluate((id) => {
        const one = document.getElementById('f').contentDocument.getElementById(id);
        return one.status === 'ready' && one.shadowRoot.adoptedStyleSheets.length > 1 && one.offsetHeight < 600 &&
          one.shadowRoot.querySelector('canvas').offsetHeight < 600;
      }, id), 60_000);
      await page.evaluate(() => document.getElementById('f').contentDocument.body.append(document.getElementById('x')));
      await there('x');
      assert.match(await page.evaluate(() => document.getElementById('f').contentDocument.getElementById('x').state), /v=claims/);
      await page.evaluate(() => document.getElementById('place').append(document.getElementById('f').contentDocument.getElementById('x')));
      await ready();
      await page.waitFor('a picture', async () => (await page.screenshot()).distinctColours({x: 0, y: 0, w: 900, h: 400}) > 20);
      await page.evaluate(() => {
        const made = document.createElement('proviso-explorer');
        made.id = 'y';
        made.loading = 'eager';
        made.style.blockSize = '400px';
        made.src = '/china-military-aid.json';
        document.getElementById('f').contentDocument.body.append(made);
      });
      await there('y');
    });

    test('A8: in a srcdoc, which has no address, no link is made of one', async () => {
      await page.goto(`${bare.url}srcdoc.html`);
      const words = await page.waitFor('the link', () => page.evaluate(() => {
        const one = document.getElementById('f').contentDocument?.getElementById('x');
        if (one?.status !== 'ready') return '';
        const said = one.shadowRoot.querySelector('[data-item="share/text.0"]');
        if (!said) one.execute('press', {item: 'top/share'});
        return said && one.shadowRoot.querySelector('.mirror').textContent;
      }), 60_000);
      assert.doesNotMatch(words, /about:/);
    });

    test('A17: the type is as large as the page’s, and presses still meet what they aim at', async () => {
      await open('half.html');
      const small = (await page.item('tab', '#tab/claims')).rect.h;
      await open('large.html');
      const tab = await page.item('tab', '#tab/matrix');
      assert.ok(Math.abs(tab.rect.h - 2 * small) <= 2, `${tab.rect.h} beside ${small}`);
      await page.click(tab.rect.x + tab.rect.w / 2, tab.rect.y + tab.rect.h / 2);
      await page.waitFor('the view', async () => /v=matrix/.test(await state()));
    });

    test('A23, A25, A29: fields do not correct; a swallowed page, unknown words and “false” are told from what was meant', async () => {
      await open('host.html');
      await page.item('', '#claims-words');
      assert.deepEqual(await page.evaluate(() => {
        const field = document.getElementById('x').shadowRoot.querySelector('.panel input');
        return ['autocapitalize', 'autocorrect', 'spellcheck'].map((name) => field.getAttribute(name));
      }), ['off', 'off', 'false']);
      const from = (await page.errors()).length;
      await open('self.html');
      await open('false.html');
      const said = (await page.errors()).slice(from).join('\n');
      if (engine !== 'webkit') { // Whose driver tells nothing of the console.
        assert.match(said, /<\/proviso-explorer>/);
        assert.match(said, /no attribute “veiw”. Did you mean “view”/);
        assert.match(said, /no value of theme “blue”/);
      }
      assert.equal(await page.evaluate(() => document.getElementById('x').disabled), false);
      const {notices} = await page.evaluate(async () => {
        const one = document.getElementById('x');
        const report = await one.load('/china-military-aid.json');
        return {notices: report.warnings.filter(({code}) => code === 'call').length};
      });
      assert.equal(notices, 2);
    });

    test('A6: two fingers on a trackpad make a drawing larger where they are while it is in use; elsewhere they are the browser’s', async () => {
      await open('host.html');
      /// A pinch as browsers tell of it: a turn of the wheel with Control. True if it was taken.
      const pinch = (x, y) => page.evaluate((x, y) => {
        const surface = document.getElementById('x').shadowRoot.querySelector('.surface');
        return !surface.dispatchEvent(new WheelEvent('wheel', {clientX: x, clientY: y, deltaY: -120, ctrlKey: true, bubbles: true, composed: true, cancelable: true}));
      }, x, y);
      const list = await page.item('', '#claims/list');
      assert.equal(await pinch(list.panelRect.x + 40, list.panelRect.y + 40), false, 'over a list');
      await page.evaluate(() => { document.getElementById('x').view = 'map'; });
      const boxes = async () => (await page.items()).filter(({panel, visible, rect}) => panel === 'Map' && visible && rect.w > 40);
      await page.waitFor('the map', async () => (await boxes()).length > 3);
      const {x, y, w, h} = (await boxes())[0].panelRect;
      const [before] = await boxes();
      assert.equal(await pinch(x + w / 2, y + h / 2), false, 'nobody is in it yet');
      await page.click(x + 5, y + 5);
      await page.waitFor('it to be in use', () => page.evaluate(() => document.getElementById('x').shadowRoot.querySelector('.stage').classList.contains('active')));
      assert.equal(await pinch(x + w / 2, y + h / 2), true);
      await page.waitFor('it to be larger', async () => {
        const now = (await page.items()).find(({id}) => id === before.id);
        return now && now.rect.w > before.rect.w * 1.05;
      });
      assert.equal(await page.evaluate(() => visualViewport.scale), 1);
    });

    test('A20: the browser’s own search goes on, and whoever opens it is told of the one that finds everything', async () => {
      await open('host.html');
      await page.evaluate(() => document.getElementById('x').focus());
      assert.equal(await send('keydown', 'f', {ctrlKey: true}), false);
      await page.waitFor('the notice', async () => (await page.items()).some(({name}) => /finds only what is on screen/.test(name)));
    });

    test('A27: where an extension darkens the page the picture is as dark as its fields', async () => {
      await open('host.html');
      const theme = () => page.evaluate(() => document.getElementById('x').shadowRoot.querySelector('.stage').dataset.theme);
      assert.equal(await theme(), 'light');
      const field = await page.item('', '#claims-words');
      const ground = async () => Math.max(...(await page.screenshot()).ground(field.panelRect));
      const light = await ground();
      await page.evaluate(() => document.documentElement.setAttribute('data-darkreader-scheme', 'dark'));
      await page.waitFor('the dark theme', async () => await theme() === 'dark');
      await page.waitFor('a dark picture', async () => await ground() < light / 2);
      await page.evaluate(() => document.documentElement.removeAttribute('data-darkreader-scheme'));
      await page.waitFor('the light theme', async () => await theme() === 'light');
    });

    test('A15: a web page in place of the program or the data is called one, and the policy is not blamed', async () => {
      const complaint = async (site, path) => {
        await page.goto(site.url + path);
        return page.waitFor('a complaint', () => page.evaluate(() => document.getElementById('x')?.shadowRoot?.querySelector('.trouble:not([hidden])')?.textContent), 60_000);
      };
      assert.match(await complaint(noProgram, 'none.html'), /A web page came in place of the program/);
      assert.match(await complaint(bare, 'wrong.html'), /A web page came in place of the dataset.*sign in/s);
    });

    test('A28: without one of its fonts it draws with the others; opened from a folder the page says why it cannot', async () => {
      await open('none.html', noFont);
      await page.waitFor('a picture', async () => (await page.screenshot()).distinctColours() > 20);
      if (engine !== 'webkit') assert.ok((await page.errors()).some((error) => /without some of its fonts/.test(error)));
      await page.goto(`file://${join(folder, 'index.html')}`);
      await page.waitFor('a reason', () => page.evaluate(() => /opened from a file/.test(document.getElementById('note').textContent)));
    });

    test('A21: on the hosted page, which is ours alone, keys work from the start', async () => {
      await page.goto(bare.url);
      await ready('#explorer');
      page.at('#explorer');
      await page.waitFor('the page', () => page.evaluate(() => document.body.classList.contains('running')));
      await page.key('Escape');
      await page.key('/');
      await page.item('', '#dialog/close');
    });
  });
}
