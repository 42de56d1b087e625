// What a view costs: the files that name every view are the lists to which another must be added.

/// The most such files: view_state.h, the list of folders, the table of rows, FORMAT.md, README.md
/// and three catalogues.
export const kMostLists = 8;

/// All ways in which a program or a page names the view in the folder `name` ("what_if").
function namesOf(name) {
  const words = name.split('_');
  const Words = words.map((word) => word[0].toUpperCase() + word.slice(1));
  const ways = [name, words.join('-'), words.join(' '), [Words[0], ...words.slice(1)].join(' '), `k${Words.join('')}`, Words.join('')];
  return new RegExp(`(?<![A-Za-z0-9])(${ways.join('|')})(?![A-Za-z0-9])`);
}

/// The views that have a folder among `paths`.
export function viewsIn(paths) {
  return [...new Set([...paths].map((path) => /^core\/views\/(\w+)\//.exec(path)?.[1]).filter(Boolean))].sort();
}

/// The paths of `files` (text by path) outside the views' own folders that name each of `views`.
export function listsOfViews(files, views) {
  const names = views.map(namesOf);
  return [...files].filter(([path, text]) => !/^core\/views\/\w+\//.test(path) && names.every((name) => name.test(text)))
    .map(([path]) => path);
}
