// The task stream: ruler, lanes, blocks, marks.

class Stream {
  constructor(run, view, canvas) {
    this.run = run;
    this.view = view;
    this.canvas = canvas;
    this.lanes = new Lanes(run);
    this.marks = new Marks(run, this.lanes, view);
    this.layer = document.createElement("canvas");
    this.hits = null;
    this.mask = null;
    this.hitsNumber = 0;
    this.chosen = -1;
    this.pathShown = false;
    canvas.style.height = `${this.lanes.height}px`;
    view.listeners.push(() => this.draw());
  }

  /** Shows which tasks a search found; null for no search. */
  highlight(mask) {
    this.hitsNumber++;
    this.mask = mask;
    this.hits = mask && this.lanes.index(row => mask[row] === 1);
    this.view.changed();
  }

  choose(row) {
    this.chosen = row;
    this.view.changed();
  }

  taskAt(x, y) {
    const lane = this.lanes.laneAt(y);
    const { view } = this;
    return lane < 0 || x < GUTTER - 3 ? -1 : this.lanes.at(lane, view.time(x), view.span / (view.width - GUTTER) * 3);
  }

  draw() {
    const { view, lanes } = this;
    this.drawLayer();
    const context = prepared(this.canvas, view.width, lanes.height);
    context.drawImage(this.layer, 0, 0, view.width, lanes.height);
    context.save();
    context.beginPath();
    context.rect(GUTTER - 3, 0, view.width - GUTTER + 3, lanes.height);
    context.clip();
    if (this.chosen >= 0) {
      this.marks.paintChosen(context, this.chosen);
    }
    drawHover(context, view, RULER, lanes.height);
    context.restore();
  }

  /** Blocks are drawn anew only when they change: a pointer that moves over them changes the line under it alone. */
  drawLayer() {
    const { view, lanes } = this;
    const { from, to, width } = view;
    const drawn = [from, to, width, devicePixelRatio, this.hitsNumber, this.pathShown, theme.page].join();
    if (drawn === this.drawn) {
      return;
    }
    this.drawn = drawn;
    const context = prepared(this.layer, view.width, lanes.height);
    this.drawRuler(context);
    this.drawLabels(context);
    const labels = [];
    this.drawBlocks(context, lanes.all, this.hits ? 0.22 : 1, this.hits ? null : labels, false);
    if (this.hits) {
      this.drawBlocks(context, this.hits, 1, labels, true);
      this.drawHits(context);
    }
    this.marks.paintFailures(context, this.mask);
    this.drawTexts(context, labels);
    if (this.pathShown) {
      this.marks.paintPath(context);
    }
  }

  drawRuler(context) {
    context.strokeStyle = theme.line;
    context.fillStyle = theme.muted;
    context.textAlign = "left";
    context.beginPath();
    for (const { time, label } of this.view.ticks()) {
      const x = Math.round(this.view.x(time)) + 0.5;
      context.moveTo(x, 4);
      context.lineTo(x, this.lanes.height);
      if (x < this.view.width - 40) {
        context.fillText(label, x + 5, 10);
      }
    }
    context.stroke();
  }

  /** A tick in the ruler over each hit: the block may be thinner than an eye can find. */
  drawHits(context) {
    const { view, run } = this;
    const places = new Set();
    for (const index of this.hits) {
      for (let i = index.first(view.from); i < index.rows.length && run.began[index.rows[i]] < view.to; i++) {
        places.add(Math.round(Math.max(GUTTER, view.x(run.began[index.rows[i]])) / 2) * 2);
      }
    }
    context.fillStyle = theme.accent;
    places.forEach(x => context.fillRect(x - 1, RULER - 6, 2, 6));
  }

  drawLabels(context) {
    context.textAlign = "right";
    for (let lane = 0; lane < this.lanes.count; lane++) {
      const y = this.lanes.top(lane);
      context.fillStyle = theme.faint;
      context.globalAlpha = 0.75;
      context.fillRect(GUTTER, y, this.view.width - GUTTER - RIGHT, this.lanes.thickness);
      context.globalAlpha = 1;
      if (lane % this.lanes.labelEach !== 0) {
        continue;
      }
      context.fillStyle = theme.muted;
      const label = this.run.lanes[lane] ?? "";
      context.fillText(fitted(context, label, GUTTER - 12), GUTTER - 9, y + this.lanes.thickness / 2 + 0.5);
    }
  }

  drawBlocks(context, indexes, alpha, labels, solid) {
    const fills = new Fills();
    const merger = new Merger(fills, theme.colours.length, solid);
    indexes.forEach((index, lane) =>
      collectLane(this.run, index, this.view, this.lanes.top(lane), this.lanes.thickness, merger,
        (row, x, y, width) => labels?.push(row, x, y, width)));
    fills.paint(context, theme.colours, alpha);
  }

  /** Blocks are light in both themes, so what stands on them is dark in both. */
  drawTexts(context, labels) {
    if (this.lanes.thickness < 13 || this.run.crowded) {
      return;
    }
    const { run } = this;
    context.textAlign = "left";
    for (let i = 0; i < labels.length; i += 4) {
      const [row, x, y, width] = labels.slice(i, i + 4);
      const failed = run.state[row] === FAILED;
      const indent = failed ? 22 : 5;
      const key = run.keys[row];
      const text = width > 160 ? fitted(context, key, width - indent - 4)
        : [key, run.names[run.group[row]]].find(each => each.length * measuredWidth(context) < width - indent - 3);
      if (!text) {
        continue;
      }
      if (failed) {
        context.fillStyle = theme.colours[run.colours[run.group[row]]];
        context.fillRect(x + indent - 4, y + 3, context.measureText(text).width + 8, this.lanes.thickness - 6);
      }
      context.fillStyle = DARK;
      context.fillText(text, x + indent, y + this.lanes.thickness / 2 + 0.5);
    }
  }
}

/** The line under the pointer, through stream and charts alike. */
function drawHover(context, view, top, bottom) {
  if (view.hover !== null && view.hover >= view.from && view.hover <= view.to) {
    const x = Math.round(view.x(view.hover)) + 0.5;
    context.strokeStyle = theme.muted;
    context.lineWidth = 1;
    context.setLineDash([3, 3]);
    context.beginPath();
    context.moveTo(x, top);
    context.lineTo(x, bottom);
    context.stroke();
    context.setLineDash([]);
  }
}
