// Supposing, in each engine: a lever is turned, every holder's answer is what the command line says,
// and Why? leads to the passage; with the mouse alone, then with the keyboard alone.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import {fileURLToPath} from 'node:url';

import {engines, launch} from '../support/browsers.mjs';
import {open, place} from '../support/explorer.mjs';
import {serveSite} from '../support/site.mjs';

const site = await serveSite();
after(() => site.close());

const root = fileURLToPath(new URL('../../../', import.meta.url));
const words = {
  will: ['Will', 'Will not'], very_likely: ['Very likely', 'Very likely not'],
  likely: ['Likely', 'Likely not'], possible: ['Possible', 'Possibly not'],
};
const signs = {'+': 'More likely', '-': 'Less likely'};

/// The command line's answers under a supposition, by the path joined by "/".
function ask(target, ...suppose) {
  const options = suppose.length > 0 ? ['--suppose', suppose.join(',')] : [];
  const answers = JSON.parse(execFileSync(`${root}build/native/proviso`,
    ['ask', 'data/china-military-aid.json', '--target', target, ...options, '--json'],
    {cwd: root, maxBuffer: 1 << 26}));
  return new Map(answers.map((answer) => [answer.view.join('/'), answer]));
}

const dataset = JSON.parse(readFileSync(`${root}data/china-military-aid.json`));
const target = dataset.dataset.start;
const levers = dataset.propositions.filter(({role}) => role === 'lever').map(({id}) => id);
/// A lever that makes somebody say how likely the outcome is, who says nothing without it.
const alone = ask(target);
const lever = levers.find((id) => [...ask(target, id)].some(([view, {status}]) =>
  status === 'predicted' && alone.get(view).status === 'silent'));

/// What each column says: { view: [words] }.
async function columns(page) {
  const said = new Map();
  for (const {id, role, name} of await page.items()) {
    const match = /^answer\/([a-z0-9/-]+?)(\.\d+)?$/.exec(id);
    if (!match) continue;
    if (role === 'group' && !match[2]) said.set(match[1], said.get(match[1]) ?? []);
    else said.get(match[1])?.push(name);
  }
  return said;
}

function compare(shown, answers) {
  for (const [view, {status, literal, strength, direction}] of answers) {
    if (status !== 'predicted' && !signs[direction]) continue;
    const said = shown.get(view);
    assert.ok(said, `${view} answers ${strength} ${direction} and has no column`);
    if (status === 'predicted') {
      const word = words[strength][literal.startsWith('!') ? 1 : 0];
      assert.ok(said.some((line) => line.startsWith(word)), `${view}: ${word} in ${said.join(' | ')}`);
    }
    if (signs[direction]) assert.ok(said.includes(signs[direction]), `${view}: ${said.join(' | ')}`);
  }
  for (const view of shown.keys()) {
    const {reason} = answers.get(view);
    assert.notEqual(reason, 'never-addressed', `${view} has a column and never speaks of it`);
  }
}

for (const engine of engines) {
  describe(engine, () => {
    let page, view;
    before(async () => {
      page = await launch(engine, {width: 1440, height: 900});
      await open(page, site.probed());
      await page.assertDrawn();
    });
    after(() => page?.close());

    const active = () => page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at?.dataset?.item ?? '';
    });
    const tabTo = async (wanted, ...held) => {
      for (let i = 0; i < 400; ++i) {
        const at = await active();
        if (wanted(at)) return page.waitFor('the focus', async () => (await page.find('', `#${at}`))?.focused).then(() => page.settle());
        await page.key('Tab', ...held);
      }
      assert.fail(`Tab does not arrive; it stands at ${await active()}`);
    };

    test('a lever turned with the mouse changes the answers to what the command line says', async () => {
      compare(await columns(page), alone);
      await page.pressItem('', `#lever/${lever}/on`);
      await page.waitFor('the lever to be on', async () => (await place(page)).on === lever);
      await page.settle();
      const answers = ask(target, lever);
      compare(await columns(page), answers);
      [view] = [...answers].find(([path, {status}]) =>
        status === 'predicted' && alone.get(path).status === 'silent');
    });

    test('Why? opens the reasons, and a step leads to its claim and its passage', async () => {
      await page.pressItem('', `#answer/${view}.why`);
      await page.waitFor('the reasons', () => page.find('', '#why/title'));
      const steps = (await page.items()).filter(({id}) => /^why\/level\/\d+$/.test(id));
      assert.ok(steps.length >= 2, 'what is supposed, and a claim');
      assert.match(steps[0].name, /^You suppose/);
      const claim = steps.find(({name}) => !/^(You suppose|So, )/.test(name));
      await page.pressItem('', `#${claim.id}`);
      await page.waitFor('its claim', async () => /^c-/.test((await place(page)).sel ?? ''));
      await page.pressItem('button', 'Open paragraph');
      await page.waitFor('its passage', async () => (await place(page)).v === 'sources');
      await page.back();
      await page.waitFor('the answers', async () => (await place(page)).v === undefined);
    });

    test('a scenario is kept, another stands beside it, and both are in the link', async () => {
      await open(page, `${site.probed()}#on=${lever}`);
      await page.pressItem('button', 'Keep to compare');
      await page.waitFor('the comparison', async () => (await place(page)).beside === '1');
      await page.pressItem('', `#lever/${lever}/open`);
      await page.waitFor('other suppositions', async () => (await place(page)).on === undefined);
      const beside = (await page.items()).find(({id}) => id === `answer/${view}.beside`);
      assert.ok(beside, 'the other scenario’s answer has its column');
      await page.pressItem('button', 'Close comparison');
      await page.waitFor('the comparison to close', async () => (await place(page)).beside === undefined);
    });

    test('the keyboard alone does all of it', async () => {
      await open(page, site.probed());
      await page.evaluate(() => document.getElementById('before').focus());
      await page.key('Tab');
      const group = `lever/${lever}`;
      await tabTo((id) => id.startsWith(`${group}/`));
      await page.key('ArrowRight');
      await page.waitFor('the lever to be on', async () => (await place(page)).on === lever);
      await page.settle();
      compare(await columns(page), ask(target, lever));
      await tabTo((id) => id === `answer/${view}.why`);
      await page.key('Enter');
      await page.waitFor('the reasons', () => page.find('', '#why/title'));
      await tabTo((id) => /^why\/level\/[1-9]\d*$/.test(id));
      await page.key('Enter');
      await page.waitFor('its claim', async () => /^c-/.test((await place(page)).sel ?? ''));
      await page.key('o');
      await page.waitFor('its passage', async () => (await place(page)).v === 'sources');
    });

    test('nothing went wrong meanwhile', async () => {
      assert.deepEqual(await page.errors(), []);
    });
  });
}
