"""Runs faults and prints the table; see the package."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bench.faults.run import batches, run
from bench.faults.table import faults
from bench.faults.written import write


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.faults", description=__doc__)
    parser.add_argument("name", nargs="*", help="only these faults")
    parser.add_argument("--small", action="store_true", help="only those of the usual test run")
    parser.add_argument(
        "--patience", type=float, default=1.0, help="how many times longer it may take, on a busy machine"
    )
    parser.add_argument("--write", type=Path, metavar="FILE", help="put the table into this page")
    given = parser.parse_args()
    chosen = [
        fault for fault in faults() if (not given.name or fault.name in given.name) and (fault.small or not given.small)
    ]
    if not chosen:
        parser.error("no such fault")
    done = []
    for batch in batches(chosen):
        for result in run(batch, patience=given.patience):
            done.append(result)
            seen = result.seen
            said = "as expected" if not result.problems else "; ".join(result.problems)
            told = f"exit {seen.code}, {seen.seconds:.0f} s, {seen.megabytes:.0f} MB"
            print(f"{result.fault.name}: {result.came} ({told}, with {result.others} others): {said}", flush=True)
        if given.write:
            write(given.write, done)
        if any(result.problems for result in done[-len(batch) :]):
            print("    " + "\n    ".join(seen.err.splitlines()[-5:]), flush=True)
    failed = sum(bool(result.problems) for result in done)
    print(f"{len(done) - failed} of {len(done)} faults as expected")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
