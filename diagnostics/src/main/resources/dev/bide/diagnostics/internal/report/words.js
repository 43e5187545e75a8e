// Numbers in words, and elements of the page.

const UNITS = [[1, "ns"], [1e3, "µs"], [1e6, "ms"], [1e9, "s"]];

/** As the library writes them: 12 µs, 386 ms, 1.04 s, 21.4 s, 2 min 5 s. */
function duration(nanos) {
  const seconds = Math.round(nanos / 1e9);
  if (seconds >= 3600) {
    return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
  }
  if (seconds >= 120) {
    return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  }
  const [size, name] = UNITS.findLast(([least]) => nanos >= least * 0.9995) ?? UNITS[0];
  return `${digits(nanos / size)} ${name}`;
}

/** Three digits at most. */
function digits(value) {
  const text = value.toFixed(value < 9.995 ? 2 : value < 99.95 ? 1 : 0);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

function size(bytes) {
  const names = ["B", "kB", "MB", "GB", "TB"];
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < names.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit > 0 && value < 9.95 ? value.toFixed(1).replace(".0", "") : Math.round(value)} ${names[unit]}`;
}

function counted(count, thing) {
  const number = Math.round(count).toLocaleString("en-US");
  return thing ? `${number} ${thing}${count === 1 ? "" : "s"}` : number;
}

/** The element of the page that plays a part. Not by id: those belong to the keys of failed tasks. */
function part(name) {
  return document.querySelector(`[data-part="${name}"]`);
}

/** Makes an element; text goes in as text, never as markup. */
function make(tag, properties, ...content) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...content);
  return element;
}
