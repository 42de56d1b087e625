// Real browsers behind one small interface: launch('chromium' | 'firefox' | 'webkit').
//
// A browser test asserts pixels first (see `assertDrawn`): software WebGL that quietly draws
// nothing would let everything else pass.
import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';

import {Pixels} from './pixels.mjs';
import {pause, slow, within} from './processes.mjs';
import {startPuppet} from './puppet.mjs';
import {startWebKit} from './webkit.mjs';

/// Those named in PROVISO_ENGINES (with commas), else all three.
export const engines = (process.env.PROVISO_ENGINES ?? 'chromium,firefox,webkit').split(',');

/// Starts a browser with one page; a second try is made, for what a busy machine spoils.
///
/// `width`, `height` of the page in points; `dpr` pixels to a point (WebKitGTK: 1 or 2); `dark`
/// sets prefers-color-scheme; `javascript: false` turns scripts off (Chromium and WebKitGTK);
/// `accessible`: assistive technology is told of the page (support/reader.mjs); `flags`: further
/// ones for Chromium.
export async function launch(engine, options = {}) {
  const all = {width: 1000, height: 700, dpr: 1, dark: false, javascript: true, accessible: false, ...options};
  if (engine !== 'chromium' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    throw new Error(`${engine} needs a display: xvfb-run -a -s "-screen 0 1400x1000x24" node …`);
  const once = () => within(90_000 * slow, `starting ${engine}`,
    engine === 'webkit' ? startWebKit(all) : startPuppet(engine, all));
  const driver = await once().catch((error) => {
    console.error(`${engine} did not start, trying once more: ${error.message}`);
    return once();
  });
  return new Page(engine, driver, all);
}

export class Page {
  #driver;
  #host = '#explorer';

  constructor(engine, driver, {width, height, dpr}) {
    this.engine = engine;
    this.#driver = driver;
    Object.assign(this, {width, height, dpr});
    for (const name of ['goto', 'reload', 'url', 'evaluate', 'back', 'forward', 'move', 'down', 'up', 'type', 'setDark', 'touch', 'touchScreen', 'emulate', 'computed'])
      this[name] = async (...args) => within(45_000 * slow, `${engine}: ${name}`, this.#can(name).call(driver, ...args));
  }

  #can(name) {
    if (!this.#driver[name]) throw new Error(`${this.engine} has no way to ${name}`);
    return this.#driver[name];
  }

  /// The picture of the page.
  async screenshot() {
    const png = await within(45_000 * slow, `${this.engine}: screenshot`, this.#driver.png());
    return new Pixels(png, png.readUInt32BE(16) / this.width);
  }

  click = (x, y) => this.#driver.press(x, y);
  doubleClick = (x, y) => this.#driver.press(x, y, {count: 2});
  wheel = (x, y, deltaY) => this.#driver.wheel(x, y, deltaY);
  /// A key by its DOM name, with any of Shift, Control, Alt, Meta held.
  key = (name, ...modifiers) => this.#driver.key(name, modifiers);

  /// A new size of the page in points, and of its points in pixels (not WebKitGTK's).
  async resize(width, height, dpr = this.dpr) {
    if (this.engine === 'webkit' && dpr !== this.dpr) throw new Error('WebKitGTK keeps its pixels');
    await this.#driver.resize(width, height, dpr);
    Object.assign(this, {width, height, dpr});
  }

  close = () => this.#driver.close();

  /// The page dies, as one does that takes too much memory (Chromium), and its tab shows nothing. That it
  /// has died is answered by nobody, so nobody waits for an answer.
  async crash() {
    const client = await this.#driver.page.createCDPSession();
    client.send('Page.crash').catch(() => {});
    await pause(500);
    await this.goto('about:blank').catch(() => {});
  }

  /// Chromium's own protocol: `await page.protocol('Domain.method', {…})`.
  async protocol(method, parameters) {
    const client = await this.#driver.page.createCDPSession();
    try {
      return await client.send(method, parameters);
    } finally {
      await client.detach();
    }
  }

  /// Another tab of the same browser comes to the front for as long as `work` takes (Chromium).
  async behind(work) {
    const tab = await this.#driver.page.browser().newPage();
    try {
      await tab.bringToFront();
      return await work();
    } finally {
      await tab.close();
      await this.#driver.page.bringToFront();
    }
  }

  /// Everything that went wrong in the page so far: console errors and warnings, uncaught errors,
  /// violations of the content security policy.
  async errors() {
    const probed = await this.evaluate(() => globalThis.probe?.errors ?? []).catch(() => []);
    return [...new Set([...this.#driver.errors, ...probed])];
  }

  /// Addresses that the page has asked for.
  async requests() {
    const timed = await this.evaluate(() =>
      performance.getEntriesByType('resource').map((entry) => entry.name));
    return [...new Set([...(this.#driver.requests ?? []), ...timed])];
  }

  /// Asks `question` (a function here, which may ask the page) until the answer is truthy, and
  /// returns it.
  async waitFor(what, question, ms = 20_000) {
    const end = Date.now() + ms * slow;
    let last;
    for (;;) {
      try {
        const answer = await question();
        if (answer) return answer;
        last = '';
      } catch (error) {
        last = ` (${error.message})`;
      }
      if (Date.now() > end)
        throw new Error(`${this.engine}: waited ${ms / 1000} s in vain for ${what}${last}`);
      await pause(60);
    }
  }

  /// Waits until the page asks for nothing and has nothing to come: no frame, no timer that ends soon,
  /// no answer from a server; and that for `quiet` ms. Needs the probe.
  async settle(quiet = 100) {
    await this.waitFor('the page to come to rest', () => this.evaluate((quiet) => probe.rest(quiet), quiet), 60_000);
  }

  /// Waits until the page has nothing at all to come, however late. Needs the probe.
  async rest() {
    await this.settle();
    await this.waitFor('nothing to be to come', async () => {
      const coming = await this.evaluate(() => probe.coming());
      if (coming.length > 0) throw new Error(coming.join(', '));
      return true;
    });
  }

  /// The same, and that it asks for nothing within a further second.
  async assertRest() {
    await this.rest();
    const seen = () => this.evaluate(() => ({coming: probe.coming(), frames: probe.frames, timers: probe.timers}));
    const before = await seen();
    await pause(1000);
    assert.deepEqual(await seen(), before, await this.evaluate(() => probe.last));
  }

  /// The explorer whose mirror is read below; `selector` of its host.
  at(selector) {
    this.#host = selector;
    return this;
  }

  /// What assistive technology finds in the explorer, in order: { id, panel, parent, role, name, value,
  /// checked, expanded, selected, current, disabled, description, focused, rect, visible }. Rects
  /// are points of the page; `visible` is the part inside its panel, or null.
  items = () => this.evaluate(readMirror, this.#host);

  /// The first item of a role whose name is `name` (or matches it), or whose id does with `#id`.
  async find(role, name) {
    const wanted = name instanceof RegExp ? {pattern: name.source, flags: name.flags} :
      name.startsWith('#') ? {id: name.slice(1)} : {name};
    return (await this.evaluate(readMirror, this.#host, {role, ...wanted}))[0];
  }

  item = (role, name, ms) =>
    this.waitFor(`${role} ${name}`, () => this.find(role, name), ms);

  /// Clicks in the middle of what is to be seen of an item, turning the wheel over its panel until
  /// it is.
  async pressItem(role, name, {count = 1} = {}) {
    let item = await this.item(role, name);
    for (let turns = 0; turns < 30 && (!item.visible || item.visible.h < Math.min(item.rect.h, 16)); ++turns) {
      const {x, y, w, h} = item.panelRect;
      const step = Math.sign(item.rect.y - y) * Math.min(h * 0.7, Math.abs(item.rect.y - y - h * 0.3));
      const before = item.rect.y;
      // Over a field the wheel moves the text in it: then it is turned at the margin.
      await this.wheel(turns % 2 === 0 ? x + w / 2 : x + 8, y + h / 2, Math.round(step) || 40);
      await this.#moved(role, name, before);
      item = await this.item(role, name);
    }
    assert.ok(item.visible, `${this.engine}: ${role} ${name} cannot be brought into sight`);
    const {x, y, w, h} = item.visible;
    await this.#driver.press(x + w / 2, y + h / 2, {count});
    // Nobody types before the field is there; a test would.
    if (['textbox', 'searchbox'].includes(item.role))
      await this.waitFor(`the focus on ${name}`, async () => (await this.find('', `#${item.id}`))?.focused, 3000).catch(() => {});
    return item;
  }

  /// Waits until an item is no longer at `y` and has come to rest. An end of the panel is reached in
  /// vain, so the wait is short then.
  async #moved(role, name, y) {
    const end = Date.now() + 400 * slow;
    let last = y;
    for (let still = 0; Date.now() < end && still < 2;) {
      await pause(40);
      const now = (await this.find(role, name))?.rect.y;
      still = now !== y && now === last ? still + 1 : 0;
      last = now;
    }
  }

  /// The same in the explorer that `selector` names.
  pressItemOf(selector, role, name) {
    return this.at(selector).pressItem(role, name);
  }

  /// Throws unless the page shows at least 20 colours and something dark enough to be text.
  async assertDrawn(rect) {
    const pixels = await this.screenshot();
    try {
      const colours = pixels.distinctColours(rect);
      const {contrast, share} = pixels.ink(rect);
      assert.ok(colours >= 20, `${this.engine}: only ${colours} colours; is there no WebGL?`);
      assert.ok(contrast >= 4.5, `${this.engine}: the greatest contrast is ${contrast.toFixed(1)}`);
      assert.ok(share > 0.003 && share < 0.6, `${this.engine}: ${(share * 100).toFixed(2)} % ink`);
    } catch (error) {
      this.keep(pixels, 'blank');
      throw error;
    }
    return pixels;
  }

  /// Keeps a picture for whoever looks into a failure, in build/tests.
  keep(pixels, name) {
    mkdirSync('build/tests', {recursive: true});
    writeFileSync(`build/tests/${this.engine}-${name}.png`, pixels.png);
  }
}

// Runs in the page. With `wanted` only the first item that fits: {role, and id, name or pattern}.
function readMirror(selector, wanted = null) {
  const root = document.querySelector(selector)?.shadowRoot;
  if (!root) return [];
  const roles = {P: 'text', BUTTON: 'button', H2: 'heading', DIV: 'generic'};
  const roleOf = (element) => element.getAttribute('role') ??
    (element.type === 'search' ? 'searchbox' : ['input', 'textarea'].includes(element.localName) ? 'textbox' : roles[element.tagName]);
  const nameOf = (element) => element.getAttribute('aria-label') ?? element.textContent;
  const pattern = wanted?.pattern !== undefined && new RegExp(wanted.pattern, wanted.flags);
  const fits = (element) => (!wanted.role || roleOf(element) === wanted.role) &&
    (pattern ? pattern.test(nameOf(element)) :
      wanted.id !== undefined ? element.dataset.item === wanted.id : nameOf(element) === wanted.name);
  const box = (element) => {
    const {x, y, width, height} = element.getBoundingClientRect();
    return {x, y, w: width, h: height};
  };
  const panels = new Map();
  const panelOf = (panel) => {
    if (!panels.has(panel)) panels.set(panel, {name: panel.getAttribute('aria-label') ?? '', rect: box(panel)});
    return panels.get(panel);
  };
  let elements = [...root.querySelectorAll('.mirror [data-item]')];
  if (wanted) elements = [elements.find(fits)].filter(Boolean);
  return elements.map((element) => {
    const {name: panel, rect: whole} = panelOf(element.closest('.panel'));
    const panelRect = {...whole};  // Firefox's protocol tells an object that stands twice only once.
    const rect = box(element);
    const left = Math.max(rect.x, panelRect.x, 0), top = Math.max(rect.y, panelRect.y, 0);
    const right = Math.min(rect.x + rect.w, panelRect.x + panelRect.w, innerWidth);
    const bottom = Math.min(rect.y + rect.h, panelRect.y + panelRect.h, innerHeight);
    const say = (name) => element.getAttribute(`aria-${name}`);
    return {
      id: element.dataset.item,
      panel,
      parent: element.parentElement.closest('[data-item]')?.dataset.item ?? '',
      role: roleOf(element),
      name: nameOf(element),
      value: element.value ?? '',
      description: say('description'), checked: say('checked'), expanded: say('expanded'),
      selected: say('selected') ?? say('current'), current: say('current'), disabled: say('disabled') === 'true',
      position: say('posinset'), count: say('setsize'),
      focused: root.activeElement === element,
      stop: element.getAttribute('tabindex'),
      inert: Boolean(element.closest('[inert]')),
      rect, panelRect,
      visible: right - left > 1 && bottom - top > 1 && !element.closest('[inert]') ?
        {x: left, y: top, w: right - left, h: bottom - top} : null,
    };
  });
}
