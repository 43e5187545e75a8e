// Colours and fonts for canvases, from the style sheet, so that light and dark are told apart in one place.

const FONT = "11.5px system-ui, sans-serif";

const theme = { colours: [] };

function readTheme() {
  const style = getComputedStyle(document.documentElement);
  for (const name of ["ink", "muted", "line", "faint", "page", "bad", "accent", "area", "stroke", "focus"]) {
    theme[name] = style.getPropertyValue(`--${name}`).trim();
  }
  theme.colours = Array.from({ length: 16 }, (_, i) => style.getPropertyValue(`--colour-${i}`).trim());
}

function followTheme(redraw) {
  readTheme();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    readTheme();
    redraw();
  });
}

/** Makes a canvas as sharp as the screen and gives its cleared context, in units of the page. */
function prepared(canvas, width, height) {
  const ratio = window.devicePixelRatio || 1;
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
  }
  const context = canvas.getContext("2d");
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  context.font = FONT;
  context.textBaseline = "middle";
  context.lineWidth = 1;
  return context;
}

const measured = new Map();

/** The usual width of a character: measuring each text would be slow. */
function measuredWidth(context) {
  if (!measured.has(context.font)) {
    measured.set(context.font, context.measureText("abcdefghijklmnopqrstuvwxyz-0123456789").width / 37);
  }
  return measured.get(context.font);
}

/** Text cut so that it fits. */
function fitted(context, text, room) {
  const characters = Math.floor(room / measuredWidth(context));
  if (text.length <= characters) {
    return text;
  }
  const tail = /-\d+$/.exec(text)?.[0] ?? "";
  const head = characters - tail.length - 1;
  return head >= 2 ? `${text.slice(0, head)}…${tail}` : characters >= 3 ? `${text.slice(0, characters - 1)}…` : "";
}
