// Mouse, fingers and keys on the task stream.

/** Calls: hovered(row, event), clicked(row), entered(row), left(). */
class Pointer {
  constructor(stream, calls) {
    this.stream = stream;
    this.view = stream.view;
    this.canvas = stream.canvas;
    this.calls = calls;
    this.down = new Map();
    this.dragged = 0;
    this.scrolledAt = 0;
    this.listen();
  }

  listen() {
    const on = (name, handle) => this.canvas.addEventListener(name, handle.bind(this), { passive: false });
    on("wheel", this.wheel);
    on("pointerdown", this.press);
    on("pointermove", this.move);
    on("pointerup", this.release);
    on("pointercancel", this.forget);
    on("pointerleave", this.leave);
    on("dblclick", this.enter);
    addEventListener("scroll", () => (this.scrolledAt = performance.now()), { passive: true });
  }

  place(event) {
    const box = this.canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  /** A wheel that scrolls the page goes on doing so when the stream comes under the pointer, and at the whole run. */
  wheel(event) {
    const sideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    const scrolling = performance.now() - this.scrolledAt < 300;
    const outOfWhole = this.view.isWhole && event.deltaY > 0;
    if (!event.ctrlKey && !sideways && (scrolling || outOfWhole)) {
      return;
    }
    event.preventDefault();
    this.view.stop();
    const pixels = event.deltaMode === 1 ? 30 : 1;
    if (sideways) {
      const by = (event.deltaX || event.deltaY) * pixels;
      this.view.pan((by / (this.view.width - GUTTER)) * this.view.span);
    } else {
      const speed = event.ctrlKey ? 0.01 : 0.002;
      const by = Math.max(-200, Math.min(200, event.deltaY * pixels));
      this.view.zoom(Math.exp(by * speed), this.view.time(this.place(event).x));
    }
  }

  press(event) {
    if (event.button === 0) {
      this.view.stop();
      this.canvas.setPointerCapture(event.pointerId);
      this.down.set(event.pointerId, this.place(event));
      this.dragged = this.down.size > 1 ? Infinity : 0;
    }
  }

  move(event) {
    const now = this.place(event);
    const before = this.down.get(event.pointerId);
    if (!before) {
      this.hover(event, now);
      return;
    }
    const other = [...this.down].find(([id]) => id !== event.pointerId)?.[1];
    this.down.set(event.pointerId, now);
    if (other) {
      this.pinch(before, now, other);
      return;
    }
    this.dragged += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
    if (this.dragged > 3) {
      this.calls.left();
      this.canvas.classList.add("dragged");
      this.view.pan(this.view.time(before.x) - this.view.time(now.x));
    }
  }

  pinch(before, now, other) {
    const spread = Math.max(10, Math.abs(now.x - other.x));
    this.view.zoom(Math.max(10, Math.abs(before.x - other.x)) / spread, this.view.time((now.x + other.x) / 2));
  }

  hover(event, { x, y }) {
    const row = this.stream.taskAt(x, y);
    this.canvas.classList.toggle("over", row >= 0);
    this.view.hover = x >= GUTTER ? this.view.time(x) : null;
    this.view.changed();
    this.calls.hovered(row, event);
  }

  release(event) {
    const pressed = this.down.has(event.pointerId);
    this.forget(event);
    if (pressed && this.dragged <= 3) {
      const { x, y } = this.place(event);
      this.calls.clicked(this.stream.taskAt(x, y));
    }
  }

  forget(event) {
    this.down.delete(event.pointerId);
    this.canvas.classList.remove("dragged");
  }

  leave() {
    this.view.hover = null;
    this.view.changed();
    this.calls.left();
  }

  enter(event) {
    const { x, y } = this.place(event);
    const row = this.stream.taskAt(x, y);
    if (row >= 0) {
      this.calls.entered(row);
    }
  }
}

/** Keys of the stream when it has the focus. */
function followKeys(stream, choose) {
  const { view, run, lanes } = stream;
  const neighbour = (toLane, step) => {
    const row = stream.chosen;
    if (row < 0 || row >= run.ran || run.gathers[row]) {
      const firsts = lanes.all.map(index => index.rows.find(each => run.ended[each] >= view.from));
      return firsts.find(each => each !== undefined) ?? -1;
    }
    const lane = run.lane[row] + toLane;
    if (lane < 0 || lane >= lanes.count) {
      return row;
    }
    const { rows } = lanes.all[lane];
    const middle = (run.began[row] + run.ended[row]) / 2;
    return toLane === 0 ? rows[rows.indexOf(row) + step] ?? row : lanes.at(lane, middle, Infinity);
  };
  const keys = {
    "ArrowLeft": () => view.pan(-view.span / 8),
    "ArrowRight": () => view.pan(view.span / 8),
    "+": () => view.zoom(0.7),
    "=": () => view.zoom(0.7),
    "-": () => view.zoom(1 / 0.7),
    "0": () => view.glide(0, view.length),
    "Home": () => view.show(0, view.span),
    "End": () => view.show(view.length - view.span, view.length),
  };
  const withShift = {
    "ArrowLeft": () => choose(neighbour(0, -1)),
    "ArrowRight": () => choose(neighbour(0, 1)),
    "ArrowUp": () => choose(neighbour(-1, 0)),
    "ArrowDown": () => choose(neighbour(1, 0)),
  };
  stream.canvas.addEventListener("keydown", event => {
    const act = (event.shiftKey && withShift[event.key]) || keys[event.key];
    if (act && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      view.stop();
      act();
    }
  });
}
