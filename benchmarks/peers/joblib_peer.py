"""joblib, which has no graphs: it runs calls that need nothing of each other, so that only the fan fits."""

import itertools
import platform

import joblib

import digest
from measure import arguments, measure, note

WORKERS = 2


def build(blueprint):
    leaf = joblib.delayed(digest.leaf)
    return [leaf(number) for number in range(len(blueprint) - 1)]


def on(where, backend, sizes, shapes, rounds):
    with joblib.Parallel(n_jobs=WORKERS, backend=backend) as workers:
        for n, shape in itertools.product(sizes, shapes):
            if shape == "fan":
                measure(f"joblib, {where}", shape, n, rounds, build, lambda calls: digest.gather(workers(calls)))


if __name__ == "__main__":
    note(f"joblib {joblib.__version__}, Python {platform.python_version()}; it has no graphs, so only the fan fits")
    on("threads", "threading", *arguments())
    on("processes", "loky", *arguments())
