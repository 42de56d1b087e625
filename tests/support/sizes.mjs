// Prints what a first visit downloads, and fails where it is over budget: node sizes.mjs [FOLDER]
// The numbers are brotli's, in kB of 1000 bytes; the program's budget is 500 KiB.
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {brotliCompressSync} from 'node:zlib';

const folder = process.argv[2] ?? 'web/dist';
const scripts = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.js')).sort() : [];
const budgets = [
  [512, ['proviso.wasm', ...(scripts.length ? scripts : ['proviso.js'])]],
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
process.exit(failed > 0 ? 1 : 0);
