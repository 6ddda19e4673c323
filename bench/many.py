"""A scan of 10,000 pages: memory while it runs, size of the audit file, and what reports, gate and baseline take from it.

    python -m bench.many WORK [--pages 10000] [--largest 40] [--stop-after SECONDS] [--axe-source FILE] [--read-only]

Copies pages of Debian's documentation (git-doc, postgresql-doc-15, python3.11-doc) of at most `--largest` KiB under other
names into WORK/site, each with small random edits, and scans them with `--effort quick`, two workers and
`--keep-evidence sample`. After `--stop-after` the scan is interrupted and what it reached is measured. `--read-only` measures
the audit file that is in WORK. Writes WORK/samples.csv, prints Markdown.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import random
import re
import shutil
import signal
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psutil

from bench.measure import Measured, measure, memory, tree

DOCS = Path("/usr/share/doc")
FOLDERS = {"git": DOCS / "git/html", "postgresql": DOCS / "postgresql-doc-15/html", "python": DOCS / "python3.11/html"}
SAMPLE_SECONDS = 5.0
_WORDS = (
    "page",
    "server",
    "list of values",
    "that was given",
    "before it starts",
    "to wait for",
    "another one",
    "again",
)
_TITLE = re.compile(r"</title>", re.IGNORECASE)
_PARAGRAPH = re.compile(r"</p>", re.IGNORECASE)
_GATE = """
from contextlib import closing
from pathlib import Path
from a11ycheck.config import load
from a11ycheck.gate.verdict import decide
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView
with closing(open_audit_file(Path(".a11ycheck/audit.db"), create=False)) as connection:
    decide(RunView(connection), load(None, {"baseline_file": BASELINE} if BASELINE else {}), ())
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=Path)
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--largest", type=int, default=40)
    parser.add_argument("--stop-after", type=float, default=float("inf"))
    parser.add_argument("--axe-source", type=Path)
    parser.add_argument("--read-only", action="store_true")
    given = parser.parse_args()
    if not any(folder.is_dir() for folder in FOLDERS.values()):
        print("this bench needs Debian's git-doc, postgresql-doc-15 or python3.11-doc")
        return 2
    given.work.mkdir(parents=True, exist_ok=True)
    if not given.read_only:
        if not (given.work / "site").is_dir():
            make_site(given.work / "site", given.pages, given.largest)
        shutil.rmtree(given.work / ".a11ycheck", ignore_errors=True)
        scan(given.work, given.stop_after, given.axe_source)
    print(*summary(given.work), "", *reading(given.work), sep="\n")
    return 0


def make_site(site: Path, pages: int, largest: int) -> None:
    """Copies of the documentation's smaller pages, each beside its original so that style sheets are found."""
    choice = random.Random(1)
    found: list[tuple[str, Path]] = []
    for name, folder in FOLDERS.items():
        if folder.is_dir():
            shutil.copytree(folder, site / name, ignore=shutil.ignore_patterns("*.html", "*.txt", "*.gz"))
            small = (page for page in sorted(folder.rglob("*.html")) if page.stat().st_size <= largest * 1024)
            found += [(name, page) for page in small if "_static" not in page.parts]
    for number, (name, page) in zip(range(pages), itertools.cycle(found), strict=False):
        place = site / name / page.relative_to(FOLDERS[name]).with_name(f"{page.stem}-{number:05}.html")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(_edited(page.read_text(encoding="utf-8", errors="replace"), number, choice), encoding="utf-8")


def _edited(html: str, number: int, choice: random.Random) -> str:
    """The page under another title, with a paragraph more; some also with a picture that has no text."""
    html = _TITLE.sub(f" {number}</title>", html, count=1)
    ends = [match.end() for match in _PARAGRAPH.finditer(html)]
    at = choice.choice(ends) if ends else html.lower().rfind("</body>")
    picture = "<img src='none.png'>" if choice.random() < 0.1 else ""
    return f"{html[:at]}<p>{' '.join(choice.choices(_WORDS, k=choice.randint(5, 40)))}{picture}</p>{html[at:]}"


def scan(work: Path, stop_after: float, axe_source: Path | None) -> None:
    """Run the scan and write a row every few seconds: seconds, pages done, MiB of all processes, MiB of the audit file."""
    command = [sys.executable, "-m", "a11ycheck", "scan", "site", "--effort", "quick", "--workers", "2", "--exit-zero"]
    command += ["--keep-evidence", "sample", "--no-cache", "--quiet", "--format", "json"]
    command += ["--axe-source", str(axe_source.resolve())] if axe_source else []
    started = time.monotonic()
    with (work / "samples.csv").open("w", newline="") as out, (work / "scan.log").open("w") as log:
        rows = csv.writer(out)
        process = subprocess.Popen(command, cwd=work, stdout=log, stderr=log)
        root = psutil.Process(process.pid)
        while process.poll() is None:
            spent = time.monotonic() - started
            if spent > stop_after:
                process.send_signal(signal.SIGINT)
                stop_after = float("inf")
            rows.writerow([round(spent, 1), _done(work), round(memory(tree(root)), 1), round(_size(work), 2)])
            out.flush()
            time.sleep(SAMPLE_SECONDS)
        rows.writerow([round(time.monotonic() - started, 1), _done(work), 0.0, round(_size(work), 2)])
    print(f"exit code {process.returncode}", file=sys.stderr)


def _done(work: Path) -> int:
    try:
        with closing(sqlite3.connect(f"file:{work}/.a11ycheck/audit.db?mode=ro", uri=True)) as connection:
            return int(connection.execute("SELECT sum(done) FROM visit").fetchone()[0] or 0)
    except sqlite3.Error:
        return 0


def _size(work: Path) -> float:
    """MiB of the audit file with what is not yet written back into it."""
    return sum(file.stat().st_size for file in (work / ".a11ycheck").glob("audit.db*")) / 1024**2


def summary(work: Path) -> Iterator[str]:
    """What the samples say, quarter by quarter of the pages."""
    with (work / "samples.csv").open(newline="") as file:
        samples = [tuple(map(float, row)) for row in csv.reader(file)]
    pages = max(done for _, done, _, _ in samples)
    scanning = [sample for sample in samples if 0 < sample[1] < pages]
    yield f"{pages:.0f} pages in {samples[-1][0]:.0f} s, reports included; peak {max(one[2] for one in samples):.0f} MiB"
    yield ""
    yield "| Pages | median memory (PSS) | audit file a page |"
    yield "|---|---|---|"
    for quarter in range(4):
        part = [one for one in scanning if quarter * pages / 4 <= one[1] < (quarter + 1) * pages / 4]
        if part:
            first, last = part[0], part[-1]
            per_page = 1024 * (last[3] - first[3]) / max(1, last[1] - first[1])
            median = statistics.median(one[2] for one in part)
            yield f"| {first[1]:.0f} to {last[1]:.0f} | {median:.0f} MiB | {per_page:.1f} KiB |"
    yield f"| all | | {1024 * _size(work) / pages:.1f} KiB |"


def reading(work: Path) -> Iterator[str]:
    """Time and memory of each thing that reads the audit file."""
    program = [sys.executable, "-m", "a11ycheck"]
    baseline = work / "a11ycheck-baseline.json"
    baseline.unlink(missing_ok=True)
    commands = {
        "report html": [*program, "report", "html"],
        "report xlsx": [*program, "report", "xlsx"],
        "report sarif": [*program, "report", "sarif"],
        "vpat --edition 508": [*program, "vpat", "--edition", "508"],
        "baseline": [*program, "baseline", baseline.name],
        "gate": [sys.executable, "-c", _GATE.replace("BASELINE", "None")],
        "gate with the baseline": [sys.executable, "-c", _GATE.replace("BASELINE", repr(baseline.name))],
    }
    yield "| From the audit file | wall s | CPU s | peak memory (PSS) | exit code |"
    yield "|---|---|---|---|---|"
    for name, command in commands.items():
        one: Measured = measure(command, cwd=work)
        yield f"| {name} | {one.wall:.1f} | {one.cpu:.1f} | {one.peak:.0f} MiB | {one.code} |"


if __name__ == "__main__":
    sys.exit(main())
