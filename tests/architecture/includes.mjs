// What may include what: the ladder of folders and the outside libraries.

/// The ladder, from below. A file may include its own folder and the rungs below it; folders that
/// share a rung do not include one another.
export const ladder = [
  ['core/base'],
  ['core/model'],
  ['core/io', 'core/query', 'core/locate', 'core/layout'],
  ['core/reason', 'core/words', 'core/edit'],
  ['core/merge', 'core/sheets'],
  ['core/exchange'],
  ['core/voice'],
  ['core/author'],
  ['core/state'],
  ['core/canvas'],
  ['core/views'],  // Each view is a folder of its own and includes no other.
  ['core/window/around'],
  ['core/window/dialogs'],
  ['core/window'],
  ['core/figure'],
  ['core/pages'],
  ['core/wire'],
  ['core/cli', 'shell'],
  ['web'],
];

/// Outside headers: who may include them. The first rule that matches counts.
export const libraries = [
  // web/sdl stands in for parts of SDL that are not built, so it sees SDL's own headers.
  [/^(video|events)\/.*\bSDL_\w+\.h$/, /^web\/sdl\//, 'only web/sdl sees the inside of SDL'],
  [/^(SDL|SDL_.*|SDL2\/.*)\.h$/, /^(shell\/|web\/platform_web\.cpp$|web\/sdl\/)/, 'only shell and web/platform_web.cpp see SDL'],
  [/^imstb_truetype\.h$/, /^core\/figure\/type_faces\.cpp$/, 'only core/figure/type_faces.cpp sees stb_truetype'],
  [/^(imgui|imstb|imconfig).*\.h$/, /^shell\//, 'only shell sees Dear ImGui'],
  [/^(emscripten|GLES\d)\b/, /^web\/(?!bridge)/, 'only web sees Emscripten, and its bridge does not'],
  [/^nlohmann\//, /^core\/(io|wire|cli)\//, 'only core/io, core/wire and core/cli deal in JSON'],
  [/^(pugixml\.hpp|zlib\.h)$/, /^core\/(sheets|exchange)\//, 'only core/sheets and core/exchange unpack archives'],
  [/^sqlite3\.h$/, /^core\/cli\/dna_database_sqlite\.cpp$/, 'only core/cli/dna_database_sqlite.cpp sees SQLite'],
  [/^utf8proc\.h$/, /^$/, 'only tests see utf8proc'],
  [/^(catch2|tests)\//, /^$/, 'nothing includes tests'],
];

const folders = ladder.flat().sort((a, b) => b.length - a.length);  // The inner folder first.
const rungOf = (folder) => ladder.findIndex((rung) => rung.includes(folder));

/// The folder of the ladder in which `path` lies, and of a view its name; none: undefined.
function placeOf(path) {
  const folder = folders.find((name) => path.startsWith(name + '/'));
  if (folder !== 'core/views') return folder && {folder};
  const view = /^core\/views\/(\w+)\//.exec(path)?.[1];
  return view && {folder, view};
}

/// Why a file at `from` may not include one at `to`; empty if it may.
function objection(from, to) {
  if (from.folder === to.folder)
    return from.view === to.view ? '' : 'a view includes no other view';
  return rungOf(to.folder) < rungOf(from.folder) ? '' : `${from.folder} may not include ${to.folder}`;
}

/// Returns one sentence for each include or word in `text`, the content of `path`, that breaks a rule.
export function violations(path, text) {
  const found = [];
  const from = placeOf(path);
  if (!from) return [`${path}: lies in no known folder`];
  text.split('\n').forEach((line, index) => {
    const say = (rule) => found.push(`${path}:${index + 1}: ${line.trim()}: ${rule}`);
    if (/__EMSCRIPTEN__/.test(line) && !path.startsWith('web/'))
      say('a platform is chosen by file, not by #ifdef');
    const include = /^\s*#\s*include\s*["<]([^">]+)[">]/.exec(line);
    if (!include) return;
    const target = include[1];
    if (target.includes('..')) return say('includes are written from the top folder');
    const to = placeOf(target);
    const reason = to && objection(from, to);
    if (reason) say(reason);
    const library = libraries.find(([name]) => name.test(target));
    if (library && !library[1].test(path)) say(library[2]);
    if (line.includes('"') && !to && !library)
      say('our own headers are named from the top folder, others in <>');
  });
  return found;
}
