// The npm package, put together from the assembled site: node web/pack.mjs SITE FOLDER
//
// Types are made from the sources' comments by the TypeScript compiler, which checks them too.
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

import {describe, manifestOf, tablesOf} from './describe.mjs';
import {fill} from './places.js';

const web = dirname(fileURLToPath(import.meta.url));
const top = resolve(web, '..');
const {version, description, engines} = JSON.parse(readFileSync(join(web, 'package.json'), 'utf8'));

const entries = {
  '.': 'index', './auto': 'auto', './chinese': 'chinese', './core': 'core', './element': 'element', './frame': 'frame',
  './inline': 'inline', './react': 'react',
};
const frameworks = ['preact', 'react', 'solid', 'svelte', 'vue'];  // Types of markup, in web/jsx.
const others = {
  ...Object.fromEntries([['./app.wasm', 'proviso.wasm'], ['./core.wasm', 'core.wasm'], ['./embed.html', 'embed.html']]
    .map(([path, name]) => [path, {types: './address.d.ts', default: `./${name}`}])),
  './schema.json': './schema.json', './package.json': './package.json', './custom-elements.json': './custom-elements.json',
};
const manifest = {
  name: 'proviso', version, description, type: 'module', license: 'SEE LICENSE IN LICENSES',
  keywords: ['claims', 'conditions', 'web component', 'custom element', 'webassembly'],
  bin: {proviso: './command.js'},
  engines,
  // What does something by being imported.
  sideEffects: ['./auto.js', './chinese.js', './inline.js', './command.js'],
  main: './index.js', module: './index.js', types: './index.d.ts',
  unpkg: './inline.js', jsdelivr: './inline.js',  // One file, so that it works from wherever it comes.
  customElements: './custom-elements.json',
  peerDependencies: {react: '>=18'}, peerDependenciesMeta: {react: {optional: true}},
  exports: {
    ...Object.fromEntries([...Object.entries(entries), ...frameworks.map((name) => [`./jsx/${name}`, `jsx/${name}`])].map(([path, name]) =>
      [path, {types: `./${name}.d.ts`, default: `./${name}.js`}])),
    ...others,
  },
};

/// Writes the declarations of `library` (names of scripts in web/) to `out`; throws with what the
/// compiler says if a type is wrong.
export function declarations(library, assets, views, out) {
  const stage = join(top, 'build/types');
  rmSync(stage, {recursive: true, force: true});
  mkdirSync(stage, {recursive: true});
  for (const name of [...library, 'global.d.ts']) cpSync(join(web, name), join(stage, name));
  writeFileSync(join(stage, 'assets.js'), assets);
  writeFileSync(join(stage, 'views.js'), views);
  // Emscripten's own scripts are made elsewhere and have no types.
  for (const name of ['proviso', 'core_program'])
    writeFileSync(join(stage, `${name}.d.ts`), 'declare const create: (options: object) => Promise<any>;\nexport default create;\n');
  writeFileSync(join(stage, 'tsconfig.json'), JSON.stringify({
    compilerOptions: {
      allowJs: true, checkJs: true, declaration: true, emitDeclarationOnly: true, outDir: out,
      target: 'ES2022', module: 'ES2022', moduleResolution: 'bundler',
      lib: ['ES2023', 'ESNext.Disposable', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
      strict: true, noImplicitAny: false, strictNullChecks: false, types: [],
    },
    files: [...library, 'global.d.ts'],
  }));
  try {
    execFileSync(process.execPath, [join(web, 'node_modules/typescript/bin/tsc'), '-p', stage], {encoding: 'utf8'});
  } catch (error) {
    throw new Error(`pack: types are wrong\n${error.stdout}`);
  }
}

/// Takes away the declarations that none of `entries` leads to: what no page can import.
function keepPublic(out, entries) {
  const kept = new Set();
  const visit = (path) => {
    if (kept.has(path) || !existsSync(path)) return;
    kept.add(path);
    for (const [, , from] of readFileSync(path, 'utf8').matchAll(/(from |import |import\()["'](\.[^"']+)\.js["']/g)) visit(resolve(dirname(path), `${from}.d.ts`));
  };
  for (const name of entries) visit(join(out, `${name}.d.ts`));
  for (const name of readdirSync(out).filter((name) => name.endsWith('.d.ts'))) if (!kept.has(join(out, name))) rmSync(join(out, name));
}

/// Makes the package in `out` from the assembled `site`; `maps` lead from its scripts to their sources.
export function makePackage({site, out, library, maps, assets, views, blank}) {
  rmSync(out, {recursive: true, force: true});
  mkdirSync(out, {recursive: true});
  declarations(library, assets, views, out);
  cpSync(join(web, 'global.d.ts'), join(out, 'global.d.ts'));
  cpSync(join(web, 'react.js'), join(out, 'react.js'));
  cpSync(join(web, 'react.d.ts'), join(out, 'react.d.ts'));
  cpSync(join(web, 'jsx'), join(out, 'jsx'), {recursive: true});
  for (const name of frameworks) writeFileSync(join(out, `jsx/${name}.js`), 'export {};\n');
  for (const [name, text] of Object.entries({address: '/** Where a bundler has put it. */\ndeclare const address: string;\nexport default address;\n', inline: "export * from './index.js';\n", chinese: 'export {};\n'}))
    writeFileSync(join(out, `${name}.d.ts`), text);
  for (const entry of ['index.d.ts', 'auto.d.ts', 'element.d.ts', 'frame.d.ts']) {
    const path = join(out, entry);
    writeFileSync(path, `import './global.js';\n${readFileSync(path, 'utf8')}`);
  }
  keepPublic(out, ['address', ...Object.values(entries), ...frameworks.map((name) => `jsx/${name}`)]);
  const source = readFileSync(join(web, 'element.js'), 'utf8');
  const all = describe({folder: out, web, source, version});
  writeFileSync(join(out, 'custom-elements.json'), JSON.stringify(manifestOf(all), null, 1) + '\n');
  const readme = readFileSync(join(web, 'package.md'), 'utf8');
  writeFileSync(join(out, 'README.md'), readme.replace('<!-- tables -->', () => tablesOf(all)));
  const plain = (from) => !/\.(br|gz)$/.test(from);
  const programs = readdirSync(site).filter((name) => /^proviso\.(\w+\.)?wasm$/.test(name));
  for (const name of [...library, 'assets.js', 'proviso.js', ...programs, 'core_program.js', 'core.wasm', 'chinese.js', 'inline.js', 'views.js', 'pdf.js', 'ahead_reader.js', 'fonts', 'words'])
    cpSync(join(site, name), join(out, name), {recursive: true, filter: plain});
  for (const name of library) {
    writeFileSync(join(out, `${name}.map`), maps[name]);
    appendFileSync(join(out, name), `\n//# sourceMappingURL=${name}.map\n`);
  }
  // The command line, which no page loads.
  cpSync(join(web, 'command.js'), join(out, 'command.js'));
  cpSync(join(top, 'build/web/command.js'), join(out, 'command_program.cjs'));
  cpSync(join(top, 'build/web/command.wasm'), join(out, 'command.wasm'));
  cpSync(join(top, 'data/schema.json'), join(out, 'schema.json'));
  cpSync(join(web, 'THIRD_PARTY.md'), join(out, 'LICENSES'));
  for (const name of ['CHANGELOG.md', 'HOSTING.md']) cpSync(join(web, name), join(out, name));
  // What a published site has otherwise, or alone, lies apart: it has no maps.
  const places = JSON.parse(readFileSync(join(site, 'program.json'), 'utf8'));
  mkdirSync(join(out, 'site'));
  for (const place of Object.keys(places)) {
    if (place === 'embed.html' || (existsSync(join(out, place)) && !(place in maps && library.includes(place)))) continue;
    places[place] = place === 'THIRD_PARTY.md' ? 'LICENSES' : `site/${place}`;
    if (place !== 'THIRD_PARTY.md') cpSync(join(site, place), join(out, places[place]));
  }
  writeFileSync(join(out, 'site/index.html'), fill(readFileSync(join(site, 'index.html'), 'utf8'), {head: '', text: '', explorer: ''}));
  writeFileSync(join(out, 'site/worker.js'), readFileSync(join(site, 'worker.js'), 'utf8').replace(/^.*/, 'self.DATASET=[];'));
  writeFileSync(join(out, 'program.json'), JSON.stringify(places, null, 1) + '\n');
  // The frame of the package shows what is handed to it; it has no dataset of its own.
  writeFileSync(join(out, 'embed.html'), blank);
  writeFileSync(join(out, 'package.json'), JSON.stringify(manifest, null, 2) + '\n');
  const sums = {};
  for (const name of readdirSync(out).filter((name) => /\.(js|wasm|css|html)$/.test(name)).sort())
    sums[name] = `sha384-${createHash('sha384').update(readFileSync(join(out, name))).digest('base64')}`;
  writeFileSync(join(out, 'SRI.json'), JSON.stringify(sums, null, 2) + '\n');
  return sums;
}
