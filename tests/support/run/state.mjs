// What tests/run remembers from one run to the next, in build/tests/state.json.
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

/// A hash of every file that git tracks or would add, of the files in `folders` beside them, and of
/// `words`; '' where there is no git. Two runs with the same key test the same thing, whatever was
/// committed or touched between them.
export function treeKey(root, folders = [], words = []) {
  let names;
  try {
    names = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {cwd: root, stdio: ['ignore', 'pipe', 'ignore']})
      .toString().split('\0').filter(Boolean);
  } catch {
    return '';
  }
  const hash = createHash('sha256').update(JSON.stringify(words));
  const add = (name, path) => {
    const bytes = existsSync(path) ? readFileSync(path) : '';  // A file that git tracks and somebody deleted.
    hash.update(`\0${name}\0${bytes.length}\0`).update(bytes);
  };
  for (const name of [...new Set(names)].sort()) add(name, join(root, name));
  for (const folder of folders)
    if (existsSync(folder)) for (const name of readdirSync(folder).sort()) add(name, join(folder, name));
  return hash.digest('hex');
}

/// `steps`: by name, how each ended last: {run, passed, failed, skipped, seconds}.
/// `run`: the last run of everything: {id, key, finished}.
export class State {
  constructor(folder) {
    this.folder = folder;
    this.file = join(folder, 'state.json');
    try {
      ({run: this.run = null, steps: this.steps = {}} = JSON.parse(readFileSync(this.file, 'utf8')));
    } catch {
      [this.run, this.steps] = [null, {}];
    }
  }

  /// Begins a run of everything, or goes on with the last if that was interrupted and tested the same.
  /// Returns whether it goes on.
  begin(key) {
    if (this.run && !this.run.finished && key && this.run.key === key) return true;
    this.clear();
    this.run = {id: (this.run?.id ?? 0) + 1, key, finished: false};
    this.save();
    return false;
  }

  /// What a step came to in this run of everything, before it was interrupted.
  kept = (name) => (this.steps[name]?.run === this.run?.id ? this.steps[name] : undefined);
  failedLast = (name) => this.steps[name]?.failed > 0;
  seconds = (name) => this.steps[name]?.seconds;

  /// `run`: whether the step was run as part of a run of everything.
  ended(name, result, run) {
    this.steps[name] = {...result, run: run ? this.run.id : 0};
    this.save();
  }

  finish() {
    this.run.finished = true;
    this.save();
  }

  save() {
    mkdirSync(this.folder, {recursive: true});
    writeFileSync(`${this.file}.tmp`, JSON.stringify({run: this.run, steps: this.steps}, null, 1));
    renameSync(`${this.file}.tmp`, this.file);
  }

  /// Deletes the logs and pictures of former runs.
  clear() {
    if (!existsSync(this.folder)) return;
    for (const name of readdirSync(this.folder))
      if (name !== 'state.json') rmSync(join(this.folder, name), {recursive: true, force: true});
  }
}
