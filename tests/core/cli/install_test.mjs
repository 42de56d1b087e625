// The command line as it is installed: cmake --install into an empty folder, and what lies there
// then. PROVISO_BUILD names another build than build/native.
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';

const top = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const build = resolve(process.env.PROVISO_BUILD ?? join(top, 'build/native'));
const prefix = mkdtempSync(join(tmpdir(), 'proviso-install-'));
after(() => rmSync(prefix, {recursive: true, force: true}));
execFileSync('cmake', ['--install', build, '--prefix', prefix]);

const program = join(prefix, 'bin/proviso');
const run = (...words) => execFileSync(program, words, {encoding: 'utf8'});
const read = (name) => readFileSync(join(prefix, name), 'utf8');
const bash = read('share/bash-completion/completions/proviso');
const zsh = read('share/zsh/site-functions/_proviso');
const fish = read('share/fish/vendor_completions.d/proviso.fish');
const man = read('share/man/man1/proviso.1');

/// Each command with its options, as --help lists them.
const commands = new Map([...run('--help').matchAll(/^ {2}([a-z]+) {2,}\S/gm)].map(([, name]) =>
  [name, [...run(name, '--help').matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, option]) => option)]));

/// The part of `text` from the first match of `begin` to the next of `end`.
function part(text, begin, end) {
  const from = text.search(begin);
  assert.ok(from >= 0, String(begin));
  const rest = text.slice(from + 1);
  const to = rest.search(end);
  return rest.slice(0, to < 0 ? undefined : to);
}

test('the program runs from where it was installed', () => {
  assert.match(run('version'), /^\d+\.\d+\.\d+\n$/);
  assert.deepEqual([...commands.keys()], ['check', 'canon', 'list', 'facets', 'find', 'ask', 'compare', 'locate', 'page', 'say', 'picture', 'publish',
    'new', 'locator', 'import', 'export', 'diff', 'merge', 'agree', 'help', 'version']);
  assert.ok([...commands.values()].flat().length > 30);
});

test('the manual page names every command and option', () => {
  for (const [command, options] of commands) {
    const section = part(man, new RegExp(`^\\.SS proviso ${command}$`, 'm'), /^\.S[SH] /m);
    for (const option of options) assert.ok(section.includes(`${option.replaceAll('-', '\\-')}`), `${command} ${option}`);
  }
  assert.match(man, /^\.SH "?EXIT STATUS/m);
});

test('the manual page is one that man formats without a warning', {skip: !existsSync('/usr/bin/groff') && 'no groff'}, () => {
  const {stderr, stdout} = spawnSync('groff', ['-man', '-Tutf8', '-Kutf8', '-ww', '-z'], {input: man, encoding: 'utf8'});
  assert.equal(stderr + stdout, '');
});

test('the completions of three shells name every command and option', () => {
  for (const [command, options] of commands) {
    const inBash = part(bash, new RegExp(`^ {4}${command}\\)$`, 'm'), /^ {6};;/m);
    const inZsh = part(zsh, new RegExp(`^ {4}${command}\\)$`, 'm'), / ;;\n/);
    assert.match(fish, new RegExp(`__fish_use_subcommand -a ${command} `));
    for (const option of options) {
      assert.ok(inBash.includes(option), `bash: ${command} ${option}`);
      assert.ok(inZsh.includes(`${option}[`), `zsh: ${command} ${option}`);
      if (option !== '--help')
        assert.match(fish, new RegExp(`_from ${command}' -l ${option.slice(2)} `), `fish: ${command} ${option}`);
    }
  }
  assert.match(fish, /-s h -l help/);
});

/// What bash offers for the last of `words`.
function offered(...words) {
  return execFileSync('bash', ['-c', `source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _proviso; printf '%s\\n' "\${COMPREPLY[@]}"`,
    join(prefix, 'share/bash-completion/completions/proviso'), 'proviso', ...words], {encoding: 'utf8', cwd: join(top, 'data/samples')})
    .split('\n').filter(Boolean);
}

test('bash completes commands, options, words of the format and files', () => {
  assert.deepEqual(offered('c'), ['check', 'canon', 'compare']);
  assert.deepEqual(offered('list', 'minimal.json', 'cla'), ['claims']);
  assert.deepEqual(offered('list', '--where', 'act=fact', 'minimal.json', 'act'), ['actors']);
  assert.deepEqual(offered('list', 'minimal.json', 'claims', '--c'), ['--csv']);
  assert.deepEqual(offered('check', 'minimal.j'), ['minimal.json']);
  assert.deepEqual(offered('check', 'minimal.json', '--limits', ''), ['none', 'usual']);
  assert.deepEqual(offered('help', '--completion', 'z'), ['zsh']);
  assert.deepEqual(offered('nothing', ''), []);
});

for (const [shell, script] of [['zsh', zsh], ['fish', fish]])
  test(`${shell} reads its completions`, {skip: spawnSync(shell, ['--version']).error && `no ${shell}`}, () => {
    execFileSync(shell, ['-n'], {input: script});
  });

test('no folder is made that was not asked for', () => {
  const nope = join(prefix, 'nope');
  const {status, stderr} = spawnSync(program, ['canon', join(top, 'data/samples/minimal.json'), '-o', join(nope, 'x.json')], {encoding: 'utf8'});
  assert.equal(status, 2);
  assert.ok(stderr.includes(`There is no folder “${nope}”.`), stderr);
  assert.ok(!existsSync(nope));
  run('page', join(top, 'data/samples/minimal.json'), '-o', join(nope, 'deeper'));
  assert.ok(existsSync(join(nope, 'deeper/index.html')));
});
