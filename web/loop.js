// The only place that asks for animation frames: one handle, one timer, nothing when idle.

export class Loop {
  #draw;
  #wanted = 0;
  #frame = 0;
  #timer = 0;
  #visible = true;
  #stopped = false;

  /** `draw(now)` draws and returns milliseconds to the next wanted frame; 0 at once, -1 none. */
  constructor(draw) {
    this.#draw = draw;
  }

  /** Asks for `frames` frames; Dear ImGui needs a few to settle after an input. */
  wake(frames = 4) {
    this.#wanted = Math.max(this.#wanted, frames);
    if (this.#visible && !this.#stopped && !this.#frame) {
      this.#frame = requestAnimationFrame((now) => this.#tick(now));
    }
  }

  get visible() {
    return this.#visible;
  }

  /** Sleeps while nobody can see it. */
  show(visible) {
    if (visible === this.#visible) return;
    this.#visible = visible;
    if (visible) this.wake(2);
    else this.#cancel();
  }

  stop() {
    this.#stopped = true;
    this.#cancel();
  }

  #cancel() {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#frame = 0;
    this.#timer = 0;
  }

  #tick(now) {
    this.#frame = 0;
    if (this.#stopped) return;
    if (this.#wanted > 0) this.#wanted--;
    const next = this.#draw(now);
    if (this.#wanted > 0 || next === 0) this.wake(1);
    else if (next > 0) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.wake(1), next);
    }
  }
}
