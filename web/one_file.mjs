// What holds everything in itself: inline.js, a module with program and fonts in it, and the page in
// one file, which is that module and a small script for the page around it.
//
// The page has places that are filled anew for a dataset (places.js).
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';

import {build} from 'esbuild';
import {compress} from 'lzma1';
import {minify} from 'terser';

import {SIGNS_91, signs95} from './unpack.js';

/// As unpack.js reads it, in the base of so many signs.
export function inBase(bytes, signs) {
  const base = signs.length, room = base * base - 8192;
  const out = [];
  let bits = 0, count = 0;
  const put = (pair) => out.push(signs[pair % base], signs[Math.floor(pair / base)]);
  for (const byte of bytes) {
    bits |= byte << count;
    count += 8;
    if (count <= 13) continue;
    const wide = (bits & 8191) < room;
    put(bits & (wide ? 16383 : 8191));
    bits >>= wide ? 14 : 13;
    count -= wide ? 14 : 13;
  }
  if (count > 7 || bits >= base) put(bits);
  else if (count > 0) out.push(signs[bits]);
  return out.join('');
}

export const inBase91 = (bytes) => inBase(bytes, SIGNS_91);

/// As LZMA in base 95: a sixth smaller than gzip, and half a second slower to unpack on a slow machine.
/// Where xz is installed another twentieth of that: it knows that no byte's place says anything.
const packed = (bytes) => {
  const run = spawnSync('xz', ['-c', '--format=lzma', '--lzma1=preset=9e,lc=4,pb=0'], {input: bytes, maxBuffer: 1 << 28});
  return inBase(run.status === 0 ? run.stdout : Uint8Array.from(compress(bytes, 9), (byte) => byte & 255), signs95());
};

/// Bundles `entry` of the folder `web`; `assets` stands in place of assets.js, and Emscripten's script
/// and the style sheets come from `out`.
async function bundle({web, out, entry, assets, held = []}) {
  const {outputFiles: [{text}]} = await build({
    absWorkingDir: web, entryPoints: [entry], bundle: true, write: false, format: 'esm', target: 'es2022', minify: true,
    legalComments: 'none', charset: 'utf8',
    // A page in one file may have no address: Emscripten's script asks for one all the same.
    define: {'import.meta.url': '"proviso:/"'},
    plugins: [{name: 'one-file', setup(esbuild) {
      esbuild.onResolve({filter: /\/assets\.js$/}, () => ({path: 'assets', namespace: 'inside'}));
      esbuild.onResolve({filter: /\/(proviso|views)\.js$/}, ({path}) => ({path: join(out, path)}));  // Made, and not in the folder.
      // Of the package only what unpacks: its main file brings what packs as well.
      esbuild.onResolve({filter: /^lzma1\//}, ({path}) => ({path: join(web, 'node_modules/lzma1/lib', `${path.slice(6)}.js`)}));
      esbuild.onResolve({filter: /\/ahead\.js$/}, () => ({path: 'nothing', namespace: 'inside'}));  // A worker is a file.
      esbuild.onLoad({filter: /.*/, namespace: 'inside'}, ({path}) => ({contents: path === 'nothing' ? '' : assets, loader: 'js', resolveDir: web}));
    }}],
  });
  const {code} = await minify(text, {module: true, ecma: 2022, compress: {passes: 3}, format: {comments: false}});
  // What is held comes in now, since who makes scripts smaller writes its tabulators with two signs. In
  // a page it stands between tags.
  return code.trim().replace(/(["'`])held:(\d+)\1/g, (_, quote, i) => `"${held[i]}"`).replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}

/// The text of inline.js. `program`: the whole of it, in one.
export function makeInline({web, out, program, styles, faces, languages}) {
  const whole = readFileSync(program);
  // The faces are much alike, so they are packed as one.
  const letters = faces.map((name) => readFileSync(join(out, name)));
  const together = Buffer.concat(letters);
  const starts = letters.map((_, i) => letters.slice(0, i).reduce((sum, {length}) => sum + length, 0));
  const assets = `import {Decoder} from 'lzma1/decoder';
import {InputBuffer, OutputBuffer} from 'lzma1/streams';
import {bytesOf, signs95} from './unpack.js';
${styles}
export const faces = ${JSON.stringify(faces)};
export const languages = ${JSON.stringify(languages)};
export const parts = [];  // They are all in the program.
export const folder = '';
export const addressOf = () => undefined;
function unpacked(text, size) {
  const out = new OutputBuffer(size);
  new Decoder().decompress(new InputBuffer(bytesOf(text, signs95())), out);
  return out.toArray();
}
let letters;
const face = (from, to) => (letters ??= unpacked("held:0", ${together.length})).slice(from, to);
export const inside = {
  'proviso.wasm': () => unpacked("held:1", ${whole.length}),
${faces.map((name, i) => `  '${name}': () => face(${starts[i]}, ${starts[i] + letters[i].length}),`).join('\n')}
};`;
  return bundle({web, out, entry: 'inline.js', assets, held: [packed(together), packed(whole)]});
}

/// The page in one file, its places empty.
export async function makePage({web, out, inline, style}) {
  const single = await bundle({web, out, entry: 'single.js', assets: ''});
  const css = (style + readFileSync(join(web, 'single.css'), 'utf8')).replace(/\/\*[^]*?\*\//g, '').replace(/\s*\n\s*/g, ' ').trim();
  const sum = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const parts = {inline, single, style: css, scripts: `${sum(inline)} ${sum(single)}`, styles: sum(css)};
  return readFileSync(join(web, 'single.html'), 'utf8').replace(/\{(inline|single|style|scripts|styles)\}/g, (_, name) => parts[name]);
}
