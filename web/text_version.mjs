// Writes the bundled dataset as plain pages, and the fragment that the explorer's page shows before
// it runs, with the core as WebAssembly: node web/text_version.mjs [FOLDER]      (build)
//
// FOLDER/text holds the pages, FOLDER/skeleton.html the fragment, both to the byte what
// `proviso page` writes; that takes no native build, and less than a second.
import {cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

import {upToDate} from './stamp.mjs';

const web = dirname(fileURLToPath(import.meta.url));
const top = resolve(web, '..');
const out = resolve(process.argv[2] ?? join(top, 'build'));
const dataset = join(top, 'data/china-military-aid.json');
const program = {'core.js': join(web, 'core.js'), 'core_program.js': join(top, 'build/web/core.js'),
  'core.wasm': join(top, 'build/web/core.wasm')};

const stamp = upToDate(join(out, 'text.stamp'),
  [fileURLToPath(import.meta.url), dataset, ...Object.values(program)], [join(out, 'text/index.html'), join(out, 'skeleton.html')]);
if (stamp.is) process.exit(0);

mkdirSync(out, {recursive: true});
const stage = mkdtempSync(join(out, 'text-'));
process.on('exit', () => rmSync(stage, {recursive: true, force: true}));
writeFileSync(join(stage, 'package.json'), '{"type": "module"}');
for (const [name, from] of Object.entries(program)) cpSync(from, join(stage, name));
const {loadCore} = await import(pathToFileURL(join(stage, 'core.js')).href);
const data = (await loadCore()).open(readFileSync(dataset));
const pages = data.page();
for (const {path, text} of pages) {
  mkdirSync(dirname(join(stage, 'text', path)), {recursive: true});
  writeFileSync(join(stage, 'text', path), text);
}
rmSync(join(out, 'text'), {recursive: true, force: true});
renameSync(join(stage, 'text'), join(out, 'text'));
writeFileSync(join(out, 'skeleton.html'), data.skeleton({text: 'text/'}));
stamp.write();
console.log(`text version: ${pages.length} pages in ${join(out, 'text')}`);
