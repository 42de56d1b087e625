// Who talks with whom when a page greets its frame twice, which it does whenever the frame was there
// before its load event: the frame speaks on the port of the last greeting that it hears.
import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';

import {mountFrame} from '../../web/frame.js';

const turn = () => new Promise((done) => setTimeout(done, 20));
let made = [];
afterEach(async () => {
  await Promise.all(made.map((one) => one.dispose()));
  made = [];
});

/// A frame whose page hears greetings when the test says so, as in_frame.js does.
class Frame extends EventTarget {
  isConnected = true;
  src = 'embed.html';
  greetings = [];
  slow = false;
  later = [];
  contentWindow = {postMessage: (message, origin, [port]) => this.greetings.push(port)};

  /// The page in the frame hears the greeting with this number.
  hear(number, loading) {
    const port = this.greetings[number];
    this.port = port;
    port.onmessage = ({data}) => {
      this.later.push(() => port.postMessage({v: data.v, type: 'answer', id: data.id, payload: {value: `by ${number}`}}));
      if (!this.slow) this.answer();
    };
    port.postMessage({v: 1, type: 'ready', id: 0, payload: {loading}});
    port.postMessage({v: 1, type: 'status', id: 0, payload: {status: 'ready', state: `told by ${number}`, selection: []}});
  }
  answer() { for (const one of this.later.splice(0)) one(); }
  loaded() { this.dispatchEvent(new Event('load')); }
  event(type, detail) { this.port.postMessage({v: 1, type: 'event', id: 0, payload: {type, detail}}); }
  end() { for (const port of this.greetings) port.close(); }
}

function mounted(t) {
  const frame = new Frame();
  t.after(() => frame.end());
  const explorer = mountFrame(/** @type {any} */ (frame));
  made.push(explorer);
  return {frame, explorer};
}

test('a frame that hears both greetings is heard on the second', async (t) => {
  const {frame, explorer} = mounted(t);
  frame.loaded();
  assert.equal(frame.greetings.length, 2);
  frame.hear(0, true);
  frame.hear(1, false);
  await explorer.ready;
  await turn();
  const heard = [];
  explorer.addEventListener('proviso-load', ({detail}) => heard.push(detail.title));
  frame.event('proviso-load', {title: 'Ferry'});
  await turn();
  assert.deepEqual(heard, ['Ferry']);
  assert.equal(explorer.state, 'told by 1');
  assert.equal(await explorer.undo(), 'by 1');
});

test('what was asked between two answers is answered', async (t) => {
  const {frame, explorer} = mounted(t);
  frame.loaded();
  frame.hear(0, true);
  await explorer.ready;
  frame.slow = true;
  const asked = explorer.undo();
  await turn();
  frame.hear(1, false);
  await turn();
  frame.answer();
  assert.equal(await asked, 'by 0');
  frame.slow = false;
  assert.equal(await explorer.redo(), 'by 1');
});

test('the load event of a page that has answered already ends nothing', async (t) => {
  const {frame, explorer} = mounted(t);
  frame.hear(0, true);
  await explorer.ready;
  await turn();
  frame.loaded();
  assert.equal(frame.greetings.length, 1);
  assert.equal(await explorer.undo(), 'by 0');
  // Another page is greeted anew, and who waits is told.
  frame.port.onmessage = () => {};
  const lost = explorer.undo();
  await turn();
  frame.loaded();
  await assert.rejects(lost, /Another page/);
  assert.equal(frame.greetings.length, 2);
  frame.hear(1, false);
  await explorer.ready;
  await turn();
  assert.equal(await explorer.undo(), 'by 1');
});

test('a page that answers after its load event leaves the next one to another page', async (t) => {
  const {frame, explorer} = mounted(t);
  frame.loaded();
  frame.hear(0, true);
  await explorer.ready;
  await turn();
  frame.loaded();
  assert.equal(frame.greetings.length, 3);
  frame.hear(2, false);
  await explorer.ready;
  await turn();
  assert.equal(await explorer.undo(), 'by 2');
});
