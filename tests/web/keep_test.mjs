// What is edited is kept without writing over another tab, without silence where it cannot be kept, and
// comes back only on the page where it was begun (web/keep.js); over a store and locks that a test holds.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {keepWork} from '../../web/keep.js';

const pause = () => new Promise((done) => setTimeout(done, 20));

/// A page with `records` in its store; `locked()`: what a request for a lock that may fail is answered,
/// `full`: nothing can be written.
function pageWith({records = {}, locked = () => ({}), full = false, pathname = '/a/'}) {
  const request = (result) => {
    const asked = {result};
    queueMicrotask(() => asked.onsuccess?.());
    return asked;
  };
  const transaction = () => {
    const made = {objectStore: () => ({
      get: (key) => request(records[key]),
      getAll: () => request(Object.values(records)),
      put: (record) => { if (!full) records[record.id] = record; },
    })};
    setTimeout(() => (full ? made.onabort?.() : made.oncomplete?.()), 5);
    return made;
  };
  const storage = {getItem: () => null, setItem() {}};
  const set = (name, value) => Object.defineProperty(globalThis, name, {value, configurable: true, writable: true});
  set('indexedDB', {open: () => request({transaction, close() {}})});
  set('navigator', {locks: {
    request: async (name, options, use) => (options.ifAvailable ? use(await locked()) : new Promise(() => {})),
    query: async () => ({held: []}),
  }});
  for (const name of ['localStorage', 'sessionStorage']) set(name, storage);
  set('location', {pathname, hash: ''});
  set('document', {addEventListener() {}, hidden: false});
  set('addEventListener', () => {});
  const sent = [];
  const {hear} = keepWork({send: (message) => sent.push(message), signal: new AbortController().signal});
  return {hear, sent, records};
}

const edited = (page, text) => {
  page.hear({type: 'recall-work', name: 'now', text: 'k'});
  page.hear({type: 'work', name: 'k', media: '', text});
};

test('what another tab edits is not written over, however late it is known', async () => {
  let answer;
  const page = pageWith({records: {k: {id: 'k', bytes: 'newer', saved: '', texts: {}}}, locked: () => new Promise((done) => { answer = done; })});
  edited(page, 'older');
  await pause();
  assert.equal(page.records.k.bytes, 'newer', 'before there is an answer');
  answer(null);
  await pause();
  await pause();
  assert.equal(page.records.k.bytes, 'newer');
  assert.ok(page.sent.some(({do: what, text}) => what === 'editing' && text === 'elsewhere'));
});

test('who has the lock keeps, and is told so', async () => {
  const page = pageWith({});
  edited(page, 'mine');
  await pause();
  await pause();
  assert.equal(page.records.k.bytes, 'mine');
  assert.ok(page.sent.some(({do: what, base}) => what === 'work' && base === 'kept'));
});

test('where nothing can be kept that is told of the first work too, not of its typing alone', async () => {
  const page = pageWith({full: true});
  const unkept = () => page.sent.filter(({base}) => base === 'unkept').length;
  page.hear({type: 'own', name: 'k', media: 'd', text: 'words'});
  await pause();
  assert.equal(unkept(), 1);
  edited(page, 'mine');
  await pause();
  await pause();
  assert.equal(unkept(), 2);
});

test('what was begun comes back on its own page, and on no other of the same origin', async () => {
  for (const [pathname, comes] of [['/a/', true], ['/b/', false]]) {
    const begun = {id: 'mine', bytes: '{}', saved: '', typing: '', texts: {d: 'words'}, open: true, page: '/a/', time: 1};
    const page = pageWith({records: {mine: begun}, pathname});
    page.hear({type: 'recall-work', name: '', text: 'bundled'});
    await pause();
    assert.equal(page.sent.some(({do: what}) => what === 'project'), comes, pathname);
  }
});
