"""What the tasks do: next to nothing, but all that went in shows in what comes out. The digests of Value.java."""

_MASK = 2**64 - 1
_MIX = 0x9E3779B97F4A7C15


def leaf(number):
    return (number * _MIX + 1) & _MASK


def one(a):
    return ((a ^ a >> 29) * _MIX + 2) & _MASK


def two(a, b):
    return ((a * 31 + b) * _MIX + 3) & _MASK


def three(a, b, c):
    return (((a * 31 + b) * 31 + c) * _MIX + 4) & _MASK


def gather(values):
    total = 5
    for value in values:
        total = (total * 31 + value) & _MASK
    return total * _MIX & _MASK
