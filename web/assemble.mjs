// Puts what the browser loads together in one folder: node web/assemble.mjs [FOLDER] [--no-pack]
//
// The lists below are the whole content of the site; a file that is not named is not shipped.
// Scripts lose their comments and long names, but keep every name that another script or a page
// sees. Each compressible file gets a .br and a .gz beside it, unless --no-pack is given.
import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync,
  writeFileSync} from 'node:fs';
import {dirname, extname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';
import {minify} from 'terser';

const web = dirname(fileURLToPath(import.meta.url));
const top = resolve(web, '..');

// From web/, under the same names.
const pages = [
  'THIRD_PARTY.md', 'core.js', 'core_link.js', 'explorer.css', 'explorer.js', 'files.js', 'fonts.js',
  'index.html',
  'keyboard.js', 'loop.js', 'mark.svg', 'mirror.js', 'module.js', 'page.css', 'page.js', 'pointer.js',
];
// From elsewhere: [from, to]; a folder is taken whole.
const others = [
  ['build/web/proviso.js', 'proviso.js'],
  ['build/web/proviso.wasm', 'proviso.wasm'],
  ['build/web/core.js', 'core_program.js'],
  ['build/web/core.wasm', 'core.wasm'],
  ['build/fonts', 'fonts'],
  ['data/china-military-aid.json', 'china-military-aid.json'],
  ['build/text', 'text'],
  ...['de', 'ru', 'zh'].map((language) => [`web/words/${language}.json`, `words/${language}.json`]),
];

const words = process.argv.slice(2);
const pack = !words.includes('--no-pack');
const out = resolve(words.find((word) => !word.startsWith('-')) ?? join(web, 'dist'));

const missing = [...pages.map((name) => join('web', name)), ...others.map(([from]) => from)]
  .filter((name) => !existsSync(join(top, name)));
if (missing.length > 0) {
  console.error(`assemble: not built yet or gone: ${missing.join(', ')}; web/serve --build-only ` +
    'builds everything.');
  process.exit(1);
}
rmSync(out, {recursive: true, force: true});
mkdirSync(out, {recursive: true});
const plain = (from) => !/(^|[\\/])\.[^\\/]+$/.test(from.slice(top.length));  // No dotfiles.
for (const name of pages) cpSync(join(web, name), join(out, name));
for (const [from, to] of others)
  cpSync(join(top, from), join(out, to), {recursive: true, preserveTimestamps: true, filter: plain});

// The page reads as a page before the explorer runs, and where it cannot.
const index = join(out, 'index.html');
writeFileSync(index, readFileSync(index, 'utf8').replace('<!-- skeleton -->',
  () => readFileSync(join(top, 'build/skeleton.html'), 'utf8')));

for (const name of readdirSync(out).filter((name) => name.endsWith('.js'))) {
  const path = join(out, name);
  const {code} = await minify(readFileSync(path, 'utf8'), {module: true, ecma: 2022});
  writeFileSync(path, code);
}

function* filesUnder(folder) {
  for (const entry of readdirSync(folder, {withFileTypes: true})) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else yield path;
  }
}

const packed = new Set(['.css', '.html', '.js', '.json', '.md', '.mjs', '.svg', '.ttf', '.wasm']);
let files = 0, bytes = 0;
for (const path of [...filesUnder(out)]) {
  if (/\.(br|gz)$/.test(path)) continue;
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
console.log(`assemble: ${files} files, ${(bytes / 1e6).toFixed(2)} MB in ${out}`);
