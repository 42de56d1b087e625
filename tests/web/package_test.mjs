// The npm package, packed, installed into an empty folder and used as its readers will: from node,
// by a typed program, by a page without a bundler and by one that Vite makes.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {fileURLToPath} from 'node:url';

import {serve} from '../../web/server.mjs';
import {launch} from './support/browsers.mjs';
import {dist} from './support/site.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const top = resolve(here, '../..');
const tools = join(top, 'web/node_modules');
const folder = mkdtempSync(join(tmpdir(), 'proviso-package-'));
after(() => rmSync(folder, {recursive: true, force: true}));

const run = (command, args, options = {}) =>
  execFileSync(command, args, {cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], ...options});
const installed = join(folder, 'node_modules/proviso');

describe('the package', () => {
  before(() => {
    const packed = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', join(dist, 'package')]));
    writeFileSync(join(folder, 'package.json'), '{"name": "host", "private": true, "type": "module"}');
    run('npm', ['install', '--offline', '--no-audit', '--no-fund', join(folder, packed[0].filename)]);
  });

  test('has what its manifest names, a licence text and checksums that are right', () => {
    const {exports, version} = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    const files = Object.values(exports).flatMap((entry) => (typeof entry === 'string' ? [entry] : Object.values(entry)));
    for (const file of files) assert.ok(existsSync(join(installed, file)), file);
    assert.equal(version, JSON.parse(readFileSync(join(top, 'web/package.json'), 'utf8')).version);
    assert.ok(readFileSync(join(installed, 'LICENSES'), 'utf8').length > 1000);
    const sums = Object.entries(JSON.parse(readFileSync(join(installed, 'SRI.json'), 'utf8')));
    assert.ok(sums.some(([name]) => name === 'proviso.wasm'));
    for (const [name, sum] of sums)
      assert.equal(sum, `sha384-${createHash('sha384').update(readFileSync(join(installed, name))).digest('base64')}`, name);
  });

  test('has no service worker and no dataset', () => {
    const names = readdirSync(installed);
    assert.deepEqual(names.filter((name) => /worker|china/.test(name)), []);
    for (const name of names.filter((name) => name.endsWith('.js')))
      assert.doesNotMatch(readFileSync(join(installed, name), 'utf8'), /serviceWorker|eval\(|new Function|localhost|127\.0\.0\.1/, name);
  });

  test('leads from each of its scripts to the source, and what it publishes does not', () => {
    const entries = Object.values(JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')).exports)
      .flatMap((entry) => entry.default ?? []).filter((file) => file.endsWith('.js') && !/inline|chinese|react|jsx/.test(file));
    assert.ok(entries.length > 4, entries.join());
    for (const file of entries) {
      const [, named] = /\n\/\/# sourceMappingURL=(.+)\n$/.exec(readFileSync(join(installed, file), 'utf8'));
      const map = JSON.parse(readFileSync(join(installed, named), 'utf8'));
      assert.equal(map.sourcesContent[0], readFileSync(join(top, 'web', file), 'utf8'), file);
    }
    for (const file of readdirSync(join(installed, 'site')).filter((name) => name.endsWith('.js')))
      assert.doesNotMatch(readFileSync(join(installed, 'site', file), 'utf8'), /sourceMappingURL/, file);
  });

  test('can be imported where there is no window, and its core answers there', () => {
    writeFileSync(join(folder, 'node.mjs'), `
      import { readFileSync } from 'node:fs';
      import { version, createExplorer } from 'proviso';
      import { mountFrame } from 'proviso/frame';
      import { loadCore } from 'proviso/core';
      const data = (await loadCore()).open(readFileSync(process.argv[2]));
      console.log(JSON.stringify([version, typeof createExplorer, typeof mountFrame, data.counts.claims]));`);
    const answer = JSON.parse(run('node', ['node.mjs', join(top, 'data/samples/worked-example.json')]));
    assert.deepEqual(answer.slice(1), ['function', 'function', 4]);
  });

  test('each of its entries loads on a server and does nothing there', () => {
    const {exports} = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    const entries = Object.entries(exports).filter(([, to]) => /\.js$/.test(to.default ?? '')).map(([path]) => path.replace(/^\./, 'proviso'))
      .filter((path) => path !== 'proviso/react'); // React is not installed here.
    assert.ok(entries.includes('proviso/auto') && entries.includes('proviso/inline'), entries.join());
    writeFileSync(join(folder, 'server.mjs'), `const before = Object.keys(globalThis).join();
      for (const entry of ${JSON.stringify(entries)}) await import(entry);
      if (Object.keys(globalThis).join() !== before) throw new Error('something was left behind');
      const {define, ProvisoExplorerElement} = await import('proviso');
      if (define() !== ProvisoExplorerElement) throw new Error('define() says something else');`);
    run('node', ['server.mjs']);
  });

  /// What the type checker says of a program, under the strictest options and the oldest library.
  function checked(name, text) {
    writeFileSync(join(folder, name), text);
    try {
      run('node', [join(tools, 'typescript/bin/tsc'), '--noEmit', '--strict', '--exactOptionalPropertyTypes', 'false', '--skipLibCheck', 'false', '--target', 'es2022',
        '--module', 'es2022', '--moduleResolution', 'bundler', '--lib', 'es2022,dom,dom.iterable', name]);
      return '';
    } catch (error) {
      return error.stdout;
    }
  }

  test('every planted mistake is found, and what is right is not taken for one', () => {
    const head = `import 'proviso/auto'; import 'proviso/chinese';
      import { createExplorer, type View, type ProvisoStatus } from 'proviso';
      import { mountFrame } from 'proviso/frame';
      import * as inline from 'proviso/inline';
      const e = document.createElement('proviso-explorer'), f = mountFrame(document.createElement('iframe'), { timeout: 5 });
      export const all: [View, ProvisoStatus, unknown] = [e.view, e.status, [createExplorer, inline.version, f]];\n`;
    assert.equal(checked('right.ts', `${head}
      e.execute('show', { view: 'map' }); e.execute('fit'); e.execute('select', { ids: ['a'] }); e.execute('select');
      e.addEventListener('proviso-load', ({ detail }) => detail.counts['claims']);
      f.addEventListener('proviso-select', ({ detail: { ids } }) => ids[0]);
      void f.execute('suppose', { proposition: 'a', to: 'on' }); void createExplorer(document.body, { view: 'map' });`), '');
    const mistakes = [
      'void createExplorer(document.body, { veiw: "map" });', 'e.view = "outline";', 'e.theme = "blue";', 'e.execute("shwo", { view: "map" });',
      'e.execute("show", { view: "nowhere" });', 'e.execute("show");', 'e.state = 3;', 'e.addEventListener("proviso-select", ({ detail }) => detail.id);',
      'if (e.status === "asleep") e.pause();', 'void f.execute("suppose", { proposition: "a", to: "yes" });', 'void e.save({ format: "exe" });',
      'f.addEventListener("proviso-load", ({ detail }) => detail.claims);', 'e.controls = "few";',
    ];
    const said = checked('wrong.ts', head + mistakes.join('\n'));
    const first = head.split('\n').length;
    mistakes.forEach((mistake, i) => assert.match(said, new RegExp(`wrong\\.ts\\(${first + i},`), mistake));
  });

  test('its declarations say any nowhere, and its tables leave nothing out', () => {
    for (const name of readdirSync(installed, {recursive: true}).filter((name) => name.endsWith('.d.ts'))) {
      const code = readFileSync(join(installed, name), 'utf8').replace(/\/\*[^]*?\*\//g, '').replace(/\/\/.*/g, '');
      assert.doesNotMatch(code, /\bany\b/, name);
    }
    const {modules: [{declarations: [element]}]} = JSON.parse(readFileSync(join(installed, 'custom-elements.json'), 'utf8'));
    const readme = readFileSync(join(installed, 'README.md'), 'utf8');
    for (const kind of ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssProperties']) {
      for (const {name, description} of element[kind]) {
        assert.ok(description || kind === 'cssStates', `${kind}: ${name} is not described`);
        assert.ok(!name || readme.includes(`\`${name}`) || readme.includes(`.${name}(`), name);
      }
    }
    // What the sources have, the tables have.
    const sources = ['surround.js', 'explorer.js', 'element.css', 'explorer.css'].map((name) => readFileSync(join(top, 'web', name), 'utf8')).join('\n');
    const told = (kind) => element[kind].map(({name}) => name);
    for (const [, part] of sources.matchAll(/part(?:: |', )'([a-z]+)'/g)) assert.ok(told('cssParts').includes(part), part);
    for (const [, slot] of sources.matchAll(/'slot', \{ name: '([a-z-]+)'/g)) assert.ok(told('slots').includes(slot), slot);
    for (const [property] of sources.matchAll(/--proviso-[a-z-]+/g)) assert.ok(told('cssProperties').includes(property), property);
  });

  test('has types that a program is checked against', () => {
    writeFileSync(join(folder, 'typed.ts'), `
      import { createExplorer, ProvisoError, ProvisoExplorerElement } from 'proviso';
      import { mountFrame } from 'proviso/frame';
      import { loadCore } from 'proviso/core';
      const one: ProvisoExplorerElement = document.createElement('proviso-explorer');
      one.theme = 'dark';
      one.addEventListener('proviso-load', (event) => { const claims: number = event.detail.counts['claims']!; void claims; });
      one.addEventListener('proviso-select', ({ detail: { ids } }) => { const first: string | undefined = ids[0]; void first; });
      // @ts-expect-error There is no such detail.
      one.addEventListener('proviso-select', ({ detail: { nothing } }) => void nothing);
      // @ts-expect-error A status is one of six words.
      if (one.status === 'asleep') one.pause();
      // @ts-expect-error There is no such format.
      void one.save({ format: 'exe' });
      async function use(): Promise<void> {
        const made = await createExplorer(document.body, { src: 'a.json' });
        const report = await made.load(new Uint8Array());
        const ms: number = report.ms;
        const frame = mountFrame(document.createElement('iframe'));
        const ids: readonly string[] = frame.selection;
        const found = await frame.find('words');
        const data = (await loadCore()).open('{}');
        const digest: string = data.digest;
        await made[Symbol.asyncDispose]();
        void [ms, ids, found.hits[0]?.name, digest, ProvisoError];
      }
      void use;`);
    const options = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'es2022', '--moduleResolution', 'bundler',
      '--lib', 'es2023,esnext.disposable,dom,dom.iterable', 'typed.ts'];
    try {
      run('node', [join(tools, 'typescript/bin/tsc'), ...options]);
    } catch (error) {
      assert.fail(error.stdout);
    }
  });

  /// Opens a page and waits until the explorer in it is drawn.
  async function works(root, path) {
    const site = await serve({root});
    const page = await launch('chromium', {width: 900, height: 700});
    try {
      await page.goto(site.url + path);
      page.at('proviso-explorer');
      await page.waitFor('the explorer', () => page.evaluate(() => document.querySelector('proviso-explorer')?.status === 'ready'), 60_000);
      await page.item('tab', 'Claims');
      await page.waitFor('a picture', async () => (await page.screenshot()).distinctColours() > 20);
      assert.deepEqual((await page.errors()).filter((error) => !/favicon/.test(error)), []);
      // Another script's letters come from the package as well.
      assert.equal(await page.evaluate(async () => {
        const one = document.querySelector('proviso-explorer');
        return (await one.save({format: 'html'})).size > 800;
      }), true);
    } finally {
      await page.close();
      await site.close();
    }
  }

  const page = (script) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Host</title><link rel="icon" href="data.json"><script type="module" src="${script}"></script></head>
<body><h1>Host</h1><proviso-explorer src="data.json" loading="eager" controls="full"><p>Claims</p></proviso-explorer></body></html>\n`;

  test('works in a page without a bundler, under a strict policy', async () => {
    writeFileSync(join(folder, 'plain.html'), page('node_modules/proviso/auto.js'));
    writeFileSync(join(folder, 'data.json'), readFileSync(join(top, 'data/samples/worked-example.json')));
    await works(folder, 'plain.html');
  });

  test('works in a page that Vite makes, under the same policy', async () => {
    const app = join(folder, 'app');
    mkdirSync(join(app, 'public'), {recursive: true});
    writeFileSync(join(app, 'index.html'), page('/main.js'));
    writeFileSync(join(app, 'main.js'), `import 'proviso/auto';
      import { ProvisoExplorerElement } from 'proviso';
      ProvisoExplorerElement.configure({ core: () => import('proviso/core') });`);
    writeFileSync(join(app, 'public/data.json'), readFileSync(join(top, 'data/samples/worked-example.json')));
    run('node', [join(tools, 'vite/bin/vite.js'), 'build', '--base', './', '--logLevel', 'error'], {cwd: app});
    await works(join(app, 'dist'), 'index.html');
    // What nobody asked for is not in it.
    assert.equal(readdirSync(join(app, 'dist/assets')).filter((name) => name.endsWith('.ttf')).length, 4);
  });

  test('without proviso/core in it, a bundle has no second program', () => {
    const app = join(folder, 'small');
    mkdirSync(app);
    writeFileSync(join(app, 'index.html'), page('/main.js'));
    writeFileSync(join(app, 'main.js'), 'import \'proviso/auto\';\n');
    run('node', [join(tools, 'vite/bin/vite.js'), 'build', '--base', './', '--logLevel', 'error'], {cwd: app});
    const programs = readdirSync(join(app, 'dist/assets')).filter((name) => name.endsWith('.wasm'));
    assert.ok(programs.length > 0);
    assert.deepEqual(programs.filter((name) => !name.startsWith('proviso')), []);
  });

  test('works in a bundle of esbuild, which moves no files, by the inline module', async () => {
    const app = join(folder, 'esbuilt');
    mkdirSync(app);
    writeFileSync(join(app, 'main.js'), `import { ProvisoExplorerElement } from 'proviso/inline';
      globalThis.Proviso = ProvisoExplorerElement;`);
    run('node', [join(tools, 'esbuild/bin/esbuild'), 'main.js', '--bundle', '--format=esm', '--outfile=bundle.js', '--log-level=warning'], {cwd: app});
    writeFileSync(join(app, 'index.html'), page('bundle.js'));
    writeFileSync(join(app, 'data.json'), readFileSync(join(top, 'data/samples/worked-example.json')));
    const site = await serve({root: app});
    const browser = await launch('chromium', {width: 900, height: 700});
    try {
      await browser.goto(`${site.url}index.html`);
      await browser.waitFor('the explorer', () => browser.evaluate(() => document.querySelector('proviso-explorer')?.status === 'ready'), 60_000);
      assert.deepEqual(readdirSync(app).sort(), ['bundle.js', 'data.json', 'index.html', 'main.js']);
      assert.deepEqual(await browser.errors(), []);
    } finally {
      await browser.close();
      await site.close();
    }
  });
});
