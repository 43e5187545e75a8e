"""Runs each peer in a process of its own, then Bide on the same shapes and sizes, and prints one table."""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

import bide
from blueprint import SHAPES
from native import Unavailable, compiled
from rows import Row
from table import table

HERE = Path(__file__).parent
TARGET = HERE.parent / "target" / "peers"


def main():
    options = parse()
    TARGET.mkdir(parents=True, exist_ok=True)
    rows, notes = [], [f"{os.cpu_count()} cores, {platform.platform()}, two workers each"]
    for name in options.peers:
        run(name, options, rows, notes)
    if rows:
        rows[:0] = bide.rows(options.bide, sorted({row.n for row in rows}), options.shapes, TARGET, notes)
    (TARGET / "rows.csv").write_text("".join(f"{row}\n" for row in rows))
    if rows:
        print(table(rows))
    print("\n".join(f"- {note}" for note in notes))
    sys.exit(differences(rows))


def parse():
    parser = argparse.ArgumentParser(prog="benchmarks/peers/run", description=__doc__)
    listed = {"type": lambda text: text.split(","), "metavar": "A,B,.."}
    parser.add_argument("--size", type=int, default=10_000, help="tasks for Python's libraries (default: %(default)s)")
    parser.add_argument("--native-sizes", default="100000,1000000", help="tasks for C++'s (default: %(default)s)")
    parser.add_argument("--shapes", default=list(SHAPES), help="default: " + ",".join(SHAPES), **listed)
    parser.add_argument("--peers", default=list(COMMANDS), help="default: " + ",".join(COMMANDS), **listed)
    parser.add_argument("--rounds", type=int, default=3, help="of which the median counts (default: %(default)s)")
    parser.add_argument("--bide", type=Path, help="what benchmarks/shapes --json wrote (default: run it)")
    options = parser.parse_args()
    for wrong in set(options.shapes) - set(SHAPES) | set(options.peers) - set(COMMANDS):
        parser.error(f"there is no {wrong}")
    if min(options.size, *map(int, options.native_sizes.split(","))) < 2:
        parser.error("a graph has at least 2 tasks")
    return options


def script(name):
    return lambda: [sys.executable, HERE / name]


def program(name, *flags):
    return lambda: [compiled(HERE / "cpp" / name, TARGET, flags)]


CHECKOUT = ", or put a checkout on PYTHONPATH"

# A peer's name: what makes its command, whether it takes the sizes of C++'s, and how to have it.
COMMANDS = {
    "dask": (script("dask_peer.py"), False, "install it (Debian: python3-dask)" + CHECKOUT),
    "joblib": (script("joblib_peer.py"), False, "install it (Debian: python3-joblib)" + CHECKOUT),
    "onetbb": (program("flow_graph.cpp", "-ltbb"), True, "install it and a C++17 compiler (Debian: libtbb-dev, g++)"),
    "openmp": (program("openmp.cpp", "-fopenmp"), True, "install a C++17 compiler with OpenMP 5 (Debian: g++)"),
}


def run(name, options, rows, notes):
    """Adds a peer's rows and notes, the last of which says why, should it fail."""
    make, is_native, remedy = COMMANDS[name]
    sizes = options.native_sizes if is_native else str(options.size)
    before = len(rows)
    try:
        listen([*make(), sizes, ",".join(options.shapes), str(options.rounds)], rows, notes)
    except Unavailable as reason:
        skipped = len(rows) == before
        notes.append(f"skipped: {name}: {reason}; to have it: {remedy}" if skipped else f"{name} broke off: {reason}")
        print("#", notes[-1], file=sys.stderr)


def listen(command, rows, notes):
    """Adds what a command prints: rows, and notes, which begin with a hash."""
    with tempfile.TemporaryFile("w+") as errors:
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True) as peer:
            for line in peer.stdout:
                print(line, end="", file=sys.stderr, flush=True)
                notes.append(line[1:].strip()) if line.startswith("#") else rows.append(Row.parse(line))
        if peer.returncode != 0:
            errors.seek(0)
            raise Unavailable((errors.read().strip() or f"exit code {peer.returncode}").splitlines()[-1])


def differences(rows):
    """Says which graphs had other results in one peer than in another; nothing if all agree."""
    roots = {}
    for row in rows:
        if row.root:
            roots.setdefault((row.shape, row.n), set()).add(row.root)
    wrong = [f"{shape} of {n}: different roots {found}" for (shape, n), found in roots.items() if len(found) > 1]
    return "\n".join(wrong) or None


if __name__ == "__main__":
    main()
