"""Bide's own times on the same graphs, from the shapes benchmark of this module."""

import json
import subprocess
import sys
from pathlib import Path

from rows import Row

COMMAND = Path(__file__).parent.parent / "shapes"
CONTENDER = "Bide threads("


def rows(file, sizes, shapes, target, notes):
    """The rows in a file that the shapes benchmark wrote; it is run for them if no file is given."""
    if file is None:
        file = target / "bide.json"
        if not measured(file, sizes, shapes, notes):
            return []
    found = json.loads(file.read_text()).get("shapes", [])
    return [
        Row(row["contender"], row["shape"], row["size"], row["timing"]["build"], row["timing"]["run"], None, "")
        for row in found
        if row["contender"].startswith(CONTENDER) and row["timing"] and row["size"] in sizes and row["shape"] in shapes
    ]


def measured(file, sizes, shapes, notes):
    sizes = ",".join(map(str, sizes))
    what = ["--sizes", sizes, "--shapes", ",".join(shapes), "--only", CONTENDER, "--memory", "0", "--json", file]
    code = subprocess.run([COMMAND, *what], stdout=sys.stderr).returncode
    if code != 0:
        notes.append(f"skipped: Bide: the shapes benchmark ended with exit code {code}, see above")
    return code == 0
