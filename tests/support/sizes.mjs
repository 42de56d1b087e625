// Prints what a first visit downloads, and fails where it is over budget: node sizes.mjs [FOLDER]
// The numbers are brotli's, in kB of 1000 bytes; the program's budget is 500 KiB.
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {brotliCompressSync} from 'node:zlib';

const folder = process.argv[2] ?? 'web/dist';
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

const budgets = [
  [512, ['proviso.wasm', ...scripts]],
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
process.exit(failed > 0 ? 1 : 0);
