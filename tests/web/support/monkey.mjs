// Somebody who uses an explorer at random: keys, mouse, wheel, the semantic DOM and the methods of
// the element, one after another and none for a reason; and what must be so whatever they do.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';

/// What there is to open: { propositions, records } by address.
export const data = new Map(['/china-military-aid.json', ...['worked-example', 'everything', 'scripts', 'minimal'].map((name) => `/samples/${name}.json`)]
  .map((path) => {
    const file = path.replace(/^\/(samples\/)?/, '../../../data/$1');
    const {propositions = [], claims = [], actors = []} = JSON.parse(readFileSync(new URL(file, import.meta.url)));
    return [path, {propositions: propositions.map(({id}) => id), records: [...propositions, ...claims, ...actors].map(({id}) => id)}];
  }));
export const VIEWS = ['what-if', 'matrix', 'claims', 'actors', 'map', 'timeline', 'compare', 'sources', 'questions'];
const WORDS = ['aid', 'trade', 'a', 'zz', 'é', '中文', '<b>', ' '];
const KEYS = ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Enter', ' ', 'Tab', 'Tab', 'Tab', 'Home', 'End', 'PageDown',
  'PageUp', 'Escape', 'Backspace', '/', '?', '1', '5', 's', 'o', 'n', 'Shift+Tab', 'Control+k', 'Control+z', 'Control+y', 'Alt+ArrowLeft'];

/// Numbers from 0 to 1 that are the same for the same seed (Mulberry32).
const lots = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t ^= t + Math.imul(t ^ (t >>> 7), 61 | t);
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};

/// The explorer is `#it` on a host page with the probe (support/hosts.mjs); `done` lists
/// what was done in this lap.
export class Monkey {
  done = [];
  #former = [];
  #open = '';

  constructor(page) {
    this.page = page;
  }
  below = (n) => Math.floor(this.random() * n);
  pick = (from) => from[this.below(from.length)];

  /// Has the element do something: `method` with words, or a property set.
  call = (method, ...words) => this.page.evaluate((method, words) => {
    const it = document.getElementById('it');
    if (typeof it[method] === 'function') it[method](...words);
    else [it[method]] = words;
  }, method, words);

  state = () => this.page.evaluate(() => document.getElementById('it').state);

  /// [how often, what it is called, what it does with what was drawn for it].
  ways = [
    [6, 'key', () => [this.pick(KEYS)], (key) => this.page.key(...key.split('+').reverse())],
    [5, 'click', () => this.item(({visible, disabled}) => visible && !disabled), ({visible: {x, y, w, h}}) => this.page.click(x + w / 2, y + h / 2)],
    [3, 'use', () => this.item(({inert, stop}) => !inert && stop !== null), ({id}) => this.page.evaluate((id) => {
      const all = [...document.getElementById('it').shadowRoot.querySelectorAll('.mirror [data-item]')];
      const one = all.find((one) => one.dataset.item === id);
      if (one instanceof HTMLInputElement) one.focus();
      else one?.click();
    }, id)],
    [2, 'wheel', () => this.item(({visible}) => visible), ({visible: {x, y}}) => this.page.wheel(x + 1, y + 1, this.pick([-2000, -120, 120, 120, 900]))],
    [1, 'type', () => [this.pick(WORDS)], (words) => this.page.type(words)],
    [1, 'resize', () => [300 + this.below(600), 240 + this.below(400)], (w, h) => this.page.evaluate((w, h) => {
      Object.assign(document.getElementById('it').style, {inlineSize: `${w}px`, blockSize: `${h}px`});
    }, w, h)],
    [2, 'view', () => [this.pick(VIEWS)], (view) => this.call('view', view)],
    [2, 'suppose', () => [{proposition: this.pick(this.ids.propositions), to: this.pick(['on', 'off', 'open'])}], (words) => this.call('execute', 'suppose', words)],
    [2, 'undo', () => [], () => this.call('undo')],
    [1, 'redo', () => [], () => this.call('redo')],
    [1, 'theme', () => [this.pick(['auto', 'light', 'dark', 'contrast'])], (theme) => this.call('theme', theme)],
    [1, 'select', () => [Array.from({length: this.below(3)}, () => this.pick(this.ids.records))], (ids) => this.call('select', ids)],
    [1, 'reveal', () => [this.pick(this.ids.records)], (id) => this.call('reveal', id)],
    [1, 'find', () => [this.pick(WORDS)], (words) => this.call('find', words)],
    [1, 'words', () => [{words: this.pick(['', ...WORDS])}], (words) => this.call('execute', 'words', words)],
    [1, 'size', () => [{percent: this.pick([100, 100, 150, 200])}], (words) => this.call('execute', 'text-size', words)],
    [1, 'go back to', () => [this.pick(this.#former)], (former) => this.goTo(former)],
    [1, 'focus', () => [], () => this.call('focus')],
  ];

  get ids() { return data.get(this.#open); }

  async item(fits) {
    const all = (await this.page.items()).filter(fits);
    return all.length ? [this.pick(all)] : null;
  }

  async goTo(former) {
    await this.call('state', former);
    assert.equal(await this.state(), former);
  }

  /// One lap, the same for the same seed: some dataset, `count` things done to it, and what must be so
  /// then. Before three of four things what was done last is drawn; the fourth comes in haste.
  async lap(seed, count) {
    this.random = lots(seed);
    this.done = [`PROVISO_SEED=${seed}`];
    const begin = await this.open(this.pick([...data.keys()]));
    this.#former = ['', 'off=nobody&sel=nothing&v=map'];
    for (let i = 0; i < count; ++i) {
      await this.act();
      if (this.below(4)) await this.drawn();
    }
    await this.rest();
    await this.undone(begin);
    await this.compare();
  }

  /// Two frames: one draws, and the semantic DOM follows it.
  drawn = () => this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

  /// A dataset, in the size that all was at first. Returns the state.
  async open(path) {
    if (!this.#open) await this.#prepare();
    this.#open = path;
    this.done.push(`load ${path}`);
    await this.page.evaluate(async (path) => {
      const it = document.getElementById('it');
      it.style.cssText = 'position: fixed; inset: 0 auto auto 0; margin: 0; inline-size: 640px; block-size: 420px';
      it.theme = 'auto';
      it.execute('text-size', {percent: 100});
      await it.load(path);
    }, path);
    await this.rest();
    return this.state();
  }

  #prepare = () => this.page.evaluate(() => {
    // Windows of the system's and other tabs are no part of a page.
    globalThis.print = HTMLAnchorElement.prototype.click = HTMLInputElement.prototype.click = () => {};
    globalThis.settings = new Map();
    document.getElementById('it').addEventListener('proviso-setting', ({detail}) => settings.set(detail.name, detail.value));
  });

  /// One thing by lot, and what must be so after whatever was done.
  async act() {
    const all = this.ways.flatMap((way) => Array(way[0]).fill(way));
    const [, name, draw, act] = this.pick(all);
    const words = await draw();
    if (!words) return;
    this.done.push(`${name} ${words.map((word) => word.id ?? JSON.stringify(word)).join(' ')}`);
    await act(...words);
    this.#former.push(await this.check());
  }

  /// Nothing went wrong; the semantic DOM is the core's tree, and the focus is nowhere else.
  async check() {
    const seen = await this.page.evaluate(() => {
      const it = document.getElementById('it');
      const ids = (outline) => outline.flatMap(({id, children}) => [id, ...ids(children)]);
      const inside = it.shadowRoot.activeElement;
      return {
        status: it.status, crashes: host.named('crash'), errors: host.named('error'), state: it.state,
        mirror: [...it.shadowRoot.querySelectorAll('.mirror [data-item]')].map((one) => one.dataset.item),
        tree: it.getOutline().flatMap(({children}) => ids(children)),
        focus: inside?.dataset.item ?? '', lost: Boolean(inside?.closest('[inert]')),
      };
    });
    assert.deepEqual([seen.status, seen.crashes, seen.errors, await this.page.errors()], ['ready', [], [], []]);
    assert.deepEqual(seen.mirror, seen.tree);
    assert.ok(!seen.focus || seen.tree.includes(seen.focus), `the focus is on ${seen.focus}`);
    assert.ok(!seen.lost, 'the focus is behind a dialog');
    return seen.state;
  }

  /// Closes what is open over the panels, and puts the focus where it is at first.
  async rest() {
    await this.page.settle();
    const dialog = () => this.page.evaluate(() => {
      const {shadowRoot} = document.getElementById('it');
      shadowRoot.querySelector('.middle > .dialog button')?.click();  // What could not be copied.
      const modal = shadowRoot.querySelector('[aria-modal]');
      modal?.querySelector('[tabindex="0"]')?.focus();
      return Boolean(modal);
    });
    for (let i = 0; i < 5 && (await dialog()); ++i) {
      await this.page.key('Escape');
      await this.page.settle();
    }
    assert.equal(await dialog(), false);
    await this.call('focus');
    await this.page.settle();
  }

  /// All the way back to where it began, and all the way on again.
  async undone(begin) {
    const all = (step) => this.page.evaluate((step) => {
      const it = document.getElementById('it');
      for (let i = 0; i < 200; ++i) it[step]();
      return it.state;
    }, step);
    const here = await this.state();
    await this.call('select', [this.ids.records.find((id) => !here.includes(id))]);  // One step at least.
    const end = await this.state();
    assert.equal(await all('undo'), begin);
    assert.equal(await all('redo'), end);
    await this.page.settle();
  }

  /// What is on screen is what a new explorer shows of the same data and state: but for the way here,
  /// which only this reader has gone (undo, notices), and for where panels are scrolled to, which is
  /// forgotten by going elsewhere and back, and the card of what the pointer rests on.
  async compare() {
    const here = await this.state();
    const [id, view] = [this.ids.records, ['claims', 'map']].map((all) => all.find((one) => !here.includes(one)));
    await this.goTo(`q=elsewhere&sel=${id}&v=${view}`);
    await this.goTo(here);
    await this.page.evaluate(async () => {
      const it = document.getElementById('it');
      const twin = document.createElement('proviso-explorer');
      twin.controls = it.controls;
      twin.id = 'twin';
      twin.style.cssText = it.style.cssText;
      twin.loading = 'eager';
      twin.theme = it.theme;
      twin.data = await (await it.save({format: 'json'})).text();
      twin.state = it.state;
      it.before(twin);
      await twin.ready;
      for (const [name, value] of settings) twin.execute('setting', {name, value});
    });
    await this.page.waitFor('the words of the language', () => this.page.evaluate(() => new Set(['it', 'twin']
      .map((id) => document.getElementById(id).shadowRoot.querySelector('.mirror').lang)).size === 1));
    await this.page.settle();
    const told = (items) => items.filter(({id}) => !/^(notices|tour|card)$|(^|\/)(undo|redo|back|forward)$/.test(id))
      .map((item) => ({...item, children: told(item.children)}));
    const [ours, fresh] = (await this.page.evaluate(() => ['it', 'twin'].map((id) => document.getElementById(id).getOutline()))).map(told);
    await this.page.evaluate(() => document.getElementById('twin').remove());
    // The one that has the focus says more of itself (core/window/card.h); the new one has no focus.
    let more = 0;
    const leaveFocus = (item, other) => {
      if (item.id === other?.id && item.description !== other.description && !more && (item.description ?? '').startsWith(other.description ?? '')) {
        item.description = other.description;
        ++more;
      }
      item.children.forEach((child, i) => leaveFocus(child, other?.children[i]));
    };
    ours.forEach((item, i) => leaveFocus(item, fresh[i]));
    assert.deepEqual(ours, fresh);
  }
}

