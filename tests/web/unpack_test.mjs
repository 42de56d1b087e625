// What one file holds comes out of it as it went in.
import assert from 'node:assert/strict';
import {randomBytes} from 'node:crypto';
import test from 'node:test';

import {inBase, inBase91} from '../../web/one_file.mjs';
import {bytesOf, bytesOf91, signs95} from '../../web/unpack.js';

test('bytes come back from base 91, whose signs need no escape in a script', () => {
  for (let size = 0; size < 200; ++size) {
    for (const bytes of [randomBytes(size), Buffer.alloc(size, size), Buffer.alloc(size, 0xff)]) {
      const text = inBase91(bytes);
      assert.match(text, /^[!#-;=-[\]-~]*$/);
      assert.deepEqual(Buffer.from(bytesOf91(text)), bytes);
    }
  }
});

const SIGNS_95 = signs95();

test('and from base 95, whose signs stand in a string as they are', () => {
  assert.equal(new Set(SIGNS_95).size, 95);
  assert.doesNotMatch(SIGNS_95, /["\\\n\r\0]/);
  for (let size = 0; size < 200; ++size)
    for (const bytes of [randomBytes(size), Buffer.alloc(size, size), Buffer.alloc(size, 0xff), Buffer.alloc(size)])
      assert.deepEqual(Buffer.from(bytesOf(inBase(bytes, SIGNS_95), SIGNS_95)), bytes);
  const bytes = randomBytes(100_000);
  assert.deepEqual(Buffer.from(bytesOf(inBase(bytes, SIGNS_95), SIGNS_95)), bytes);
  assert.ok(inBase(bytes, SIGNS_95).length < inBase91(bytes).length * 0.994);
});

test('it says in 100 signs what base 64 says in 108', () => {
  const bytes = randomBytes(100_000);
  assert.ok(inBase91(bytes).length * 108 < bytes.toString('base64').length * 100);
});
