// Chromium (its own protocol) and Firefox (WebDriver BiDi), both by puppeteer-core.
//
// Firefox has no WebGL when headless, so it opens a real window; Chromium draws with SwiftShader.
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import puppeteer from 'puppeteer-core';

import {slow, within} from './processes.mjs';

const chromiumFlags = [
  '--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader',
  '--disable-dev-shm-usage', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--force-color-profile=srgb', '--hide-scrollbars',
];
const firefoxPreferences = {
  'webgl.force-enabled': true,
  'dom.events.testing.asyncClipboard': true,
  'gfx.color_management.mode': 0,
  'ui.prefersReducedMotion': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
};

export async function startPuppet(engine, {width, height, dpr, dark, javascript, accessible, flags = []}) {
  const profile = mkdtempSync(join(tmpdir(), `proviso-${engine}-`));
  const common = {
    headless: engine === 'chromium', userDataDir: profile, protocolTimeout: 60_000 * slow, timeout: 40_000 * slow,
    defaultViewport: null,
    env: {...process.env, LIBGL_ALWAYS_SOFTWARE: '1', ...(accessible && {GNOME_ACCESSIBILITY: '1'})},
  };
  const discard = () => rmSync(profile, {recursive: true, force: true, maxRetries: 5});
  let browser;
  try {
    browser = await puppeteer.launch(engine === 'chromium' ?
      // By a pipe: it ends when this process does, however that comes about.
      {...common, browser: 'chrome', executablePath: '/usr/bin/chromium', args: [...chromiumFlags, ...(accessible ? ['--force-renderer-accessibility'] : []), ...flags], pipe: true} :
      {...common, browser: 'firefox', executablePath: '/usr/bin/firefox-esr',
        args: [`--width=${width}`, `--height=${height + 120}`],
        extraPrefsFirefox: {...firefoxPreferences,
          'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1}});
    const driver = new Puppet(engine, browser, discard);
    await driver.open({width, height, dpr, dark, javascript});
    return driver;
  } catch (error) {
    browser?.process()?.kill('SIGKILL');
    discard();
    throw error;
  }
}

class Puppet {
  errors = [];
  requests = [];
  #browser;
  #discard;
  #chromium;
  page;

  constructor(engine, browser, discard) {
    this.#chromium = engine === 'chromium';
    this.#browser = browser;
    this.#discard = discard;
  }

  async open({width, height, dpr, dark, javascript}) {
    this.page = (await this.#browser.pages())[0] ?? await this.#browser.newPage();
    const {page} = this;
    page.setDefaultTimeout(30_000 * slow);
    page.on('console', (message) => {
      if (['error', 'warn', 'warning'].includes(message.type()))
        this.errors.push(`${message.type()}: ${message.text()} (${message.location()?.url ?? ''})`);
    });
    page.on('pageerror', (error) => this.errors.push(`page error: ${error?.message ?? error}`));
    page.on('request', (request) => this.requests.push(request.url()));
    await this.resize(width, height, dpr);
    if (!this.#chromium) return;
    await this.setDark(dark);
    if (!javascript) await page.setJavaScriptEnabled(false);
  }

  goto = (url) => this.page.goto(url, {waitUntil: 'load'});
  reload = () => this.page.reload({waitUntil: 'load'});
  url = async () => this.page.url();
  evaluate = (script, ...args) => this.page.evaluate(script, ...args);
  png = async () => Buffer.from(await this.page.screenshot({type: 'png', captureBeyondViewport: false}));

  // A step within one document never loads, so puppeteer's own goBack may wait for ever.
  back = () => this.page.evaluate(() => history.back());
  forward = () => this.page.evaluate(() => history.forward());

  move = (x, y) => this.page.mouse.move(x, y);
  async press(x, y, {count = 1} = {}) {
    await this.page.mouse.move(x, y);
    await this.page.mouse.click(x, y, {count, delay: 30});
  }
  down = () => this.page.mouse.down();
  up = () => this.page.mouse.up();
  async wheel(x, y, deltaY) {
    await this.page.mouse.move(x, y);
    await this.page.mouse.wheel({deltaY});
  }
  async key(name, modifiers) {
    for (const modifier of modifiers) await this.page.keyboard.down(modifier);
    await this.page.keyboard.press(name);
    for (const modifier of [...modifiers].reverse()) await this.page.keyboard.up(modifier);
  }
  async type(text) {
    // Chromium has no key for most characters and inserts them; BiDi types anything.
    for (const character of text) await this.page.keyboard.type(character);
  }
  resize = (width, height, dpr) => this.page.setViewport({width, height, deviceScaleFactor: dpr});

  async setDark(dark) {
    if (!this.#chromium) return false;
    await this.page.emulateMediaFeatures(
      [{name: 'prefers-color-scheme', value: dark ? 'dark' : 'light'}]);
    return true;
  }

  /// What the system wishes: [{name, value}] of media features (Chromium; puppeteer refuses some).
  async emulate(features) {
    if (!this.#chromium) throw new Error('only Chromium can be told what the system wishes');
    this.#mediaClient ??= await this.page.createCDPSession();
    await this.#mediaClient.send('Emulation.setEmulatedMedia', {features});
  }
  #mediaClient;

  /// Fingers; Chromium alone can be told to touch. Each of `paths`: where a finger goes, in order.
  async touch(...paths) {
    if (!this.#chromium) throw new Error('only Chromium can be touched');
    const client = await this.page.createCDPSession();
    const send = (type, step) => client.send('Input.dispatchTouchEvent', {
      type, touchPoints: step === undefined ? [] : paths.map((path, id) =>
        ({x: path[Math.min(step, path.length - 1)][0], y: path[Math.min(step, path.length - 1)][1], id})),
    });
    await send('touchStart', 0);
    for (let step = 1; step < Math.max(...paths.map((path) => path.length)); ++step) await send('touchMove', step);
    await send('touchEnd');
    await client.detach();
  }

  /// From now on the page is on a screen that is touched: pointer: coarse.
  async touchScreen() {
    if (!this.#chromium) throw new Error('only Chromium can be touched');
    this.#touchClient = await this.page.createCDPSession();  // It holds as long as this does.
    await this.#touchClient.send('Emulation.setTouchEmulationEnabled', {enabled: true, maxTouchPoints: 5});
  }
  #touchClient;

  async close() {
    const process = this.#browser.process();
    await within(10_000, 'closing the browser', this.#browser.close()).catch(() => {});
    if (process && process.exitCode === null) process.kill('SIGKILL');
    this.#discard();
  }
}
