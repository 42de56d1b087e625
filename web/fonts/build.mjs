// Makes the fonts that Proviso draws with, as TTF files (Dear ImGui reads nothing else):
//
//   node web/fonts/build.mjs [FOLDER]          default: build/fonts
//
// Four faces that are always loaded, and Noto Sans SC in some hundred slices that are fetched when
// the first of their characters is asked for; fonts.json says which file has which characters.
// Whatever Source Serif lacks (Ŧ, ↔, ⇒ …) is drawn in Inter behind it.
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync, gzipSync} from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const modules = resolve(here, '../node_modules');
const out = resolve(process.argv[2] ?? join(here, '../../build/fonts'));

const characters = [
  [0x20, 0x7e], [0xa0, 0x17f],                       // Latin, Latin-1, Latin Extended-A
  [0x1a0, 0x1a1], [0x1af, 0x1b0], [0x1cd, 0x1dc],    // ơ ư, tone marks of pinyin
  [0x218, 0x21b], [0x2bb, 0x2bc], [0x2c6, 0x2dd],    // Romanian, modifier letters
  [0x400, 0x4ff],                                    // Cyrillic
  [0x1ea0, 0x1ef9],                                  // Vietnamese
  [0x2000, 0x209f], [0x20a0, 0x20bf], [0x2100, 0x214f],  // punctuation, super- and subscripts, €, №
  [0x2190, 0x22ff], [0x25a0, 0x25ff],                // arrows, math signs, shapes
  [0x2713, 0x2713], [0x2717, 0x2717], [0xfffd, 0xfffd],
];
// "Source" is a reserved font name, so a subset has to be called something else.
const inter = '@expo-google-fonts/inter', serif = '@expo-google-fonts/source-serif-4';
const faces = [
  {file: 'sans-400.ttf', weight: 400, family: 'Inter', from: `${inter}/400Regular/Inter_400Regular.ttf`},
  {file: 'sans-600.ttf', weight: 600, family: 'Inter', from: `${inter}/600SemiBold/Inter_600SemiBold.ttf`},
  {file: 'serif-400.ttf', weight: 400, family: 'Proviso Serif',
    from: `${serif}/400Regular/SourceSerif4_400Regular.ttf`},
  {file: 'serif-600.ttf', weight: 600, family: 'Proviso Serif',
    from: `${serif}/600SemiBold/SourceSerif4_600SemiBold.ttf`},
];

function fail(sentence) {
  console.error(`fonts: ${sentence}`);
  process.exit(1);
}

/// "U+4e00,U+4e10-4e1f" as [[0x4e00, 0x4e00], [0x4e10, 0x4e1f]].
function ranges(text) {
  return text.split(',').map((range) => {
    const [first, last] = range.trim().replace(/^U\+/i, '').split('-').map((hex) => parseInt(hex, 16));
    return [first, last ?? first];
  });
}

const noto = join(modules, '@fontsource/noto-sans-sc');
if (!existsSync(noto) || !existsSync(join(modules, faces[0].from)))
  fail('the npm packages of web/package.json are not here; run .ci/setup, or npm ci in web/.');

const slices = Object.entries(JSON.parse(readFileSync(join(noto, 'unicode.json'), 'utf8')))
  .filter(([name]) => /^\[\d+\]$/.test(name))
  .map(([name, text]) => {
    const number = name.slice(1, -1);
    return {
      file: `sc/${number.padStart(3, '0')}.ttf`,
      from: join(noto, `files/noto-sans-sc-${number}-400-normal.woff`),
      ranges: ranges(text),
    };
  });

// Nothing to do if these very scripts and packages made what is there.
const stamp = createHash('sha256');
for (const file of [fileURLToPath(import.meta.url), join(here, 'subset.py'),
  join(modules, inter, 'package.json'), join(modules, serif, 'package.json'),
  join(noto, 'package.json')]) stamp.update(readFileSync(file));
const digest = stamp.digest('hex');
const stampFile = join(out, '.stamp');
if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === digest) process.exit(0);

const work = `${out}.${process.pid}.tmp`;  // Renamed when complete: two builds may run at once.
mkdirSync(join(work, 'sc'), {recursive: true});
const jobs = [
  ...faces.map(({file, from, family}) =>
    ({from: join(modules, from), to: join(work, file), family, characters})),
  ...slices.map(({file, from, ranges}) =>
    ({from, to: join(work, file), family: 'Noto Sans SC', characters: ranges})),
];
const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';
const run = spawnSync(python, [join(here, 'subset.py')],
  {input: JSON.stringify(jobs), encoding: 'utf8', stdio: ['pipe', 'pipe', 'inherit']});
if (run.status !== 0) {
  rmSync(work, {recursive: true, force: true});
  fail('subsetting failed; it needs python3 with fontTools (Debian: python3-fonttools).');
}
const counts = JSON.parse(run.stdout);  // File -> number of characters in it.

const describe = (file) => ({file, bytes: statSync(join(work, file)).size});
writeFileSync(join(work, 'fonts.json'), JSON.stringify({
  faces: faces.map(({file, family, weight}) => ({...describe(file), family, weight})),
  slices: slices.map(({file, ranges}) => ({...describe(file), ranges})),
}));
for (const {file} of [...faces, ...slices]) {  // Packed here, once: web/assemble.mjs runs often.
  const bytes = readFileSync(join(work, file));
  writeFileSync(join(work, `${file}.br`), brotliCompressSync(bytes));
  writeFileSync(join(work, `${file}.gz`), gzipSync(bytes, {level: 9}));
}
writeFileSync(join(work, '.stamp'), digest);
rmSync(out, {recursive: true, force: true});
mkdirSync(dirname(out), {recursive: true});
renameSync(work, out);

const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
for (const {file} of faces) {
  const bytes = readFileSync(join(out, file));
  console.log(`fonts: ${file} ${counts[join(work, file)]} characters, ${kb(bytes.length)}, brotli ` +
    kb(statSync(join(out, `${file}.br`)).size));
}
const sizes = slices.map(({file}) => statSync(join(out, file)).size);
const total = sizes.reduce((a, b) => a + b, 0);
console.log(`fonts: Noto Sans SC in ${slices.length} slices, ${kb(total)}, ${kb(total / sizes.length)} on average`);
