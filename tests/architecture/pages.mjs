// Pages that tell the truth: what a README names in code is there.
import {dirname, join} from 'node:path/posix';

/// The folders of which a page may name files; what is built (web/dist) is not there before it is.
const ours = /^(core|shell|web|data|tests)\/(?!dist\b)[\w./-]+$/;

/// Returns one sentence for each name in `text`, the page at `path`, that is not among `files` (all
/// paths) or in `code` (all sources as one text): addresses of files, links between pages, and
/// types, functions and constants. What stands between ``` is a drawing.
export function staleNames(path, text, files, code) {
  const stale = [];
  const known = new Set(files);
  const folders = new Set(files.flatMap((file) => file.split('/').map((_, i, all) => all.slice(0, i).join('/'))));
  const there = (name) => known.has(name) || folders.has(name.replace(/\/$/, '')) || files.some((file) => file.startsWith(`${name}.`));
  const plain = text.replace(/```[^]*?```/g, '');
  for (const [, target] of plain.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g))
    if (!there(join(dirname(path), target))) stale.push(`${path}: links to ${target}, which is not there`);
  for (const [, name] of plain.matchAll(/`([^`\n]+)`/g)) {
    if (ours.test(name) && !there(name) && !there(join(dirname(path), name))) stale.push(`${path}: ${name} is not there`);
    for (const word of name.match(/(?<![\w./-])[A-Z][a-z]+(?:[A-Z][a-z]*)+\b|\bk[A-Z]\w+/g) ?? [])
      if (!new RegExp(`\\b${word}\\b`).test(code)) stale.push(`${path}: nothing is called ${word}`);
  }
  return stale;
}

/// The folders of `files` that hold sources and no README.md.
export function withoutReadme(files) {
  const holds = new Set(files.filter((file) => /\.(h|cpp)$/.test(file)).map((file) => dirname(file)));
  return [...holds].filter((folder) => !files.includes(`${folder}/README.md`)).sort();
}
