// The npm package in the applications that others make: Next by both of its bundlers, with pages
// made on a server and strict types, webpack alone, and Vite with React. Each is built from the
// packed package alone and opened in a browser.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {fileURLToPath} from 'node:url';

import {serve} from '../../web/server.mjs';
import {launch} from './support/browsers.mjs';
import {dist} from './support/site.mjs';

const top = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const data = join(top, 'data/samples/worked-example.json');
mkdirSync(join(top, 'build/tests'), {recursive: true});
const folder = mkdtempSync(join(top, 'build/tests/apps-'));
after(() => rmSync(folder, {recursive: true, force: true}));

const run = (command, args, cwd, env = {}) => {
  try {
    return execFileSync(command, args, {cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: {...process.env, ...env}});
  } catch (error) {
    return assert.fail(`${command} ${args.join(' ')}\n${error.stdout}\n${error.stderr}`);
  }
};

/// Writes files, by their paths below `root`.
function write(root, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), {recursive: true});
    writeFileSync(join(root, path), text);
  }
}

/// Opens a page of `root` and waits until the explorer in it is open and drawn.
async function works(root, path, headers = {}) {
  const site = await serve({root, headers});
  const page = await launch('chromium', {width: 1000, height: 760});
  try {
    await page.goto(site.url + path);
    page.at('proviso-explorer');
    const status = () => page.evaluate(() => String(document.querySelector('proviso-explorer')?.status));
    try {
      await page.waitFor('the explorer', async () => await status() === 'ready', 30_000);
    } catch (error) {
      assert.fail(`${error.message}: ${await status()}; ${(await page.errors()).join('\n')}`);
    }
    await page.item('tab', 'Claims');
    await page.waitFor('a picture', async () => (await page.screenshot()).distinctColours() > 20);
    assert.deepEqual((await page.errors()).filter((error) => !/favicon/.test(error)), [], path);
    return await page.evaluate(() => document.body.innerText);
  } finally {
    await page.close();
    await site.close();
  }
}

const LAYOUT = `import type { ReactNode } from 'react';
export default function Layout({ children }: { children: ReactNode }) {
  return <html lang="en"><body>{children}</body></html>;
}
`;
const BY_REACT = `'use client';
import { useState } from 'react';
import { ProvisoExplorer } from 'proviso/react';
export default function Page() {
  const [selected, select] = useState<readonly string[]>([]);
  return <main><p>{selected.join()}</p><ProvisoExplorer src="/data.json" view="map" loading="eager" controls="full"
    style={{ display: 'block', height: 640 }} onSelect={({ detail }) => select(detail.ids)} /></main>;
}
`;
const BY_TAG = `'use client';
import 'proviso/auto';
import type {} from 'proviso/jsx/react';
export default function Page() {
  return <main><proviso-explorer src="/data.json" view="claims" loading="eager" controls="full" style={{ display: 'block', height: '640px' }} /></main>;
}
`;
const ON_SERVER = `import { readFile } from 'node:fs/promises';
import { loadCore } from 'proviso/core';
export default async function Page() {
  const opened = (await loadCore()).open(await readFile('public/data.json'));
  return <p>{opened.counts.claims} claims</p>;
}
`;
const NEXT_TYPES = JSON.stringify({
  compilerOptions: {
    allowJs: true, strict: true, skipLibCheck: true, target: 'ES2022', lib: ['dom', 'dom.iterable', 'esnext'], module: 'esnext',
    moduleResolution: 'bundler', jsx: 'react-jsx', noEmit: true, esModuleInterop: true, isolatedModules: true,
    resolveJsonModule: true, incremental: true, plugins: [{name: 'next'}],
  },
  include: ['next-env.d.ts', 'app/**/*.ts', 'app/**/*.tsx', '.next/types/**/*.ts', '.next/dev/types/**/*.ts'],
  exclude: ['node_modules'],
});
const PAGE = (script, tag = '<div id="app"></div>') => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>App</title><link rel="icon" href="data.json"><script type="module" src="${script}"></script></head>
<body>${tag}</body></html>\n`;

describe('the package in an application', {skip: Number(process.versions.node.split('.')[0]) < 20 && 'Next asks for node 20'}, () => {
  before(() => {
    write(folder, {'package.json': '{"name": "apps", "private": true, "type": "module"}'});
    // Next takes nothing from outside its folder, not even through a link.
    run('cp', ['-a', '--link', join(top, 'web/node_modules/.'), join(folder, 'node_modules')], folder);
    const [packed] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', join(dist, 'package')], folder));
    mkdirSync(join(folder, 'node_modules/proviso'));
    run('tar', ['-xzf', packed.filename, '--strip-components=1', '-C', 'node_modules/proviso'], folder);
    for (const app of ['next', 'webpack', 'vite']) {
      mkdirSync(join(folder, app, 'public'), {recursive: true});
      cpSync(data, join(folder, app, 'public/data.json'));
    }
    write(join(folder, 'next'), {
      'app/layout.tsx': LAYOUT, 'app/page.tsx': BY_REACT, 'app/tag/page.tsx': BY_TAG, 'app/server/page.tsx': ON_SERVER,
      'tsconfig.json': NEXT_TYPES,
      'next.config.mjs': `export default { output: 'export', trailingSlash: true, turbopack: { root: ${JSON.stringify(folder)} } };\n`,
    });
  });

  for (const bundler of ['--turbopack', '--webpack'])
    test(`Next makes pages of it, by the component, by the tag and on the server (${bundler.slice(2)})`, async () => {
      const app = join(folder, 'next');
      for (const old of ['out', '.next']) rmSync(join(app, old), {recursive: true, force: true});
      const said = run('node', [join(folder, 'node_modules/next/dist/bin/next'), 'build', bundler], app, {NEXT_TELEMETRY_DISABLED: '1', CI: ''});
      assert.doesNotMatch(said, /warning|⚠/i, said);
      assert.match(readFileSync(join(app, 'out/server/index.html'), 'utf8'), /<p>\d+(<!-- -->)? claims<\/p>/);
      // Its own scripts stand in the page, which our server's policy forbids.
      for (const path of ['', 'tag/']) await works(join(app, 'out'), path, {'Content-Security-Policy': null});
    });

  test('webpack alone makes a page of it and has nothing to warn of', async () => {
    const app = join(folder, 'webpack');
    write(app, {
      'main.js': 'import \'proviso/auto\';\n',
      'public/index.html': PAGE('main.js', '<proviso-explorer src="data.json" controls="full" loading="eager"></proviso-explorer>'),
      'build.mjs': `import webpack from 'webpack';
        webpack({ mode: 'production', context: ${JSON.stringify(app)}, entry: './main.js', output: { path: ${JSON.stringify(join(app, 'public'))}, publicPath: '' }, performance: false },
          (error, stats) => { console.log(error ?? stats.toString({ all: false, errors: true, warnings: true })); process.exit(error || stats.hasErrors() ? 1 : 0); });\n`,
    });
    assert.equal(run('node', ['build.mjs'], app).trim(), '');
    // Its chunks come as scripts whose addresses are plain strings.
    await works(join(app, 'public'), 'index.html', {'Content-Security-Policy': null});
    const programs = readdirSync(join(app, 'public')).filter((name) => name.endsWith('.wasm'));
    assert.ok(programs.length > 0);
  });

  test('Vite with React makes a page of it', async () => {
    const app = join(folder, 'vite');
    write(app, {
      'index.html': PAGE('/main.jsx'),
      'main.jsx': `import { createElement } from 'react';
        import { createRoot } from 'react-dom/client';
        import { ProvisoExplorer } from 'proviso/react';
        createRoot(document.getElementById('app')).render(createElement(ProvisoExplorer, { src: 'data.json', loading: 'eager', controls: 'full' }));\n`,
    });
    run('node', [join(folder, 'node_modules/vite/bin/vite.js'), 'build', '--base', './', '--logLevel', 'error'], app);
    await works(join(app, 'dist'), 'index.html');
  });
});
