// Loaded by a test before the page's own scripts: counts what the page asks the browser for and
// keeps what went wrong. Options in its address: `nowebgl` takes WebGL away.
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
  const count = (name, counter) => {
    const original = globalThis[name];
    globalThis[name] = function (...args) {
      const stack = new Error().stack;
      // WebKitGTK's driver sets a timer of its own whenever a test asks the page something.
      if (!stack.includes('evaluateJavaScriptFunction')) {
        ++probe[counter];
        probe.last = `${name} ${stack}`;
      }
      return original.apply(this, args);
    };
  };
  count('requestAnimationFrame', 'frames');
  count('setTimeout', 'timers');
  count('setInterval', 'timers');
  if (options.has('nowebgl')) {
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
      return /^webgl/.test(kind) ? null : original.call(this, kind, ...rest);
    };
  }
}
