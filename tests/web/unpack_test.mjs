// What one file holds comes out of it as it went in.
import assert from 'node:assert/strict';
import {randomBytes} from 'node:crypto';
import test from 'node:test';

import {inBase91} from '../../web/one_file.mjs';
import {bytesOf91} from '../../web/unpack.js';

test('bytes come back from base 91, whose signs need no escape in a script', () => {
  for (let size = 0; size < 200; ++size) {
    for (const bytes of [randomBytes(size), Buffer.alloc(size, size), Buffer.alloc(size, 0xff)]) {
      const text = inBase91(bytes);
      assert.match(text, /^[!#-;=-[\]-~]*$/);
      assert.deepEqual(Buffer.from(bytesOf91(text)), bytes);
    }
  }
});

test('it says in 100 signs what base 64 says in 108', () => {
  const bytes = randomBytes(100_000);
  assert.ok(inBase91(bytes).length * 108 < bytes.toString('base64').length * 100);
});
