"""Lays rows out as Markdown: for each size the times, and how many times Bide's they are."""

from blueprint import SHAPES

BASE = "bide"


def table(rows):
    return "\n".join(of_size([row for row in rows if row.n == n], n) for n in sorted({row.n for row in rows}))


def of_size(rows, n):
    unit, scale = ("µs", 1_000) if any(row.total >= 10_000 for row in rows) else ("ns", 1)
    text = f"n = {n:,}, {unit} a task: build + run (+ destroy) = total\n\n"
    text += matrix(rows, lambda row: cell(row, scale))
    bases = {row.shape: row for row in reversed(rows) if row.peer.lower().startswith(BASE)}
    others = [row for row in rows if not row.peer.lower().startswith(BASE)]
    if bases and others:
        name = next(iter(bases.values())).peer
        text += f"\nn = {n:,}, as many times {name}'s: run / total\n\n"
        text += matrix(others, lambda row: ratio(row, bases.get(row.shape)))
    return text


def cell(row, scale):
    times = [number(time / scale) for time in row.times]
    return " + ".join(times) + (f" = {number(row.total / scale)}" if len(times) > 1 else "")


def ratio(row, base):
    if base is None:
        return ""
    run = number(row.run / base.run) if len(row.times) > 1 else "–"
    return f"{run} / {number(row.total / base.total)}"


def number(value):
    """Three digits that count, or all of a large whole number."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 0.1 else f"{value:.3f}"


def matrix(rows, text):
    """A line for each peer and a column for each shape."""
    shapes = [shape for shape in SHAPES if any(row.shape == shape for row in rows)]
    cells = {(row.peer, row.shape): text(row) for row in rows}
    lines = [["", *shapes]]
    for peer in dict.fromkeys(row.peer for row in rows):
        lines.append([peer, *(cells.get((peer, shape), "") for shape in shapes)])
    widths = [max(map(len, column)) for column in zip(*lines)]
    padded = ["| " + " | ".join(map(str.ljust, line, widths)) + " |" for line in lines]
    padded.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(padded) + "\n"
