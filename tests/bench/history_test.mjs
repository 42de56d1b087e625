import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';

import {appendRun, besideEarlier, readRuns} from './history.mjs';

const folder = mkdtempSync(join(tmpdir(), 'proviso-history-'));
after(() => rmSync(folder, {recursive: true}));
const path = join(folder, 'history.jsonl');

test('runs are added a line each, and a ratio stands beside the last run that had it', () => {
  assert.deepEqual(readRuns(path), []);
  appendRun(path, {date: '2026-01-01', commit: 'a', ratios: {'json 1k': 4.0004, 'fts 1k': 7, lost: NaN}});
  appendRun(path, {date: '2026-01-02', commit: 'b', ratios: {'json 1k': 5}});
  assert.equal(readFileSync(path, 'utf8').split('\n').length, 3);
  assert.deepEqual(readRuns(path)[0], {date: '2026-01-01', commit: 'a', ratios: {'json 1k': 4, 'fts 1k': 7}});
  assert.deepEqual(besideEarlier(readRuns(path), {'json 1k': 2, 'fts 1k': 7, 'new 1k': 1}), [
    {name: 'json 1k', now: 2, then: 5, date: '2026-01-02', commit: 'b'},
    {name: 'fts 1k', now: 7, then: 7, date: '2026-01-01', commit: 'a'},
    {name: 'new 1k', now: 1, then: undefined, date: undefined, commit: undefined},
  ]);
});

test('a line that is no run is named', () => {
  writeFileSync(path, '{"ratios":{}}\nnothing\n');
  assert.throws(() => readRuns(path), /line 2 is no run/);
  writeFileSync(path, '{"date":"x"}\n');
  assert.throws(() => readRuns(path), /line 1 is no run: It has no ratios/);
});
