import assert from 'node:assert/strict';
import {test} from 'node:test';

import {count, summarise} from './count.mjs';

for (const [what, text, passed, failed, skipped] of [
  ['a Catch2 run that passed', 'All tests passed (22 assertions in 3 test cases)', 3, 0, 0],
  ['one test case, in colour, through ctest -V',
    '1: \x1b[1;32mAll tests passed\x1b[0m (2 assertions in 1 test case)', 1, 0, 0],
  ['a Catch2 run with failures',
    'test cases:  5 |  3 passed | 2 failed\nassertions: 90 | 80 passed | 10 failed', 3, 2, 0],
  ['a Catch2 run with skips',
    'test cases: 9 | 6 passed | 1 failed | 1 skipped | 1 failed as expected', 7, 1, 1],
  ['two Catch2 programs', '1: All tests passed (2 assertions in 1 test case)\n' +
    '2: All tests passed (9 assertions in 4 test cases)', 5, 0, 0],
  ['node:test as TAP', '# tests 12\n# pass 9\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 0', 9, 2, 1],
  ['node:test for people', 'ℹ tests 3\nℹ pass 3\nℹ fail 0\nℹ cancelled 0\nℹ skipped 0', 3, 0, 0],
  ['a plain line', 'noise\n4 passed, 1 failed, 2 skipped\n', 4, 1, 2],
]) {
  test(`counts ${what}`, () => {
    assert.deepEqual(count(text), {passed, failed, skipped, seen: true});
  });
}

test('sees that nothing was counted', () => {
  assert.equal(count('Segmentation fault\n100% tests passed, 0 tests failed out of 0').seen, false);
});

test('a suite that ends badly has failed, whatever it printed', () => {
  assert.deepEqual(summarise('suite', 1, '3 passed, 0 failed'), {passed: 3, failed: 1, skipped: 0});
  assert.deepEqual(summarise('suite', 0, ''), {passed: 0, failed: 1, skipped: 0});
  assert.deepEqual(summarise('suite', 0, '0 passed, 0 failed'), {passed: 0, failed: 1, skipped: 0});
  assert.deepEqual(summarise('suite', 1, '1 passed, 2 failed'), {passed: 1, failed: 2, skipped: 0});
});

test('a check is one test, and a build counts only when it fails', () => {
  assert.deepEqual(summarise('check', 0, ''), {passed: 1, failed: 0, skipped: 0});
  assert.deepEqual(summarise('check', 2, ''), {passed: 0, failed: 1, skipped: 0});
  assert.deepEqual(summarise('build', 0, ''), {passed: 0, failed: 0, skipped: 0});
  assert.deepEqual(summarise('build', 2, ''), {passed: 0, failed: 1, skipped: 0});
});
