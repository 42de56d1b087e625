// Puts what the browser loads together in one folder: node web/assemble.mjs [FOLDER] [--no-pack]
//
// The lists below are the whole content of the site; a file that is not named is not shipped.
// Scripts lose their comments and long names, but keep every name that another script or a page
// sees; the page's own are one file, fetched at once and squeezed better. Each compressible file
// gets a .br and a .gz beside it, unless --no-pack is given.
import {createHash} from 'node:crypto';
import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync,
  writeFileSync} from 'node:fs';
import {dirname, extname, join, resolve, sep} from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';
import {build} from 'esbuild';
import {minify} from 'terser';

import {makePackage} from './pack.mjs';

const web = dirname(fileURLToPath(import.meta.url));
const top = resolve(web, '..');

// From web/, under the same names.
const library = [
  'attributes.js', 'auto.js', 'begin.js', 'commands.js', 'core.js', 'core_link.js', 'element.js',
  'embed.js', 'explorer.js', 'files.js', 'fonts.js', 'formats.js', 'fragment.js', 'frame.js', 'index.js',
  'input.js', 'keyboard.js', 'loop.js', 'mirror.js', 'module.js', 'notes.js', 'pointer.js', 'pool.js',
  'port.js', 'print.js', 'reports.js', 'save.js', 'surround.js', 'theme.js',
];
const pages = [
  ...library, 'THIRD_PARTY.md', 'embed.css', 'embed.html', 'index.html', 'mark.svg', 'offline.js',
  'page.css', 'page.js', 'worker.js', 'demo',
];
// Style sheets that become strings in assets.js: a shadow root of a strict page takes no others.
const styles = {style: 'explorer.css', elementStyle: 'element.css'};
// Of the interface, beside English; fetched when one is chosen.
const languages = ['de', 'ru', 'zh'];
// From elsewhere: [from, to]; a folder is taken whole.
const others = [
  ['build/web/proviso.js', 'proviso.js'],
  ['build/web/proviso.wasm', 'proviso.wasm'],
  ['build/web/core.js', 'core_program.js'],
  ['build/web/core.wasm', 'core.wasm'],
  ['build/fonts', 'fonts'],
  ['data/china-military-aid.json', 'china-military-aid.json'],
  ['build/text', 'text'],
  ...languages.map((language) => [`web/words/${language}.json`, `words/${language}.json`]),
];

const words = process.argv.slice(2);
const pack = !words.includes('--no-pack');
const out = resolve(words.find((word) => !word.startsWith('-')) ?? join(web, 'dist'));

const missing = [...[...pages, ...Object.values(styles)].map((name) => join('web', name)), ...others.map(([from]) => from)]
  .filter((name) => !existsSync(join(top, name)));
if (missing.length > 0) {
  console.error(`assemble: not built yet or gone: ${missing.join(', ')}; web/serve --build-only ` +
    'builds everything.');
  process.exit(1);
}
rmSync(out, {recursive: true, force: true});
mkdirSync(out, {recursive: true});
const plain = (from) => !/(^|[\\/])\.[^\\/]+$/.test(from.slice(top.length));  // No dotfiles.
for (const name of pages) cpSync(join(web, name), join(out, name), {recursive: true});
for (const [from, to] of others)
  cpSync(join(top, from), join(out, to), {recursive: true, preserveTimestamps: true, filter: plain});

writeFileSync(join(out, 'assets.js'), assets());

// The page reads as a page before the explorer runs, and where it cannot.
const index = join(out, 'index.html');
writeFileSync(index, readFileSync(index, 'utf8').replace('<!-- skeleton -->',
  () => readFileSync(join(top, 'build/skeleton.html'), 'utf8')));

await build({
  absWorkingDir: out, entryPoints: ['page.js'], outfile: 'page.js', allowOverwrite: true, bundle: true,
  format: 'esm', target: 'es2022', external: ['./core.js', './formats.js', './print.js'],  // Which load only where they are asked for.
});
for (const name of readdirSync(out).filter((name) => name.endsWith('.js'))) {
  const path = join(out, name);
  const {code} = await minify(readFileSync(path, 'utf8'),
    {module: name !== 'worker.js', ecma: 2022, compress: {passes: 3}});
  writeFileSync(path, code);
}

/// Where the files beside the scripts are, each as an address that bundlers understand.
function assets() {
  const plainly = (name) => readFileSync(join(web, name), 'utf8')
    .replace(/\/\*[^]*?\*\//g, '').replace(/\s*\n\s*/g, ' ').trim();
  const files = readdirSync(join(out, 'fonts'), {recursive: true}).map((name) => name.replaceAll(sep, '/'))
    .filter((name) => /\.(ttf|json)$/.test(name)).sort();
  return `// Made by web/assemble.mjs.
${Object.entries(styles).map(([key, name]) => `export const ${key} = ${JSON.stringify(plainly(name))};`).join('\n')}
export const program = new URL('./proviso.wasm', import.meta.url).href;
const addresses = {
${files.map((name) => `  '${name}': new URL('./fonts/${name}', import.meta.url).href,`).join('\n')}
};
/** @param {string} name @returns {string} */
export const fonts = (name) => addresses[name];
const catalogues = {
${languages.map((code) => `  ${code}: new URL('./words/${code}.json', import.meta.url).href,`).join('\n')}
};
/** @param {string} code @returns {string | undefined} */
export const words = (code) => catalogues[code];
`;
}

function* filesUnder(folder) {
  for (const entry of readdirSync(folder, {withFileTypes: true})) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else yield path;
  }
}

// The app without a network: its pages, scripts and faces; named after what is in them, so that any
// change is a new version.
const offline = ['./', ...readdirSync(out).filter((name) => /\.(js|css|html|json|wasm|svg)$/.test(name) && name !== 'worker.js'),
  'fonts/fonts.json', ...readdirSync(join(out, 'fonts')).filter((name) => name.endsWith('.ttf')).map((name) => `fonts/${name}`)];
const state = createHash('sha256');
for (const name of offline.slice(1)) state.update(name).update(readFileSync(join(out, name)));
const worker = join(out, 'worker.js');
writeFileSync(worker, readFileSync(worker, 'utf8').replace('proviso-VERSION', () => `proviso-${state.digest('hex').slice(0, 12)}`)
  .replace('[]', () => JSON.stringify(offline)));

// What npm installs is a part of the site, so that both are the same files.
const sums = makePackage({site: out, out: join(out, 'package'), library, assets: assets()});

const packed = new Set(['.css', '.html', '.js', '.json', '.md', '.mjs', '.svg', '.ttf', '.wasm']);
let files = 0, bytes = 0;
for (const path of [...filesUnder(out)]) {
  if (/\.(br|gz)$/.test(path) || path.startsWith(join(out, 'package') + sep)) continue;
  ++files;
  const content = readFileSync(path);
  bytes += content.length;
  if (!pack || !packed.has(extname(path)) || existsSync(`${path}.br`)) continue;
  const {atime, mtime} = statSync(path);
  const quality = content.length > 2_000_000 ? 9 : 11;
  for (const [suffix, squeezed] of [
    ['.br', brotliCompressSync(content, {params: {[constants.BROTLI_PARAM_QUALITY]: quality}})],
    ['.gz', gzipSync(content, {level: 9})],
  ]) {
    writeFileSync(path + suffix, squeezed);
    utimesSync(path + suffix, atime, mtime);
  }
}
for (const [name, sum] of Object.entries(sums)) console.log(`${name} ${sum}`);
console.log(`assemble: ${files} files, ${(bytes / 1e6).toFixed(2)} MB in ${out}`);
