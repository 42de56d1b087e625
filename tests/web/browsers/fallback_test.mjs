// Where the explorer cannot run, a reader still gets the facts: a plain sentence, the readable page
// and the way to the text version. Never an empty screen.
import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';

import {contentSecurityPolicy} from '../../../web/server.mjs';
import {engines, launch} from '../support/browsers.mjs';
import {serveSite} from '../support/site.mjs';

const site = await serveSite();
const noWasm = await serveSite({headers: {
  'Content-Security-Policy': contentSecurityPolicy.replace(" 'wasm-unsafe-eval'", ''),
}});
// A sandbox without allow-scripts is how a browser runs a page with JavaScript switched off, and
// the only way that all three engines have.
const noScript = await serveSite({headers: {
  'Content-Security-Policy': `sandbox; ${contentSecurityPolicy}`,
}});
// A mount for one file of an empty folder: it is not found.
const nothing = mkdtempSync(join(tmpdir(), 'proviso-nothing-'));
const noProgram = await serveSite({mounts: {'/proviso.wasm': nothing}});
const noData = await serveSite({mounts: {'/china-military-aid.json': nothing}});
after(async () => {
  await Promise.all([site, noWasm, noScript, noProgram, noData].map((each) => each.close()));
  rmSync(nothing, {recursive: true});
});

/// What a reader sees: the note, and the links to the text version with their addresses.
const seen = (page) => page.evaluate(() => ({
  running: document.body.classList.contains('running'),
  note: document.getElementById('note').textContent,
  main: getComputedStyle(document.querySelector('main')).visibility,
  words: document.querySelector('main').innerText.split(/\s+/).length,
  headings: document.querySelectorAll('main h1, main h2').length,
  links: [...document.querySelectorAll('main a[href*="text/"]')]
    .filter((link) => link.getClientRects().length > 0).map((link) => link.href),
}));

async function assertReadable(page) {
  const {running, main, words, headings, links} = await seen(page);
  assert.equal(running, false);
  assert.equal(main, 'visible');
  assert.ok(words > 100, `only ${words} words`);
  assert.ok(headings > 0, 'no heading');
  assert.ok(links.length > 0, 'no link to the text version');
  const answer = await fetch(links[0]);
  assert.equal(answer.status, 200, links[0]);
  assert.match(answer.headers.get('content-type'), /text\/html/);
  const pixels = await page.screenshot();
  const {contrast, share} = pixels.ink();
  assert.ok(contrast >= 7 && share > 0.005, `contrast ${contrast.toFixed(1)}, ink ${share}`);
}

for (const engine of engines) {
  describe(engine, () => {
    let page;
    before(async () => {
      page = await launch(engine, {width: 900, height: 700});
    });
    after(() => page?.close());

    test('without WebGL 2 a sentence says so, over the readable page', async () => {
      await page.goto(site.probed('nowebgl'));
      const note = await page.waitFor('the sentence', async () =>
        /WebGL 2.*text version/.test((await seen(page)).note) && (await seen(page)).note);
      assert.doesNotMatch(note, /undefined|Error|null/);
      await assertReadable(page);
      assert.deepEqual(await page.errors(), []);
    });

    test('where a policy forbids WebAssembly, too', async () => {
      await page.goto(noWasm.probed());
      const note = await page.waitFor('the sentence', async () =>
        /could not start|needs/.test((await seen(page)).note) && (await seen(page)).note);
      assert.match(note, /text version/);
      await assertReadable(page);
    });

    for (const [what, broken] of [['the program', noProgram], ['the dataset', noData]]) {
      test(`where ${what} does not arrive, too`, async () => {
        await page.goto(broken.probed());
        await page.waitFor('the sentence', async () =>
          /could not start.*404.*text version/.test((await seen(page)).note));
        await assertReadable(page);
      });
    }

    test('without JavaScript the page can be read', async () => {
      await page.goto(noScript.url);
      await assertReadable(page);
      const {note} = await seen(page);
      assert.equal(note, '');
      assert.equal(await page.evaluate(() => document.querySelector('noscript').children.length > 0 ||
        document.querySelector('noscript').innerText.includes('JavaScript')), true);
    });
  });
}
