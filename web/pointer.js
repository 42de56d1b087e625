// Mouse, pen, touch and wheel over the canvas, as the core's pointer. Everything is caught before
// SDL's own listeners on the canvas, which would keep the page from scrolling.

const MOVED = 0, PRESSED = 1, RELEASED = 2, LEFT = 3, WHEEL = 4;
const POINTS_PER_NOTCH = 57; // As in shell/painter.cpp.
const SLOP = 8; // A finger that moves less has tapped.
const SWALLOWED = ['mousedown', 'mousemove', 'mouseup', 'mouseenter', 'mouseleave', 'touchstart', 'touchmove', 'touchend', 'touchcancel'];

/**
 * Listens on `surface`. `link` is the core, `wake` asks for frames, `active()` says whether wheel
 * and touch are ours or the page's.
 */
export function listenToPointer(surface, { link, wake, active, signal }) {
  const at = (event) => {
    const box = surface.getBoundingClientRect();
    // A host may scale us: layout size over drawn size.
    const sx = box.width ? surface.offsetWidth / box.width : 1;
    const sy = box.height ? surface.offsetHeight / box.height : 1;
    return [(event.clientX - box.left) * sx, (event.clientY - box.top) * sy];
  };
  const listen = (type, handler, options = {}) =>
    surface.addEventListener(type, handler, { capture: true, signal, ...options });
  let finger = null; // { id, x, y, dragging }

  listen('pointermove', (event) => {
    event.stopPropagation();
    const [x, y] = at(event);
    if (event.pointerType === 'touch') {
      if (finger?.id === event.pointerId) drag(x, y);
      return;
    }
    link.pointer(MOVED, x, y);
    wake(2);
  });
  listen('pointerdown', (event) => {
    event.stopPropagation();
    const [x, y] = at(event);
    if (event.pointerType === 'touch') {
      finger ??= { id: event.pointerId, startX: x, startY: y, x, y, dragging: false };
      return;
    }
    if (event.button !== 0) return;
    surface.setPointerCapture(event.pointerId);
    link.pointer(MOVED, x, y);
    link.pointer(PRESSED, x, y);
    wake();
  });
  listen('pointerup', (event) => {
    event.stopPropagation();
    const [x, y] = at(event);
    if (event.pointerType === 'touch') {
      if (finger?.id !== event.pointerId) return;
      if (!finger.dragging) tap(x, y);
      finger = null;
      return;
    }
    if (event.button !== 0) return;
    link.pointer(RELEASED, x, y);
    wake();
  });
  listen('pointercancel', () => {
    finger = null;
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
      event.stopPropagation();
      if (!active() || event.ctrlKey || event.metaKey || event.deltaY === 0) return;
      event.preventDefault();
      const unit = event.deltaMode === 1 ? 19 : event.deltaMode === 2 ? surface.offsetHeight : 1;
      link.pointer(WHEEL, ...at(event), (-event.deltaY * unit) / POINTS_PER_NOTCH);
      wake();
    },
    { passive: false },
  );
  // The older events of the same gestures: SDL would hear them and prevent their defaults.
  for (const type of SWALLOWED) listen(type, (event) => event.stopPropagation(), { passive: true });

  function drag(x, y) {
    if (!finger.dragging && Math.hypot(x - finger.startX, y - finger.startY) < SLOP) return;
    finger.dragging = true;
    if (active()) {
      link.pointer(WHEEL, finger.startX, finger.startY, (y - finger.y) / POINTS_PER_NOTCH);
      wake();
    }
    finger.x = x;
    finger.y = y;
  }

  function tap(x, y) {
    link.pointer(MOVED, x, y);
    link.pointer(PRESSED, x, y);
    link.pointer(RELEASED, x, y);
    link.pointer(LEFT, 0, 0); // Nothing hovers under a finger that has gone.
    wake(6);
  }
}
