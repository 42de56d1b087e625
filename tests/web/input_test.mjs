// What an explorer is given, as bytes: each kind of input up to its limit and one byte beyond.
import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {after, test} from 'node:test';

import {bytesOf, messageOf, MOST_BYTES, ProvisoError, trouble} from '../../web/input.js';

let answer = (request, response) => response.end();
const server = createServer((request, response) => answer(request, response));
await new Promise((done) => server.listen(0, '127.0.0.1', done));
after(() => server.close());
const base = `http://127.0.0.1:${server.address().port}/page/`;

const text = (bytes) => new TextDecoder().decode(bytes);
const codeOf = async (input, options = {}) => {
  try {
    await bytesOf(input, {base, ...options});
  } catch (error) {
    assert.ok(error instanceof ProvisoError, String(error));
    assert.ok(error.message.length > 10);
    return error.code;
  }
  return 'taken';
};

test('bytes, text, blobs and objects are taken up to the limit, and not a byte beyond', async () => {
  const data = '{"a":12}';
  const kinds = {
    bytes: new TextEncoder().encode(data), buffer: new TextEncoder().encode(data).buffer, text: data,
    blob: new Blob([data]), object: JSON.parse(data),
  };
  for (const [kind, input] of Object.entries(kinds)) {
    assert.equal(text(await bytesOf(input, {base, most: 8})), data, kind);
    assert.equal(await codeOf(input, {most: 8}), 'taken', kind);
    assert.equal(await codeOf(input, {most: 7}), 'limit', kind);
  }
  // Bytes are counted, not characters.
  assert.equal(await codeOf('{"é":1}', {most: 8}), 'taken');
  assert.equal(await codeOf('{"é":1}', {most: 7}), 'limit');
});

test('a text that begins with a brace or bracket is data, any other an address', async () => {
  answer = (request, response) => response.end(`asked for ${request.url}`);
  assert.equal(text(await bytesOf('\n {"a":1}', {base})), '\n {"a":1}');
  assert.equal(text(await bytesOf('[1]', {base})), '[1]');
  assert.equal(text(await bytesOf('set.json', {base})), 'asked for /page/set.json');
  assert.equal(text(await bytesOf('/set.json', {base})), 'asked for /set.json');
  assert.equal(text(await bytesOf(new URL('x?y=1', base), {base})), 'asked for /page/x?y=1');
});

test('a host may lower the limit and never raise it', async () => {
  answer = (request, response) => {
    response.writeHead(200, {'content-length': MOST_BYTES + 1});
    response.write('{');
  };
  assert.equal(await codeOf('huge.json', {most: MOST_BYTES * 2}), 'limit');
});

test('an answer that says how long it is is not read if that is too long', async () => {
  answer = (request, response) => response.end('x'.repeat(100));
  assert.equal(await codeOf('a.json', {most: 100}), 'taken');
  assert.equal(await codeOf('a.json', {most: 99}), 'limit');
});

test('an answer in chunks without a length stops at the limit', {timeout: 20_000}, async () => {
  let sent = 0, closed;
  answer = (request, response) => {
    closed = new Promise((done) => response.on('close', done));
    const more = () => {
      for (;;) {
        sent += 1000;
        if (!response.write('x'.repeat(1000))) return void response.once('drain', more);
        if (response.destroyed) return;
      }
    };
    more(); // It never ends by itself.
  };
  assert.equal(await codeOf('endless.json', {most: 5000}), 'limit');
  await closed;
  assert.ok(sent > 5000);
  // Just as long as may be, in chunks.
  answer = (request, response) => {
    for (let i = 0; i < 5; ++i) response.write('x'.repeat(1000));
    response.end();
  };
  assert.equal((await bytesOf('five.json', {base, most: 5000})).length, 5000);
  assert.equal(await codeOf('five.json', {most: 4999}), 'limit');
});

test('progress is told with every chunk, with the length where it is known', async () => {
  const told = [];
  const onProgress = (loaded, total) => told.push([loaded, total]);
  answer = (request, response) => response.end('x'.repeat(300));
  await bytesOf('a.json', {base, onProgress});
  assert.deepEqual(told.at(-1), [300, 300]);
  told.length = 0;
  answer = (request, response) => {
    response.write('x'.repeat(10));
    setImmediate(() => response.end('y'.repeat(20)));
  };
  await bytesOf('b.json', {base, onProgress});
  assert.deepEqual(told.at(-1), [30, 0]);
});

test('only addresses that are safe here are loaded', async () => {
  answer = (request, response) => response.end('{}');
  for (const address of ['ftp://example.org/x', 'file:///etc/passwd', 'javascript:1', 'about:blank',
    'data:text/html,<p>', 'data:application/javascript,1', 'data:,x', 'http://'])
    assert.equal(await codeOf(address), 'network', address);
  assert.equal(text(await bytesOf('data:application/json,{"a":1}', {base})), '{"a":1}');
  assert.equal(text(await bytesOf('DATA:application/json;base64,e30=', {base})), '{}');
  assert.equal(text(await bytesOf(URL.createObjectURL(new Blob(['{}'])), {base})), '{}');
  // A page that came over https takes nothing over http.
  assert.equal(await codeOf(`${base}x`, {base: 'https://example.org/'}), 'network');
});

test('an answer that is none, or leads to where nothing is loaded from, is a fault of the network', async () => {
  for (const status of [400, 404, 500]) {
    answer = (request, response) => {
      response.statusCode = status;
      response.end('{}');
    };
    assert.equal(await codeOf('x.json'), 'network');
  }
  answer = (request, response) => response.destroy();
  assert.equal(await codeOf('x.json'), 'network');
  answer = (request, response) => {
    if (request.url.endsWith('there.json')) return response.end('{"a":1}');
    response.writeHead(302, {location: 'there.json'});
    response.end();
  };
  assert.equal(text(await bytesOf('here.json', {base})), '{"a":1}');
});

test('who gives up is told so, and not that something failed', async () => {
  const control = new AbortController();
  answer = () => control.abort(new Error('enough'));
  await assert.rejects(bytesOf('x.json', {base, signal: control.signal}), /enough/);
});

test('an error has the code and place of its first issue, and all of them', () => {
  const issues = [{code: 'schema', message: 'First.', pointer: '/a'}, {code: 'I1', message: 'Second.'}];
  const error = new ProvisoError(issues, 'why');
  assert.equal(error.message, 'First.');
  assert.equal(error.code, 'schema');
  assert.equal(error.pointer, '/a');
  assert.equal(error.issues, issues);
  assert.equal(error.cause, 'why');
  assert.equal(error.name, 'ProvisoError');
  assert.equal(trouble('limit', 'Too much.').code, 'limit');
  assert.equal(messageOf(new Error('x')), 'x');
  assert.equal(messageOf(7), '7');
});
