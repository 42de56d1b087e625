// A page of somebody else's: it makes explorers when a test says so, and keeps what they tell.
const data = '/samples/worked-example.json';

globalThis.host = {
  /// Puts an explorer with these attributes into #place and returns its id; `define` comes first.
  async make(id, attributes = {}, {place = 'place', inside = ''} = {}) {
    await import('/auto.js');
    const made = document.createElement('proviso-explorer');
    made.id = id;
    for (const [name, value] of Object.entries({src: data, loading: 'eager', controls: 'full', ...attributes}))
      if (value !== null) made.setAttribute(name, value);
    if (inside) made.append(Object.assign(document.createElement('p'), {textContent: inside}));
    host.listen(made);
    document.getElementById(place).append(made);
    return id;
  },
  events: [],
  listen(made) {
    for (const name of ['load-start', 'load', 'error', 'select', 'scenario', 'state', 'before-open-link', 'activate',
      'deactivate', 'context-lost', 'context-restored', 'crash', 'resize-request', 'setting'])
      made.addEventListener(`proviso-${name}`, (event) => host.events.push([made.id, name, event]));
  },
  named: (name, id) => host.events.filter((event) => event[1] === name && (!id || event[0] === id)).map((event) => event[2].detail),
};
