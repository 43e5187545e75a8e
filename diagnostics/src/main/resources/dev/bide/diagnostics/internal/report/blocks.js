// Blocks of tasks. Runs of tasks narrower than pixels become one block in the colour that fills most of each pixel:
// what is drawn depends on the width of the screen, not on the number of tasks.

const NARROW = 2;

/** Rectangles to fill, sorted by colour and strength: changing the colour of a canvas costs more than filling. */
class Fills {
  constructor() {
    this.byStyle = new Map();
  }

  add(colour, strength, x, y, width, height) {
    const style = colour * 8 + strength;
    let list = this.byStyle.get(style);
    if (!list) {
      this.byStyle.set(style, (list = []));
    }
    list.push(x, y, width, height);
  }

  paint(context, colours, alpha) {
    for (const [style, list] of this.byStyle) {
      context.fillStyle = colours[style >> 3];
      context.globalAlpha = alpha * (0.3 + 0.175 * (style & 7));
      for (let i = 0; i < list.length; i += 4) {
        context.fillRect(list[i], list[i + 1], list[i + 2], list[i + 3]);
      }
    }
    context.globalAlpha = 1;
  }
}

/** Collects what is narrow, pixel by pixel; a pixel that is mostly idle is pale, unless all is to be solid. */
class Merger {
  constructor(fills, colourCount, solid) {
    this.fills = fills;
    this.solid = solid;
    this.weight = new Float64Array(colourCount);
    this.pixel = -1;
    this.block = null;
  }

  lane(y, height) {
    this.y = y;
    this.height = height;
  }

  add(colour, x0, x1) {
    const pixel = Math.floor(x0);
    if (pixel !== this.pixel) {
      this.flushPixel();
      this.pixel = pixel;
    }
    this.weight[colour] += Math.max(x1 - x0, 0.05);
  }

  flushPixel() {
    if (this.pixel < 0) {
      return;
    }
    let colour = 0;
    let sum = 0;
    for (let c = 0; c < this.weight.length; c++) {
      sum += this.weight[c];
      colour = this.weight[c] > this.weight[colour] ? c : colour;
    }
    this.weight.fill(0);
    const strength = this.solid ? 4 : Math.min(4, Math.ceil(sum * 4));
    const block = this.block;
    if (block && block.colour === colour && block.strength === strength && block.end === this.pixel) {
      block.end++;
    } else {
      this.flushBlock();
      this.block = { colour, strength, start: this.pixel, end: this.pixel + 1 };
    }
    this.pixel = -1;
  }

  flushBlock() {
    if (this.block) {
      const { colour, strength, start, end } = this.block;
      this.fills.add(colour, strength, start, this.y, end - start, this.height);
      this.block = null;
    }
  }

  flush() {
    this.flushPixel();
    this.flushBlock();
  }
}

/**
 * Collects the blocks of one lane. Tasks with room for it are told to labelled(row, x, y, width).
 */
function collectLane(run, index, view, y, height, merger, labelled) {
  const { began, ended, group, colours } = run;
  const scale = (view.width - GUTTER - RIGHT) / view.span;
  const rows = index.rows;
  merger.lane(y, height);
  for (let i = index.first(view.from); i < rows.length; i++) {
    const row = rows[i];
    if (began[row] >= view.to) {
      break;
    }
    const x0 = Math.max(GUTTER, GUTTER + (began[row] - view.from) * scale);
    const x1 = Math.min(view.width - RIGHT, GUTTER + (ended[row] - view.from) * scale);
    if (x1 - x0 < NARROW) {
      merger.add(colours[group[row]], x0, x1);
      continue;
    }
    merger.flush();
    merger.fills.add(colours[group[row]], 4, x0, y, x1 - x0 - (x1 - x0 > 4 ? 1 : 0.5), height);
    if (x1 - x0 > 34) {
      labelled(row, x0, y, x1 - x0);
    }
  }
  merger.flush();
}
