// The card of a task, at the foot of the window; and the words under the pointer.

const STATE_WORDS = {
  WAITING: "waiting", RUNNING: "running", DONE: "done", FAILED: "✘ failed",
  SKIPPED: "not run, because something it depends on failed", CANCELLED: "not run",
};

function stateWords(run, row) {
  const state = STATES[run.state[row]];
  return state === "CANCELLED" && row < run.ran ? "stopped with the run" : STATE_WORDS[state];
}

const LISTED = 60;

/** The time from when the last input was there; null if that is not known. */
function waited(run, row) {
  if (row >= run.ran) {
    return null;
  }
  const { rows, more } = relatives(run, row, run.needs, Infinity);
  if (more > 0 || rows.some(each => each >= run.ran)) {
    return null;
  }
  const there = rows.reduce((latest, each) => Math.max(latest, run.ended[each]), 0);
  return Math.max(0, run.began[row] - there);
}

/** A place in the source, which may be broken after its dots. */
function lineOfCode(text) {
  const code = make("code", {});
  text.split(/(?<=[.(])/).forEach(piece => code.append(piece, make("wbr", {})));
  return code;
}

class Card {
  /** Calls: show(row) when it is to be shown in the stream, closed(). */
  constructor(run, failures, calls) {
    Object.assign(this, { run, failures, calls });
    this.box = part("card");
    addEventListener("keydown", event => event.key === "Escape" && this.close());
  }

  open(row) {
    this.box.replaceChildren(this.head(row), make("div", { className: "columns" }, ...this.columns(row)));
    this.box.hidden = false;
    this.box.scrollTop = 0;
    document.body.style.paddingBottom = `${this.box.offsetHeight}px`;
  }

  close() {
    if (!this.box.hidden) {
      this.box.hidden = true;
      document.body.style.paddingBottom = "";
      this.calls.closed();
    }
  }

  head(row) {
    const { run } = this;
    const state = STATES[run.state[row]];
    const shown = make("button", { type: "button", textContent: "show in stream" });
    shown.disabled = row >= run.ran;
    shown.addEventListener("click", () => this.calls.show(row));
    const closed = make("button", { type: "button", textContent: "close", title: "Close ( Esc )" });
    closed.addEventListener("click", () => this.close());
    const failure = this.failures.get(run.keys[row]);
    const more = failure && make("button", { type: "button", textContent: "why it failed" });
    more?.addEventListener("click", () => failure.scrollIntoView({ block: "center" }));
    return make("header", {},
      make("span", { className: `chip colour-${run.colours[run.group[row]]}` }),
      make("h3", { className: "key", textContent: run.keys[row] }),
      make("span", { className: `state-${state}`, textContent: stateWords(run, row) }),
      make("span", { className: "room" }), ...(more ? [more] : []), shown, closed);
  }

  columns(row) {
    const { run } = this;
    const columns = [
      make("div", {}, this.facts(row)),
      make("div", {}, this.linked("needs", row, run.needs), this.linked("needed by", row, run.neededBy)),
    ];
    const tries = run.triesOf.get(row) ?? [];
    if (tries.length > 0) {
      columns.push(make("div", { className: "wide" }, ...tries.slice(-3).reverse().flatMap(each => [
        make("h4", { textContent: `attempt ${each.attempt} threw after ${duration(each.ended - each.began)}` }),
        make("pre", { textContent: each.text, tabIndex: 0 })])));
    }
    return columns;
  }

  facts(row) {
    const { run } = this;
    const list = make("dl", {});
    const fact = (name, value) => list.append(make("dt", { textContent: name }), make("dd", {}, value));
    const [called, made] = run.sites[run.site[row]].split("\n");
    if (run.keys[row] !== run.names[run.group[row]]) {
      fact("name", run.names[run.group[row]]);
    }
    if (row < run.ran) {
      fact("took", duration(run.ended[row] - run.began[row]));
      fact("began", `${duration(run.began[row])} after the run began`);
      const wait = waited(run, row);
      if (wait !== null) {
        fact("waited", `${duration(wait)} since its inputs were there`);
      }
      fact("worker", run.workers[run.worker[row] - 1] ?? "not known");
    }
    if (run.attempts[row] > 1) {
      fact("attempts", String(run.attempts[row]));
    }
    if (run.bytes[row] > 0) {
      fact("result", `about ${size(run.bytes[row] - 1)}`);
    }
    if (called) {
      fact("called at", lineOfCode(called));
    }
    if (made) {
      fact("task made at", lineOfCode(made));
    }
    return list;
  }

  linked(title, row, links) {
    const { run } = this;
    const { rows, more } = relatives(run, row, links, LISTED);
    const items = rows.map(each => make("li", {}, make("a", {
      className: "key", href: `#${encodeURIComponent(run.keys[each])}`, textContent: run.keys[each] })));
    if (more > 0) {
      items.push(make("li", { textContent: `and ${counted(more)} more` }));
    }
    const total = rows.length + more;
    return make("div", {}, make("h4", { textContent: total === 0 ? `${title} nothing` : `${title} ${counted(total)}` }),
      make("ul", { className: "linked" }, ...items));
  }
}

/** The words under the pointer. */
class Tip {
  constructor(run) {
    this.run = run;
    this.box = part("tip");
    this.row = -1;
  }

  show(row, event) {
    if (row < 0) {
      this.hide();
      return;
    }
    const { run, box } = this;
    if (row !== this.row) {
      const state = run.state[row] === DONE ? "" : `\n${stateWords(run, row)}`;
      const tries = run.attempts[row] > 1 ? `\nattempt ${run.attempts[row]}` : "";
      box.textContent = `${run.keys[row]}\n${duration(run.ended[row] - run.began[row])}${tries}${state}`;
      this.row = row;
    }
    box.hidden = false;
    const left = Math.min(event.clientX + 14, innerWidth - box.offsetWidth - 8);
    const below = event.clientY + 18 + box.offsetHeight < innerHeight;
    const top = below ? event.clientY + 18 : event.clientY - box.offsetHeight - 10;
    box.style.transform = `translate(${left}px, ${top}px)`;
  }

  hide() {
    this.box.hidden = true;
    this.row = -1;
  }
}
