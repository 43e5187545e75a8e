// Search by key or name: hits stand out in the stream, Enter goes from one to the next.

class Search {
  constructor(run, stream, choose) {
    Object.assign(this, { run, stream, choose });
    this.field = part("search");
    this.said = part("hits");
    this.hits = [];
    this.at = -1;
    this.lower = lazily(() => run.keys.map(key => key.toLowerCase()));
    this.field.addEventListener("input", () => this.find());
    this.field.addEventListener("keydown", event => this.key(event));
  }

  /** Searches for a text as if somebody had typed it. */
  set(text) {
    this.field.value = this.field.value === text ? "" : text;
    this.find();
  }

  find() {
    const wanted = this.field.value.trim().toLowerCase();
    this.at = -1;
    this.hits = [];
    if (!wanted) {
      this.said.textContent = "";
      this.stream.highlight(null);
      return;
    }
    const { run } = this;
    const named = run.names.map(name => name.toLowerCase().includes(wanted));
    const mask = new Uint8Array(run.count);
    this.lower().forEach((key, row) => {
      if (!run.gathers[row] && (named[run.group[row]] || key.includes(wanted))) {
        mask[row] = 1;
        this.hits.push(row);
      }
    });
    const exact = this.hits.findIndex(row => this.lower()[row] === wanted);
    if (exact > 0) {
      this.hits.unshift(...this.hits.splice(exact, 1));
    }
    this.stream.highlight(mask);
    this.say();
  }

  say() {
    const { run } = this;
    const ran = this.hits.filter(row => row < run.ran);
    const time = ran.reduce((sum, row) => sum + run.ended[row] - run.began[row], 0);
    const where = this.at < 0 ? "" : `${counted(this.at + 1)} of `;
    this.said.textContent = this.hits.length === 0
      ? "no task has this in its key or name"
      : `${where}${counted(this.hits.length, "task")}, ${duration(time)}`;
  }

  key(event) {
    if (event.key === "Escape") {
      event.stopPropagation();
      this.field.value = "";
      this.find();
    } else if (event.key === "Enter" && this.hits.length > 0) {
      event.preventDefault();
      const count = this.hits.length;
      const before = this.at < 0 && event.shiftKey ? 0 : this.at;
      this.at = (before + (event.shiftKey ? -1 : 1) + count) % count;
      this.choose(this.hits[this.at]);
      this.say();
    }
  }
}
