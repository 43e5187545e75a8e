// The whole run in a strip, and in it the part that is in view; dragging moves it.

class Overview {
  constructor(view, canvas, parallelism) {
    Object.assign(this, { view, canvas, parallelism });
    this.height = 30;
    view.listeners.push(() => this.draw());
    this.follow();
  }

  x(time) {
    return GUTTER + (time / this.view.length) * (this.view.width - GUTTER - RIGHT);
  }

  draw() {
    const { view, height } = this;
    const context = prepared(this.canvas, view.width, height);
    const { bucket, values } = this.parallelism;
    const most = values.reduce((a, b) => Math.max(a, b), 1);
    context.fillStyle = theme.area;
    context.beginPath();
    context.moveTo(GUTTER, height - 4);
    values.forEach((value, i) => {
      const y = height - 4 - (value / most) * (height - 10);
      context.lineTo(this.x(i * bucket), y);
      context.lineTo(this.x(Math.min(view.length, (i + 1) * bucket)), y);
    });
    context.lineTo(view.width - RIGHT, height - 4);
    context.fill();
    const left = this.x(view.from);
    const right = Math.max(left + 3, this.x(view.to));
    if (!view.isWhole) {
      context.fillStyle = theme.page;
      context.globalAlpha = 0.65;
      context.fillRect(GUTTER, 2, left - GUTTER, height - 4);
      context.fillRect(right, 2, view.width - RIGHT - right, height - 4);
      context.globalAlpha = 1;
    }
    context.strokeStyle = view.isWhole ? theme.line : theme.focus;
    context.lineWidth = view.isWhole ? 1 : 2;
    context.strokeRect(left, 2, right - left, height - 4);
    context.fillStyle = theme.muted;
    context.textAlign = "right";
    context.fillText("whole run", GUTTER - 9, height / 2);
  }

  follow() {
    const move = event => {
      const x = event.clientX - this.canvas.getBoundingClientRect().left;
      const { view } = this;
      const at = ((x - GUTTER) / (view.width - GUTTER - RIGHT)) * view.length;
      view.show(at - view.span / 2, at + view.span / 2);
    };
    this.canvas.addEventListener("pointerdown", event => {
      this.canvas.setPointerCapture(event.pointerId);
      this.view.stop();
      move(event);
    });
    this.canvas.addEventListener("pointermove", event => event.buttons && move(event));
  }
}
