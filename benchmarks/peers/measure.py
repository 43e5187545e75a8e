"""Takes the times of one way to build and run the shapes, checks every result, and prints a row for each shape."""

import sys
import time

from blueprint import SHAPES, loop

WARM_UP = 200  # tasks
ENOUGH = 20  # seconds; no further round begins after that


def arguments():
    """What a peer's script gets: sizes, shapes, rounds; lists with commas."""
    if len(sys.argv) != 4:
        sys.exit(f"usage: {sys.argv[0]} SIZES SHAPES ROUNDS")
    sizes, shapes, rounds = sys.argv[1:]
    return [int(size) for size in sizes.split(",")], shapes.split(","), int(rounds)


def measure(peer, shape, n, rounds, build, run):
    """Prints the row of one shape, or why there is none: of the rounds, the one with the median total counts.

    build makes a graph from a blueprint, and run gives the root's result from what build made.
    """
    try:
        _round(SHAPES[shape](WARM_UP), build, run)
        blueprint = SHAPES[shape](n)
        begun = time.perf_counter()
        times = []
        while len(times) < rounds and (not times or time.perf_counter() - begun < ENOUGH):
            times.append(_round(blueprint, build, run))
    except Exception as failure:  # a peer that fails on one shape may do the others
        note(f"{peer}: no {shape} of {n} tasks: {type(failure).__name__}: {str(failure)[:100]}")
        return
    median = sorted(times, key=sum)[len(times) // 2]
    built, ran = (f"{1e9 * seconds / len(blueprint):.1f}" for seconds in median)
    print(f"{peer},{shape},{n},{built},{ran},,{loop(blueprint):016x}", flush=True)


def note(text):
    """Prints what a reader of the table should know."""
    print("#", " ".join(text.split()), flush=True)


def _round(blueprint, build, run):
    begun = time.perf_counter()
    built = build(blueprint)
    between = time.perf_counter()
    result = run(built)
    end = time.perf_counter()
    if result != loop(blueprint):
        raise ValueError(f"the root's result is {result}")
    return between - begun, end - between
