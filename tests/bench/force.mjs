// Compares our layout of networks with d3-force and ForceAtlas2 on the same graphs: time, whether
// neighbours stand near each other, and whether names lie on each other.
//   node tests/bench/force.mjs [PROGRAM]     (PROGRAM: build/…/proviso_layout_native)
// The peers are installed into a temporary folder by npm at run time. Ratios are printed, never
// asserted: a peer's time over ours (above 1: ours is that many times faster), our quality over
// the peer's (above 1: ours is better).
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const top = join(dirname(fileURLToPath(import.meta.url)), '../..');
const program = process.argv[2] ??
  ['dev', 'native'].map((b) => join(top, 'build', b, 'tests/proviso_layout_native')).find(existsSync);
if (!program) throw new Error('Build the target proviso_layout_native first');

const folder = join(tmpdir(), 'proviso-force-bench');
mkdirSync(folder, { recursive: true });
const wanted = ['d3-force@3.0.1', 'graphology@0.26.0', 'graphology-layout-forceatlas2@0.10.1'];
if (!existsSync(join(folder, 'node_modules/d3-force')))
  execFileSync('npm', ['install', '--silent', '--no-save', '--prefix', folder, ...wanted]);
const require = createRequire(join(folder, 'x.js'));
const d3 = await import(pathToFileURL(join(folder, 'node_modules/d3-force/src/index.js')).href);
const Graph = require('graphology');
const fa2 = require('graphology-layout-forceatlas2');

// --- graphs ---------------------------------------------------------------------------------------

function random(seed) {  // xorshift
  let x = seed * 2654435761 >>> 0 || 1;
  return () => {
    x ^= x << 13; x >>>= 0; x ^= x >>> 17; x ^= x << 5; x >>>= 0;
    return x / 4294967296;
  };
}
const name = (i) => `n${String(i).padStart(5, '0')}`;
const node = (i) => [name(i), 24, 60 + i % 7 * 12, 17];

// Who reports whom in a dataset.
function dataset(file) {
  const data = JSON.parse(readFileSync(file));
  const at = new Map(), seen = new Set(), graph = { nodes: [], edges: [] };
  const of = (id) => at.get(id) ?? (at.set(id, at.size), graph.nodes.push(node(at.size - 1)), at.size - 1);
  for (const { attribution } of data.claims)
    for (let i = 0; i < attribution.length; ++i) {
      const a = of(attribution[i].actor);
      if (i + 1 === attribution.length) continue;
      const b = of(attribution[i + 1].actor);
      if (a !== b && !seen.has(`${a} ${b}`)) graph.edges.push([a, b]);
      seen.add(`${a} ${b}`);
    }
  return graph;
}
// Groups that are dense in themselves.
function groups(n, m, size, seed) {
  const next = random(seed), graph = { nodes: Array.from({ length: n }, (_, i) => node(i)), edges: [] };
  while (graph.edges.length < m) {
    const a = Math.floor(next() * n);
    const b = next() < 0.85 ? Math.floor(a / size) * size + Math.floor(next() * size) : Math.floor(next() * n);
    if (a !== b && b < n) graph.edges.push([a, b]);
  }
  return graph;
}
// Everybody joins whoever is well joined already.
function grown(n, each, seed) {
  const next = random(seed), graph = { nodes: Array.from({ length: n }, (_, i) => node(i)), edges: [] }, ends = [0];
  for (let i = 1; i < n; ++i)
    for (let k = 0; k < each; ++k) {
      const to = ends[Math.floor(next() * ends.length)];
      if (to === i) continue;
      graph.edges.push([i, to]);
      ends.push(i, to);
    }
  return graph;
}
const graphs = {
  'bundled, who reports': dataset(join(top, 'data/china-military-aid.json')),
  'groups 150 / 450': groups(150, 450, 15, 3),
  'grown 500 / 1,000': grown(500, 2, 5),
  'grown 2,000 / 4,000': grown(2000, 2, 6),
  'groups 2,000 / 10,000': groups(2000, 10000, 40, 7),
};

// --- tools ----------------------------------------------------------------------------------------

function ours(list) {
  const input = list.map((g) => JSON.stringify({ force: g.nodes, edges: g.edges })).join('\n');
  const run = spawnSync(program, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout.trim().split('\n').map((line) => JSON.parse(line));
}
const peers = {
  'd3-force': (g) => {  // As ours: 300 ticks, links of 70, names kept apart as circles.
    const nodes = g.nodes.map(([, size, w, h]) => ({ r: Math.sqrt(Math.max(size, w) * (size + h)) / 2 }));
    d3.forceSimulation(nodes)
      .force('charge', d3.forceManyBody().strength(-260))
      .force('link', d3.forceLink(g.edges.map(([source, target]) => ({ source, target }))).distance(70))
      .force('x', d3.forceX().strength(0.035)).force('y', d3.forceY().strength(0.035))
      .force('collide', d3.forceCollide((n) => n.r))
      .stop().tick(300);
    return nodes.map(({ x, y }) => [x, y]);
  },
  ForceAtlas2: (g) => {
    const graph = new Graph.UndirectedGraph(), next = random(11);
    g.nodes.forEach((_, i) => graph.addNode(i, { x: next() * 1000, y: next() * 1000 }));
    for (const [a, b] of g.edges) graph.mergeEdge(a, b);
    const settings = { ...fa2.inferSettings(graph), barnesHutOptimize: g.nodes.length > 500 };
    const at = fa2(graph, { iterations: 300, settings });
    return g.nodes.map((_, i) => [at[i].x, at[i].y]);
  },
};

// --- measures -------------------------------------------------------------------------------------

// Of a node's neighbours, how many are among as many that stand nearest; on average.
function nearness(places, g) {
  const next = g.nodes.map(() => new Set());
  for (const [a, b] of g.edges) { next[a].add(b); next[b].add(a); }
  let sum = 0, count = 0;
  for (let i = 0; i < places.length; ++i) {
    const k = next[i].size;
    if (k === 0) continue;
    const far = places.map(([x, y], j) => [Math.hypot(x - places[i][0], y - places[i][1]), j]);
    far.sort((p, q) => p[0] - q[0]);
    const near = far.filter(([, j]) => j !== i).slice(0, k);
    sum += near.filter(([, j]) => next[i].has(j)).length / k;
    ++count;
  }
  return sum / count;
}
// Pairs of boxes (mark, and the name under it) that overlap, in a drawing scaled to our area.
function overlaps(places, g, area) {
  const span = (d) => Math.max(...places.map((p) => p[d])) - Math.min(...places.map((p) => p[d]));
  const scale = Math.sqrt(area / (span(0) * span(1)));
  let count = 0;
  for (let i = 0; i < places.length; ++i)
    for (let j = 0; j < i; ++j) {
      const [, s, w, h] = g.nodes[i], [, t, v, k] = g.nodes[j];
      const dx = Math.abs(places[i][0] - places[j][0]) * scale;
      const dy = (places[j][1] - places[i][1]) * scale;
      if (dx < (Math.max(s, w) + Math.max(t, v)) / 2 && dy < s / 2 + h + t / 2 && -dy < t / 2 + k + s / 2)
        ++count;
    }
  return count;
}

const pad = (text, size) => String(text).padStart(size);
console.log(`${'graph'.padEnd(22)} ${pad('ours ms', 9)} ${pad('worst', 7)} ${pad('near', 6)} ${pad('overlap', 8)}` +
  Object.keys(peers).map((t) => `   ${pad(`${t} ms`, 14)} ${pad('time ×', 7)} ${pad('near ×', 7)} ${pad('overlap', 8)}`).join(''));
const names = Object.keys(graphs), drawn = ours(names.map((n) => graphs[n]));
for (let i = 0; i < names.length; ++i) {
  const g = graphs[names[i]], mine = drawn[i];
  const span = (d) => Math.max(...mine.places.map((p) => p[d])) - Math.min(...mine.places.map((p) => p[d]));
  const area = span(0) * span(1), near = nearness(mine.places, g);
  let line = `${names[i].padEnd(22)} ${pad(mine.ms.toFixed(1), 9)} ${pad(mine.worst.toFixed(1), 7)} ${pad(near.toFixed(2), 6)} ` +
    pad(mine.overlaps, 8);
  for (const layOut of Object.values(peers)) {
    const start = process.hrtime.bigint();
    const places = layOut(g);
    const ms = Number(process.hrtime.bigint() - start) / 1e6;
    line += `   ${pad(ms.toFixed(1), 14)} ${pad((ms / mine.ms).toFixed(2), 7)} ` +
      `${pad((near / nearness(places, g)).toFixed(2), 7)} ${pad(overlaps(places, g, area), 8)}`;
  }
  console.log(line);
}
