// Puts the parts together.

/** Cards of failed tasks by key. Their ids are for pages without scripts: here links lead to the stream. */
const failures = new Map([...document.querySelectorAll("article.failure")].map(article => [article.id, article]));
failures.forEach(article => article.removeAttribute("id"));

const run = readRun(JSON.parse(part("data").textContent));
const view = new View(run.elapsed, run.unit * 20);
const timeline = part("timeline");
timeline.hidden = run.ran === 0;
view.width = part("stream").clientWidth;

const stream = new Stream(run, view, part("stream"));
const overview = new Overview(view, part("overview"), run.parallelism);
const tip = new Tip(run);
makeCharts(run, view);

/** Brings a task into view, with room around it. */
function show(row) {
  if (row < run.ran) {
    const took = Math.max(run.ended[row] - run.began[row], view.least / 10);
    const middle = (run.began[row] + run.ended[row]) / 2;
    const inView = run.began[row] >= view.from && run.ended[row] <= view.to && took > view.span / 60;
    if (!inView) {
      const span = Math.max(took * 8, Math.min(view.span, took * 40));
      view.glide(middle - span / 2, middle + span / 2);
    }
  }
}

const card = new Card(run, failures, { show, closed: () => stream.choose(-1) });

function choose(row) {
  if (row < 0) {
    card.close();
    return;
  }
  stream.choose(row);
  card.open(row);
  try {
    history.replaceState(null, "", `#${encodeURIComponent(run.keys[row])}`);
  } catch {
    // Some browsers keep the address of a page from a file as it is: then only the link to this task is missing.
  }
}

function chooseAndShow(row) {
  choose(row);
  show(row);
}

const search = new Search(run, stream, chooseAndShow);

/** A link such as report.html#fit-37 shows that task. */
function follow(hash) {
  let key = hash.slice(1);
  try {
    key = decodeURIComponent(key);
  } catch {
    // Not encoded: then it is meant as it stands.
  }
  const row = key === "" ? undefined : run.rowOf().get(key);
  if (row !== undefined) {
    timeline.scrollIntoView({ block: "start" });
    chooseAndShow(row);
  }
  return row !== undefined;
}

new Pointer(stream, {
  hovered: (row, event) => tip.show(row, event),
  left: () => tip.hide(),
  clicked: row => choose(row),
  entered: row => {
    const took = Math.max(run.ended[row] - run.began[row], view.least / 4);
    view.glide(run.began[row] - took / 2, run.ended[row] + took / 2);
  },
});
followKeys(stream, chooseAndShow);

function makeLegend() {
  const legend = part("legend");
  const time = new Float64Array(run.names.length);
  const met = new Uint8Array(run.names.length);
  for (let row = 0; row < run.ran; row++) {
    if (!run.gathers[row]) {
      met[run.group[row]] = 1;
      time[run.group[row]] += run.ended[row] - run.began[row];
    }
  }
  const groups = [...met.keys()].filter(group => met[group]).sort((a, b) => time[b] - time[a]);
  for (const group of groups.slice(0, 24)) {
    const button = make("button", { type: "button", title: `Find all ${run.names[group]}` },
      make("span", { className: `chip colour-${run.colours[group]}` }), run.names[group]);
    button.addEventListener("click", () => search.set(run.names[group]));
    legend.append(make("li", {}, button));
  }
  if (groups.length > 24) {
    legend.append(make("li", { className: "sign", textContent: `and ${counted(groups.length - 24)} more names` }));
  }
  addSign(legend, stream.marks.failed.length, "failed task", context => cross(context, 10, 6.5));
  addSign(legend, stream.marks.repeated.length, "repeated attempt", context => rhombus(context, 10, 6.5));
}

function addSign(legend, count, words, paint) {
  if (count > 0) {
    const canvas = make("canvas", {});
    legend.append(make("li", { className: "sign" }, canvas, counted(count, words)));
    view.listeners.push(() => paint(prepared(canvas, 20, 13)));
  }
}

view.listeners.push(() => {
  const from = view.from === 0 ? "0 s" : duration(view.from);
  part("range").textContent = view.isWhole ? "" : `${duration(view.span)} from ${from}`;
});

timeline.querySelectorAll("[data-zoom]").forEach(button => button.addEventListener("click", () => {
  const factor = Number(button.dataset.zoom);
  const middle = (view.from + view.to) / 2;
  const span = (view.span * factor) / 2;
  if (factor === 0) {
    view.glide(0, view.length);
  } else {
    view.glide(Math.max(0, middle - span), Math.min(view.length, middle + span));
  }
}));

const pathButton = part("path");
pathButton.hidden = run.path.length === 0;
pathButton.addEventListener("click", () => {
  stream.pathShown = !stream.pathShown;
  pathButton.setAttribute("aria-pressed", String(stream.pathShown));
  view.changed();
});

document.addEventListener("click", event => {
  const link = event.target.closest?.("a[href^='#']");
  if (link && follow(link.getAttribute("href"))) {
    event.preventDefault();
  }
});
addEventListener("hashchange", () => follow(location.hash));
addEventListener("keydown", event => {
  const typing = event.target.closest?.("input");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    timeline.scrollIntoView({ block: "nearest" });
    search.field.focus();
  }
});

followTheme(() => view.changed());
makeLegend();
new ResizeObserver(() => {
  view.width = stream.canvas.clientWidth;
  view.changed();
}).observe(timeline);
document.querySelectorAll("table.sortable").forEach(makeSortable);
if (part("picture")?.querySelector("svg")) {
  makeZoomable(part("picture"), part("picture-tools"));
}
follow(location.hash);
