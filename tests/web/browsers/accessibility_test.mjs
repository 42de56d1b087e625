// What somebody without eyes for it has of the explorer: axe finds nothing; the tree on the
// accessibility bus is the core's; a scripted reader answers questions about the dataset from that
// tree alone; and each of these checks fails when what it stands for is broken.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {after, before, describe, test} from 'node:test';
import {fileURLToPath} from 'node:url';

import {engines, launch} from '../support/browsers.mjs';
import {open, place} from '../support/explorer.mjs';
import {differences, read, under} from '../support/reader.mjs';
import {serveSite} from '../support/site.mjs';

const site = await serveSite();
after(() => site.close());

const root = fileURLToPath(new URL('../../../', import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const dataset = JSON.parse(readFileSync(`${root}data/china-military-aid.json`));
const by = (table, id) => dataset[table].find((one) => one.id === id);
const ask = (...options) => JSON.parse(execFileSync(`${root}build/native/proviso`,
  ['ask', 'data/china-military-aid.json', '--target', dataset.dataset.start, ...options, '--json'],
  {cwd: root, maxBuffer: 1 << 26}));

const states = ['', 'v=matrix', 'v=claims&sel=c-b-biden-open', 'v=actors', 'v=map', 'v=timeline', 'v=compare', 'v=sources', 'v=questions'];

for (const engine of engines) {
  describe(engine, () => {
    let page;
    before(async () => {
      page = await launch(engine, {width: 1280, height: 900, accessible: true});
      await page.goto(site.probed());
      await page.evaluate(() => localStorage.setItem('proviso-seen', '1'));
    });
    after(() => page?.close());

    const show = async (state) => {
      await page.goto('about:blank');
      await open(page, `${site.probed()}${state && `#${state}`}`);
    };
    const outline = () => page.evaluate(() => document.getElementById('explorer').getOutline());
    /// The tree takes a moment to follow the page; it is waited for, and what differs is told.
    const heard = async () => {
      let last = ['nothing was read'];
      await page.waitFor('the tree to follow', async () => {
        last = differences(await outline(), await read(page));
        return last.length === 0;
      }, 4000).catch(() => {});
      return last;
    };

    // What axe reads is the document, which is the same in each engine (mirror_test); once is enough.
    if (engine === 'chromium') test('axe finds nothing to object to', async () => {
      const all = [];
      const run = async (what) => {
        await page.evaluate(axe);
        const found = await page.evaluate(async () => (await globalThis.axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          resultTypes: ['violations'],
        })).violations.map(({id, help, nodes}) => `${id}: ${help}: ${nodes.slice(0, 3).map(({target, failureSummary}) => `${target} ${failureSummary}`).join(' | ')}`));
        all.push(...found.map((one) => `${what || 'what-if'}: ${one}`));
      };
      for (const state of states) {
        await show(state);
        await run(state);
      }
      await show('');
      await page.pressItem('button', '#top/menu');
      await run('the menu');
      await page.pressItem('menuitem', '#menu/.settings');
      await run('a dialog');
      await page.key('Escape');
      await page.pressItem('button', '#top/share');
      for (const tab of ['cite', 'embed', 'export']) {
        await page.pressItem('tab', `#share/tab.${tab}`);
        await run(`Share, ${tab}`);
      }
      await show('v=claims&group=holder');
      await run('groups');
      await show('sel=a-raska');
      await page.pressItem('textbox', '#inspector/your-note');
      await page.type('a note');
      await page.settle();
      await page.key('Escape');
      await page.pressItem('button', '#top/menu');
      await page.pressItem('menuitem', '#menu/.notes');
      await run('notes');
      await page.resize(390, 844);
      await show('v=matrix&rows=kind');
      await run('a phone');
      await page.resize(1280, 900);
      await show('v=claims');
      await page.pressItem('searchbox', 'Words in these claims');
      await page.type('zzz');
      await page.settle();
      await run('nothing found, and editing');
      assert.deepEqual(all, []);
    });

    test('the tree on the accessibility bus is the core’s, view by view', async () => {
      for (const state of states) {
        await show(state);
        assert.deepEqual(await heard(), [], state);
      }
    });

    test('question 1: how many claims does Michael Raska hold?', async () => {
      const held = dataset.claims.filter(({attribution}) => attribution.at(-1).actor === 'a-raska').length;
      await show('v=claims&holder=a-raska');
      const heading = (await read(page)).find(({role, name}) => role === 'heading' && /^\d+ claims/.test(name));
      assert.equal(heading.name, `${held} claims`);
    });

    test('question 2: what does Joe Biden say of weapons for Russia?', async () => {
      await show('');
      const said = under(await read(page), 'panel', /^Joe Biden/).map(({name}) => name).join('\n');
      assert.ok(said.includes(by('claims', 'c-b-biden-open').gloss), said);
    });

    test('question 3: through whom does it reach us?', async () => {
      const chain = by('claims', 'c-b-biden-open').attribution.map(({actor}) => by('actors', actor).name);
      await show('v=claims&sel=c-b-biden-open');
      const links = under(await read(page), 'panel', /^Who says so/).filter(({role}) => role === 'link');
      assert.deepEqual(links.map(({name}) => name), chain);
    });

    test('question 4: if a condition is supposed, who then says what follows?', async () => {
      const alone = new Map(ask().map(({view, status}) => [view.join(), status]));
      const levers = dataset.propositions.filter(({role}) => role === 'lever').map(({id}) => id);
      const [lever, changed] = levers.map((id) => [id, ask('--suppose', id).find(({view, status}) =>
        status === 'predicted' && alone.get(view.join()) === 'silent')]).find(([, answer]) => answer);
      await show(`on=${lever}`);
      const name = by('actors', changed.view.at(-1)).name;
      await page.waitFor('the answer', async () => {
        const said = under(await read(page), 'panel', new RegExp(`^${name.replace(/[()]/g, '\\$&')}`)).map((one) => one.name);
        assert.ok(said.some((line) => /^(Will|Very likely|Likely|Possibl)/i.test(line)), said.join('\n'));
        return true;
      }, 4000);  // The tree takes a moment to follow the page.
    });

    test('question 5: where does it stand?', async () => {
      const claim = by('claims', 'c-b-biden-open');
      const passage = by('passages', claim.passages[0]);
      await show(`v=claims&sel=${claim.id}`);
      const links = (await read(page)).filter(({role}) => role === 'link').map(({name}) => name);
      assert.ok(links.includes(`text A, paragraph ${passage.paragraph}`), links.join('\n'));
    });

    // What breaks in a page would break in each engine; once is enough.
    if (engine === 'chromium') {
      /// Tab from before the explorer to behind it.
      const walkThrough = async () => {
        await page.evaluate(() => document.getElementById('before').focus());
        const seen = new Set();
        for (let i = 0, last; i < 300; ++i) {
          await page.key('Tab');
          const at = await page.evaluate(() => document.activeElement === document.getElementById('explorer') ?
            document.activeElement.shadowRoot.activeElement?.dataset.item ?? '' : null);
          if (at === null) return seen.size;
          if (at && at === last) break;  // It stays where it is.
          last = at;
          seen.add(at);
        }
        throw new Error('Tab does not lead out');
      };
      /// A row that the wheel has moved is where its element says.
      const rowsFollow = async () => {
        const list = await page.item('', '#claims/list');
        const row = (await page.items()).filter(({role, visible}) => role === 'listitem' && visible).at(-1);
        await page.wheel(list.visible.x + 200, list.visible.y + 200, 120);
        await page.settle();
        const moved = await page.item('', `#${row.id}`);
        await page.click(moved.rect.x + moved.rect.w * 0.3, moved.rect.y + 22);
        await page.settle();
        return `claim/${(await place(page)).sel}` === row.id;
      };

      test('what is broken is noticed: names, roles, elements, boxes, Tab', async () => {
        const inMirror = (work) => page.evaluate(work);
        /// Breaks a page whose tree was right, and waits for the difference.
        const noticed = async (what, work) => {
          await show('v=claims');
          assert.deepEqual(await heard(), [], what);
          await inMirror(work);
          await page.waitFor(what, async () => differences(await outline(), await read(page)).length > 0);
        };
        await noticed('names taken away', () => {
          for (const one of document.getElementById('explorer').shadowRoot.querySelectorAll('.mirror button')) one.textContent = '';
        });
        await noticed('a role dropped', () => {
          for (const one of document.getElementById('explorer').shadowRoot.querySelectorAll('.mirror [role=tab]')) one.removeAttribute('role');
        });
        await noticed('all of it deleted', () => document.getElementById('explorer').shadowRoot.querySelector('.mirror').replaceChildren());

        await show('v=claims');
        assert.ok(await walkThrough() > 10);
        assert.equal(await rowsFollow(), true);

        await show('v=claims');
        await inMirror(() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('.mirror .panel > div { transform: none !important; }');
          const {shadowRoot} = document.getElementById('explorer');
          shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
        });
        assert.equal(await rowsFollow(), false, 'boxes frozen');

        await show('v=claims');
        await inMirror(() => document.getElementById('explorer').addEventListener('keydown', (event) => {
          if (event.key === 'Tab') event.preventDefault();
        }, true));
        await assert.rejects(walkThrough(), /does not lead out|before/, 'Tab trapped');
      });
    }

    test('nothing went wrong meanwhile', async () => {
      assert.deepEqual(await page.errors(), []);
    });
  });
}
