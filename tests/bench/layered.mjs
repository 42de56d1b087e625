// Compares our layered drawing with elkjs, d3-dag and Graphviz dot on the same graphs: crossings
// and total length of edges.
//   node tests/bench/layered.mjs [PROGRAM]     (PROGRAM: build/…/proviso_layout_native)
// The three are installed into a temporary folder by npm at run time. A ratio under 1: ours is
// less. Ends with 1 if ours is worse over all than one of them.
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

const folder = join(tmpdir(), 'proviso-layered-bench');
mkdirSync(folder, { recursive: true });
const wanted = ['elkjs@0.11', 'd3-dag@1.2', '@hpcc-js/wasm-graphviz@1'];
if (!existsSync(join(folder, 'node_modules/d3-dag')))
  execFileSync('npm', ['install', '--silent', '--no-save', '--prefix', folder, ...wanted]);
const require = createRequire(join(folder, 'x.js'));
const load = async (name) => import(pathToFileURL(require.resolve(name)).href);
const ELK = require('elkjs/lib/elk.bundled.js');
const d3dag = await import(
  pathToFileURL(join(folder, 'node_modules/d3-dag/dist/d3-dag.esm.min.mjs')).href);
const { Graphviz } = await load('@hpcc-js/wasm-graphviz');

const GAPS = [56, 16, 10];  // Between layers, nodes, edges: the same for all.

// --- graphs ---------------------------------------------------------------------------------------

function random(seed) {  // xorshift
  let x = seed * 2654435761 >>> 0 || 1;
  return () => {
    x ^= x << 13; x >>>= 0; x ^= x >>> 17; x ^= x << 5; x >>>= 0;
    return x / 4294967296;
  };
}

// Edges lead from a layer to a later one, mostly the next.
function layered(nodes, edges, layers, seed) {
  const next = random(seed);
  const layer = Array.from({ length: nodes }, () => Math.floor(next() * layers));
  const graph = { nodes: layer.map((_, i) => [`n${String(i).padStart(4, '0')}`, 160, 40]), edges: [] };
  const seen = new Set();
  for (let tries = 0; graph.edges.length < edges && tries < edges * 200; ++tries) {
    const a = Math.floor(next() * nodes), b = Math.floor(next() * nodes);
    const span = layer[b] - layer[a];
    if (span < 1 || (span > 1 && next() < 0.7) || seen.has(`${a} ${b}`)) continue;
    seen.add(`${a} ${b}`);
    graph.edges.push([a, b]);
  }
  return graph;
}

// The links of a dataset, from each antecedent to the consequent; `outcome`: only what leads there.
function dataset(file, outcome) {
  const data = JSON.parse(readFileSync(file));
  const id = (literal) => typeof literal === 'string' ? literal : literal.not;
  let pairs = new Set();
  for (const link of data.conditions)
    for (const from of [...link.antecedents, ...(link.unless ?? [])])
      pairs.add(`${id(from)} ${id(link.consequent)}`);
  for (const p of data.propositions)
    for (const near of p.near ?? []) if (near.to === outcome) pairs.add(`${p.id} ${near.to}`);
  pairs = [...pairs].map((p) => p.split(' '));
  if (outcome) {
    const reach = new Set([outcome]);
    for (let size = 0; size !== reach.size;) {
      size = reach.size;
      for (const [from, to] of pairs) if (reach.has(to)) reach.add(from);
    }
    pairs = pairs.filter(([from, to]) => reach.has(from) && reach.has(to) && from !== outcome);
  }
  const ids = [...new Set(pairs.flat())].sort();
  const at = new Map(ids.map((one, i) => [one, i]));
  return {
    nodes: ids.map((one) => [one, 208, 44]),
    edges: pairs.map(([from, to]) => [at.get(from), at.get(to)]),
  };
}

const bundled = join(top, 'data/china-military-aid.json');
const graphs = {
  'bundled: all links': dataset(bundled),
  'bundled: the map': dataset(bundled, 'china-sends-weapons'),
};
for (const [n, e, l] of [[12, 16, 4], [20, 30, 5], [30, 45, 6], [50, 75, 7], [80, 120, 8], [120, 180, 10]])
  for (const seed of [1, 2, 3]) graphs[`random ${n}/${e} #${seed}`] = layered(n, e, l, seed + n);

// --- drawings: for each edge a line of points -----------------------------------------------------

function ours(all) {
  const input = all.map((g) => JSON.stringify({ ...g, gaps: GAPS })).join('\n') + '\n';
  const run = spawnSync(program, { input, maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`${program}: ${run.stderr}`);
  return run.stdout.toString().trim().split('\n').map((line) => JSON.parse(line));
}

async function elk(graph) {
  const out = await new ELK().layout({
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered', 'elk.direction': 'RIGHT', 'elk.edgeRouting': 'POLYLINE',
      'elk.layered.spacing.nodeNodeBetweenLayers': `${GAPS[0]}`,
      'elk.spacing.nodeNode': `${GAPS[1]}`, 'elk.spacing.edgeEdge': `${GAPS[2]}`,
      'elk.spacing.edgeNode': `${(GAPS[1] + GAPS[2]) / 2}`, 'elk.separateConnectedComponents': 'false',
    },
    children: graph.nodes.map(([id, width, height]) => ({ id, width, height })),
    edges: graph.edges.map(([a, b], i) =>
      ({ id: `e${i}`, sources: [graph.nodes[a][0]], targets: [graph.nodes[b][0]] })),
  });
  return out.edges.map(({ sections: [s] }) =>
    [s.startPoint, ...(s.bendPoints ?? []), s.endPoint].map((p) => [p.x, p.y]));
}

function dag(graph) {
  // It draws from top to bottom: the sides are exchanged.
  const builder = d3dag.graphConnect().sourceId(([a]) => a).targetId(([, b]) => b);
  const drawn = builder(graph.edges.map(([a, b], i) => [String(a), String(b), i]));
  const large = graph.edges.length > 60;
  d3dag.sugiyama().layering(d3dag.layeringSimplex()).decross(d3dag.decrossTwoLayer())
    .coord(large ? d3dag.coordGreedy() : d3dag.coordSimplex())
    .nodeSize((node) => [graph.nodes[Number(node.data)][2], graph.nodes[Number(node.data)][1]])
    .gap([GAPS[1], GAPS[0]])(drawn);
  const lines = [];
  for (const link of drawn.links()) {
    const i = link.data[2];
    const [a, b] = graph.edges[i];
    const points = link.points.map(([x, y]) => [y, x]);
    // Its lines begin and end in the middle of the nodes; ours at their sides.
    points[0] = [points[0][0] + graph.nodes[a][1] / 2, points[0][1]];
    points[points.length - 1] = [points.at(-1)[0] - graph.nodes[b][1] / 2, points.at(-1)[1]];
    lines[i] = points;
  }
  return lines;
}

const graphviz = await Graphviz.load();
function dot(graph) {
  const text = `digraph { rankdir=LR; ranksep=${GAPS[0] / 72}; nodesep=${GAPS[1] / 72};
    node [shape=box fixedsize=true label=""]; edge [arrowhead=none];\n` +
    graph.nodes.map(([, w, h], i) => `${i} [width=${w / 72} height=${h / 72}];`).join('\n') +
    graph.edges.map(([a, b], i) => `${a} -> ${b} [comment="${i}"];`).join('\n') + '}';
  const lines = [];
  for (const edge of JSON.parse(graphviz.layout(text, 'json', 'dot')).edges) {
    const knots = edge.pos.split(' ').map((p) => p.split(',').map(Number));
    const points = [knots[0]];
    for (let k = 0; k + 3 < knots.length; k += 3)
      for (let t = 1; t <= 12; ++t) {
        const u = t / 12, w = [(1 - u) ** 3, 3 * u * (1 - u) ** 2, 3 * u * u * (1 - u), u ** 3];
        points.push([0, 1].map((d) => w.reduce((sum, f, j) => sum + f * knots[k + j][d], 0)));
      }
    lines[Number(edge.comment)] = points;
  }
  return lines;
}

// --- measures -------------------------------------------------------------------------------------

const length = (lines) => lines.flatMap((line) => line.slice(1).map((p, i) =>
  Math.hypot(p[0] - line[i][0], p[1] - line[i][1]))).reduce((a, b) => a + b, 0);

// Pairs of edges without a common end whose lines cross.
function crossings(lines, edges) {
  const side = (a, b, c) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  const cross = (one, other) => one.some((q, a) => a > 0 && other.some((s, b) => {
    if (b === 0) return false;
    const p = one[a - 1], r = other[b - 1];
    return side(p, q, r) * side(p, q, s) < 0 && side(r, s, p) * side(r, s, q) < 0;
  }));
  let count = 0;
  for (let i = 0; i < lines.length; ++i)
    for (let j = 0; j < i; ++j)
      if (edges[i][0] !== edges[j][0] && edges[i][1] !== edges[j][1] && cross(lines[i], lines[j]))
        ++count;
  return count;
}

const tools = { elkjs: elk, 'd3-dag': dag, dot };
const names = Object.keys(graphs);
const drawings = ours(names.map((name) => graphs[name]));
const sums = Object.fromEntries(Object.keys(tools).map((t) => [t, { c: 0, oc: 0, logs: 0, n: 0, c0: 0, oc0: 0 }]));
const pad = (text, size) => String(text).padStart(size);
console.log(`${'graph'.padEnd(22)} ${pad('ours ×', 8)} ${pad('length', 9)}` +
  Object.keys(tools).map((t) => `   ${pad(`${t} ×`, 9)} ${pad('ratio ×', 8)} ${pad('ratio len', 9)}`).join(''));
for (let i = 0; i < names.length; ++i) {
  const graph = graphs[names[i]];
  const mine = drawings[i].edges;
  const [oc, ol] = [crossings(mine, graph.edges), length(mine)];
  let line = `${names[i].padEnd(22)} ${pad(oc, 8)} ${pad(ol.toFixed(0), 9)}`;
  for (const [tool, draw] of Object.entries(tools)) {
    let lines;
    try {
      lines = await draw(graph);
    } catch (error) {
      line += `   ${pad('failed', 28)}`;
      if (process.env.BENCH_DEBUG) console.error(tool, error);
      continue;
    }
    const [c, l] = [crossings(lines, graph.edges), length(lines)];
    const sum = sums[tool];
    sum.c += c; sum.oc += oc; sum.logs += Math.log(ol / l); ++sum.n;
    const ratio = c === 0 ? (oc === 0 ? '1.00' : '∞') : (oc / c).toFixed(2);
    line += `   ${pad(c, 9)} ${pad(ratio, 8)} ${pad((ol / l).toFixed(2), 9)}`;
  }
  console.log(line);
}
let worse = false;
console.log();
for (const [tool, s] of Object.entries(sums)) {
  const crossing = s.oc / s.c, long = Math.exp(s.logs / s.n);
  console.log(`against ${tool.padEnd(7)} crossings ${s.oc} : ${s.c} = ${crossing.toFixed(3)}   ` +
    `length ${long.toFixed(3)} (geometric mean of ${s.n} graphs)`);
  worse ||= crossing > 1.005 || long > 1.005;
}
const [big] = ours([layered(2000, 4000, 40, 7)]);
console.log(`2,000 nodes, 4,000 edges: ${big.ms.toFixed(0)} ms, ${big.crossings} crossings`);
process.exit(worse ? 1 : 0);
