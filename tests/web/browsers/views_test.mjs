// A task in each view, in each engine: what is looked at leads to its claims and to the passage in
// at most two actions, and the same link shows the same again.
import assert from 'node:assert/strict';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import {fileURLToPath} from 'node:url';

import {engines, launch} from '../support/browsers.mjs';
import {open, place} from '../support/explorer.mjs';
import {serveSite} from '../support/site.mjs';

const site = await serveSite();
after(() => site.close());

const root = fileURLToPath(new URL('../../../', import.meta.url));
const data = JSON.parse(readFileSync(`${root}data/china-military-aid.json`));
const pictures = `${root}build/tests/views`;
mkdirSync(pictures, {recursive: true});

/// Items whose id begins so, from top to bottom.
const under = async (page, prefix) =>
  (await page.items()).filter(({id, rect}) => id.startsWith(prefix) && rect.w > 0);
const inspected = (page) => page.find('', '#inspector/title');
/// Presses what opens the paragraph of the thing inspected, and waits until Sources shows it.
async function openParagraph(page) {
  await page.pressItem('button', '#inspector/open-paragraph');
  await page.waitFor('the paragraph', async () => (await place(page)).v === 'sources');
}
const show = async (page, fragment) => {
  await page.evaluate((to) => { location.hash = to; }, fragment);
  await page.settle();
};

for (const engine of engines) {
  describe(engine, () => {
    let page;
    before(async () => {
      page = await launch(engine, {width: 1440, height: 900});
      await open(page, `${site.probed()}#v=matrix`);
      await page.assertDrawn();
    });
    after(() => page?.close());

    test('Matrix: a cell opens as many claims as its number says, and the passage', async () => {
      const cells = (await under(page, 'matrix/cell/')).filter(({name, visible}) =>
        visible && /\b[2-9] claims/.test(name) && !name.includes(';'));  // Of one kind alone.
      assert.ok(cells.length > 0, 'no cell with several claims');
      const count = Number(/\b(\d+) claims/.exec(cells[0].name)[1]);
      await page.pressItem('', `#${cells[0].id}`);
      await page.waitFor('the pair', async () => (await place(page)).sel?.includes('~'));
      await page.settle();
      const listed = (await page.items()).filter(({id, role}) =>
        role === 'button' && /^inspector\/list\/\d+\/\d+$/.test(id));
      // Beside the claims themselves there may be others: what is near, what disputes them.
      const listOf = ({id}) => id.split('/')[2];
      const lists = [...new Set(listed.map(listOf))].map((list) => listed.filter((item) => listOf(item) === list));
      assert.ok(lists.some(({length}) => length === count), `${lists.map(({length}) => length)} for ${count}`);
      await openParagraph(page);
    });

    test('Matrix: a choice is a list that the keyboard walks; Escape leaves it as it was', async () => {
      await show(page, 'v=matrix&rows=voices');
      await page.pressItem('button', '#matrix/order');
      const chosen = await page.item('option', 'Name');
      assert.equal(chosen.selected, 'true');
      await page.key('Escape');
      await page.waitFor('the list to close', async () => !(await page.find('option', 'Name')));
      await page.pressItem('button', '#matrix/order');
      await page.item('option', 'Similarity');
      await page.settle();
      await page.key('End');
      await page.waitFor('the last of them', async () => (await page.find('option', 'Similarity')).focused);
      await page.key('Enter');
      await page.waitFor('the order', async () => (await place(page)).order === 'similarity');
    });

    test('Map: what is supposed lights an arrow up; it opens its link and the passage', async () => {
      await show(page, 'on=us-strengthens-taiwan-ties&v=map');
      const lit = (await under(page, 'map/arrow/')).filter(({name}) => /Carries what you suppose/.test(name));
      assert.ok(lit.length > 0, 'nothing is carried');
      await page.pressItem('', `#${lit[0].id}`);
      await page.waitFor('its link', async () =>
        (await place(page)).sel === lit[0].id.slice('map/arrow/'.length));
      await openParagraph(page);
    });

    test('Map: the list has the arrows of the drawing, whoever’s arrows are shown', async () => {
      await show(page, 'v=map');
      await page.pressItem('button', '#map/arrows');
      const voice = data.actors.find(({id}) => id === 'a-hart');
      await page.pressItem('option', voice.name);
      await page.waitFor('his arrows', async () => (await place(page)).arrows === voice.id);
      await page.settle();
      const arrows = async () => (await under(page, 'map/arrow/')).map(({id}) => id).sort();
      const drawn = await arrows();
      assert.ok(drawn.length > 0);
      await page.pressItem('button', '#map/list');
      await page.waitFor('the list', async () => (await place(page)).list === '1');
      await page.settle();
      assert.deepEqual(await arrows(), drawn);
    });

    test('Timeline: dates that are typed filter the claims of every view', async () => {
      await show(page, 'v=timeline');
      const before = Number(/\d+/.exec((await page.item('tab', 'Claims')).name) ?? 0);
      assert.equal(before, 0);
      await page.pressItem('textbox', /from/i);
      await page.type('2023-05');
      await page.waitFor('the brush', async () => (await place(page)).from === '2023-05');
      await page.settle();
      // What is typed is not put into words before it is whole.
      await page.type('-12');
      await page.waitFor('a day', async () => (await place(page)).from === '2023-05-12');
      await page.settle();
      await page.key('Escape');
      await page.pressItem('tab', 'Claims');
      const title = await page.item('heading', '#claims/title');
      assert.ok(Number(/\d+/.exec(title.name)[0]) < data.claims.length, title.name);
    });

    test('Timeline: a mark opens its event and the passage', async () => {
      await show(page, 'v=timeline');
      const mark = (await under(page, 'time/event/')).find(({visible}) => visible?.h > 8);
      await page.pressItem('', `#${mark.id}`);
      await page.waitFor('the event', async () => (await inspected(page)) && (await place(page)).sel);
      await openParagraph(page);
    });

    test('Compare: the classes add up, and one shows its points alone', async () => {
      await show(page, 'v=compare');
      const tabs = await under(page, 'compare/class/');
      const counts = tabs.map(({name}) => Number(/(\d+)$/.exec(name)[1]));
      assert.equal(counts.slice(1).reduce((sum, one) => sum + one, 0), counts[0]);
      const agree = tabs.find(({name}) => name.startsWith('Agree'));
      await page.pressItem('', `#${agree.id}`);
      await page.waitFor('the class', async () => (await place(page)).verdict === 'agree');
      await page.settle();
      const rows = (await page.items()).filter(({id, role}) => role === 'row' && /^compare\/[^/]+$/.test(id));
      const points = rows.filter(({id}) => id !== 'compare/heads');
      // Far from the window points are not told yet.
      assert.ok(points.length > 0 && points.length <= Number(/\d+/.exec(agree.name)[0]), `${points.length} points`);
    });

    test('Compare: either side of a verdict leads to its passage', async () => {
      for (const side of ['a', 'b']) {
        await show(page, 'v=compare&verdict=agree');
        const claim = (await page.items()).find(({id, role, visible}) =>
          visible && role === 'button' && new RegExp(`^compare/[^/]+/${side}/`).test(id));
        await page.pressItem('', `#${claim.id}`);
        await page.waitFor('the claim', async () => (await place(page)).sel);
        await page.settle();
        await openParagraph(page);
      }
    });

    test('Questions: the tour goes on, and a step opens what answers it', async () => {
      await show(page, 'v=questions');
      const first = (await page.item('heading', '#question/title')).name;
      await page.pressItem('button', /^Next: /);
      await page.waitFor('the second', async () =>
        (await page.find('heading', '#question/title'))?.name !== first);
      await page.pressItem('button', /^Go there/);
      const now = await page.waitFor('its answer', async () => {
        const at = await place(page);
        return at.v !== 'questions' && at;
      });
      const second = data.questions.find(({tour}) => tour === 2);
      const wanted = new URLSearchParams(second.state);
      for (const [key, value] of wanted) if (key !== 'v') assert.equal(now[key], value);
    });

    test('each view stands on a desk and on a phone, and nothing went wrong', async () => {
      const sizes = engine === 'chromium' ? [[1440, 900], [390, 844]] : [[1440, 900]];
      for (const [width, height] of sizes) {
        await page.resize(width, height);
        for (const view of ['what-if', 'matrix', 'claims', 'actors', 'map', 'timeline', 'compare', 'sources', 'questions']) {
          await show(page, `v=${view}`);
          assert.equal((await page.items()).filter(({role, id}) =>
            role === 'heading' && /\/(title|question)$/.test(id)).length > 0, true, view);
          await page.assertDrawn();
          writeFileSync(`${pictures}/${engine}-${view}-${width}.png`, (await page.screenshot()).png);
        }
      }
      await page.resize(1440, 900);
      assert.deepEqual(await page.errors(), []);
    });
  });
}
