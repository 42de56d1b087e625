// Files that include one another in a circle cannot be read, tested or moved one by one. A unit is a
// .cpp with its header; a knot is a set of units each of which reaches every other.

/// The most units that a knot may have: a few that belong together, as a parser and what it reads.
export const kMost = 5;

/// The knots of `files` (text by path), each as the sorted names of its units, the largest first.
/// Tarjan's algorithm: one walk over all includes.
export function knots(files) {
  const unitOf = (path) => path.replace(/\.\w+$/, '');
  const graph = new Map();
  for (const [path, text] of files) {
    const includes = [...text.matchAll(/^\s*#\s*include\s*"([^"]+)"/gm)].map((match) => match[1]);
    const from = unitOf(path);
    if (!graph.has(from)) graph.set(from, new Set());
    for (const target of includes)
      if (files.has(target) && unitOf(target) !== from) graph.get(from).add(unitOf(target));
  }
  const order = new Map(), low = new Map(), open = [], found = [];
  const walk = (unit) => {
    order.set(unit, order.size);
    low.set(unit, order.get(unit));
    open.push(unit);
    for (const next of graph.get(unit)) {
      if (!order.has(next)) walk(next);
      if (open.includes(next)) low.set(unit, Math.min(low.get(unit), low.get(next)));
    }
    if (low.get(unit) !== order.get(unit)) return;
    const knot = open.splice(open.indexOf(unit));
    if (knot.length > 1) found.push(knot.sort());
  };
  for (const unit of graph.keys()) if (!order.has(unit)) walk(unit);
  return found.sort((a, b) => b.length - a.length || (a[0] < b[0] ? -1 : 1));
}
