// Where tasks lie: a lane for each worker, and in each lane an index by time.

const RULER = 22;

/** Rows in the order in which they began, with the latest end so far: both rise, so that what is in view can be searched. */
class TimeIndex {
  constructor(run, rows) {
    this.rows = Int32Array.from(rows);
    this.latest = new Float64Array(this.rows.length);
    let latest = 0;
    this.rows.forEach((row, i) => {
      latest = Math.max(latest, run.ended[row]);
      this.latest[i] = latest;
    });
  }

  /** The first place whose task, or one before it, ends after a time. */
  first(time) {
    let low = 0;
    let high = this.rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.latest[middle] > time) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}

class Lanes {
  constructor(run) {
    this.run = run;
    this.count = Math.max(1, run.lanes.length);
    const sizes = [[12, 28, 4], [20, 21, 2], [40, 16, 2], [Infinity, Math.max(5, Math.floor(640 / this.count)), 1]];
    [, this.pitch, this.gap] = sizes.find(([most]) => this.count <= most);
    this.labelEach = Math.ceil(12 / this.pitch);
    this.height = RULER + this.count * this.pitch + 4;
    this.all = this.index(() => true);
  }

  /** The tasks that are drawn: those that ran and are tasks. */
  index(wanted) {
    const rows = Array.from({ length: this.count }, () => []);
    for (let row = 0; row < this.run.ran; row++) {
      if (!this.run.gathers[row] && wanted(row)) {
        rows[this.run.lane[row]].push(row);
      }
    }
    return rows.map(each => new TimeIndex(this.run, each));
  }

  top(lane) {
    return RULER + lane * this.pitch + this.gap / 2;
  }

  get thickness() {
    return this.pitch - this.gap;
  }

  laneAt(y) {
    const lane = Math.floor((y - RULER) / this.pitch);
    return lane >= 0 && lane < this.count ? lane : -1;
  }

  /** The task at a time in a lane, or the nearest within some time: one thinner than a pixel must be met, too. */
  at(lane, time, within) {
    const index = this.all[lane];
    let best = -1;
    let distance = within;
    for (let i = index.first(time - within); i < index.rows.length; i++) {
      const row = index.rows[i];
      const { began, ended } = this.run;
      if (began[row] > time + within) {
        break;
      }
      const away = Math.max(began[row] - time, time - ended[row], 0);
      if (away <= distance) {
        best = row;
        distance = away;
      }
    }
    return best;
  }
}
