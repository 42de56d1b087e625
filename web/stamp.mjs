// Whether something that was made is still what its inputs make.
import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

/// All files in `path`, a file or a folder, in a fixed order.
export function* filesIn(path) {
  if (!statSync(path).isDirectory()) return yield path;
  for (const name of readdirSync(path).sort()) yield* filesIn(join(path, name));
}

/// A stamp in the file `path`: `is` tells whether nothing in `inputs` (files and folders, by content)
/// changed since `write()` and all of `outputs` are there. `words` are other things that matter.
export function upToDate(path, inputs, outputs, words = []) {
  const hash = createHash('sha256').update(JSON.stringify(words));
  for (const input of inputs)
    for (const file of filesIn(input)) hash.update(file).update('\0').update(readFileSync(file));
  const digest = hash.digest('hex');
  return {
    is: outputs.every((output) => existsSync(output)) && existsSync(path) && readFileSync(path, 'utf8') === digest,
    write: () => writeFileSync(path, digest),
  };
}
