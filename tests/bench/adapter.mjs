// What the scripts of the bench call: the headless module as a program in node uses it.
// PROVISO_DIST: the folder with core.js (default web/dist).
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const dist = process.env.PROVISO_DIST ?? resolve(import.meta.dirname ??
  new URL('.', import.meta.url).pathname, '../../web/dist');
const { CoreError, loadCore } = await import(pathToFileURL(resolve(dist, 'core.js')).href);
const core = await loadCore();
const unlimited = { limits: 'none' };

const spell = (literal) => (typeof literal === 'string' ? literal : literal.not);

export async function whatif(bytes) {
  const data = core.open(bytes, unlimited);
  const live = data.live(JSON.parse(new TextDecoder().decode(data.canonical())).dataset.start);
  return {
    v: 'core.wasm',
    toggle(literals) {
      live.suppose({
        on: literals.filter((literal) => typeof literal === 'string'),
        off: literals.filter((literal) => typeof literal !== 'string').map(spell),
      });
      const levels = live.tally();
      const directions = live.directions();
      return {
        views: live.views.length,
        answered: live.views.length - levels.get('silent') - levels.get('uncommitted'),
        directed: directions.get('+') + directions.get('-') + directions.get('?'),
      };
    },
  };
}

export async function fts(claims, file) {
  const bytes = readFileSync(file);
  const number = new Map(claims.map((claim, i) => [claim.id, i]));
  const options = { tables: ['claims'], limit: 20 };
  let data;
  return {
    v: 'core.wasm',
    note: 'build opens the whole dataset as well',
    build() {
      data?.free();
      data = core.open(bytes, unlimited);
      data.find('a', options);
    },
    query: (text) => data.find(text, options).hits.map((hit) => number.get(hit.id)),
  };
}

export async function facets({ file, FACETS }) {
  const bytes = readFileSync(file);
  const first = { topics: 'first' };
  let data;
  return {
    v: 'core.wasm',
    load() {
      data = core.open(bytes, unlimited);
      data.facets({}, first);
    },
    // The peers know eight facets; ours counts four more, in the same time. What it answers reads like
    // a Map, and becomes one where the bench compares the counts, which is not timed.
    state(filters) {
      const counts = data.facets(filters, first);
      return Object.defineProperties({}, Object.fromEntries(FACETS.map((name) => [name, { get: () => new Map(counts.get(name)) }])));
    },
    matrix: () => data.matrix(['holder', 'topic', 'modality'], first).size,
  };
}

export async function json() {
  return {
    v: 'core.wasm',
    load(bytes) {
      try {
        core.open(bytes, unlimited).free();
        return { errors: 0 };
      } catch (error) {
        if (!(error instanceof CoreError) || error.code === 'crash') throw error;
        return { errors: error.problems.length };
      }
    },
  };
}
