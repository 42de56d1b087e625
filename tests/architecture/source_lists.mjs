// One CMake list a folder, one line a file, sorted: whoever adds a file finds its line, and two
// branches that add one each merge.

const folderOf = (path) => path.slice(0, path.lastIndexOf('/') + 1);

/// Returns one sentence for each fault of the lists in `cmake` (text by path of a CMakeLists.txt)
/// over `sources` (paths). A source belongs to the list of the nearest folder above it.
export function listFaults(cmake, sources) {
  const faults = [];
  const listOf = (path) => {
    for (let at = folderOf(path); at; at = folderOf(at.slice(0, -1)))
      if (cmake.has(`${at}CMakeLists.txt`)) return `${at}CMakeLists.txt`;
    return '';
  };
  const known = new Set(sources);
  const named = new Map();
  for (const [path, text] of cmake) {
    const plain = text.replace(/#.*/g, '');
    const names = [...plain.matchAll(/(?<![\w./${}-])[\w./-]+\.(?:cpp|c)(?![\w.])/g)].map((match) => match[0]);
    named.set(path, new Set(names));
    for (const name of named.get(path))
      if (!name.startsWith('../') && !known.has(folderOf(path) + name))
        faults.push(`${path}: names ${name}, which is not there`);
    // What another folder lends stands behind the folder's own.
    let before = '';
    for (const line of plain.split('\n')) {
      const entry = /^\s+((?:\.\.\/)?[a-z][\w/]*(?:\.(?:cpp|c))?)$/.exec(line)?.[1].replace(/^\.\.\//, '~');
      if (entry && before && entry <= before) faults.push(`${path}: ${entry} stands after ${before}`);
      before = entry ?? '';
    }
  }
  for (const source of sources) {
    const list = listOf(source);
    if (!list || !named.get(list).has(source.slice(folderOf(list).length)))
      faults.push(`${source}: stands in no list (${list || 'no CMakeLists.txt above it'})`);
  }
  return faults;
}
