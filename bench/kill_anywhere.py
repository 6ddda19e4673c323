"""Kills scans at random moments: does the audit file open, are finished targets whole, does `--resume` come to the same end?

    python -m bench.kill_anywhere [--kills 200] [--seed 1] [--write docs/hostile-world.md]

Ctrl-C ends it early with the figures so far.
"""

from __future__ import annotations

import argparse
import collections
import contextlib
import json
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PAGES = 8
BEGIN, END = "<!-- kills -->", "<!-- end of kills -->"
PAGE = (
    '<!DOCTYPE html><html lang="en"><head><title>Page {0}</title></head><body><main><h1>Page {0}</h1>'
    "<img src=missing-{0}.png><p>Some text to read.</p></main></body></html>"
)
TARGETS = (
    "SELECT t.url, t.status, (SELECT count(*) FROM rule_outcome o WHERE o.target_id = t.id),"
    " (SELECT count(*) FROM finding f WHERE f.target_id = t.id), v.done"
    " FROM target t JOIN visit v ON v.run_id = t.run_id AND v.ord = t.ord"
)


@dataclass(frozen=True)
class Killed:
    """One kill. `finished`: targets in the audit file afterwards; `came`: how the run was ended; `problems`: what is wrong."""

    after: float
    finished: int
    came: str
    problems: tuple[str, ...]


class Site:
    """A small site, and what an undisturbed scan of it says."""

    def __init__(self, folder: Path) -> None:
        self.pages = folder / "pages"
        self.pages.mkdir()
        for number in range(PAGES):
            (self.pages / f"page-{number}.html").write_text(PAGE.format(number))
        started = time.monotonic()
        self.code = self.scan(folder / "undisturbed").wait()
        self.seconds = time.monotonic() - started
        self.lines = lines(folder / "undisturbed")
        _, self.targets = stored(folder / "undisturbed")
        assert len(self.lines) == len(self.targets) == PAGES

    def scan(self, folder: Path, *flags: str) -> subprocess.Popen[bytes]:
        """Begin a scan in a folder; what it says goes to a file there."""
        folder.mkdir(exist_ok=True)
        command = [sys.executable, "-m", "a11ycheck", "scan", str(self.pages), "--effort", "quick", "--sample", "0%"]
        command += ["--format", "jsonl", "--no-cache", "--workers", "2", *flags]
        with (folder / "said").open("wb") as said:
            return subprocess.Popen(command, cwd=folder, stdout=said, stderr=said)


def lines(folder: Path) -> list[dict[str, Any]]:
    """The findings of a run, as the report has them."""
    text = (folder / "a11y-report" / "findings.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def stored(folder: Path) -> tuple[str, dict[str, tuple[Any, ...]]]:
    """What is wrong with the audit file of a folder, and its targets by URL."""
    path = folder / ".a11ycheck" / "audit.db"
    if not path.exists():
        return "", {}
    try:
        with contextlib.closing(sqlite3.connect(path)) as connection:
            [(sound,)] = connection.execute("PRAGMA integrity_check").fetchall()
            if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'target'").fetchall():
                return "", {}
            return "" if sound == "ok" else sound, {url: tuple(rest) for url, *rest in connection.execute(TARGETS)}
    except sqlite3.DatabaseError as error:
        return str(error), {}


def kill(site: Site, folder: Path, after: float) -> Killed:
    """Kill a scan after some seconds, look at its audit file, and resume it."""
    process = site.scan(folder)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(after)
    process.kill()
    process.wait()
    problems = []
    wrong, targets = stored(folder)
    if wrong:
        problems.append(f"audit file: {wrong}")
    problems += [f"{url} is not whole" for url, row in targets.items() if row != site.targets.get(url)]
    came = "resumed"
    code = site.scan(folder, "--resume").wait()
    said = (folder / "said").read_text()
    if "no unfinished run" in said:
        came = "begun anew, since nothing had begun" if len(targets) < PAGES else "complete before the kill"
        code = site.scan(folder).wait()
    if code != site.code:
        problems.append(f"exit code {code}: {said[-300:]}")
    elif lines(folder) != site.lines:
        problems.append("another result")
    return Killed(after, len(targets), came, tuple(problems))


def kills(number: int, seed: int) -> Iterator[tuple[Site, Killed]]:
    """Kill at as many random moments of a scan."""
    moments = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="a11ycheck-kill-") as name:
        site = Site(Path(name))
        for count in range(number):
            folder = Path(name) / str(count)
            yield site, kill(site, folder, moments.uniform(0.2, site.seconds))
            shutil.rmtree(folder)


def table(done: list[Killed]) -> str:
    """How many kills came at which stage, and what went wrong, as Markdown."""
    stages = collections.Counter(
        "none" if not one.finished else "all" if one.finished == PAGES else "some" for one in done
    )
    ways = collections.Counter(one.came for one in done)
    wrong = [one for one in done if one.problems]
    rows = [f"| {stages[name]} | {name} of {PAGES} |" for name in ("none", "some", "all")]
    return "\n".join([
        "| Kills | Finished targets in the audit file |", "| --- | --- |", *rows, "",
        f"{len(done)} kills: {', '.join(f'{number} {way}' for way, number in ways.most_common())}. With a broken audit file, a"
        f" target that is not whole, or another result than the undisturbed run: {len(wrong)}.",
    ])  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", type=Path, metavar="FILE", help="put the table into this page")
    given = parser.parse_args()
    done: list[Killed] = []
    with contextlib.suppress(KeyboardInterrupt):
        for _, one in kills(given.kills, given.seed):
            done.append(one)
            print(
                f"{len(done)}: after {one.after:.2f} s, {one.finished} finished, {one.came} {' '.join(one.problems)}",
                flush=True,
            )
    print(table(done))
    if given.write:
        page = given.write.read_text(encoding="utf-8")
        before, _, rest = page.partition(BEGIN)
        given.write.write_text(f"{before}{BEGIN}\n\n{table(done)}\n\n{END}{rest.partition(END)[2]}", encoding="utf-8")
    return 1 if any(one.problems for one in done) else 0


if __name__ == "__main__":
    sys.exit(main())
