// Prints what a first visit downloads, and fails where it is over budget: node sizes.mjs [FOLDER]
// The numbers are brotli's, in kB of 1000 bytes; the program's budget is 500 KiB.
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {brotliCompressSync} from 'node:zlib';

const folder = process.argv[2] ?? 'web/dist';
// The headless module is nothing that a visit to the page downloads; its size is told beside it.
const headless = ['core.js', 'core_program.js', 'core.wasm'];
const scripts = existsSync(folder) ? readdirSync(folder)
  .filter((name) => name.endsWith('.js') && !headless.includes(name)).sort() : [];
const budgets = [
  [512, ['proviso.wasm', ...(scripts.length ? scripts : ['proviso.js'])]],
  [150, ['fonts/sans-400.ttf', 'fonts/sans-600.ttf', 'fonts/serif-400.ttf', 'fonts/serif-600.ttf']],
];
const sizes = new Map();
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
    sizes.set(file, squeezed);
    console.log(`${squeezed.toFixed(1).padStart(8)} kB  ${file} (${(bytes.length / 1000).toFixed(1)} kB unpacked)`);
  }
  // Where the kilobytes are: the program, Emscripten's glue, the page's own modules.
  const own = files.filter((file) => file.endsWith('.js') && file !== 'proviso.js')
    .reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0);
  if (own > 0) console.log(`${own.toFixed(1).padStart(8)} kB  the page's own modules together`);
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
