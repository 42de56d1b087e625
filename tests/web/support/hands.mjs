// Ways to use the explorer: the mouse, the keyboard alone, touch alone, the semantic DOM alone. Each
// has the same three gestures, so that one script can be played with every hand.
import assert from 'node:assert/strict';

import {pause} from './processes.mjs';

const MOST_STEPS = 400;

/// What of the explorer has the focus, or ''.
const active = (page) => page.evaluate(() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at?.dataset?.item ?? '';
});

/// Runs in the page: whether the focus is on the item `id`, or where arrows may lead there. Of a
/// group only one is a stop of Tab, and the arrows go on from there. On radio buttons they also set,
/// so that nobody tries them in a group that is not the one sought.
function whereIs(id) {
  const {shadowRoot} = document.querySelector('#explorer');
  const wanted = [...shadowRoot.querySelectorAll('.mirror [data-item]')].find((one) => one.dataset.item === id);
  const at = document.activeElement?.shadowRoot === shadowRoot ? shadowRoot.activeElement : null;
  const radio = (one) => one.getAttribute('role') === 'radio';
  return {
    there: Boolean(at) && at === wanted,
    behind: Boolean(at && wanted && wanted.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING),
    near: Boolean(at?.dataset?.item && wanted) && wanted.tabIndex < 0 && at.closest('.panel') === wanted.closest('.panel') &&
      (!(radio(at) || radio(wanted)) || at.parentElement === wanted.parentElement),
  };
}

/// The item around `id` that Tab passes by, and with it all that stands in it; or nothing.
function rowAround(id) {
  const {shadowRoot} = document.querySelector('#explorer');
  const wanted = [...shadowRoot.querySelectorAll('.mirror [data-item]')].find((one) => one.dataset.item === id);
  return wanted?.parentElement.closest('[data-item][tabindex="-1"]')?.dataset.item ?? '';
}

/// A hand of each kind that `page`'s engine can play; `press(id)`, `fill(id, text)`, `close()`.
export const hands = (page) => [
  new Mouse(page), new Keyboard(page), new SemanticDom(page),
  ...(page.engine === 'chromium' ? [new Touch(page)] : []),  // No other engine can be touched.
];

class Hand {
  constructor(page) {
    this.page = page;
  }
  item = (id) => this.page.item('', `#${id}`);
  /// Types into a field; touching one brings the keys of the screen, which type as others do.
  async fill(id, text) {
    if (!(await this.item(id)).focused) await this.press(id);
    await this.page.waitFor(`the focus on ${id}`, async () => (await this.page.find('', `#${id}`))?.focused);
    await this.page.type(text);
    await this.page.settle();
  }
  async close() {
    await this.press('dialog/close');
  }
}

class Mouse extends Hand {
  name = 'mouse';
  async press(id) {
    await this.page.pressItem('', `#${id}`);
    await this.page.settle();
  }
}

class Keyboard extends Hand {
  name = 'keyboard';
  reached = '';  // Where the keys were last; nowhere if a task only reads.

  /// With Tab to the item, or to the one of its group where Tab stops and on with the arrows. The
  /// way there is what a reader does who hears where they are.
  async reach(id) {
    await this.item(id);
    // Tab leads to what stands in a row once it stops at that row.
    const row = await this.page.evaluate(rowAround, id);
    if (row) await this.reach(row);
    this.reached = id;
    for (let i = 0; i < MOST_STEPS; ++i) {
      const here = await this.page.evaluate(whereIs, id);
      if (here.there) return;
      if (here.near && await this.walk(id)) return;
      await this.page.key('Tab', ...(here.behind ? ['Shift'] : []));
    }
    assert.fail(`${this.page.engine}: Tab and the arrows do not lead to ${id}; the focus is on ${await active(this.page)}`);
  }

  /// With the arrows from where the focus is; false if they end before.
  async walk(id) {
    const start = await active(this.page);
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowLeft']) {
      let last = start;
      for (let i = 0; i < MOST_STEPS; ++i) {
        await this.page.key(key);
        let at = last;
        for (let waits = 0; waits < 10 && at === last; ++waits) {
          await pause(30);
          at = await active(this.page);
        }
        if (at === id) return true;
        if (at === last || at === start) break;
        last = at;
      }
    }
    return false;
  }

  async press(id) {
    const {role} = await this.item(id);
    await this.reach(id);
    // An arrow has set a radio button on the way to it, as everywhere on the web.
    if (role !== 'radio' || (await this.item(id)).checked !== 'true') await this.page.key('Enter');
    await this.page.settle();
  }

  async fill(id, text) {
    if (!(await this.item(id)).focused) await this.reach(id);
    await this.page.type(text);
    await this.page.settle();
  }

  async close() {
    await this.page.key('Escape');
    await this.page.settle();
  }
}

/// What a screen reader does: it clicks elements and sets the value of fields, where they are and
/// whether or not they are to be seen.
class SemanticDom extends Hand {
  name = 'semantic DOM';

  element(id, use, text) {
    return this.page.evaluate((id, use, text) => {
      const element = [...document.querySelector('#explorer').shadowRoot
        .querySelectorAll('.mirror [data-item]')].find((one) => one.dataset.item === id);
      element.focus();
      if (use === 'click') return element.click();
      element.value = text;
      element.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    }, id, use, text);
  }
  async press(id) {
    await this.item(id);
    await this.element(id, 'click');
    await this.page.settle();
  }
  async fill(id, text) {
    await this.item(id);
    await this.element(id, 'fill', text);
    await this.page.settle();
  }
}

class Touch extends Hand {
  name = 'touch';

  async press(id) {
    let item = await this.item(id);
    for (let tries = 0; tries < 60 && (!item.visible || item.visible.h < Math.min(item.rect.h, 20)); ++tries) {
      const {x, y, w, h} = item.panelRect;
      // A finger that lies on a field moves the text in it: then it is tried at the margin.
      const [cx, cy] = [tries % 2 === 0 ? x + w / 2 : x + 8, y + h / 2];
      // The content follows the finger: it moves towards where the item is not.
      const by = Math.sign(y + h / 2 - item.rect.y) * Math.min(h * 0.4, 300);
      await this.page.touch([[cx, cy - by / 2], [cx, cy - by / 4], [cx, cy], [cx, cy + by / 2]]);
      await this.page.settle();  // What was flung goes on for a while.
      item = await this.item(id);
    }
    assert.ok(item.visible, `${id} cannot be brought into sight with a finger`);
    const {x, y, w, h} = item.visible;
    await this.page.touch([[x + w / 2, y + h / 2]]);
    await this.page.settle();
  }
}
