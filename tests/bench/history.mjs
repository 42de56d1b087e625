// The ratios of earlier runs (history.jsonl), one run a line, so that a loss shows: the date, the
// commit, what ran it, and each ratio by its name: how many times the peer's time ours fits into.
import {appendFileSync, existsSync, readFileSync} from 'node:fs';

/// The runs in `path`, oldest first; none where there is no such file. Throws with the line that is no run.
export function readRuns(path) {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8').split('\n').map((line, i) => {
    if (line === '') return undefined;
    try {
      const run = JSON.parse(line);
      if (typeof run.ratios !== 'object' || run.ratios === null) throw new Error('It has no ratios.');
      return run;
    } catch (error) {
      throw new Error(`${path}, line ${i + 1} is no run: ${error.message} Take it out.`);
    }
  }).filter(Boolean);
}

/// Each ratio of this run beside the last earlier run that had it: {name, now, then, date, commit}.
export function besideEarlier(runs, ratios) {
  return Object.entries(ratios).map(([name, now]) => {
    const last = runs.findLast((run) => Number.isFinite(run.ratios[name]));
    return {name, now, then: last?.ratios[name], date: last?.date, commit: last?.commit};
  });
}

/// Adds a run. Ratios are rounded to three digits: more means nothing.
export function appendRun(path, {ratios, ...run}) {
  const kept = Object.entries(ratios).filter(([, ratio]) => Number.isFinite(ratio)).map(([name, ratio]) => [name, Number(ratio.toPrecision(3))]);
  appendFileSync(path, `${JSON.stringify({...run, ratios: Object.fromEntries(kept)})}\n`);
}
