"""What unchanged pages cost: a second scan of a folder of which nothing changed, against the first.

    python -m bench.unchanged [FOLDER] [--pages 500] [--real 20]

Only `--real` pages are audited in a browser; the others are copies of these under other names, whose results are put into the
cache as if they had been. The first scan's time is that of the real ones, times as many pages.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from a11ycheck.executors import Done, Executor
from a11ycheck.model import Visit
from a11ycheck.reuse import Reuse
from bench.measure import Measured, measure

SCAN = [sys.executable, "-m", "a11ycheck", "scan", "site", "--exit-zero", "--quiet", "--effort", "quick"]


class Copying:
    """An executor that audits the first pages and gives each copy the results of its original."""

    def __init__(self, inner: Executor, real: int) -> None:
        self._inner, self._real = inner, real

    def run(self, visits: Iterable[Visit]) -> Iterator[Done]:
        waiting = sorted(visits, key=lambda visit: visit.url)
        done = list(self._inner.run(waiting[: self._real]))
        yield from done
        for number, visit in enumerate(waiting[self._real :]):
            original = done[number % len(done)]
            if original.loaded is None:
                raise SystemExit(f"{original.visit.url} loads what cannot be cached")
            loaded = tuple(visit.url if url == original.visit.url else url for url in original.loaded.urls)
            result = original.results[0].model_copy(update={"order": visit.order, "target": visit.targets[0]})
            yield Done(visit, (result,), original.versions, type(original.loaded)(loaded, original.loaded.fetched_data))

    def close(self) -> None:
        self._inner.close()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("/usr/share/doc/python3.11/html"))
    parser.add_argument("--pages", type=int, default=500)
    parser.add_argument("--real", type=int, default=20)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        _copies(given.folder, work / "site", given.pages, given.real)
        first = _scan(work, "--max-pages", str(given.real), "--no-cache")
        _fill(work, given.real)
        second = _scan(work)
    ratio = (first.wall * given.pages / given.real) / second.wall
    print("| | pages | wall s | CPU s | ms a page |")
    print("|---|---|---|---|---|")
    for what, pages, one in (("first scan", given.real, first), ("unchanged", given.pages, second)):
        print(f"| {what} | {pages} | {one.wall:.1f} | {one.cpu:.1f} | {1000 * one.wall / pages:.1f} |")
    print(f"\nA page that did not change is {ratio:.0f} times faster, start of the program and reports included.")
    return 0


def _copies(folder: Path, site: Path, pages: int, real: int) -> None:
    names = sorted((folder / "library").glob("*.html"))[:real]
    (site / "library").mkdir(parents=True)
    shutil.copytree(folder / "_static", site / "_static")
    for number in range(pages):
        name = names[number % len(names)]
        shutil.copy(name, site / "library" / f"{number:05}-{name.name}")


def _scan(work: Path, *options: str) -> Measured:
    return measure([*SCAN, *options], cwd=work)


def _fill(work: Path, real: int) -> None:
    """Put results of all pages into the cache, by a scan whose copies are not visited."""
    code = f"from bench.unchanged import fill; from a11ycheck.cli import main; fill({real}); main({SCAN[3:]!r})"
    subprocess.run([sys.executable, "-c", code], cwd=work, check=True, stdout=subprocess.DEVNULL)


def fill(real: int) -> None:
    """From now on, runs of this process copy results."""
    from a11ycheck import run

    def copying(inner: Executor, *rest: object) -> Reuse:
        return Reuse(Copying(inner, real), *rest)  # type: ignore[arg-type]

    run.Reuse = copying  # type: ignore[assignment,misc]


if __name__ == "__main__":
    sys.exit(main())
