// An explorer in somebody else's page does what it says: properties, methods and events; its words
// when something is missing. In a frame: frame_test. Table: web/README.md, "In other people's pages".
import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';

import {contentSecurityPolicy} from '../../../web/server.mjs';
import {engines, launch} from '../support/browsers.mjs';
import {boxOf, make, openHost, serveHosts, status, usable} from '../support/hosts.mjs';
import {luminance} from '../support/pixels.mjs';

const site = await serveHosts();
const noWasm = await serveHosts({headers: {
  'Content-Security-Policy': contentSecurityPolicy.replace(" 'wasm-unsafe-eval'", ''),
}});
const nothing = mkdtempSync(join(tmpdir(), 'proviso-nothing-'));
const noProgram = await serveHosts({mounts: {'/proviso.wasm': nothing}});
const noScript = await serveHosts({headers: {'Content-Security-Policy': `sandbox; ${contentSecurityPolicy}`}});
const oddTypes = await serveHosts({headers: (path) => (path.endsWith('.wasm') ? {'Content-Type': 'application/octet-stream', 'X-Content-Type-Options': null} : {})});
after(async () => {
  await Promise.all([site, noWasm, noProgram, noScript, oddTypes].map((each) => each.close()));
  rmSync(nothing, {recursive: true});
});

const told = (page, name, id) => page.evaluate((name, id) => host.named(name, id), name, id);
const said = (page, words) => page.waitFor(`“${words}”`, () => page.evaluate((words) =>
  document.querySelector('proviso-explorer').shadowRoot.querySelector('.trouble:not([hidden])')?.textContent.includes(words), words));

for (const engine of engines) {
  describe(engine, () => {
    let page;
    before(async () => {
      page = await launch(engine, {width: 900, height: 700});
    });
    after(() => page?.close());

    test('one core in three forms: element, module and without a canvas', async () => {
      await openHost(page, site.host());
      await make(page, 'one');
      await page.settle();
      await page.assertDrawn(await boxOf(page, '#one'));
      const [element, module, core] = await page.evaluate(async () => {
        const {createExplorer} = await import('/index.js');
        const made = await createExplorer(document.getElementById('other'), {src: '/samples/worked-example.json', theme: 'dark'});
        const {loadCore} = await import('/core.js');
        const core = (await loadCore()).open(await (await fetch('/samples/worked-example.json')).text());
        const digest = async (one) => [...new Uint8Array(await crypto.subtle.digest('SHA-256', await (await one.save({format: 'json'})).arrayBuffer()))]
          .map((byte) => byte.toString(16).padStart(2, '0')).join('');
        return [await digest(document.getElementById('one')), await digest(made), core.digest];
      });
      assert.equal(element, core);
      assert.equal(module, core);
      assert.deepEqual(await page.errors(), []);
    });

    describe('properties, methods and events', () => {
      before(async () => {
        await openHost(page, site.host());
        await make(page, 'one', {view: 'claims', label: 'Arguments', scenario: ''});
      });

      test('the report of a load counts what was loaded', async () => {
        const [report] = await told(page, 'load');
        assert.match(report.title, /^Worked example/);
        assert.equal(report.counts.claims, 4);
        assert.equal(report.bytes, 5156);
        assert.match(report.digest, /^[0-9a-f]{64}$/);
        assert.ok(report.ms > 0);
      });

      test('attributes say where it begins', async () => {
        assert.equal(await page.evaluate(() => document.getElementById('one').view), 'claims');
        await page.item('', '#claims/list');
      });

      test('a selection is told, and can be undone', async () => {
        const answers = await page.evaluate(async () => {
          const one = document.getElementById('one');
          const before = one.state;
          const selected = one.select(['c-1']);
          const [ids, again] = [one.selection, one.select(['c-1'])];
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
          const can = one.canExecute('undo');
          one.undo();
          return {selected, ids, again, can, back: one.state === before, none: one.canExecute('no such command')};
        });
        assert.deepEqual(answers, {selected: true, ids: ['c-1'], again: false, can: true, back: true, none: false});
        await page.waitFor('both events', async () => (await told(page, 'select')).length >= 2);
        assert.deepEqual((await told(page, 'select')).slice(0, 2), [{ids: ['c-1']}, {ids: []}]);
      });

      test('a scenario is told with everybody’s verdict', async () => {
        const lever = await page.evaluate(async () => {
          const {loadCore} = await import('/core.js');
          const file = JSON.parse(await (await fetch('/samples/worked-example.json')).text());
          globalThis.core = (await loadCore()).open(JSON.stringify(file));
          return file.propositions.find(({role}) => role === 'lever')?.id ?? file.propositions[0].id;
        });
        const done = await page.evaluate((proposition) =>
          document.getElementById('one').execute('suppose', {proposition, to: 'on'}), lever);
        assert.equal(done, true);
        await page.waitFor('the event', () => page.evaluate((lever) =>
          host.named('scenario').at(-1)?.supposed.on.includes(lever), lever));
        const [here, there] = await page.evaluate((lever) => {
          const {supposed, target, answers} = host.named('scenario').at(-1);
          const live = core.live(target).suppose({on: [lever]});
          return [{supposed, answers: answers.map(({view, status, literal, direction}) => [view.join('>'), status, literal ?? null, direction ?? null])},
            live.views.map((view, i) => {
              const {status, literal, direction} = live.at(i);
              return [view.join('>'), status, literal, direction === 'none' ? null : direction];
            })];
        }, lever);
        assert.deepEqual(here.supposed, {on: [lever], off: []});
        assert.deepEqual(here.answers, there);
        assert.equal(await page.evaluate(() => document.getElementById('one').scenario), lever);
      });

      test('words are found, and what is on screen has an outline', async () => {
        const [found, none, outline] = await page.evaluate(() => {
          const one = document.getElementById('one');
          return [one.find('trade'), one.find('qqqqqq'), one.getOutline()];
        });
        assert.ok(found.hits.length > 0 && found.hits.every(({table, id, name}) => table && id && name));
        assert.deepEqual(none.hits, []);
        assert.ok(outline.some(({role}) => role === 'main'));
        const all = (items) => items.flatMap((item) => [item, ...all(item.children)]);
        assert.ok(all(outline).length > 20);
      });

      test('it is saved as JSON, SVG, PNG and HTML, and none of them can do anything', async () => {
        const saved = await page.evaluate(async () => {
          const one = document.getElementById('one');
          const files = {};
          for (const format of ['json', 'svg', 'png', 'html']) {
            const blob = await one.save({format});
            files[format] = [blob.type, blob.size];
          }
          const html = await (await one.save({format: 'html'})).text();
          const picture = await createImageBitmap(await one.save({format: 'png'}));
          return {files, html, size: [picture.width, picture.height],
            refused: await one.save({format: 'exe'}).catch((error) => error.code)};
        }).catch(async (error) => {
          throw new Error(`${error.message} ${await page.errors()}`);
        });
        const types = {json: 'application/json', svg: 'image/svg+xml', png: 'image/png', html: 'text/html'};
        for (const [format, type] of Object.entries(types)) assert.equal(saved.files[format][0], type);
        assert.ok(Object.values(saved.files).every(([, size]) => size > 800), JSON.stringify(saved.files));
        assert.deepEqual(saved.size, [640, 420]);
        const names = new Set([...saved.html.matchAll(/<([a-z0-9]+)/g)].map(([, name]) => name));
        for (const name of ['script', 'iframe', 'object', 'form', 'img', 'link', 'base']) assert.ok(!names.has(name), name);
        assert.doesNotMatch(saved.html, /<[^>]*\s(on[a-z]+|srcdoc)=|javascript:/i);
        assert.match(saved.html, /http-equiv="Content-Security-Policy" content="default-src 'none'/);
        assert.ok(saved.html.replace(/<[^>]*>/g, '').length > 200);
        assert.equal(saved.refused, 'call');
      });

      test('a link to what is shown', async () => {
        const url = await page.evaluate(() => document.getElementById('one').shareURL({base: 'https://example.org/a?b'}));
        assert.match(url, /^https:\/\/example\.org\/a\?b#.*v=claims/);
      });

      test('a link in the data asks the page first', async () => {
        const asked = await page.evaluate(async () => {
          const one = document.getElementById('one');
          const opened = [];
          const click = HTMLAnchorElement.prototype.click;
          HTMLAnchorElement.prototype.click = function () { opened.push([this.href, this.rel, this.target]); };
          await one.load('/samples/everything.json');
          one.select(['d-report']);
          const link = () => [...one.shadowRoot.querySelectorAll('.mirror [role=link]')].find((item) => item.textContent.includes('example.org'));
          while (!link()) await new Promise((done) => setTimeout(done, 20));
          one.addEventListener('proviso-before-open-link', (event) => event.preventDefault(), {once: true});
          link().click();
          const refused = opened.length;
          link().click();
          while (!opened.length) await new Promise((done) => setTimeout(done, 20));
          HTMLAnchorElement.prototype.click = click;
          return {refused, opened};
        });
        assert.deepEqual(asked, {refused: 0, opened: [['https://example.org/harbour?id=1', 'noopener noreferrer nofollow ugc', '_blank']]});
        assert.deepEqual(await told(page, 'before-open-link'), Array(2).fill({url: 'https://example.org/harbour?id=1'}));
      });

      test('a table is saved as CSV, and nothing in it is a formula', async () => {
        const [claims, topics, wrong] = await page.evaluate(async () => {
          const one = document.getElementById('one');
          const file = await (await fetch('/samples/worked-example.json')).json();
          file.claims[0].gloss = '=1+1';
          await one.load(file);
          const csv = async (options) => (await one.save({format: 'csv', ...options})).text();
          return [await csv(), await csv({table: 'actors'}), await csv({table: 'none'}).catch((error) => error.code)];
        });
        assert.match(claims, /^id,passages,attribution,about\.proposition,/);
        assert.match(claims, /,'=1\+1,/);
        assert.match(topics, /^id,kind,name,/);
        assert.equal(wrong, 'call');
      });

      test('what the page accepts at most holds for its own data', async () => {
        const codes = await page.evaluate(async () => {
          const one = document.getElementById('one');
          const text = await (await fetch('/samples/worked-example.json')).text();
          const attempt = (limits) => {
            one.limits = limits;
            return one.load(text).then(() => 'open', (error) => `${error.code} ${error.pointer ?? ''}`);
          };
          return [await attempt({records: 3}), await attempt({stringBytes: 10}), await attempt({bytes: 100}), await attempt({records: 1e9}), await attempt({})];
        });
        assert.match(codes[0], /^limit \/\w+\/\d$/);
        assert.match(codes[1], /^limit \//);
        assert.deepEqual(codes.slice(2), ['limit ', 'open', 'open']);
      });

      test('bad data says where, and what was open stays', async () => {
        const [code, pointer, title] = await page.evaluate(async () => {
          const one = document.getElementById('one');
          const file = JSON.parse(await (await fetch('/samples/worked-example.json')).text());
          file.claims[0].modality = '0.9';
          const error = await one.load(JSON.stringify(file)).catch((error) => error);
          return [error.code, error.pointer, (await one.save({format: 'json'})).size > 1000 && one.status];
        });
        assert.equal(code, 'schema');
        assert.equal(pointer, '/claims/0/modality');
        assert.equal(title, 'ready');
        assert.equal((await told(page, 'error')).at(-1).pointer, '/claims/0/modality');
      });

      test('text, bytes, a blob, a plain object and an address are opened; a newer one ends an older', async () => {
        const opened = await page.evaluate(async () => {
          const one = document.getElementById('one');
          const text = await (await fetch('/samples/minimal.json')).text();
          const inputs = [text, new TextEncoder().encode(text), new Blob([text]), JSON.parse(text),
            new URL('/samples/minimal.json', location.href), '/samples/minimal.json',
            `data:application/json,${encodeURIComponent(text)}`.slice(0, 0) || text];
          const digests = new Set();
          for (const input of inputs) digests.add((await one.load(input)).digest);
          const older = one.load('/china-military-aid.json').catch((error) => error.code);
          const newer = await one.load('/samples/worked-example.json');
          const ending = new AbortController();
          const ended = one.load('/china-military-aid.json', {signal: ending.signal}).catch((error) => error.code);
          ending.abort();
          const bad = [];
          for (const url of ['javascript:1', 'file:///etc/passwd', 'ftp://example.org/a', 'data:text/html,x', '/no/such.json'])
            bad.push(await one.load(url).catch((error) => error.code));
          one.limits = {bytes: 100};
          bad.push(await one.load(text).catch((error) => error.code));
          one.limits = {};
          return [digests.size, await older, newer.title.slice(0, 14), await ended, bad];
        });
        assert.deepEqual(opened, [1, 'aborted', 'Worked example', 'aborted',
          ['network', 'network', 'network', 'network', 'network', 'limit']]);
      });

      test('nothing of a dataset gets into the page’s prototypes', async () => {
        const clean = await page.evaluate(async () => {
          const before = String(Object.getOwnPropertyNames(Object.prototype));
          const one = document.getElementById('one');
          await one.load('{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}}}').catch(() => {});
          return before === String(Object.getOwnPropertyNames(Object.prototype)) && ({}).x === undefined && one.status;
        });
        assert.equal(clean, 'ready');
      });
    });

    test('properties that were set before the element was defined count', async () => {
      await openHost(page, site.host());
      await page.evaluate(async () => {
        const early = document.createElement('proviso-explorer');
        early.id = 'one';
        early.view = 'claims';
        early.loading = 'eager';
        early.data = await (await fetch('/samples/worked-example.json')).text();
        document.getElementById('place').append(early);
        await import('/auto.js');
      });
      await usable(page, '#one');
      assert.equal(await page.evaluate(() => document.getElementById('one').view), 'claims');
    });

    test('its theme is the page’s choice', async () => {
      await openHost(page, site.host());
      await make(page, 'one', {theme: 'dark'});
      await page.settle();
      const rect = await boxOf(page, '#one');
      const ground = async () => luminance(...(await page.screenshot()).ground(rect));
      assert.ok((await ground()) < 0.1);
      await page.evaluate(() => { document.getElementById('one').theme = 'light'; });
      await page.waitFor('the light', async () => (await ground()) > 0.7);
      const focus = await page.evaluate(() => {
        const one = document.getElementById('one');
        one.style.setProperty('--proviso-fg', 'rgb(1, 2, 3)');
        return getComputedStyle(one.shadowRoot.querySelector('.box')).color;
      });
      assert.equal(focus, 'rgb(1, 2, 3)');
    });

    test('its colours are the page’s where they can be read, also when they change', async () => {
      await openHost(page, site.host());
      await page.evaluate(() => {
        document.documentElement.style.setProperty('--proviso-bg', 'hsl(60 100% 96%)');
        document.documentElement.style.setProperty('--proviso-fg', '#777'); // Too faint for a word.
      });
      await make(page, 'one', {theme: 'light', view: 'claims'});
      await page.settle();
      const rect = await boxOf(page, '#one');
      const ground = async () => (await page.screenshot()).ground(rect).map(Math.round);
      const near = (rgb) => async () => (await ground()).every((part, i) => Math.abs(part - rgb[i]) <= 2);
      await page.waitFor('its ground', near([255, 255, 235]));
      const picture = () => page.evaluate(async () => (await document.getElementById('one').save({format: 'svg'})).text());
      assert.match(await picture(), /#ffffeb/);
      assert.doesNotMatch(await picture(), /#777777/);
      await page.evaluate(() => document.documentElement.style.setProperty('--proviso-bg', 'rgb(235, 255, 235)'));
      await page.waitFor('the other ground', near([235, 255, 235]));
      await page.evaluate(() => document.documentElement.style.setProperty('--proviso-bg', 'url(x)')); // No colour, and no request.
      await page.waitFor('its own ground', near([251, 250, 246]));
      // A dark page has a dark explorer.
      await page.evaluate(() => {
        document.documentElement.style.setProperty('--proviso-bg', '#101418');
        document.getElementById('one').theme = 'auto';
      });
      await page.waitFor('the dark', near([16, 20, 24]));
      assert.ok(!site.asked.includes('/host/x'));
    });

    test('files held over it are a state for style sheets, and its ring is the page’s where it can be seen', async () => {
      await openHost(page, site.host());
      await make(page, 'one', {drop: 'on', theme: 'light'});
      const over = await page.evaluate(() => {
        const one = document.getElementById('one');
        const files = new DataTransfer();
        files.items.add(new File(['{}'], 'a.json'));
        const drag = (type) => {
          one.dispatchEvent(new DragEvent(type, {dataTransfer: files, bubbles: true, cancelable: true}));
          return one.matches(':state(dragover)');
        };
        return [drag('dragover'), drag('dragleave')];
      });
      assert.deepEqual(over, [true, false]);
      const ring = () => page.evaluate(() => getComputedStyle(document.getElementById('one').shadowRoot.querySelector('.stage')).getPropertyValue('--focus').trim());
      await page.waitFor('the theme’s ring', async () => (await ring()) === '#0e5e58');
      for (const [wanted, seen] of [['#b00020', '#b00020'], ['#fefefe', '#0e5e58']]) {
        await page.evaluate((wanted) => document.getElementById('one').style.setProperty('--proviso-focus', wanted), wanted);
        await page.waitFor(`${seen} for ${wanted}`, async () => (await ring()) === seen);
      }
    });

    test('of what stands around the view a page shows as much as it wants', async () => {
      await openHost(page, site.host());
      await make(page, 'one', {view: 'claims', controls: 'minimal'});
      await page.evaluate(() => Object.assign(document.getElementById('one').style, {inlineSize: '800px', blockSize: '600px'}));
      const panels = () => page.evaluate(() => document.getElementById('one').getOutline().map(({id}) => id));
      await page.waitFor('few bars', async () => (await panels()).join() === 'scenario,stage,foot');
      await page.evaluate(() => { document.getElementById('one').controls = 'none'; });
      await page.waitFor('the view alone', async () => (await panels()).join() === 'stage');
      await page.settle();
      await page.assertDrawn(await boxOf(page, '#one'));
      await page.evaluate(() => document.getElementById('one').removeAttribute('controls'));
      await page.waitFor('the bar', async () => (await panels())[0] === 'top');
    });

    test('the semantic DOM is there without being asked for, and has the focus when it is used', async () => {
      await openHost(page, site.host());
      await make(page, 'one');
      const items = await page.waitFor('the outline', async () => {
        const all = await page.items();
        return all.length > 20 && all;
      });
      assert.ok(items.some(({role}) => role === 'tab'));
      await page.evaluate(() => document.getElementById('one').focus());
      assert.ok((await page.items()).some(({focused}) => focused));
    });

    test('letters typed into its field arrive, composed ones too', async () => {
      await openHost(page, site.host());
      await make(page, 'one', {view: 'claims', src: '/china-military-aid.json'});
      await page.settle();
      await page.evaluate(() => {
        const field = document.getElementById('one').shadowRoot.querySelector('input[type=search]');
        field.focus();
      });
      if (engine === 'chromium') {
        const client = (method, words) => page.protocol(method, words);
        await client('Input.imeSetComposition', {text: '日', selectionStart: 1, selectionEnd: 1});
        await client('Input.insertText', {text: '日本'});
      } else {
        await page.evaluate(() => {
          const field = document.getElementById('one').shadowRoot.querySelector('input[type=search]');
          field.value = '日本';
          field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
        });
      }
      await page.waitFor('the words', async () => /q=%E6%97%A5%E6%9C%AC/.test(await page.evaluate(() => document.getElementById('one').state)));
    });

    test('when copying is refused, the text is there to be copied by hand', async () => {
      await openHost(page, site.host());
      await make(page, 'one');
      await page.settle();
      const shown = await page.evaluate(async () => {
        Object.defineProperty(navigator, 'clipboard', {value: {writeText: () => Promise.reject(new Error('no'))}});
        const one = document.getElementById('one');
        one.select(['c-1']);
        let copy;  // The part of the program that has it may have to come first.
        for (let tries = 0; tries < 100 && !copy; ++tries) {
          await new Promise((done) => setTimeout(done, 30));
          copy = [...one.shadowRoot.querySelectorAll('.mirror [data-use]')].find((item) => /^(Copy|Cite)/.test(item.textContent));
        }
        if (!copy) return 'no button';
        copy.click();
        for (let tries = 0; tries < 100; ++tries) {
          const field = one.shadowRoot.querySelector('.dialog textarea');
          const said = one.shadowRoot.querySelector('.mirror').textContent;
          if (field && said.includes('Not copied: ')) {
            return [field.value.length > 0, one.shadowRoot.activeElement === field,
              field.selectionEnd - field.selectionStart === field.value.length, !said.includes('Copied: ')];
          }
          await new Promise((done) => setTimeout(done, 30));
        }
        return 'no dialog';
      });
      assert.deepEqual(shown, [true, true, true, true]);
    });

    test('what is in it is shown until it can be used, and when it cannot', async () => {
      const shown = () => page.evaluate(() => {
        const one = document.querySelector('proviso-explorer');
        return [one.querySelector('p').checkVisibility?.() ?? one.querySelector('p').getClientRects().length > 0, one.status];
      });
      const put = () => page.evaluate(() => { host.make('one', {}, {inside: 'Twelve claims'}); });
      await openHost(page, noWasm.host());
      await put();
      await said(page, 'not allowed to run WebAssembly');
      assert.deepEqual(await shown(), [true, 'error']);
      assert.equal((await told(page, 'error'))[0].code, 'csp');
      await openHost(page, noProgram.host());
      await put();
      await said(page, '404');
      assert.deepEqual(await shown(), [true, 'error']);
      assert.equal((await told(page, 'error'))[0].code, 'network');
      await openHost(page, site.host());
      await page.evaluate(() => {
        const original = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
          return /^webgl/.test(kind) ? null : original.call(this, kind, ...rest);
        };
      });
      await put();
      await said(page, 'WebGL 2');
      assert.deepEqual(await shown(), [true, 'error']);
      await openHost(page, site.host());
      await put();
      await usable(page, '#one');
      assert.deepEqual(await shown(), [false, 'ready']);
    });

    test('a program of another media type is taken as well', async () => {
      await openHost(page, oddTypes.host());
      await make(page, 'one');
      await page.settle();
      await page.assertDrawn(await boxOf(page, '#one'));
    });

    test('without JavaScript what is in it can be read', async () => {
      await page.goto(`${noScript.url}embed.html`);
      const seen = await page.evaluate(() => document.querySelector('main a').getClientRects().length);
      assert.ok(seen > 0);
    });

    test('nothing went wrong in all this that the page was not told of', async () => {
      const errors = (await page.errors()).filter((error) => !/404|Content Security|clipboard|policy|context|Blocked script/i.test(error));
      assert.deepEqual(errors, []);
      assert.notEqual(await status(page, 'proviso-explorer'), 'crashed');
    });
  });
}
