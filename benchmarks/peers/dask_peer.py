"""Dask: graphs as plain dicts and through dask.delayed, each on threads, on processes and on dask.distributed."""

import itertools
import multiprocessing
import platform
from concurrent.futures import ProcessPoolExecutor
from functools import partial

import dask
import dask.multiprocessing
import dask.threaded

import digest
from blueprint import call
from measure import arguments, measure, note

WORKERS = 2

# Each call that dask.delayed adds copies the layers of those it depends on, so that these shapes take O(n²) to build.
DEEP = ("chain", "wave", "layer")
DEEP_SIZE = 2_000

_rounds = itertools.count()
_delayed = {
    function: dask.delayed(function, pure=False)
    for function in (digest.leaf, digest.one, digest.two, digest.three, digest.gather)
}


def as_dict(blueprint):
    """A raw graph and its root; the keys are new each time, so that no scheduler knows the results already."""
    prefix = f"task-{next(_rounds)}-"
    graph = {}
    for number, dependencies in enumerate(blueprint):
        function, given = call([f"{prefix}{i}" for i in dependencies], number)
        graph[f"{prefix}{number}"] = (function, *given)
    return graph, f"{prefix}{len(blueprint) - 1}"


def as_delayed(blueprint):
    made = []
    for number, dependencies in enumerate(blueprint):
        function, given = call([made[i] for i in dependencies], number)
        made.append(_delayed[function](*given))
    return made[-1]


def measure_all(where, get_for, sizes, shapes, rounds):
    """Both kinds of graph on one scheduler, whose workers are there already; get_for gives its function for a shape."""
    for n, shape in itertools.product(sizes, shapes):
        get = get_for(shape)
        measure(f"Dask dict, {where}", shape, n, rounds, as_dict, lambda built: get(*built))
        n = min(n, DEEP_SIZE) if shape in DEEP else n
        measure(f"Dask delayed, {where}", shape, n, rounds, as_delayed, lambda root: root.compute(scheduler=get))


def on_threads(*what):
    get = partial(dask.threaded.get, num_workers=WORKERS)
    measure_all("threads", lambda shape: get, *what)


def on_processes(*what):
    with ProcessPoolExecutor(WORKERS, mp_context=multiprocessing.get_context("spawn")) as pool:

        def get_for(shape):
            # By default Dask first makes one task of a chain, which is then nested too deeply to be sent to a process.
            return partial(dask.multiprocessing.get, pool=pool, optimize_graph=shape != "chain")

        measure_all("processes", get_for, *what)


def on_distributed(*what):
    try:
        import distributed
    except ImportError as reason:
        note(f"skipped: Dask distributed: {reason}; to have it: install distributed (Debian: python3-distributed)")
        return
    note(f"distributed {version(distributed)}")
    with distributed.Client(n_workers=WORKERS, threads_per_worker=1, processes=True, dashboard_address=None) as client:
        measure_all("distributed", lambda shape: client.get, *what)


def version(module):
    return "from a checkout" if module.__version__ == "unknown" else module.__version__


if __name__ == "__main__":
    note(f"Dask {version(dask)}, Python {platform.python_version()}")
    for scheduler in (on_threads, on_processes, on_distributed):
        scheduler(*arguments())
