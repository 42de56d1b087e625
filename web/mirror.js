// The semantic DOM: one element for each panel and item of the core's tree, over the canvas and in
// step with it. Real text, real focus, real text fields; the canvas is only the picture.

const TAGS = {
  text: 'p', heading: 'h2', button: 'button', link: 'button', tab: 'button', checkbox: 'button',
  radio: 'button', option: 'button', menuitem: 'button', searchbox: 'input', textbox: 'input', textarea: 'textarea',
};
const SELECTABLE = new Set(['tab', 'option', 'row', 'rowheader', 'columnheader', 'gridcell', 'treeitem']);
const NATIVE = new Set(['text', 'button', 'searchbox', 'textbox', 'textarea']); // The tag says the role.

const FIELD = [['autocapitalize', 'off'], ['autocomplete', 'off'], ['autocorrect', 'off'], ['spellcheck', 'false']];

export class Mirror {
  #root;
  #status;
  #act;
  #panels = new Map();
  #items = new Map(); // id → element
  #focus = '';
  #pointed = false; // The pointer was used last, not a key.
  #said = '';
  #sayTimer = 0;

  /** `act(message)` sends to the core. */
  constructor(root, act) {
    this.#root = root;
    this.#act = act;
    root.tabIndex = -1; // Keeps the keyboard when what had it goes.
    this.#status = document.createElement('div');
    this.#status.setAttribute('role', 'status');
    this.#status.className = 'status';
    root.append(this.#status);
    root.addEventListener('click', (event) => {
      const item = event.target.closest('[data-use]');
      // The pointer acts on the canvas; this is a screen reader's click.
      if (item && root.contains(item)) act({ do: 'press', item: item.dataset.item });
    });
    const arrived = (element) => {
      const id = element?.dataset?.item;
      if (id === undefined || id === this.#focus) return;
      this.#focus = id;
      // What is pointed at is in sight, and nothing moves under the pointer.
      act({ do: 'focus', item: id, text: this.#pointed ? 'pointed' : '' });
    };
    root.addEventListener('focusin', (event) => arrived(event.target));
    // A window that is not the active one moves the focus without telling.
    root.addEventListener('keyup', ({ key }) => key === 'Tab' && arrived(activeIn(root)));
    for (const type of ['pointerdown', 'keydown'])
      root.getRootNode().addEventListener(type, () => { this.#pointed = type === 'pointerdown'; }, { capture: true });
    root.addEventListener('input', (event) => {
      const id = event.target.dataset?.item;
      if (id === undefined) return;
      event.target.dataset.typed = '';
      act({ do: 'text', item: id, text: event.target.value });
    });
  }

  /** Brings the DOM in step with `tree`. */
  update(tree) {
    set(this.#root, 'lang', tree.language);
    const modal = tree.panels.findLast?.((panel) => panel.modal) ?? tree.panels.filter((panel) => panel.modal).at(-1);
    const had = this.#root.contains(activeIn(this.#root));
    this.#drop(tree);
    let previous = null;
    for (const panel of tree.panels) {
      const element = this.#panel(panel, modal && modal !== panel);
      if (previous ? previous.nextSibling !== element : this.#root.firstChild !== element) {
        this.#root.insertBefore(element, previous ? previous.nextSibling : this.#root.firstChild);
      }
      previous = element;
      this.#fill(panel, element.firstChild);
    }
    this.#follow(tree.focus, had);
    this.#say(tree.announcement);
  }

  /** Takes away what `tree` does not have; before anything is placed, so that little moves. */
  #drop(tree) {
    const panels = new Set(tree.panels.map((panel) => panel.id));
    const items = new Set(tree.panels.flatMap((panel) => panel.items.map((item) => item.id)));
    for (const [kept, seen] of [[this.#panels, panels], [this.#items, items]]) {
      for (const [id, element] of kept) {
        if (seen.has(id)) continue;
        element.remove();
        kept.delete(id);
      }
    }
  }

  dispose() {
    clearTimeout(this.#sayTimer);
    this.#root.replaceChildren();
  }

  #panel(panel, behind) {
    let element = this.#panels.get(panel.id);
    if (!element) {
      element = document.createElement('div');
      element.className = 'panel';
      element.append(document.createElement('div'));
      this.#panels.set(panel.id, element);
    }
    set(element, 'role', panel.landmark);
    set(element, 'aria-label', panel.name);
    set(element, 'aria-modal', panel.modal ? 'true' : null);
    if (element.inert !== Boolean(behind)) element.inert = Boolean(behind);
    place(element, panel.rect, [0, 0]);
    const shift = `translateY(${-panel.scroll}px)`;
    if (element.firstChild.style.transform !== shift) element.firstChild.style.transform = shift;
    return element;
  }

  #fill(panel, content) {
    const elements = [];
    const last = new Map(); // parent element → its last placed child
    panel.items.forEach((item, index) => {
      const parent = item.parent === undefined ? null : panel.items[item.parent];
      const into = parent ? elements[item.parent] : content;
      let element = this.#items.get(item.id);
      if (element && element.localName !== (TAGS[item.role] ?? 'div')) {
        element.remove();
        element = undefined;
      }
      if (!element) {
        element = document.createElement(TAGS[item.role] ?? 'div');
        if (element.localName === 'button') element.type = 'button';
        element.dataset.item = item.id;
        this.#items.set(item.id, element);
      }
      elements[index] = element;
      describe(element, item, hasChildren(panel.items, index));
      place(element, item.rect, parent ? parent.rect : [0, 0]);
      const before = last.get(into);
      const next = before ? before.nextSibling : firstItem(into);
      if (next !== element) into.insertBefore(element, next);
      last.set(into, element);
    });
  }

  /** Moves the real focus to the core's, if it is ours to move. */
  #follow(focus, had) {
    const moved = focus !== this.#focus;
    this.#focus = focus;
    const element = this.#items.get(focus);
    const active = activeIn(this.#root);
    // What had the focus has gone, or was moved, which blurs it: the keyboard stays here.
    // Nor can it stay behind a dialog that has just opened: the browser takes it away from there.
    const lost = had && (!this.#root.contains(active) || Boolean(active.closest('[inert]')));
    if (lost && !element) this.#root.focus({ preventScroll: true });
    if (!element || (!moved && had && !lost)) return;
    if (active !== element && (had || this.wantsFocus)) element.focus({ preventScroll: true });
    this.wantsFocus = false;
  }

  /** Set when the reader has pressed something on the canvas: the focus may come here. */
  wantsFocus = false;

  #say(text) {
    if (!text) this.#said = ''; // Told again, it is said again.
    if (!text || text === this.#said) return;
    this.#said = text;
    clearTimeout(this.#sayTimer);
    // One message in half a second at most; the last one counts.
    this.#sayTimer = setTimeout(() => {
      this.#status.textContent = text.slice(0, 120);
    }, 500);
  }
}

function activeIn(root) {
  return root.getRootNode().activeElement;
}

function firstItem(into) {
  for (const node of into.childNodes) if (node.nodeType === 1) return node;
  return null;
}

function hasChildren(items, index) {
  return items[index + 1]?.parent === index;
}

function describe(element, item, container) {
  const area = element.localName === 'textarea', input = area || element.localName === 'input';
  set(element, 'role', NATIVE.has(item.role) ? null : item.role);
  if (input) {
    if (!area) set(element, 'type', item.role === 'searchbox' ? 'search' : 'text');
    // Names of the data are not corrected, begun with a capital or remembered.
    for (const [name, value] of FIELD) set(element, name, value);
    // Where somebody is typing, what they typed stays: "2023-05" may be about to become a day, though
    // it is called May 2023 elsewhere already.
    const active = activeIn(element) === element;
    const stays = active && (element.dataset.typed !== undefined || element.dataset.sent === item.value);
    if (!stays && element.value !== item.value) element.value = item.value;
    delete element.dataset.typed;
    element.dataset.sent = item.value;
    set(element, 'placeholder', item.placeholder ?? null);
    set(element, 'aria-label', item.name);
    element.classList.toggle('filled', item.value !== '');
  } else if (container) {
    set(element, 'aria-label', item.name || null);
    if (element.firstChild?.nodeType === Node.TEXT_NODE) element.firstChild.remove(); // Of when it held no other.
  } else {
    const words = item.role === 'img' ? '' : item.name;
    set(element, 'aria-label', item.role === 'img' ? item.name : null);
    if (element.firstElementChild || element.textContent !== words) element.textContent = words;
  }
  set(element, 'aria-description', item.description ?? null);
  set(element, 'aria-keyshortcuts', item.shortcut ?? null);
  set(element, 'aria-level', item.role === 'heading' || item.level ? String(item.level || 2) : null);
  // A table counts its rows, and they their places; everything else is one of a set.
  const row = item.role === 'row', table = item.role === 'table' || item.role === 'grid';
  set(element, 'aria-rowcount', table && item.size ? String(item.size) : null);
  set(element, 'aria-rowindex', row && item.pos ? String(item.pos) : null);
  set(element, 'aria-posinset', !row && item.pos ? String(item.pos) : null);
  set(element, 'aria-setsize', !row && item.pos && item.size ? String(item.size) : null);
  set(element, 'aria-checked', item.checked ?? null);
  set(element, 'aria-expanded', item.expanded ?? null);
  // Not every role may be selected; the one that is looked at is then the current one.
  const selectable = SELECTABLE.has(item.role);
  set(element, 'aria-selected', selectable ? item.selected ?? null : null);
  set(element, 'aria-current', item.current || (!selectable && item.selected === 'true') ? 'true' : null);
  set(element, 'aria-disabled', item.disabled ? 'true' : null);
  set(element, 'data-use', item.use && !input ? '' : null);
  set(element, 'tabindex', item.use ? (item.stop ? '0' : '-1') : null);
}

function place(element, [x, y, w, h], [fromX, fromY]) {
  const at = `${x - fromX},${y - fromY},${w},${h}`;
  if (element.dataset.at === at) return;
  element.dataset.at = at;
  element.style.left = `${x - fromX}px`;
  element.style.top = `${y - fromY}px`;
  element.style.width = `${w}px`;
  element.style.height = `${h}px`;
}

function set(element, name, value) {
  if (value === null || value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
