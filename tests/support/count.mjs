// Counts the test cases in what a test program printed: Catch2, node:test, or a plain line
// "N passed, N failed[, N skipped]".

/// Returns {passed, failed, skipped, seen}; `seen` is false if no summary was found.
export function count(text) {
  const total = {passed: 0, failed: 0, skipped: 0, seen: false};
  const add = (passed, failed, skipped) => {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
    total.seen = true;
  };
  const tap = {};
  for (let line of text.split('\n')) {
    line = line.replace(/\x1b\[[\d;]*m/g, '').replace(/^\d+: /, '').trim();  // Colours; ctest -V.
    let found;
    if ((found = /^All tests passed \([\d,]+ assertions? in (\d+) test cases?\)/.exec(line))) {
      add(Number(found[1]), 0, 0);
    } else if (/^test cases:/.test(line)) {
      const number = (word) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0);
      add(number('passed') + number('failed as expected'),
        number('failed(?! as expected)'), number('skipped'));
    } else if ((found = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/.exec(line))) {
      add(Number(found[1]), Number(found[2]), Number(found[3] ?? 0));
    } else if ((found = /^(?:#|ℹ) (pass|fail|cancelled|skipped|todo) (\d+)$/.exec(line))) {
      tap[found[1]] = (tap[found[1]] ?? 0) + Number(found[2]);
    }
  }
  if ('pass' in tap)
    add(tap.pass, (tap.fail ?? 0) + (tap.cancelled ?? 0), (tap.skipped ?? 0) + (tap.todo ?? 0));
  return total;
}

/// What one step adds to the totals. `kind` is "build" (counts only when it fails), "check" (one
/// test) or "suite" (the cases that it printed). A step that ended badly counts at least one
/// failure, whatever it printed, and so does a suite without a summary.
export function summarise(kind, status, text) {
  if (kind === 'build') return {passed: 0, failed: status === 0 ? 0 : 1, skipped: 0};
  if (kind === 'check') return {passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0};
  const {passed, failed, skipped, seen} = count(text);
  const empty = !seen || passed + failed + skipped === 0;
  return {passed, failed: failed === 0 && (status !== 0 || empty) ? 1 : failed, skipped};
}
