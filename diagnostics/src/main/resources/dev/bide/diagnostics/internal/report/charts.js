// Charts over time, on the time axis of the task stream.

const CHART = 66;

/** Steps or lines: points are {at, value}, sorted by time; with a bucket each value holds for that long. */
class Chart {
  constructor(view, name, { at, values, bucket, format, limit }) {
    Object.assign(this, { view, values, bucket, format });
    this.at = bucket ? values.map((_, i) => i * bucket) : at;
    this.canvas = part(name);
    this.said = part(`${name}-said`);
    this.most = values.reduce((a, b) => Math.max(a, b), limit ?? 0) || 1;
    this.limit = limit;
    this.sum = `up to ${format(values.reduce((a, b) => Math.max(a, b), 0))}`;
    this.canvas.setAttribute("aria-label", `${name} over time: ${this.sum}`);
    this.canvas.addEventListener("pointermove", event => {
      const x = event.clientX - this.canvas.getBoundingClientRect().left;
      view.hover = x >= GUTTER ? view.time(x) : null;
      view.changed();
    });
    this.canvas.addEventListener("pointerleave", () => {
      view.hover = null;
      view.changed();
    });
    view.listeners.push(() => this.draw());
  }

  /** The place of the last point at or before a time. */
  place(time) {
    let low = 0;
    let high = this.at.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.at[middle] <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  y(value) {
    return CHART - 4 - (value / this.most) * (CHART - 14);
  }

  draw() {
    const { view, values } = this;
    const context = prepared(this.canvas, view.width, CHART);
    this.drawScale(context);
    context.save();
    context.beginPath();
    context.rect(GUTTER, 0, view.width - GUTTER - RIGHT, CHART);
    context.clip();
    this.drawArea(context);
    drawHover(context, view, 0, CHART);
    context.restore();
    const hovered = view.hover === null ? -1 : this.place(view.hover);
    this.said.textContent = hovered < 0 || hovered >= values.length
      ? this.sum
      : `${this.format(values[hovered])} at ${duration(view.hover)}`;
  }

  drawScale(context) {
    const { view } = this;
    context.strokeStyle = theme.line;
    context.beginPath();
    for (const { time } of view.ticks()) {
      const x = Math.round(view.x(time)) + 0.5;
      context.moveTo(x, 0);
      context.lineTo(x, CHART);
    }
    for (const value of [0, this.most]) {
      context.moveTo(GUTTER, Math.round(this.y(value)) + 0.5);
      context.lineTo(view.width - RIGHT, Math.round(this.y(value)) + 0.5);
    }
    context.stroke();
    context.fillStyle = theme.muted;
    context.textAlign = "right";
    context.fillText(this.format(this.most), GUTTER - 9, this.y(this.most));
    context.fillText("0", GUTTER - 9, this.y(0) - 3);
  }

  /** At most a point a pixel: of those that share one the highest. */
  drawArea(context) {
    const { view, at, values, bucket } = this;
    const outline = [];
    let last = null;
    const end = Math.min(values.length, this.place(view.to) + 2);
    for (let i = Math.max(0, this.place(view.from)); i < end; i++) {
      const x = view.x(at[i]);
      if (last && Math.floor(x) === Math.floor(last.x)) {
        last.value = Math.max(last.value, values[i]);
        continue;
      }
      last = { x, value: values[i] };
      outline.push(last);
    }
    if (outline.length === 0) {
      return;
    }
    const close = bucket ? view.x(Math.min(view.length, at[end - 1] + bucket)) : outline.at(-1).x;
    const trace = () => outline.forEach(({ x, value }, i) => {
      context.lineTo(x, this.y(value));
      if (bucket) {
        context.lineTo(outline[i + 1]?.x ?? close, this.y(value));
      }
    });
    context.fillStyle = theme.area;
    context.beginPath();
    context.moveTo(outline[0].x, this.y(0));
    trace();
    context.lineTo(close, this.y(0));
    context.fill();
    context.strokeStyle = theme.stroke;
    context.lineWidth = 1.3;
    context.beginPath();
    trace();
    context.stroke();
  }
}

/** The charts that there is something to draw for; the figures of the others go. */
function makeCharts(run, view) {
  const workers = run.packed ? undefined : run.lanes.length;
  const number = value => (value >= 100 ? counted(value) : value.toFixed(1).replace(".0", ""));
  const charts = {
    parallelism: { ...run.parallelism, limit: workers, format: number },
    live: { ...run.live, format: number },
    bytes: { bucket: run.live.bucket, values: run.live.bytes, format: size },
    heap: { ...run.heap, format: size },
  };
  for (const [name, chart] of Object.entries(charts)) {
    if (chart.values.some(value => value > 0)) {
      new Chart(view, name, chart);
    } else {
      part(name).closest("figure").hidden = true;
    }
  }
}
