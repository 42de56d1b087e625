import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const top = join(dirname(fileURLToPath(import.meta.url)), '../..');

/// The text of every file in `folders` whose path matches `pattern`, by path; new files as well,
/// but nothing that git ignores.
export function textsOf(folders, pattern) {
  const names = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', ...folders], {cwd: top})
    .toString().split('\0').filter((name) => pattern.test(name) && existsSync(join(top, name)));
  return new Map([...new Set(names)].sort().map((name) => [name, readFileSync(join(top, name), 'utf8')]));
}

export const sources = /\.(h|hpp|cpp|cc|c)$/;
