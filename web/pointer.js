// Mouse, pen, touch and wheel over the canvas, as the core's pointer. What goes on to the page and what
// stays here: boundary.js, and the table in README.md.

import { POINTER } from './core_link.js';

const POINTS_PER_NOTCH = 57; // As in shell/painter.cpp.
const POINTS_PER_ZOOM = 400; // A notch is some 15 %.
const SLOP = 8; // A finger that moves less has tapped.
const SWIPE_LENGTH = 48, SWIPE_MS = 500;
const HOLD_MS = 500; // A finger that stays so long asks what is there.

/**
 * Listens on `surface`. `link` is the core, `wake` asks for frames, `active()` says whether wheel
 * and touch are ours or the page's, `scale()` how many of the page's points a point is, `scrolls(x, y, deltaY)` whether the wheel has anything to move,
 * `draws(x, y)` whether there is a drawing that can be moved and zoomed.
 */
export function listenToPointer(surface, { link, wake, active, scale, scrolls, draws, signal }) {
  const at = (event) => {
    const box = surface.getBoundingClientRect();
    // A host may scale us: layout size over drawn size.
    const sx = box.width ? surface.offsetWidth / box.width : 1;
    const sy = box.height ? surface.offsetHeight / box.height : 1;
    return [(event.clientX - box.left) * sx / scale(), (event.clientY - box.top) * sy / scale()];
  };
  const listen = (type, handler, options = {}) =>
    surface.addEventListener(type, handler, { capture: true, signal, ...options });
  const fingers = new Map(); // id → { startX, startY, x, y, dragging, held }
  /** @type {ReturnType<typeof setTimeout> | undefined} */ let holding;
  signal?.addEventListener('abort', () => clearTimeout(holding));

  listen('pointermove', (event) => {
    const [x, y] = at(event);
    if (event.pointerType === 'touch') {
      const finger = fingers.get(event.pointerId);
      if (finger) drag(finger, x, y);
      return;
    }
    link.pointer(POINTER.moved, x, y);
    wake(2);
  });
  listen('pointerdown', (event) => {
    const [x, y] = at(event);
    if (event.pointerType === 'touch') {
      clearTimeout(holding);
      if (fingers.size < 2) fingers.set(event.pointerId, { startX: x, startY: y, x, y, since: event.timeStamp, alone: !fingers.size, dragging: fingers.size > 0 });
      if (fingers.size === 1) holding = setTimeout(() => hold(fingers.get(event.pointerId)), HOLD_MS);
      return;
    }
    if (event.button !== 0) return;
    surface.setPointerCapture(event.pointerId);
    link.pointer(POINTER.moved, x, y);
    link.pointer(POINTER.pressed, x, y, event.shiftKey ? 1 : 0);
    wake();
  });
  listen('pointerup', (event) => {
    const [x, y] = at(event);
    if (event.pointerType === 'touch') {
      const finger = fingers.get(event.pointerId);
      fingers.delete(event.pointerId);
      clearTimeout(holding);
      if (finger?.held) return;
      if (finger && !finger.dragging) tap(x, y);
      else if (finger && active() && swiped(finger, x, y, event.timeStamp)) {
        link.pointer(POINTER.swipe, finger.startX, finger.startY, x - finger.startX);
        wake();
      }
      return;
    }
    if (event.button !== 0) return;
    link.pointer(POINTER.released, x, y);
    wake();
  });
  listen('pointercancel', () => {
    clearTimeout(holding);
    fingers.clear();
    link.send({ do: 'release' });
    wake();
  });
  // Our own menu in place of the browser's, once the explorer is in use; a finger that stays has it
  // already.
  listen('contextmenu', (event) => {
    if (!active()) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.pointerType === 'touch' || fingers.size) return;
    link.pointer(POINTER.menu, ...at(event));
    wake();
  });
  listen('pointerleave', (event) => {
    if (event.pointerType === 'touch') return;
    link.pointer(POINTER.left, 0, 0);
    wake(2);
  });
  listen(
    'wheel',
    (event) => {
      if (!active()) return;
      const [x, y] = at(event);
      const zooms = event.ctrlKey || event.metaKey;
      const across = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX || event.deltaY : 0;
      if (zooms || across ? !draws(x, y) : event.deltaY === 0 || !scrolls(x, y, event.deltaY)) return;
      event.stopPropagation();
      event.preventDefault();
      const unit = event.deltaMode === 1 ? 19 : event.deltaMode === 2 ? surface.offsetHeight : 1;
      // Over a drawing Ctrl and the wheel zoom, Shift or a turn sideways moves it; else it scrolls.
      if (zooms) link.pointer(POINTER.pinch, x, y, Math.exp((-event.deltaY * unit) / POINTS_PER_ZOOM));
      else if (across) link.pointer(POINTER.finger, x, y, -across * unit, 0);
      else link.pointer(POINTER.wheel, x, y, 0, (-event.deltaY * unit) / POINTS_PER_NOTCH);
      wake();
    },
    { passive: false },
  );
  // A drag that moves something here moves nothing there.
  for (const type of ['pointermove', 'touchmove']) {
    listen(type, (event) => {
      if (active() && [...fingers.values()].some(({ dragging }) => dragging)) event.stopPropagation();
    }, { passive: true });
  }

  function hold(finger) {
    if (!finger || finger.dragging || !active()) return;
    finger.held = true;
    link.pointer(POINTER.held, finger.x, finger.y);
    wake();
  }

  function drag(finger, x, y) {
    if (!finger.dragging && Math.hypot(x - finger.startX, y - finger.startY) < SLOP) return;
    clearTimeout(holding);
    finger.dragging = true;
    if (active()) {
      const other = [...fingers.values()].find((one) => one !== finger);
      const [fromX, fromY] = [finger.x, finger.y];
      // What two fingers hold moves by half of what one of them moves.
      const share = other ? 0.5 : 1;
      link.pointer(POINTER.finger, finger.startX, finger.startY, (x - fromX) * share, (y - fromY) * share);
      if (other) {
        other.dragging = true;
        const before = Math.hypot(fromX - other.x, fromY - other.y);
        const after = Math.hypot(x - other.x, y - other.y);
        if (before > 0 && after > 0) link.pointer(POINTER.pinch, (x + other.x) / 2, (y + other.y) / 2, after / before);
      }
      wake();
    }
    finger.x = x;
    finger.y = y;
  }

  function swiped(finger, x, y, now) {
    const [dx, dy] = [Math.abs(x - finger.startX), Math.abs(y - finger.startY)];
    return finger.alone && now - finger.since < SWIPE_MS && dx > SWIPE_LENGTH && dx > 2 * dy;
  }

  function tap(x, y) {
    link.pointer(POINTER.moved, x, y);
    link.pointer(POINTER.pressed, x, y);
    link.pointer(POINTER.released, x, y);
    link.pointer(POINTER.left, 0, 0); // Nothing hovers under a finger that has gone.
    wake(6);
  }
}
