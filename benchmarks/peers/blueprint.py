"""The six shapes, task for task and edge for edge those of Shape.java: the same digest of the root says so.

A blueprint is a list: entry i holds the numbers of the tasks that task i depends on, all of them lower than i. The last
task is the root.
"""

import math

import digest

LAYERS = 100


class JavaRandom:
    """java.util.Random, whose sequence is part of its specification."""

    def __init__(self, seed):
        self._seed = (seed ^ 0x5DEECE66D) & (2**48 - 1)

    def _next(self):
        self._seed = (self._seed * 0x5DEECE66D + 0xB) & (2**48 - 1)
        return self._seed >> 17

    def below(self, bound):
        bits = self._next()
        if bound & (bound - 1) == 0:
            return bound * bits >> 31
        while bits - bits % bound + bound - 1 >= 2**31:
            bits = self._next()
        return bits % bound

    def shuffled(self, numbers):
        numbers = list(numbers)
        for i in range(len(numbers) - 1, 0, -1):
            other = self.below(i + 1)
            numbers[i], numbers[other] = numbers[other], numbers[i]
        return numbers


def fan(n):
    return [[] for _ in range(n - 1)] + [list(range(n - 1))]


def chain(n):
    return [[]] + [[i - 1] for i in range(1, n)]


def tree(n):
    tasks = [[] for _ in range(n // 2)]
    level = list(range(n // 2))
    while len(level) > 1:
        pairs = len(level) // 2
        odd = level[2 * pairs :]
        first = len(tasks)
        tasks += [[level[2 * i], level[2 * i + 1]] for i in range(pairs)]
        level = list(range(first, first + pairs)) + odd
    return tasks


def wave(n):
    side = math.isqrt(n)
    return [[i - side] * (i >= side) + [i - 1] * (i % side > 0) for i in range(side * side)]


def layer(n):
    random = JavaRandom(n)
    width = max(1, n // LAYERS)
    tasks = [[] for _ in range(width)]
    for first in range(0, width * (LAYERS - 1), width):
        turn = random.shuffled(range(first, first + width))
        tasks += [[needed, first + random.below(width), first + random.below(width)] for needed in turn]
    return tasks + [list(range(width * (LAYERS - 1), width * LAYERS))]


def pipe(n):
    tasks = [on for i in range(n // 2) for on in ([], [2 * i])]
    return tasks + [list(range(1, len(tasks), 2)), [len(tasks)]]


SHAPES = {shape.__name__: shape for shape in (fan, chain, tree, wave, layer, pipe)}


def call(dependencies, number):
    """The function of a task and what it gets, where each dependency stands for its result."""
    if not dependencies:
        return digest.leaf, [number]
    if len(dependencies) <= 3:
        return (digest.one, digest.two, digest.three)[len(dependencies) - 1], dependencies
    return digest.gather, [dependencies]


def loop(blueprint):
    """The root's result, from one task after the other."""
    results = []
    for number, dependencies in enumerate(blueprint):
        function, arguments = call([results[i] for i in dependencies], number)
        results.append(function(*arguments))
    return results[-1]
