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
  const waits = [], doors = [];
  set('BroadcastChannel', class {
    constructor() { doors.push(this); }
    postMessage(data) { told.push(data); }
    close() {}
  });
  const told = [];
  set('navigator', {locks: {
    request: async (name, options, use) => (options.ifAvailable ? use(await locked()) : new Promise((done) => { waits.push(() => done(use({}))); })),
    query: async () => ({held: []}),
  }});
  for (const name of ['localStorage', 'sessionStorage']) set(name, storage);
  set('location', {pathname, hash: ''});
  set('document', {addEventListener() {}, hidden: false});
  set('addEventListener', () => {});
  const sent = [];
  const {hear} = keepWork({send: (message) => sent.push(message), signal: new AbortController().signal});
  return {hear, sent, records, waits, doors, told};
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

test('who is asked by another tab writes what is typed, leaves it, and waits for it again', async () => {
  const page = pageWith({});
  edited(page, 'mine');
  page.hear({type: 'typing', name: 'k', media: '', text: 'half a wo'});
  await pause();
  page.doors[0].onmessage({data: 'leave it'});
  await pause();
  await pause();
  assert.equal(page.records.k.typing, 'half a wo', 'not only after its pause');
  assert.ok(page.sent.some(({do: what, text}) => what === 'editing' && text === 'elsewhere'));
  // What is edited here after all is not written over the other tab's.
  page.hear({type: 'work', name: 'k', media: '', text: 'late'});
  await pause();
  await pause();
  assert.equal(page.records.k.bytes, 'mine');
  // The other one is closed.
  assert.equal(page.waits.length, 1);
  page.records.k.bytes = 'theirs';
  page.waits[0]();
  await pause();
  await pause();
  const [on] = page.sent.filter(({do: what, text}) => what === 'editing' && text === 'on');
  assert.ok(on);
  assert.deepEqual(page.sent.filter(({base}) => base === 'newer').map(({text}) => text), ['theirs']);
  assert.deepEqual(page.sent.filter(({do: what}) => what === 'typing').map(({text}) => text), ['half a wo']);
});

test('who may only read asks the one who edits, and has what was typed there', async () => {
  const page = pageWith({records: {k: {id: 'k', bytes: 'newer', saved: '', texts: {}, typing: 'half a wo'}}, locked: () => null});
  edited(page, 'older');
  await pause();
  page.hear({type: 'take-over', text: 'k'});
  assert.deepEqual(page.told, ['leave it']);
  page.waits[0]();
  await pause();
  await pause();
  assert.equal(page.records.k.bytes, 'newer');
  const after = page.sent.slice(page.sent.findIndex(({do: what, text}) => what === 'editing' && text === 'on'));
  assert.deepEqual(after.map(({do: what, text}) => [what, text]), [['editing', 'on'], ['work', 'newer'], ['typing', 'half a wo']]);
});
