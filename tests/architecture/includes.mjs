// What may include what. Layers and outside libraries, as the READMEs of the folders say it.

/// Each folder with the folders that it may include besides itself.
const core = ['core/base', 'core/model', 'core/io', 'core/query', 'core/locate', 'core/layout',
  'core/reason', 'core/view'];
const above = (folder) => core.slice(0, core.indexOf(folder));
export const layers = {
  'core/base': [],
  'core/model': ['core/base'],
  'core/io': ['core/base', 'core/model'],
  'core/query': ['core/base', 'core/model'],
  'core/locate': ['core/base', 'core/model'],
  'core/layout': ['core/base', 'core/model'],
  'core/reason': above('core/reason'),
  'core/view': above('core/view'),
  'core/cli': core,
  'shell': core,
  'web': [...core, 'shell'],
};

/// Outside headers: who may include them. The first rule that matches counts.
export const libraries = [
  // web/sdl stands in for parts of SDL that are not built, so it sees SDL's own headers.
  [/^(video|events)\/.*\bSDL_\w+\.h$/, /^web\/sdl\//, 'only web/sdl sees the inside of SDL'],
  [/^(SDL|SDL_.*|SDL2\/.*)\.h$/, /^(shell\/|web\/platform_web\.cpp$|web\/sdl\/)/, 'only shell and web/platform_web.cpp see SDL'],
  [/^(imgui|imstb|imconfig).*\.h$/, /^shell\//, 'only shell sees Dear ImGui'],
  [/^(emscripten|GLES\d)\b/, /^web\/(?!bridge)/, 'only web sees Emscripten, and its bridge does not'],
  [/^nlohmann\//, /^core\/(io|view|cli)\//, 'only core/io, core/view and core/cli deal in JSON'],
  [/^utf8proc\.h$/, /^$/, 'only tests see utf8proc'],
  [/^CLI\//, /^core\/cli\//, 'only the command line sees CLI11'],
  [/^(catch2|tests)\//, /^$/, 'nothing includes tests'],
];

function layerOf(path) {
  return Object.keys(layers).find((folder) => path.startsWith(folder + '/'));
}

/// Returns one sentence for each include or word in `text`, the content of `path`, that breaks a rule.
export function violations(path, text) {
  const found = [];
  const from = layerOf(path);
  if (!from) return [`${path}: lies in no known folder`];
  text.split('\n').forEach((line, index) => {
    const say = (rule) => found.push(`${path}:${index + 1}: ${line.trim()}: ${rule}`);
    if (/__EMSCRIPTEN__/.test(line) && !path.startsWith('web/'))
      say('a platform is chosen by file, not by #ifdef');
    const include = /^\s*#\s*include\s*["<]([^">]+)[">]/.exec(line);
    if (!include) return;
    const target = include[1];
    if (target.includes('..')) return say('includes are written from the top folder');
    const to = layerOf(target);
    if (to && to !== from && !layers[from].includes(to)) say(`${from} may not include ${to}`);
    const library = libraries.find(([name]) => name.test(target));
    if (library && !library[1].test(path)) say(library[2]);
    if (line.includes('"') && !to && !library)
      say('our own headers are named from the top folder, others in <>');
  });
  return found;
}
