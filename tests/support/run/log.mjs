// What there is to read in the log of a step: how long its cases took, and what failed.

/// [{name, seconds}] of the test cases that say how long they took: those of node:test as TAP, and of
/// Catch2 with --min-duration. A suite of node:test is the sum of its cases and so is none.
export function durations(text) {
  const cases = [];
  let last = null;
  for (const raw of text.split('\n')) {
    const line = raw.replace(/^\d+: /, '').trim();  // ctest -V.
    let found;
    if ((found = /^(?:not )?ok \d+ - (.*)$/.exec(line))) cases.push(last = {name: found[1], seconds: 0});
    else if (last && (found = /^duration_ms: ([\d.]+)$/.exec(line))) last.seconds = Number(found[1]) / 1000;
    else if (last && line === "type: 'suite'") {
      cases.splice(cases.indexOf(last), 1);
      last = null;
    } else if ((found = /^([\d.]+) s: (.*)$/.exec(line))) cases.push({name: found[2], seconds: Number(found[1])});
  }
  return cases;
}

/// What to show of a log that has failures: the failed cases of TAP, else its last `lines`.
export function failures(text, lines = 40) {
  const all = text.trimEnd().split('\n');
  const blocks = [];
  for (let i = 0; i < all.length; ++i) {
    if (!/^\s*not ok \d+ - /.test(all[i])) continue;
    let end = i + 1;
    while (end < all.length && !/^\s*(\.\.\.|ok \d+ - .*|not ok \d+ - .*)$/.test(all[end])) ++end;
    const block = all.slice(i, end);
    // A suite has failed because a case in it has, and that is shown.
    if (!block.some((line) => /failureType: '(subtestsFailed|hookFailed)'/.test(line)) || /hookFailed/.test(block.join()))
      blocks.push(block.slice(0, lines).join('\n'));
    i = end - 1;
  }
  return blocks.length > 0 ? blocks.slice(0, 8).join('\n') : all.slice(-lines).join('\n');
}
