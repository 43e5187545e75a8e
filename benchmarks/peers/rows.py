"""What passes between a peer and the table: a line of text for each measured shape.

    peer, shape, n, build_ns, run_ns, destroy_ns, root

without the blanks. The times are nanoseconds a task, and empty where a peer does not tell them apart; the root's
result, 16 hexadecimal digits, may be empty too. The peer's name may hold a comma, so a line is read from its end. Lines
that begin with a hash are notes for below the table.
"""

from typing import NamedTuple, Optional


class Row(NamedTuple):
    peer: str
    shape: str
    n: int
    build: Optional[float]
    run: Optional[float]
    destroy: Optional[float]
    root: str

    @staticmethod
    def parse(line):
        peer, shape, n, *times, root = line.strip().rsplit(",", 6)
        return Row(peer, shape, int(n), *(float(time) if time else None for time in times), root)

    @property
    def times(self):
        return [time for time in (self.build, self.run, self.destroy) if time is not None]

    @property
    def total(self):
        return sum(self.times)

    def __str__(self):
        return ",".join("" if field is None else str(field) for field in self)
