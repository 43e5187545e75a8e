// The part of the run's time that stream and charts show, and its scale.

const GUTTER = 118;
const RIGHT = 10;

class View {
  constructor(length, least) {
    this.length = Math.max(length, 1);
    this.least = Math.min(least, this.length);
    this.from = 0;
    this.to = this.length;
    this.hover = null;
    this.width = 0;
    this.listeners = [];
    this.asked = false;
  }

  /** Everybody who draws is called once before the next frame, however often the view changed. */
  changed() {
    if (!this.asked) {
      this.asked = true;
      requestAnimationFrame(() => {
        this.asked = false;
        this.listeners.forEach(draw => draw());
      });
    }
  }

  get span() {
    return this.to - this.from;
  }

  get isWhole() {
    return this.span >= this.length;
  }

  show(from, to) {
    const span = Math.min(this.length, Math.max(this.least, to - from));
    const middle = (from + to) / 2;
    this.from = Math.max(0, Math.min(this.length - span, middle - span / 2));
    this.to = this.from + span;
    this.changed();
  }

  pan(by) {
    const span = this.span;
    this.from = Math.max(0, Math.min(this.length - span, this.from + by));
    this.to = this.from + span;
    this.changed();
  }

  /** Zooms so that what is at a time stays where it is. */
  zoom(factor, at = (this.from + this.to) / 2) {
    const span = Math.min(this.length, Math.max(this.least, this.span * factor));
    const share = (at - this.from) / this.span;
    this.from = Math.max(0, Math.min(this.length - span, at - share * span));
    this.to = this.from + span;
    this.changed();
  }

  /** Moves there in a moment, so that eyes can follow. */
  glide(from, to) {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      this.show(from, to);
      return;
    }
    const start = { from: this.from, to: this.to, at: performance.now() };
    const flight = (this.flight = {});
    const step = now => {
      if (this.flight !== flight) {
        return;
      }
      const share = Math.min(1, Math.max(0, (now - start.at) / 160));
      const eased = 1 - (1 - share) ** 3;
      this.show(start.from + (from - start.from) * eased, start.to + (to - start.to) * eased);
      if (share < 1) {
        requestAnimationFrame(step);
      }
    };
    requestAnimationFrame(step);
  }

  stop() {
    this.flight = null;
  }

  x(time) {
    return GUTTER + ((time - this.from) / this.span) * (this.width - GUTTER - RIGHT);
  }

  time(x) {
    return this.from + ((x - GUTTER) / (this.width - GUTTER - RIGHT)) * this.span;
  }

  /** Times for a ruler, about one each 110 pixels, at round numbers. */
  ticks() {
    const wanted = this.span / Math.max(2, (this.width - GUTTER) / 110);
    const step = roundStep(wanted);
    const ticks = [];
    for (let n = Math.ceil(this.from / step); n * step <= this.to; n++) {
      ticks.push({ time: n * step, label: tickLabel(n * step, step, this.to) });
    }
    return ticks;
  }
}

function roundStep(wanted) {
  const minutes = [60e9, 120e9, 300e9, 600e9, 900e9, 1800e9, 3600e9, 7200e9, 21600e9, 43200e9, 86400e9];
  if (wanted > 30e9) {
    return minutes.find(step => step >= wanted) ?? Math.ceil(wanted / 86400e9) * 86400e9;
  }
  if (wanted > 10e9) {
    return 30e9;
  }
  const power = 10 ** Math.floor(Math.log10(Math.max(wanted, 1)));
  return [1, 2, 5, 10].map(factor => factor * power).find(step => step >= wanted);
}

function tickLabel(time, step, largest) {
  if (largest >= 180e9 && step >= 1e9) {
    const seconds = Math.round(time / 1e9);
    const pad = number => String(number).padStart(2, "0");
    const hours = Math.floor(seconds / 3600);
    const minutes = Math.floor(seconds / 60) % 60;
    return hours ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
  }
  const [unit, name] = UNITS.findLast(([least]) => largest >= least) ?? UNITS[0];
  const places = Math.max(0, -Math.floor(Math.log10(step / unit) + 1e-9));
  return `${(time / unit).toFixed(places)} ${name}`;
}
