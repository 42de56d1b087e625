// Loaded by a test before the page's own scripts: counts what the page asks the browser for and
// keeps what went wrong. Options in its address: `nowebgl` takes WebGL away; with `fuse` the program
// traps at its next call once `probe.fuse` is set.
{
  const options = new URL(document.currentScript.src).searchParams;
  const probe = globalThis.probe = {errors: [], frames: 0, timers: 0};
  const tell = (kind, text) => probe.errors.push(`${kind}: ${text}`);
  addEventListener('error', (event) => tell('error', event.message || event.target?.src || 'load'), true);
  addEventListener('unhandledrejection', (event) => tell('rejection', event.reason?.stack ?? event.reason));
  document.addEventListener('securitypolicyviolation', (event) =>
    tell('policy', `${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`));
  for (const level of ['error', 'warn']) {
    const original = console[level];
    console[level] = (...words) => {
      tell(level, words.join(' '));
      original.apply(console, words);
    };
  }
  // What is still to come of it: frames, timers, answers from a server; with how many ms from now.
  const SOON = 400;  // Less than the half second after which something is announced.
  const coming = new Map();
  const {requestAnimationFrame: frame, setTimeout: timer, fetch: ask} = globalThis;
  // WebKitGTK's driver sets a timer of its own whenever a test asks the page something.
  const ours = (stack) => !stack.includes('evaluateJavaScriptFunction');
  const count = (name, counter, stop) => {
    const original = globalThis[name];
    globalThis[name] = function (act, ...args) {
      const stack = new Error().stack;
      if (!ours(stack)) return original.call(this, act, ...args);
      ++probe[counter];
      probe.last = `${name} ${stack}`;
      const id = original.call(this, function (...words) {
        if (name !== 'setInterval') coming.delete(key);
        return act.apply(this, words);
      }, ...args);
      const key = `${stop} ${id}`;
      coming.set(key, name === 'setInterval' ? Infinity : Number(args[0] ?? 0));
      return id;
    };
    const ended = globalThis[stop];
    globalThis[stop] = function (id) {
      coming.delete(`${stop} ${id}`);
      return ended.call(this, id);
    };
  };
  count('requestAnimationFrame', 'frames', 'cancelAnimationFrame');
  count('setTimeout', 'timers', 'clearTimeout');
  count('setInterval', 'timers', 'clearInterval');
  // An answer has come when its bytes have, and a program when it is compiled: on a busy machine
  // either takes a while, in which nothing else tells that somebody waits for it.
  const expected = (promise) => {
    coming.set(promise, 0);
    const over = () => coming.delete(promise);
    promise.then(over, over);
    return promise;
  };
  const follow = (owner, name) => {
    const original = owner?.[name];
    if (original) owner[name] = function (...words) { return expected(original.apply(this, words)); };
  };
  globalThis.fetch = function (...words) { return expected(ask.apply(this, words)); };
  for (const name of ['arrayBuffer', 'blob', 'json', 'text']) follow(Response.prototype, name);
  for (const name of ['compile', 'compileStreaming', 'instantiate', 'instantiateStreaming']) follow(globalThis.WebAssembly, name);
  /// Everything that is to come, however late. If there is nothing, then the page does nothing more until
  /// somebody does something to it.
  probe.coming = () => [...coming].map(([what, ms]) => (typeof what === 'string' ? `${what} in ${ms} ms` : 'fetch'));
  /// Resolves once nothing has been asked for, and nothing was to come soon, for `quiet` ms, with true;
  /// after ten seconds with false.
  probe.rest = (quiet) => new Promise((done) => {
    let before = -1, since = 0;
    const end = performance.now() + 10_000;
    const look = () => {
      const now = performance.now(), asked = probe.frames + probe.timers;
      if (asked !== before || [...coming.values()].some((ms) => ms <= SOON)) [before, since] = [asked, now];
      else if (now - since >= quiet) return done(true);
      if (now > end) return done(false);
      timer.call(globalThis, look, 20);
    };
    // A frame first: what an input has set going is then known.
    let begun = false;
    const begin = () => {
      if (begun) return;
      begun = true;
      look();
    };
    frame.call(globalThis, begin);
    timer.call(globalThis, begin, 100);  // In a tab that nobody sees there are no frames.
  });
  if (options.has('fuse')) {
    // A real trap: an instruction that is `unreachable`.
    const trap = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(
      0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 97, 0, 0, 10, 5, 1, 3, 0, 0, 11))).exports.a;
    const original = WebAssembly.instantiate;
    WebAssembly.instantiate = async (program, ...rest) => {
      const made = await original.call(WebAssembly, program, ...rest);
      if (Object.keys(made.exports ?? {}).length === 0) return made;
      // The glue reads the exports once; each is the same but for the fuse.
      const exports = {};
      for (const [name, value] of Object.entries(made.exports)) exports[name] = typeof value !== 'function' ? value : (...words) => {
        if (probe.fuse) {
          probe.fuse = false;
          trap();
        }
        return value(...words);
      };
      return {exports};
    };
  }
  if (options.has('nowebgl')) {
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
      return /^webgl/.test(kind) ? null : original.call(this, kind, ...rest);
    };
  }
}
