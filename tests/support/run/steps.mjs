// What tests/run does, step by step.
//
// A step is {name, kind, command, needs, cores, seconds, env, skip}.
//   kind     build: counts only if it fails. check: counts as one test. suite: counts the test cases
//            that it printed; none at all is a failure.
//   needs    the names of the steps that must have succeeded before
//   cores    how many it uses; a build uses all and so runs alone
//   seconds  about how long it takes, until a run has measured it: the longest begins first
//   skip     why it is left out; it then counts as one test skipped
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {basename, join} from 'node:path';

export const ALL = Infinity;
const ENGINES = ['chromium', 'firefox', 'webkit'];
// In how many parts CTest runs the tests of a preset (tests/CMakeLists.txt).
const SHARDS = 2;

/// The engines that a browser test is for: all, unless it has a line `// Engines: chromium, firefox`.
export function enginesOf(source, wanted = ENGINES) {
  const line = /^\/\/ Engines: (.+)$/m.exec(source);
  const named = line ? line[1].split(/, */) : ENGINES;
  const unknown = named.filter((engine) => !ENGINES.includes(engine));
  if (unknown.length > 0) throw new Error(`There is no engine ${unknown}`);
  return named.filter((engine) => wanted.includes(engine));
}

const files = (root, folder, end) => readdirSync(join(root, folder), {withFileTypes: true})
  .flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.name === 'node_modules') return [];
    return entry.isDirectory() ? files(root, path, end) : path.endsWith(end) ? [path] : [];
  }).sort();

/// Every step, in the order of building. `sources`: the folder of the source texts, or 'none'.
export function allSteps(root, {quick = false, sources = 'none', fuzzSeconds = 20, engines = ENGINES} = {}) {
  const steps = [];
  const step = (kind, name, command, options = {}) =>
    steps.push({kind, name, command, needs: ['Set-up'], cores: 1, seconds: 5, env: {}, ...options});
  const preset = (name, seconds) => step('build', `Build: ${name}`,
    ['bash', '-c', `cmake --preset ${name} && cmake --build --preset ${name}`], {cores: ALL, seconds});

  step('build', 'Set-up', ['.ci/setup'], {needs: [], cores: ALL});
  preset('native', 600);
  preset('web', 400);
  step('build', 'Text version', ['web/text_version'], {needs: ['Build: web']});
  step('build', 'Fonts', ['node', 'web/fonts/build.mjs'], {seconds: 30});
  step('build', 'Assemble web/dist', ['node', 'web/assemble.mjs'], {needs: ['Build: web', 'Text version', 'Fonts']});
  preset('asan', 700);
  preset('node', 400);

  step('check', 'Formatted as .clang-format says',
    ['bash', '-c', "git ls-files -z -- '*.h' '*.cpp' | xargs -0 clang-format --dry-run -Werror"], {seconds: 20});
  step('check', 'No run of words from the sources', ['node', 'tests/support/paraphrase.mjs'],
    {skip: sources === 'none' && 'no source texts are at hand (PROVISO_SOURCES)'});
  step('check', 'Size of a first visit', ['node', 'tests/support/sizes.mjs', 'web/dist'], {needs: ['Assemble web/dist']});

  const bench = process.env.PROVISO_BENCH ?? join(root, '../shared/bench');
  step('check', 'Beside its peers, quickly: only printed', ['tests/bench/run', '--quick'], {
    needs: ['Build: native', 'Assemble web/dist'], seconds: 60, env: {PROVISO_DIST: join(root, 'web/dist')},
    skip: !existsSync(join(bench, 'whatif.mjs')) && `the bench’s scripts are not in ${bench} (PROVISO_BENCH)`});

  for (const [name, preset, seconds] of
    [['Native', 'native', 60], ['Address and undefined behaviour', 'asan', 240], ['WebAssembly under node', 'node', 120]])
    for (let i = 0; i < SHARDS; ++i)
      step('suite', `${name}, part ${i + 1}`, ['ctest', '--preset', preset, '-V', '-L', `^part${i + 1}$`],
        {needs: [`Build: ${preset}`], seconds});
  /// The set-up; of the web tests the page; of those that start the command line that too.
  const needsOf = (path, source) => ['Set-up', ...(path.startsWith('tests/web/') ? ['Assemble web/dist'] : []),
    ...(source.includes('build/native') ? ['Build: native'] : [])];
  const tests = files(root, 'tests', '_test.mjs').map((path) => [path, readFileSync(join(root, path), 'utf8')]);
  const inBrowsers = ([path]) => path.startsWith('tests/web/browsers/');
  for (const [path, source] of tests.filter((one) => !inBrowsers(one)))
    step('suite', `Node: ${path.slice('tests/'.length, -'.mjs'.length)}`,
      ['node', '--test-reporter=tap', path], {needs: needsOf(path, source), seconds: 20});
  for (const path of files(root, 'tests/fuzz', '.cpp'))
    step('suite', `Fuzzer: ${basename(path, '.cpp')}, ${fuzzSeconds} s`,
      ['tests/support/fuzz', String(fuzzSeconds), basename(path, '.cpp')],
      {needs: ['Build: asan'], seconds: fuzzSeconds + 5});
  for (const [path, source] of tests.filter(inBrowsers))
    for (const engine of enginesOf(source, engines))
      step('suite', `Browsers: ${basename(path, '.mjs')}, ${engine}`,
        ['dbus-run-session', '--', 'node', '--test-reporter=tap', path], {
          needs: needsOf(path, source), seconds: 40, display: true, skip: quick && '--quick',
          env: {PROVISO_ENGINES: engine, LIBGL_ALWAYS_SOFTWARE: '1'},
        });
  return steps;
}

/// Those that have one of `words` in their name, and what they need.
export function chosen(steps, fits) {
  const byName = new Map(steps.map((step) => [step.name, step]));
  const wanted = new Set();
  const add = (step) => {
    if (wanted.has(step)) return;
    wanted.add(step);
    if (!step.skip) step.needs.forEach((name) => add(byName.get(name)));
  };
  steps.filter(fits).forEach(add);
  return steps.filter((step) => wanted.has(step));
}

/// Whether the machine is one that .ci/setup can set up; elsewhere the tools are the user's own.
export const isDebian = () => existsSync('/etc/debian_version') &&
  /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
