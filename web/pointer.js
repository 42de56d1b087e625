// Mouse, pen, touch and wheel over the canvas, as the core's pointer. What is not ours (the wheel of
// an explorer that is not active, or at the end of a list) goes on to the page untouched.

const MOVED = 0, PRESSED = 1, RELEASED = 2, LEFT = 3, WHEEL = 4, FINGER = 5, PINCH = 6, SWIPE = 7;
const POINTS_PER_NOTCH = 57; // As in shell/painter.cpp.
const SLOP = 8; // A finger that moves less has tapped.
const SWIPE_LENGTH = 48, SWIPE_MS = 500;
const SWALLOWED = ['mousedown', 'mousemove', 'mouseup', 'mouseenter', 'mouseleave', 'touchstart', 'touchmove', 'touchend', 'touchcancel'];

/**
 * Listens on `surface`. `link` is the core, `wake` asks for frames, `active()` says whether wheel
 * and touch are ours or the page's, `scrolls(x, y, deltaY)` whether the wheel has anything to move.
 */
export function listenToPointer(surface, { link, wake, active, scrolls, signal }) {
  const at = (event) => {
    const box = surface.getBoundingClientRect();
    // A host may scale us: layout size over drawn size.
    const sx = box.width ? surface.offsetWidth / box.width : 1;
    const sy = box.height ? surface.offsetHeight / box.height : 1;
    return [(event.clientX - box.left) * sx, (event.clientY - box.top) * sy];
  };
  const listen = (type, handler, options = {}) =>
    surface.addEventListener(type, handler, { capture: true, signal, ...options });
  const fingers = new Map(); // id → { startX, startY, x, y, dragging }

  listen('pointermove', (event) => {
    event.stopPropagation();
    const [x, y] = at(event);
    if (event.pointerType === 'touch') {
      const finger = fingers.get(event.pointerId);
      if (finger) drag(finger, x, y);
      return;
    }
    link.pointer(MOVED, x, y);
    wake(2);
  });
  listen('pointerdown', (event) => {
    event.stopPropagation();
    const [x, y] = at(event);
    if (event.pointerType === 'touch') {
      if (fingers.size < 2) fingers.set(event.pointerId, { startX: x, startY: y, x, y, since: event.timeStamp, alone: !fingers.size, dragging: fingers.size > 0 });
      return;
    }
    if (event.button !== 0) return;
    surface.setPointerCapture(event.pointerId);
    link.pointer(MOVED, x, y);
    link.pointer(PRESSED, x, y, event.shiftKey ? 1 : 0);
    wake();
  });
  listen('pointerup', (event) => {
    event.stopPropagation();
    const [x, y] = at(event);
    if (event.pointerType === 'touch') {
      const finger = fingers.get(event.pointerId);
      fingers.delete(event.pointerId);
      if (finger && !finger.dragging) tap(x, y);
      else if (finger && active() && swiped(finger, x, y, event.timeStamp)) {
        link.pointer(SWIPE, finger.startX, finger.startY, x - finger.startX);
        wake();
      }
      return;
    }
    if (event.button !== 0) return;
    link.pointer(RELEASED, x, y);
    wake();
  });
  listen('pointercancel', () => {
    fingers.clear();
    link.send({ do: 'release' });
    wake();
  });
  listen('pointerleave', (event) => {
    if (event.pointerType === 'touch') return;
    link.pointer(LEFT, 0, 0);
    wake(2);
  });
  listen(
    'wheel',
    (event) => {
      if (!active() || event.ctrlKey || event.metaKey || event.deltaY === 0) return;
      if (!scrolls(...at(event), event.deltaY)) return;
      event.stopPropagation();
      event.preventDefault();
      const unit = event.deltaMode === 1 ? 19 : event.deltaMode === 2 ? surface.offsetHeight : 1;
      link.pointer(WHEEL, ...at(event), 0, (-event.deltaY * unit) / POINTS_PER_NOTCH);
      wake();
    },
    { passive: false },
  );
  // The older events of the same gestures: SDL would hear them and prevent their defaults.
  for (const type of SWALLOWED) listen(type, (event) => event.stopPropagation(), { passive: true });

  function drag(finger, x, y) {
    if (!finger.dragging && Math.hypot(x - finger.startX, y - finger.startY) < SLOP) return;
    finger.dragging = true;
    if (active()) {
      const other = [...fingers.values()].find((one) => one !== finger);
      const [fromX, fromY] = [finger.x, finger.y];
      // What two fingers hold moves by half of what one of them moves.
      const share = other ? 0.5 : 1;
      link.pointer(FINGER, finger.startX, finger.startY, (x - fromX) * share, (y - fromY) * share);
      if (other) {
        other.dragging = true;
        const before = Math.hypot(fromX - other.x, fromY - other.y);
        const after = Math.hypot(x - other.x, y - other.y);
        if (before > 0 && after > 0) link.pointer(PINCH, (x + other.x) / 2, (y + other.y) / 2, after / before);
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
    link.pointer(MOVED, x, y);
    link.pointer(PRESSED, x, y);
    link.pointer(RELEASED, x, y);
    link.pointer(LEFT, 0, 0); // Nothing hovers under a finger that has gone.
    wake(6);
  }
}
