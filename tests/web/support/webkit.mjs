// WebKitGTK by plain W3C WebDriver: WebKitWebDriver with MiniBrowser.
import {existsSync, mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {end, pause, slow, start} from './processes.mjs';

// Source: W3C WebDriver, 17.4.2, "normalised key value".
const keys = {
  Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009',
  Alt: '\uE00A', Escape: '\uE00C', ' ': ' ', PageUp: '\uE00E', PageDown: '\uE00F', End: '\uE010',
  Home: '\uE011', ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014',
  ArrowDown: '\uE015', Delete: '\uE017', F1: '\uE031', F5: '\uE035', F6: '\uE036', Meta: '\uE03D',
};

function miniBrowser() {
  const found = readdirSync('/usr/lib', {withFileTypes: true})
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => ['4.1', '4.0'].map((version) =>
      join('/usr/lib', entry.name, `webkit2gtk-${version}`, 'MiniBrowser')))
    .find((path) => existsSync(path));
  if (!found) throw new Error('there is no MiniBrowser here; run .ci/setup browsers');
  return found;
}

const freePort = () => new Promise((done, failed) => {
  const server = createServer().on('error', failed);
  server.listen(0, '127.0.0.1', () => {
    const {port} = server.address();
    server.close(() => done(port));
  });
});

export async function startWebKit({width, height, dpr, dark, javascript, accessible}) {
  if (!Number.isInteger(dpr)) throw new Error('WebKitGTK has whole pixels to a point only');
  const home = mkdtempSync(join(tmpdir(), 'proviso-webkit-'));
  const env = {
    ...process.env, LIBGL_ALWAYS_SOFTWARE: '1', GDK_SCALE: String(dpr), ...(!accessible && {NO_AT_BRIDGE: '1'}),
    GTK_THEME: dark ? 'Adwaita:dark' : 'Adwaita', XDG_CACHE_HOME: home, XDG_DATA_HOME: home,
    XDG_CONFIG_HOME: home,
  };
  const port = await freePort();
  const group = start('WebKitWebDriver', [`--port=${port}`], {env});
  const driver = new WebKit(`http://127.0.0.1:${port}`, group, home);
  try {
    await driver.open({width, height, javascript});
    return driver;
  } catch (error) {
    error.message += group.output && `\n${group.output}`;
    await driver.close();
    throw error;
  }
}

class WebKit {
  errors = [];
  requests = null;  // WebDriver does not tell.
  #base;
  #group;
  #home;
  #session = '';
  #frame = [0, 0];

  constructor(base, group, home) {
    this.#base = base;
    this.#group = group;
    this.#home = home;
  }

  async #send(method, path, body, ms = 40_000 * slow) {
    let response;
    try {
      response = await fetch(this.#base + path, {
        method, signal: AbortSignal.timeout(ms),
        ...(method === 'POST' && {body: JSON.stringify(body ?? {})}),
      });
    } catch (error) {
      throw new Error(`WebKitGTK, ${method} ${path}: ${error.cause?.message ?? error.message}`);
    }
    const {value} = await response.json();
    if (!response.ok) throw new Error(`WebKitGTK, ${path}: ${value?.error}: ${value?.message}`);
    return value;
  }
  #post = (path, body) => this.#send('POST', `/session/${this.#session}${path}`, body);
  #get = (path) => this.#send('GET', `/session/${this.#session}${path}`);

  async open({width, height, javascript}) {
    for (let tries = 0; ; ++tries) {
      try {
        await this.#send('GET', '/status', null, 2000);
        break;
      } catch (error) {
        if (tries > 50 || this.#group.child.exitCode !== null) throw error;
        await pause(100);
      }
    }
    const args = ['--automation', ...(javascript ? [] : ['--enable-javascript=FALSE'])];
    const {sessionId} = await this.#send('POST', '/session', {capabilities: {alwaysMatch: {
      'webkitgtk:browserOptions': {binary: miniBrowser(), args},
      timeouts: {script: 30_000 * slow, pageLoad: 30_000 * slow},
    }}});
    this.#session = sessionId;
    if (javascript) await this.resize(width, height);
  }

  goto = (url) => this.#post('/url', {url});
  reload = () => this.#post('/refresh');
  url = () => this.#get('/url');
  back = () => this.#post('/back');
  forward = () => this.#post('/forward');
  png = async () => Buffer.from(await this.#get('/screenshot'), 'base64');

  async evaluate(script, ...args) {
    const body = typeof script === 'function' ? script : `() => (${script})`;
    const answer = await this.#post('/execute/async', {
      script: `const args = [...arguments], done = args.pop();
        Promise.resolve().then(() => (${body})(...args)).then(
          (value) => done({value}), (error) => done({error: String(error?.stack || error)}));`,
      args,
    });
    if (answer.error !== undefined) throw new Error(`in the page: ${answer.error}`);
    return answer.value ?? undefined;
  }

  #pointer = (actions) => this.#post('/actions', {actions: [
    {type: 'pointer', id: 'mouse', parameters: {pointerType: 'mouse'}, actions}]});
  #to = (x, y) => ({type: 'pointerMove', origin: 'viewport', x: Math.round(x), y: Math.round(y), duration: 0});

  move = (x, y) => this.#pointer([this.#to(x, y)]);
  // WebKitGTK loses a click whose parts come in one breath.
  press(x, y, {count = 1} = {}) {
    const wait = {type: 'pause', duration: 40};
    const once = [{type: 'pointerDown', button: 0}, wait, {type: 'pointerUp', button: 0}, wait];
    return this.#pointer([this.#to(x, y), wait, ...Array(count).fill(once).flat()]);
  }
  down = () => this.#pointer([{type: 'pointerDown', button: 0}]);
  up = () => this.#pointer([{type: 'pointerUp', button: 0}]);
  #turned = 0;
  async wheel(x, y, deltaY) {
    await this.move(x, y);  // Else it is lost.
    // The driver takes a turn for where the wheel now stands, and tells the page what differs.
    this.#turned += deltaY;
    await this.#post('/actions', {actions: [{type: 'wheel', id: 'wheel', actions: [
      {type: 'scroll', origin: 'viewport', x: Math.round(x), y: Math.round(y), deltaX: 0, deltaY: this.#turned, duration: 0}]}]});
  }

  #keys = (actions) => this.#post('/actions', {actions: [{type: 'key', id: 'keyboard', actions}]});
  key(name, modifiers) {
    const value = keys[name] ?? name;
    if ([...value].length !== 1) throw new Error(`no such key: ${name}`);
    const down = modifiers.map((modifier) => ({type: 'keyDown', value: keys[modifier]}));
    const up = modifiers.map((modifier) => ({type: 'keyUp', value: keys[modifier]})).reverse();
    return this.#keys([...down, {type: 'keyDown', value}, {type: 'keyUp', value}, ...up]);
  }
  type = (text) => this.#keys([...text].flatMap((value) =>
    [{type: 'keyDown', value}, {type: 'keyUp', value}]));

  /// Sizes the window so that the page has `width` × `height`.
  async resize(width, height) {
    const inner = () => this.evaluate(() => [innerWidth, innerHeight]);
    for (let tries = 0; tries < 20; ++tries) {
      const [w, h] = await inner();
      if (w === width && h === height) return;
      if (tries % 5 === 0) {
        const rect = await this.#get('/window/rect');
        this.#frame = [rect.width - w, rect.height - h];
        await this.#post('/window/rect', {width: width + this.#frame[0], height: height + this.#frame[1]});
      }
      await pause(100);
    }
    throw new Error(`WebKitGTK: the page is ${await inner()}, not ${width},${height}`);
  }

  setDark = async () => false;

  /// What the engine computes of at most `most` elements in the shadow root of `host`:
  /// [{id, role, name}], the id being the item's.
  async computed(host, selector, most) {
    const only = (found) => Object.values(found)[0];
    const root = only(await this.#get(`/element/${only(await this.#post('/element', {using: 'css selector', value: host}))}/shadow`));
    const found = await this.#post(`/shadow/${root}/elements`, {using: 'css selector', value: selector});
    const all = [];
    for (const one of found.slice(0, most)) {
      const at = `/element/${only(one)}`;
      all.push({id: await this.#get(`${at}/attribute/data-item`), role: await this.#get(`${at}/computedrole`),
        name: await this.#get(`${at}/computedlabel`)});
    }
    return all;
  }

  async close() {
    if (this.#session)
      await this.#send('DELETE', `/session/${this.#session}`, null, 8000).catch(() => {});
    await end(this.#group);
    rmSync(this.#home, {recursive: true, force: true, maxRetries: 5});
  }
}
