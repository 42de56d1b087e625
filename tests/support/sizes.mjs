// Prints what a first visit downloads, and fails where it is over budget:
// node sizes.mjs [FOLDER] [--table [BUILD]]
// The numbers are brotli's, in kB of 1000 bytes. --table: also what takes the bytes (size_table.mjs).
import {execFileSync} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync} from 'node:zlib';

import {sizeTable} from './size_table.mjs';

const top = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const words = process.argv.slice(2);
const table = words.includes('--table') ? words.splice(words.indexOf('--table'))[1] ?? 'build/web' : '';
const folder = words[0] ?? 'web/dist';
// The headless module is nothing that a visit to the page downloads; its size is told beside it.
const headless = ['core.js', 'core_program.js', 'core.wasm'];
const scripts = new Set();
fetched('page.js');
scripts.add('worker.js');  // Keeps the app for later visits without a network.

/** A script of the page and what it imports at once. */
function fetched(name) {
  if (scripts.has(name)) return;
  scripts.add(name);
  if (!existsSync(join(folder, name))) return;
  const source = readFileSync(join(folder, name), 'utf8');
  for (const [, other] of source.matchAll(/(?:from|import) ?["']\.\/([^"']+)["']/g)) fetched(other);
}

// A visit that begins with another view fetches that view's part as well: the heaviest counts. What
// is no view comes after a press, or with a link that has more in it than a view.
const squeezedSize = (name) => brotliCompressSync(readFileSync(join(folder, name))).length;
const parts = existsSync(folder) ? readdirSync(folder).filter((name) => /^proviso\.\w+\.wasm$/.test(name))
  .sort((a, b) => squeezedSize(b) - squeezedSize(a)) : [];
const heaviest = parts.filter((name) => existsSync(join(top, 'core/views', name.split('.')[1]))).slice(0, 1);

const budgets = [
  [465, ['proviso.wasm', ...heaviest, ...scripts]],
  [150, ['fonts/sans-400.ttf', 'fonts/sans-600.ttf', 'fonts/serif-400.ttf', 'fonts/serif-600.ttf']],
];
let failed = 0;
for (const [limit, files] of budgets) {
  let total = 0;
  for (const file of files) {
    if (!existsSync(join(folder, file))) {
      console.log(`${file} is not there`);
      ++failed;
      continue;
    }
    const bytes = readFileSync(join(folder, file));
    const squeezed = brotliCompressSync(bytes).length / 1000;
    total += squeezed;
    console.log(`${squeezed.toFixed(1).padStart(8)} kB  ${file} (${(bytes.length / 1000).toFixed(1)} kB unpacked)`);
  }
  const over = total > limit;
  if (over) ++failed;
  console.log(`${total.toFixed(1).padStart(8)} kB  of ${limit} kB${over ? ': over budget' : ''}`);
}
if (existsSync(join(folder, 'core.wasm'))) {
  const sizes = headless.map((file) => brotliCompressSync(readFileSync(join(folder, file))).length / 1000);
  console.log(`${sizes.reduce((sum, size) => sum + size).toFixed(1).padStart(8)} kB  the headless module ` +
    `(${headless.map((file, i) => `${file} ${sizes[i].toFixed(1)}`).join(', ')}), in no budget`);
}
for (const name of parts.filter((name) => !heaviest.includes(name)))
  console.log(`${(squeezedSize(name) / 1000).toFixed(1).padStart(8)} kB  ${name}, fetched when it is first asked for`);
// The page in one file, with this dataset: what is attached, pasted and archived.
const command = join(folder, 'package/command.js');
if (existsSync(command)) {
  const made = mkdtempSync(join(tmpdir(), 'proviso-size-'));
  execFileSync(process.execPath, [command, 'publish', join(top, 'data/china-military-aid.json'), '--single', join(made, 'page.html')]);
  const {size} = statSync(join(made, 'page.html'));
  rmSync(made, {recursive: true, force: true});
  if (size > 1_300_000) ++failed;
  console.log(`${(size / 1000).toFixed(1).padStart(8)} kB  everything in one page, of 1300 kB${size > 1_300_000 ? ': over budget' : ''}`);
}
if (table) console.log(`\n${sizeTable(table).join('\n')}`);
process.exit(failed > 0 ? 1 : 0);
