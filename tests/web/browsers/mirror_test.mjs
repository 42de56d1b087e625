// The semantic DOM (web/mirror.js) against itself: whatever trees came before, a mirror shows what a
// new one shows of the last tree alone. Elements of items that stay are the same, and so is the focus.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import {engines, launch} from '../support/browsers.mjs';
import {openHost, serveHosts} from '../support/hosts.mjs';

const SEQUENCES = 200, STEPS = 8, AT_ONCE = 25;

const site = await serveHosts();
after(() => site.close());

for (const engine of engines) {
  describe(engine, () => {
    let page;
    before(async () => {
      page = await launch(engine);
      await openHost(page, site.host('none'));
    });
    after(() => page?.close());

    test(`${SEQUENCES} histories of trees each end in the DOM of their last tree, and keep what stays and the focus`, async () => {
      const sum = {};
      for (let seed = 1; seed <= SEQUENCES; seed += AT_ONCE) {
        const {wrong, ...seen} = await page.evaluate(play, seed, Math.min(SEQUENCES, seed + AT_ONCE - 1), STEPS);
        assert.deepEqual(wrong, []);
        for (const [name, count] of Object.entries(seen)) sum[name] = (sum[name] ?? 0) + count;
      }
      // What the trees are made of by chance did come.
      for (const [name, count] of Object.entries(sum)) assert.ok(count > SEQUENCES, `${name}: ${count}`);
      assert.deepEqual(await page.errors(), []);
    });
  });
}

// Runs in the page: the histories of these seeds, each until it goes wrong.
async function play(first, last, steps) {
  const {Mirror} = await import('/mirror.js');
  // A name that begins with n is a holder's: it may have others within.
  const LEAVES = ['text', 'heading', 'button', 'link', 'tab', 'checkbox', 'radio', 'option', 'menuitem', 'searchbox',
    'textbox', 'img', 'status', 'separator'];
  const HOLDERS = ['list', 'listitem', 'group', 'radiogroup', 'table', 'grid', 'row', 'gridcell', 'rowheader', 'tree', 'treeitem', 'tablist'];
  const NAMES = ['', 'a', 'b', 'ab', ' a ', 'a\nb', '<b>a</b>', '<img src=x onerror=alert(1)>', '</div>', '&amp;', '"\'`', '{0}',
    '\u202eesrever', 'e\u0301', '\u{1f469}\u200d\u{1f52c}', '\ud800', '\0', '__proto__', 'x'.repeat(200)];
  const IDS = ['a', 'b', 'a/b', 'a.1', '#a', '"]', '<i>', 'constructor', '__proto__', '', '\u202e', ...Array.from({length: 12}, (_, i) => `n${i}`)];
  const PANELS = ['top', 'stage', '__proto__', 'dialog'];

  let random;
  const below = (n) => Math.floor(random() * n);
  const chance = (n) => below(n) === 0;
  const pick = (from) => from[below(from.length)];
  const maybe = (from) => (chance(3) ? pick(from) : undefined);
  const shuffled = (all) => all.map((one) => [random(), one]).sort(([a], [b]) => a - b).map(([, one]) => one);
  const rect = () => [below(99) / 2 - 9, below(99), below(500), below(50) / 4];
  const truth = ['true', 'false', 'mixed'];

  const ITEM = {
    rect, role: (id) => pick(id.startsWith('n') ? HOLDERS : LEAVES),
    name: () => pick(NAMES), value: () => pick(NAMES), description: () => maybe(NAMES), placeholder: () => maybe(NAMES),
    shortcut: () => maybe(['Control+z', '?']), level: () => below(4), pos: () => below(3), size: () => below(3),
    checked: () => maybe(truth), expanded: () => maybe(truth), selected: () => maybe(truth), current: () => chance(5),
    disabled: () => chance(6), use: () => chance(2), group: () => maybe(['g', 'h', '__proto__']),
  };
  const PANEL = {landmark: () => pick(['main', 'toolbar', 'dialog', 'region']), name: () => pick(NAMES), rect,
    scroll: () => maybe([0.5, 40, 1e6]) ?? 0, modal: () => chance(9)};
  const make = (id, kind) => Object.fromEntries([['id', id], ...Object.entries(kind).map(([name, draw]) => [name, draw(id)])]);
  /// The same thing, but for a few of its properties.
  const alter = (one, kind) => ({...one, ...Object.fromEntries(Object.entries(kind).filter(() => chance(9)).map(([name, draw]) => [name, draw(one.id)]))});

  /// Some of the items, in any order, each within any holder that is still open.
  function plant(known) {
    const panels = shuffled(PANELS).slice(0, 1 + below(4)).map((id) => ({...make(id, PANEL), items: []}));
    const open = new Map(panels.map((panel) => [panel, []]));
    for (const id of shuffled(IDS).slice(0, below(IDS.length + 1))) {
      const panel = pick(panels), within = open.get(panel);
      within.length = below(within.length + 1);
      const item = {...(known.get(id) ?? make(id, ITEM)), parent: within.at(-1)};
      if (HOLDERS.includes(item.role)) within.push(panel.items.length);
      panel.items.push(item);
    }
    return panels;
  }

  /// Who can have the keyboard: what is used, and not behind a dialog.
  function stopsOf(panels) {
    const modal = panels.filter((panel) => panel.modal).at(-1);
    return (modal ? [modal] : panels).flatMap((panel) => panel.items.filter(({use}) => use)).map(({id}) => id);
  }

  /// All that a mirror says, attributes in one order; but for what was announced before.
  function shape(node) {
    if (node.nodeType === 3) return node.data;
    const attributes = [...node.attributes].map(({name, value}) => [name, value])
      .filter(([name, value]) => name !== 'class' || value).sort(([a], [b]) => (a < b ? -1 : 1));
    return [node.localName, attributes, node.value, node.className === 'status' ? '' : [...node.childNodes].map(shape)];
  }

  const shadow = document.body.appendChild(document.createElement('div')).attachShadow({mode: 'open'});
  const mirrorIn = (root, act = () => {}) => [root, new Mirror(root, act)];
  const inside = () => shadow.appendChild(document.createElement('div'));
  const elements = (root) => new Map([...root.querySelectorAll('[data-item]')].map((one) => [one.dataset.item, one]));
  const seen = {updates: 0, kept: 0, focused: 0, moved: 0, wrong: []};

  function history(seed) {
    let state = seed * 0x9e3779b9;
    random = () => {  // Mulberry32.
      state = (state + 0x6d2b79f5) | 0;
      let t = Math.imul(state ^ (state >>> 15), 1 | state);
      t ^= t + Math.imul(t ^ (t >>> 7), 61 | t);
      return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
    };
    let focus = '', panels = [];
    const [root, mirror] = mirrorIn(inside(), ({do: what, item}) => { if (what === 'focus') focus = item; });
    for (let step = 0; step < steps; ++step) {
      const known = new Map(panels.flatMap(({items}) => items).map((item) => [item.id, alter(item, ITEM)]));
      panels = chance(2) ? plant(known) :
        panels.map((panel) => ({...alter(panel, PANEL), items: panel.items.map(({id, parent}) => ({...known.get(id), parent}))}));
      const stops = stopsOf(panels), before = elements(root), held = shadow.activeElement;
      if (!stops.includes(focus) || chance(4)) focus = stops.length ? pick(stops) : '';
      const tree = {language: pick(['en', 'de']), focus, announcement: pick(NAMES), panels};
      mirror.update(tree);
      ++seen.updates;

      const wrong = (what, ...words) => { throw new Error([`seed ${seed}, step ${step}: ${what}`, ...words].join('\n')); };
      const [other, fresh] = mirrorIn(inside());
      fresh.update(tree);
      const [is, should] = [root, other].map((one) => JSON.stringify(shape(one)));
      fresh.dispose();
      other.remove();
      if (is !== should) {
        let at = 0;
        while (is[at] === should[at]) ++at;
        wrong('another DOM', ...[is, should].map((text) => text.slice(Math.max(0, at - 300), at + 100)));
      }
      if (root.querySelector('b, i, img')) wrong('a name became markup');
      const now = elements(root);
      if (String([...now.keys()]) !== String(panels.flatMap(({items}) => items.map(({id}) => id)))) wrong('another order');
      for (const [id, element] of now) {
        if (!before.has(id) || before.get(id).localName !== element.localName) continue;
        if (before.get(id) !== element) wrong(`another element for ${id}`);
        ++seen.kept;
      }
      if (held && focus) {
        if (shadow.activeElement !== now.get(focus)) wrong(`the focus is not on ${focus}`);
        ++seen.focused;
      }
      // A reader who tabs about.
      const next = chance(2) && stops.length && now.get(pick(stops));
      if (next) {
        next.focus();
        next.dispatchEvent(new FocusEvent('focusin', {bubbles: true}));  // A window that is not the active one does not tell.
        if (focus !== next.dataset.item) wrong('the core was not told of the focus');
        ++seen.moved;
      }
    }
    mirror.dispose();
  }

  for (let seed = first; seed <= last; ++seed) {
    try {
      history(seed);
    } catch (error) {
      seen.wrong.push(error.message);
    }
    shadow.replaceChildren();
  }
  shadow.host.remove();
  return seen;
}
