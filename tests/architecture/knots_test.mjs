import assert from 'node:assert/strict';
import {test} from 'node:test';

import {sources, textsOf} from './files.mjs';
import {kMost, knots} from './knots.mjs';

test(`no more than ${kMost} units include one another in a circle`, (t) => {
  const found = knots(textsOf(['core', 'shell', 'web'], sources));
  t.diagnostic(`${found.length} knots, the largest of ${found[0]?.length ?? 1} units`);
  const large = found.filter((knot) => knot.length > kMost);
  assert.deepEqual(large, [], large.map((knot) => `${knot.length} units: ${knot.join(' ')}`).join('\n'));
});

/// A ring of `count` units, each of which includes the next, with a header and a .cpp each.
const ring = (count) => new Map(Array.from({length: count}, (_, i) => [
  [`core/base/u${i}.h`, '#pragma once\n'],
  [`core/base/u${i}.cpp`, `#include "core/base/u${i}.h"\n#include "core/base/u${(i + 1) % count}.h"\n`],
]).flat());

test('the check finds a ring of six units, although no header includes another', () => {
  assert.deepEqual(knots(ring(6)), [[0, 1, 2, 3, 4, 5].map((i) => `core/base/u${i}`)]);
});

test('the check tells apart two rings that only one arrow joins', () => {
  const files = new Map([
    ['a.h', '#include "b.h"'], ['b.h', '#include "a.h"\n#include "c.h"'],
    ['c.h', '#include "d.h"'], ['d.h', '#include "c.h"'],
  ]);
  assert.deepEqual(knots(files), [['a', 'b'], ['c', 'd']]);
});

test('the check lets a chain and a header with its .cpp pass', () => {
  const files = ring(6);
  files.set('core/base/u5.cpp', '#include "core/base/u5.h"\n');
  assert.deepEqual(knots(files), []);
});
