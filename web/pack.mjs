// The npm package, put together from the assembled site: node web/pack.mjs SITE FOLDER
//
// Types are made from the sources' comments by the TypeScript compiler, which checks them too.
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

const web = dirname(fileURLToPath(import.meta.url));
const top = resolve(web, '..');
const {version, description} = JSON.parse(readFileSync(join(web, 'package.json'), 'utf8'));

const entries = {'.': 'index', './auto': 'auto', './frame': 'frame', './core': 'core'};
const others = {
  './app.wasm': './proviso.wasm', './core.wasm': './core.wasm', './embed.html': './embed.html',
  './schema.json': './schema.json', './package.json': './package.json',
};
const manifest = {
  name: 'proviso', version, description, type: 'module', license: 'SEE LICENSE IN LICENSES',
  sideEffects: ['./auto.js', './embed.js'],
  types: './index.d.ts',
  exports: {
    ...Object.fromEntries(Object.entries(entries).map(([path, name]) =>
      [path, {types: `./${name}.d.ts`, default: `./${name}.js`}])),
    ...others,
  },
};

/// Writes the declarations of `library` (names of scripts in web/) to `out`; throws with what the
/// compiler says if a type is wrong.
export function declarations(library, assets, out) {
  const stage = join(top, 'build/types');
  rmSync(stage, {recursive: true, force: true});
  mkdirSync(stage, {recursive: true});
  for (const name of [...library, 'global.d.ts']) cpSync(join(web, name), join(stage, name));
  writeFileSync(join(stage, 'assets.js'), assets);
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

/// Makes the package in `out` from the assembled `site`.
export function makePackage({site, out, library, assets}) {
  rmSync(out, {recursive: true, force: true});
  mkdirSync(out, {recursive: true});
  declarations(library, assets, out);
  cpSync(join(web, 'global.d.ts'), join(out, 'global.d.ts'));
  for (const entry of ['index.d.ts', 'auto.d.ts']) {
    const path = join(out, entry);
    writeFileSync(path, `import './global.js';\n${readFileSync(path, 'utf8')}`);
  }
  const plain = (from) => !/\.(br|gz)$/.test(from);
  for (const name of [...library, 'assets.js', 'proviso.js', 'proviso.wasm', 'core_program.js', 'core.wasm', 'embed.css', 'fonts', 'words'])
    cpSync(join(site, name), join(out, name), {recursive: true, filter: plain});
  cpSync(join(top, 'data/schema.json'), join(out, 'schema.json'));
  cpSync(join(web, 'THIRD_PARTY.md'), join(out, 'LICENSES'));
  cpSync(join(web, 'package.md'), join(out, 'README.md'));
  // The frame of the package shows what its address names; it has no dataset of its own.
  const frame = readFileSync(join(site, 'embed.html'), 'utf8')
    .replace(/ src="china-military-aid\.json"/, '').replace(/<p><a href="text\/[^\n]*\n/, '');
  writeFileSync(join(out, 'embed.html'), frame);
  writeFileSync(join(out, 'package.json'), JSON.stringify(manifest, null, 2) + '\n');
  const sums = {};
  for (const name of readdirSync(out).filter((name) => /\.(js|wasm|css|html)$/.test(name)).sort())
    sums[name] = `sha384-${createHash('sha384').update(readFileSync(join(out, name))).digest('base64')}`;
  writeFileSync(join(out, 'SRI.json'), JSON.stringify(sums, null, 2) + '\n');
  return sums;
}
