// On paper: a sheet beside the canvas, made when the page is about to be printed and taken away
// after. All of it is there before the handler returns, since no browser waits for more.

const SVG = 'http://www.w3.org/2000/svg';
const FACES = [['Proviso Sans', '400'], ['Proviso Sans', '600'], ['Proviso Serif', '400'], ['Proviso Serif', '600']];
const ELEMENTS = new Set(['svg', 'title', 'desc', 'rect', 'g', 'clipPath', 'path', 'circle', 'text']);
const TOKEN = /<(\/?)([A-Za-z]+)((?: [A-Za-z-]+="[^"]*")*)(\/?)>|([^<]+)/g;
const ATTRIBUTE = / ([A-Za-z-]+)="([^"]*)"/g;

/**
 * Puts a sheet into `root` for as long as the page prints. `read()`: what the core says is on it;
 * `fonts`: the bytes of the four faces; `paper()`: fetches the part of the program that draws it.
 */
export function listenToPrint({ root, read, fonts, signal, paper }) {
  // Nobody can wait for that once the page is printed, so whoever asks by keys waits before.
  root.addEventListener('keydown', async (event) => {
    if (event.key.toLowerCase() !== 'p' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || read()) return;
    event.preventDefault();
    await paper();
    print();
  }, { signal, capture: true });
  let sheet = null;
  let faces = [];
  const clean = () => {
    sheet?.remove();
    sheet = null;
    root.host.removeAttribute('data-printing');
    for (const face of faces) document.fonts.delete(face);
    faces = [];
  };
  addEventListener('beforeprint', () => {
    const content = read();
    if (!content) {
      paper(); // For the next time: this one shows what is on screen.
      return;
    }
    clean();
    faces = fonts.map((bytes, i) => new FontFace(FACES[i][0], bytes.slice(), { weight: FACES[i][1] }));
    for (const face of faces) document.fonts.add(face);
    sheet = sheetOf(content);
    root.append(sheet);
    root.host.setAttribute('data-printing', '');
  }, { signal });
  addEventListener('afterprint', clean, { signal });
  signal.addEventListener('abort', clean);
}

function sheetOf({ title, view, svg, lines, link }) {
  const facts = element('dl');
  for (const { label, words } of lines) facts.append(element('dt', label), element('dd', words));
  const sheet = element('section');
  sheet.className = 'sheet';
  sheet.append(element('h1', title), element('h2', view), drawing(svg), facts, ...(link ? [element('p', link)] : []));
  return sheet;
}

function element(name, text = '') {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

/**
 * The core's SVG as elements. Pages that enforce Trusted Types have no parser for it; it has few
 * elements, no entities but three, and its style sheet is the explorer's own.
 */
export function drawing(text) {
  const words = (escaped) => escaped.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  const top = document.createDocumentFragment();
  const open = [top];
  let skipped = 0;
  for (const [, end, name, attributes, empty, content] of text.matchAll(TOKEN)) {
    if (content !== undefined) {
      if (!skipped && open.length > 1) open.at(-1).append(words(content));
    } else if (!ELEMENTS.has(name)) {
      if (!empty) skipped += end ? -1 : 1;
    } else if (end) {
      open.pop();
    } else if (!skipped) {
      const made = document.createElementNS(SVG, name);
      for (const [, key, value] of attributes.matchAll(ATTRIBUTE)) {
        if (key !== 'style' && !key.startsWith('on')) made.setAttribute(key, words(value));
      }
      open.at(-1).append(made);
      if (!empty) open.push(made);
    }
  }
  return top;
}
