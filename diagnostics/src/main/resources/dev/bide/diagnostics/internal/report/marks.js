// Marks on the blocks: failed and repeated tasks by shape, hits of the search, the critical path, the chosen task.

/** Blocks are light in both themes, and so the marks on them are the same. */
const DANGER = "#b3151d";
const DARK = "#1b1f24";
const CROWD = 80;

function hatch(context, x, y, width, height, colour) {
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  context.beginPath();
  for (let at = x - height - ((x - height) % 6); at < x + width; at += 6) {
    context.moveTo(at, y + height);
    context.lineTo(at + height, y);
  }
  context.stroke();
  context.restore();
}

/** A cross on a disc, readable on any colour. */
function cross(context, x, y, radius = 6.5) {
  const arm = radius * 0.4;
  context.fillStyle = DANGER;
  context.strokeStyle = "#fff";
  context.lineWidth = 1.5;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
  context.lineWidth = radius * 0.28;
  context.beginPath();
  context.moveTo(x - arm, y - arm);
  context.lineTo(x + arm, y + arm);
  context.moveTo(x + arm, y - arm);
  context.lineTo(x - arm, y + arm);
  context.stroke();
}

/** A rhombus: an attempt that was followed by another. */
function rhombus(context, x, y, radius = 5.5) {
  context.fillStyle = "#fff";
  context.strokeStyle = DANGER;
  context.lineWidth = radius * 0.33;
  context.beginPath();
  context.moveTo(x, y - radius);
  context.lineTo(x + radius, y);
  context.lineTo(x, y + radius);
  context.lineTo(x - radius, y);
  context.closePath();
  context.fill();
  context.stroke();
}

class Marks {
  constructor(run, lanes, view) {
    Object.assign(this, { run, lanes, view });
    this.failed = [];
    for (let row = 0; row < run.ran; row++) {
      if (run.state[row] === FAILED) {
        this.failed.push({ row, lane: run.lane[row], began: run.began[row], ended: run.ended[row] });
      }
    }
    this.repeated = run.tries.filter(each => each.row >= run.ran || each.began < run.began[each.row]);
  }

  /** Left, top, width and height of an interval in a lane, cut to what is in view; null if nothing is. */
  box({ lane, began, ended }) {
    const { view, lanes } = this;
    if (ended < view.from || began > view.to) {
      return null;
    }
    const left = Math.max(GUTTER, view.x(began));
    const right = Math.min(view.width - RIGHT, view.x(ended));
    return [left, lanes.top(lane), Math.max(right - left, 1), lanes.thickness];
  }

  boxOf(row) {
    const { run } = this;
    return row < run.ran && !run.gathers[row]
      ? this.box({ lane: run.lane[row], began: run.began[row], ended: run.ended[row] })
      : null;
  }

  /** With a mask only those of its rows. */
  paintFailures(context, mask) {
    const taken = new Set();
    const wanted = list => (mask ? list.filter(each => mask[each.row]) : list);
    const crowd = this.repeated.length > CROWD && this.repeated.filter(each => this.box(each)).length > CROWD;
    wanted(this.repeated).forEach(each => this.paintFailure(context, each, taken, rhombus, DARK, crowd ? 3 : 5.5));
    taken.clear();
    wanted(this.failed).forEach(each => this.paintFailure(context, each, taken, cross, DANGER, 6.5));
  }

  /** Of many in one place a single mark is drawn: a thousand look the same and take a thousand times as long. */
  paintFailure(context, interval, taken, mark, colour, radius) {
    const box = this.box(interval);
    if (!box) {
      return;
    }
    const [x, y, width, height] = box;
    if (width > 3) {
      if (mark === rhombus) {
        context.fillStyle = theme.colours[this.run.colours[this.run.group[interval.row]]];
        context.globalAlpha = 0.4;
        context.fillRect(x, y, width - 1, height);
        context.globalAlpha = 1;
      }
      hatch(context, x, y, width - 1, height, colour);
      context.strokeStyle = colour;
      context.lineWidth = 1.5;
      context.strokeRect(x + 0.5, y + 0.5, width - 2, height - 1);
    }
    const place = Math.floor(x / 5) * 64 + interval.lane;
    if (!taken.has(place)) {
      taken.add(place);
      mark(context, width > 16 ? x + 9 : x + width / 2, y + height / 2, radius);
    }
  }

  /** Outlines the tasks of the critical path and joins them; of those narrower than a pixel the line alone shows. */
  paintPath(context) {
    context.strokeStyle = theme.ink;
    context.lineWidth = 2;
    context.beginPath();
    let last = null;
    for (const row of this.run.path) {
      const { began, ended, lane } = this.run;
      const y = this.lanes.top(lane[row]) + this.lanes.thickness / 2;
      const x0 = this.clamped(began[row]);
      const x1 = this.clamped(ended[row]);
      if (last && (x0 !== last.x || x1 !== last.x) && (Math.abs(x0 - last.x) > 0.5 || last.y !== y)) {
        context.moveTo(last.x, last.y);
        context.lineTo(x0, y);
      }
      if (x1 - x0 > 2.5) {
        context.rect(x0, this.lanes.top(lane[row]), x1 - x0 - 1, this.lanes.thickness);
      } else if (x1 > x0) {
        context.moveTo(x0, y - this.lanes.thickness / 2);
        context.lineTo(x0, y + this.lanes.thickness / 2);
      }
      last = { x: x1, y };
    }
    context.stroke();
  }

  clamped(time) {
    return Math.max(GUTTER, Math.min(this.view.width - RIGHT, this.view.x(time)));
  }

  paintChosen(context, chosen) {
    const { run } = this;
    const to = this.boxOf(chosen);
    relatives(run, chosen, run.needs, 40).rows.forEach(row => this.join(context, row, chosen));
    relatives(run, chosen, run.neededBy, 40).rows.forEach(row => this.join(context, chosen, row));
    if (to) {
      context.strokeStyle = theme.page;
      context.lineWidth = 5;
      context.strokeRect(to[0] - 1, to[1] - 1, to[2] + 1, to[3] + 2);
      context.strokeStyle = theme.focus;
      context.lineWidth = 3;
      context.strokeRect(to[0] - 1, to[1] - 1, to[2] + 1, to[3] + 2);
    }
  }

  /** A curve from where a task ended to where one that needed it began. */
  join(context, from, to) {
    const { run, view, lanes } = this;
    const far = run.ended[from] < view.from - view.span || run.began[to] > view.to + view.span;
    if (from >= run.ran || to >= run.ran || far) {
      return;
    }
    const middle = row => lanes.top(run.lane[row]) + lanes.thickness / 2;
    const [x0, x1] = [view.x(run.ended[from]), view.x(run.began[to])];
    const bend = Math.max(12, Math.min(60, Math.abs(x1 - x0) / 2));
    context.strokeStyle = theme.focus;
    context.lineWidth = 1.3;
    context.globalAlpha = 0.75;
    context.beginPath();
    context.moveTo(x0, middle(from));
    context.bezierCurveTo(x0 + bend, middle(from), x1 - bend, middle(to), x1, middle(to));
    context.stroke();
    context.globalAlpha = 1;
  }
}

/** The tasks next to one, through those that only gather lists; at most so many of them, and how many were left out. */
function relatives(run, row, { start, links, total }, most) {
  const rows = [];
  const seen = new Set([row]);
  const waiting = [row];
  let more = 0;
  while (waiting.length > 0 && seen.size < 5000) {
    const at = waiting.pop();
    more += total ? total[at] - (start[at + 1] - start[at]) : 0;
    for (let p = start[at]; p < start[at + 1]; p++) {
      const next = links[p];
      if (!seen.has(next)) {
        seen.add(next);
        (run.gathers[next] ? waiting : rows).push(next);
      }
    }
  }
  rows.sort((a, b) => a - b);
  return { rows: rows.slice(0, most), more: more + Math.max(0, rows.length - most) };
}
