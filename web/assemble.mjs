// Puts what the browser loads together in one folder: node web/assemble.mjs [FOLDER] [--no-pack]
//
// The lists below are the whole content of the site; a file that is not named is not shipped.
// Scripts lose their comments and long names, but keep every name that another script or a page
// sees; the page's own are one file, fetched at once and squeezed better. Each compressible file
// gets a .br and a .gz beside it, and FOLDER/package is what npm installs, unless --no-pack is given:
// then there are the same files without those. Nothing is done where nothing changed.
import {createHash} from 'node:crypto';
import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync,
  writeFileSync} from 'node:fs';
import {basename, dirname, extname, join, resolve, sep} from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';

import {fill, placeOf} from './places.js';
import {partsOf} from './split.mjs';
import {upToDate} from './stamp.mjs';

const web = dirname(fileURLToPath(import.meta.url));
const top = resolve(web, '..');

// From web/, under the same names.
const library = [
  'ahead.js', 'arrive.js', 'attributes.js', 'auto.js', 'begin.js', 'boundary.js', 'bring.js', 'commands.js', 'core.js', 'core_link.js',
  'element.js', 'explorer.js', 'files.js', 'fonts.js', 'formats.js', 'fragment.js', 'frame.js', 'index.js',
  'input.js', 'keep.js', 'kept.js', 'keyboard.js', 'loop.js', 'mirror.js', 'module.js', 'notes.js', 'parts.js', 'places.js', 'pointer.js', 'pool.js',
  'port.js', 'print.js', 'reports.js', 'save.js', 'surround.js', 'texts.js', 'theme.js', 'unpack.js', 'vocabulary.js',
];
const pages = [
  ...library, 'THIRD_PARTY.md', 'index.html', 'mark.svg', 'offline.js', 'opened_as_file.js', 'page.css', 'page.js',
  'whole_page.js', 'worker.js', 'demo', 'teach',
];
// What becomes a page in one file, embed.html, and a module in one file, inline.js; see one_file.mjs.
const oneFile = ['inline.js', 'in_frame.js', 'single.css', 'single.html', 'single.js'];
const dataset = 'china-military-aid.json';
// Style sheets that become strings in assets.js: a shadow root of a strict page takes no others.
const styles = {style: 'explorer.css', elementStyle: 'element.css'};
// Of the interface, beside English; fetched when one is chosen.
const languages = ['de', 'ru', 'zh'];
// Of the program; fetched when something first needs them.
const parts = Object.keys(partsOf(top));
// From elsewhere: [from, to]; a folder is taken whole.
const others = [
  ['build/web/proviso.js', 'proviso.js'],
  ['build/web/proviso.wasm', 'proviso.wasm'],
  ...parts.map((part) => [`build/web/proviso.${part}.wasm`, `proviso.${part}.wasm`]),
  ['build/web/core.js', 'core_program.js'],
  ['build/web/core.wasm', 'core.wasm'],
  ['build/fonts', 'fonts'],
  [`data/${dataset}`, dataset],
  ['data/samples/guideline.json', 'teach/guideline.json'],  // What the teaching page ends with.
  ['build/text', 'text'],
  ...languages.map((language) => [`web/words/${language}.json`, `words/${language}.json`]),
];

const words = process.argv.slice(2);
const pack = !words.includes('--no-pack');
const out = resolve(words.find((word) => !word.startsWith('-')) ?? join(web, 'dist'));

const published = ['web/command.js', 'build/web/command.js', 'build/web/command.wasm', 'data/schema.json',
  'web/describe.mjs', 'web/HOSTING.md', 'web/pack.mjs', 'web/package.md', 'web/global.d.ts', 'web/react.d.ts', 'web/react.js', 'web/jsx'];  // Only in the package.
const missing = [...[...pages, ...oneFile, ...Object.values(styles)].map((name) => join('web', name)), ...others.map(([from]) => from),
  ...(pack ? published : [])].filter((name) => !existsSync(join(top, name)));
if (missing.length > 0) {
  console.error(`assemble: not built yet or gone: ${missing.join(', ')}; web/serve --build-only ` +
    'builds everything.');
  process.exit(1);
}
const inputs = [join(top, 'core/state/view_state.h'), ...[...pages, ...oneFile, ...Object.values(styles), 'assemble.mjs', 'one_file.mjs', 'pdf.js', 'pdf_lines.js', 'ahead_reader.js', 'package.json', 'package-lock.json']
  .map((name) => join(web, name)), ...[...others.map(([from]) => from), 'build/skeleton.html'].map((name) => join(top, name))];
const stamps = {
  false: upToDate(join(out, '.assembled'), inputs, [join(out, 'worker.js')]),
  true: upToDate(join(out, '.packed'), [...inputs, ...published.map((name) => join(top, name))].filter((name) => existsSync(name)),
    [join(out, 'package/package.json')]),
};
if (pack ? stamps.true.is : stamps.false.is) {
  console.log(`assemble: nothing changed, ${out} stays as it is`);
  process.exit(0);
}
const [{build}, {minify}, {makePackage}, {inBase91, makeInline, makePage}] = await Promise.all(
  [import('esbuild'), import('terser'), import('./pack.mjs'), import('./one_file.mjs')]);

rmSync(out, {recursive: true, force: true});
mkdirSync(out, {recursive: true});
const plain = (from) => !/(^|[\\/])\.[^\\/]+$/.test(from.slice(top.length));  // No dotfiles.
for (const name of pages) cpSync(join(web, name), join(out, name), {recursive: true, filter: (from) => basename(from) !== 'README.md'});
for (const [from, to] of others)
  cpSync(join(top, from), join(out, to), {recursive: true, preserveTimestamps: true, filter: plain});

const faces = JSON.parse(readFileSync(join(out, 'fonts/fonts.json'), 'utf8')).faces.map(({file}) => `fonts/${file}`);
writeFileSync(join(out, 'assets.js'), assets());
writeFileSync(join(out, 'chinese.js'), chinese());
writeFileSync(join(out, 'views.js'), views());

// The page reads as a page before the explorer runs, and where it cannot.
const index = join(out, 'index.html');
const skeleton = readFileSync(join(top, 'build/skeleton.html'), 'utf8');
writeFileSync(index, fill(readFileSync(index, 'utf8'), {text: skeleton}));

const inline = await makeInline({web, out, program: join(top, 'build/web/proviso.whole.wasm'), styles: stylesAsScript(), faces, languages});
await build({
  absWorkingDir: out, entryPoints: ['page.js'], outfile: 'page.js', allowOverwrite: true, bundle: true,
  format: 'esm', target: 'es2022', external: ['./ahead.js', './formats.js', './keep.js', './print.js', './texts.js'],  // Which load only where they are asked for.
});
rmSync(join(out, 'whole_page.js'));  // It is in page.js.
// What reads a PDF comes with pdf.js in it, which is as small as it gets; what reads large datasets is
// one script as well, since a bundler copies a worker as it is.
const whole = ['pdf.js', 'ahead_reader.js'];
for (const name of whole) await build({absWorkingDir: web, entryPoints: [name], outfile: join(out, name), bundle: true, format: 'esm', target: 'es2022', minify: true, legalComments: 'none',
  plugins: [{name: 'made', setup: (esbuild) => { esbuild.onResolve({filter: /\/proviso\.js$/}, () => ({path: join(out, 'proviso.js')})); }}]});
const maps = {};  // Of each script, from what is shipped to its source.
for (const name of readdirSync(out).filter((name) => name.endsWith('.js') && !whole.includes(name))) {
  const path = join(out, name);
  const {code, map} = await minify({[name]: readFileSync(path, 'utf8')}, {
    module: name !== 'worker.js', ecma: 2022, compress: {passes: 3}, format: {comments: /@vite-ignore|webpackIgnore/},
    sourceMap: {includeSources: true},
  });
  writeFileSync(path, code);
  maps[name] = map;
}
writeFileSync(join(out, 'inline.js'), inline);

/// The style sheets as exports.
function stylesAsScript() {
  const plainly = (name) => readFileSync(join(web, name), 'utf8')
    .replace(/\/\*[^]*?\*\//g, '').replace(/\s*\n\s*/g, ' ').trim();
  return Object.entries(styles).map(([key, name]) => `export const ${key} = ${JSON.stringify(plainly(name))};`).join('\n');
}

/// Where the files beside the scripts are, each as an address that bundlers understand. The
/// slices of the Chinese font are not: a bundle has them where it imports chinese.js.
function assets() {
  const names = ['proviso.wasm', ...parts.map((part) => `proviso.${part}.wasm`), ...faces, ...languages.map((code) => `words/${code}.json`)];
  return `// Made by web/assemble.mjs.
${stylesAsScript()}
export const faces = ${JSON.stringify(faces)};
export const languages = ${JSON.stringify(languages)};
export const parts = ${JSON.stringify(parts)};
export const folder = import.meta.url.replace(/[^/]*$/, '');
/** @type {Record<string, () => Uint8Array>} What unpacks it. */
export const inside = {};
/** @type {Record<string, string>} */
export const addresses = {
${names.map((name) => `  '${name}': new URL('./${name}', import.meta.url).href,`).join('\n')}
};
/** @param {string} name @returns {string | undefined} */
export const addressOf = (name) => addresses[name] ?? folder + name;
`;
}

/// The views' names, as the core has them.
function views() {
  const [, rows] = /kViewRows\{([^]*?)\};/.exec(readFileSync(join(top, 'core/state/view_state.h'), 'utf8'));
  const words = [...rows.matchAll(/ViewRow\{[^"]*"([^"]+)"/g)].map(([, word]) => word);
  return `// Made by web/assemble.mjs.\nexport const VIEWS = /** @type {const} */ (${JSON.stringify(words)});\n`;
}

function chinese() {
  const names = ['fonts/fonts.json', ...readdirSync(join(out, 'fonts/sc')).filter((name) => name.endsWith('.ttf')).sort().map((name) => `fonts/sc/${name}`)];
  return `// Made by web/assemble.mjs. Has a bundler take the Chinese font into the bundle.
import {addresses} from './assets.js';

Object.assign(addresses, {
${names.map((name) => `  '${name}': new URL('./${name}', import.meta.url).href,`).join('\n')}
});
`;
}

function* filesUnder(folder) {
  for (const entry of readdirSync(folder, {withFileTypes: true})) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else yield path;
  }
}

// A page in one file, without data: what `proviso publish` fills, what the package has for frames,
// and with this dataset in it the frame of this site.
const base = readFileSync(join(out, 'page.css'), 'utf8');
const blank = await makePage({web, out, inline, style: base});
const digest = createHash('sha256').update(readFileSync(join(out, dataset))).digest('hex');
writeFileSync(join(out, 'embed.html'), fill(blank, {
  head: placeOf(readFileSync(index, 'utf8'), 'head'), text: skeleton, data: `<script type="application/gzip;base91" data-file="dataset.json">${
    inBase91(gzipSync(readFileSync(join(out, dataset)), {level: 9}))}</script>`,
}));

// The app without a network: its pages, scripts and faces; named after what is in them, so that any
// change is a new version. What only other pages load is not among them.
const elsewhere = new Set(['worker.js', 'inline.js', 'embed.html', 'chinese.js', 'pdf.js', 'ahead.js', 'ahead_reader.js', 'auto.js', 'index.js', 'frame.js', dataset]);
const offline = ['./', ...readdirSync(out).filter((name) => /\.(js|css|html|json|wasm|svg)$/.test(name) && !elsewhere.has(name)),
  'fonts/fonts.json', ...readdirSync(join(out, 'fonts')).filter((name) => name.endsWith('.ttf')).map((name) => `fonts/${name}`)];
const state = createHash('sha256');
for (const name of offline.slice(1)) state.update(name).update(readFileSync(join(out, name)));
const worker = join(out, 'worker.js');
writeFileSync(worker, `self.DATASET=${JSON.stringify([dataset, digest])};\n` + readFileSync(worker, 'utf8')
  .replace('VERSION', () => state.digest('hex').slice(0, 12)).replace('[]', () => JSON.stringify(offline)));

// What a published site is made of: where a file is there, and where it is here.
const kept = [...filesUnder(out)].map((path) => path.slice(out.length + 1).replaceAll(sep, '/'))
  .filter((name) => !/\.(br|gz)$|^\.|^(demo|teach|text|package)\//.test(name) && name !== dataset).sort();
writeFileSync(join(out, 'program.json'), JSON.stringify(Object.fromEntries(kept.map((name) => [name, name])), null, 1) + '\n');

// What npm installs is a part of the site, so that both are the same files.
const sums = !pack ? {} : makePackage({site: out, out: join(out, 'package'), library, maps, assets: assets(), views: views(), blank});

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
stamps.false.write();
if (pack) stamps.true.write();
