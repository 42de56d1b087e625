// The hosted app's service worker, run in node: what is kept comes from the store, and a store that
// fails or hangs takes nothing away from who has a network.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import vm from 'node:vm';

const source = readFileSync(new URL('../../web/worker.js', import.meta.url), 'utf8').replace('/* FILES */', '"./"');

/// The answer of a worker to a request for `path` where `match` and `fetch` do as said; `put` hears what it keeps.
function answerOf(path, {match, fetch, put = () => {}}) {
  const heard = {};
  const self = {
    DATASET: ['./data.json', 'digest'], registration: {scope: 'https://host.test/app/'},
    addEventListener: (name, act) => { heard[name] = act; },
  };
  vm.runInNewContext(source, {
    self, URL, location: {origin: 'https://host.test'}, Request,
    // Nobody waits for seconds here: what is slow is slow at once.
    setTimeout: (act) => setImmediate(() => setImmediate(act)),
    caches: {open: async () => ({match, put: async (...words) => put(...words)})}, fetch,
  });
  let answer;
  heard.fetch({request: {url: `https://host.test/app/${path}`, method: 'GET'}, respondWith: (one) => { answer = one; }});
  return answer;
}
const offline = async () => { throw new TypeError('no network'); };
const network = async () => new Response('from the network');
const text = async (answer) => (await answer).text();

test('what is kept is not asked for again', async () => {
  const match = async () => new Response('kept');
  assert.equal(await text(answerOf('page.js', {match, fetch: offline})), 'kept');
});

test('what is not kept comes from the network, and a further script is kept', async () => {
  const kept = [];
  const put = (href) => kept.push(href);
  const match = async () => undefined;
  for (const path of ['words/de.json', 'other.json']) assert.equal(await text(answerOf(path, {match, fetch: network, put})), 'from the network');
  await new Promise(setImmediate);
  assert.deepEqual(kept, ['https://host.test/app/words/de.json']);
});

test('a store that fails or hangs leaves the network', async () => {
  const broken = async () => { throw new DOMException('The store is broken.', 'UnknownError'); };
  const hangs = () => new Promise(() => {});
  for (const match of [broken, hangs]) assert.equal(await text(answerOf('page.js', {match, fetch: network})), 'from the network');
});

test('a slow store is waited for where there is no network', async () => {
  const match = () => new Promise((done) => setTimeout(done, 50, new Response('kept')));
  assert.equal(await text(answerOf('page.js', {match, fetch: offline})), 'kept');
});

test('without either the page hears what the network said', async () => {
  await assert.rejects(answerOf('page.js', {match: async () => undefined, fetch: offline}), /no network/);
});
