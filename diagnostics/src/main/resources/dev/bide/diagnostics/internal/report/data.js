// The run, read from the columns that were written into the page.

const STATES = ["WAITING", "RUNNING", "DONE", "FAILED", "SKIPPED", "CANCELLED"];
const DONE = 2;
const FAILED = 3;

/** Reads numbers of seven bits a byte; multiplies instead of shifting, since times have more than 32 bits. */
class Reader {
  constructor(base64) {
    const text = atob(base64);
    this.bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) {
      this.bytes[i] = text.charCodeAt(i);
    }
    this.at = 0;
  }

  next() {
    let number = 0;
    let scale = 1;
    for (;;) {
      const byte = this.bytes[this.at++];
      number += (byte & 0x7f) * scale;
      if (byte < 0x80) {
        return number;
      }
      scale *= 128;
    }
  }

  signed() {
    const number = this.next();
    return number % 2 === 0 ? number / 2 : -(number + 1) / 2;
  }

  into(array) {
    for (let i = 0; i < array.length; i++) {
      array[i] = this.next();
    }
    return array;
  }
}

function readTimes(rows, unit) {
  const began = new Float64Array(rows.ran);
  const ended = new Float64Array(rows.ran);
  const begins = new Reader(rows.began);
  const takes = new Reader(rows.took);
  let at = 0;
  for (let i = 0; i < rows.ran; i++) {
    at += begins.next();
    began[i] = at * unit;
    ended[i] = (at + takes.next()) * unit;
  }
  return { began, ended };
}

/** Dependencies as compressed rows: those of row i are links[start[i]] to links[start[i + 1] - 1]. */
function readLinks(rows) {
  const reader = new Reader(rows.dependencies);
  const start = new Int32Array(rows.count + 1);
  const total = new Int32Array(rows.count);
  const links = [];
  for (let i = 0; i < rows.count; i++) {
    total[i] = reader.next();
    const listed = reader.next();
    let at = i;
    for (let k = 0; k < listed; k++) {
      at = k === 0 ? i - reader.signed() : at + reader.next();
      links.push(at);
    }
    start[i + 1] = links.length;
  }
  return { start, total, links: Int32Array.from(links) };
}

function turned({ start, links }) {
  const count = start.length - 1;
  const begin = new Int32Array(count + 1);
  links.forEach(to => begin[to + 1]++);
  for (let i = 0; i < count; i++) {
    begin[i + 1] += begin[i];
  }
  const at = begin.slice();
  const back = new Int32Array(links.length);
  for (let i = 0; i < count; i++) {
    for (let p = start[i]; p < start[i + 1]; p++) {
      back[at[links[p]]++] = i;
    }
  }
  return { start: begin, links: back };
}

function readKeys(rows, names, group) {
  const reader = new Reader(rows.key);
  const last = new Float64Array(names.length);
  let text = 0;
  return Array.from({ length: rows.count }, (_, i) => {
    const code = reader.next();
    if (code < 2) {
      return code === 0 ? rows.keys[text++] : names[group[i]];
    }
    const step = code - 2;
    last[group[i]] += step % 2 === 0 ? step / 2 : -(step + 1) / 2;
    return `${names[group[i]]}-${last[group[i]]}`;
  });
}

function readTries({ count, columns, texts }, unit) {
  const reader = new Reader(columns);
  return Array.from({ length: count }, () => {
    const [row, attempt, began, took, worker, lane, text] = Array.from({ length: 7 }, () => reader.next());
    const ended = (began + took) * unit;
    return { row, attempt, began: began * unit, ended, worker: worker - 1, lane, text: texts[text] };
  });
}

function readRun(data) {
  const rows = data.rows;
  const state = new Reader(rows.state).into(new Uint8Array(rows.count));
  const group = new Reader(rows.group).into(new Uint32Array(rows.count));
  const pathReader = new Reader(data.path);
  const path = [];
  while (pathReader.at < pathReader.bytes.length) {
    path.push(pathReader.next());
  }
  const needs = readLinks(rows);
  const tries = readTries(data.tries, data.unit);
  const run = {
    ...data, ...readTimes(rows, data.unit), count: rows.count, ran: rows.ran, sites: rows.sites,
    group, path, needs, tries,
    state: state.map(each => each & 7),
    gathers: state.map(each => each >> 3),
    lane: new Reader(rows.lane).into(new Uint8Array(rows.ran)),
    worker: new Reader(rows.worker).into(new Float64Array(rows.ran)),
    attempts: new Reader(rows.attempts).into(new Uint32Array(rows.count)),
    bytes: new Reader(rows.bytes).into(new Float64Array(rows.count)),
    site: new Reader(rows.site).into(new Uint32Array(rows.count)),
    keys: readKeys(rows, data.names, group),
    neededBy: turned(needs),
    triesOf: Map.groupBy ? Map.groupBy(tries, each => each.row) : grouped(tries),
  };
  run.rowOf = lazily(() => new Map(run.keys.map((key, row) => [key, row])));
  return run;
}

function grouped(tries) {
  const groups = new Map();
  tries.forEach(each => groups.set(each.row, [...(groups.get(each.row) ?? []), each]));
  return groups;
}

function lazily(make) {
  let made;
  return () => (made ??= make());
}
