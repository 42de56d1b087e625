// Keeps who listens on the window, the document, its body and the history, and what is written there.
{
  const kept = globalThis.kept = {listeners: [], errors: []};
  addEventListener('error', (event) => kept.errors.push(String(event.message)));
  addEventListener('unhandledrejection', (event) => kept.errors.push(String(event.reason)));
  const original = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    if (this === window || this === document || this === document.body || this === document.documentElement)
      kept.listeners.push(`${this === window ? 'window' : this.nodeName} ${type}`);
    return original.call(this, type, ...rest);
  };
  for (const name of ['pushState', 'replaceState']) {
    const before = history[name];
    history[name] = function (...words) {
      kept.listeners.push(`history ${name}`);
      return before.apply(this, words);
    };
  }
  kept.page = () => JSON.stringify({
    title: document.title, head: document.head.childElementCount,
    globals: Object.keys(globalThis).length,
    handlers: Object.keys(window).filter((name) => name.startsWith('on') && window[name] !== null),
    body: [...document.body.attributes, ...document.documentElement.attributes].map((one) => `${one.name}=${one.value}`),
    children: [...document.body.children].map((one) => one.localName), cookies: document.cookie,
    stored: localStorage.length, active: document.activeElement?.localName, address: location.href,
    steps: history.length,
  });
}
