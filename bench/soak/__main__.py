"""Visits many pages in one scan and says how memory, processes, files and handles went.

python -m bench.soak [FOLDER…] [--visits 2000] [--write docs/hostile-world.md]
"""

from __future__ import annotations

import argparse
import statistics
import sys
from pathlib import Path

from bench.soak.run import Soaked, soak
from bench.soak.watch import growth, quarters

FOLDERS = [
    Path("/usr/share/doc/postgresql-doc-15/html"),
    Path("/usr/share/doc/git-doc"),
    Path("/usr/share/doc/python3.11/html"),
]
MOST_GROWTH = 0.2
BEGIN, END = "<!-- soak -->", "<!-- end of soak -->"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="*", type=Path, default=FOLDERS)
    parser.add_argument("--visits", type=int, default=2000)
    parser.add_argument("--write", type=Path, metavar="FILE", help="put the table into this page")
    given = parser.parse_args()
    done = soak([folder for folder in given.folder if folder.is_dir()], given.visits)
    text = table(done)
    print(text)
    if given.write:
        page = given.write.read_text(encoding="utf-8")
        before, _, rest = page.partition(BEGIN)
        given.write.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{rest.partition(END)[2]}", encoding="utf-8")
    return 0 if abs(growth(done.samples, done.visits)) <= MOST_GROWTH and not done.left and not done.temporary else 1


def table(done: Soaked) -> str:
    """The figures of each quarter, and what was left, as Markdown."""
    lines = [
        "| Quarter of the visits | MB a worker, median | MB of the parent | Processes, most | Open files, most | Workers seen |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for name, part in zip(("first", "second", "third", "last"), quarters(done.samples, done.visits), strict=True):
        if part:
            worker, parent = (
                statistics.median(values) for values in zip(*((one.worker, one.parent) for one in part), strict=True)
            )
            workers = len(frozenset().union(*(one.workers for one in part)))
            most = max(one.processes for one in part), max(one.files for one in part)
            lines.append(f"| {name} | {worker:.0f} | {parent:.0f} | {most[0]} | {most[1]} | {workers} |")
    statuses = ", ".join(f"{number} {status}" for status, number in sorted(done.audited.items()))
    lines += [
        "",
        f"{done.visits} visits: {statuses}; exit code {done.code}. Memory of a worker in the last quarter against the second: "
        f"{growth(done.samples, done.visits):+.0%}. Processes left: {done.left}. Temporary files left: {len(done.temporary)}.",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
