"""One long run and what it leaves."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import psutil

from bench.soak.sites import served
from bench.soak.watch import Sample, sample

SAMPLE_SECONDS = 2.0
END_SECONDS = 10.0
FLAGS = ("--effort", "quick", "--sample", "0%", "--format", "jsonl", "--workers", "2", "--exit-zero")


@dataclass(frozen=True)
class Soaked:
    """`visits`: as many as were made. `audited`: targets of the audit file by status.

    `left`: processes that outlived the scan; `temporary`: files they left.
    """

    visits: int
    seconds: float
    code: int
    samples: list[Sample]
    audited: dict[str, int]
    left: int
    temporary: list[str]
    err: str


def soak(folders: Sequence[Path], visits: int, *flags: str, every: float = SAMPLE_SECONDS) -> Soaked:
    """Visit that many pages in one scan."""
    with tempfile.TemporaryDirectory(prefix="a11ycheck-soak-") as name, served(folders, visits) as urls:
        folder, temporary = Path(name) / "scan", Path(name) / "tmp"
        folder.mkdir()
        temporary.mkdir()
        (folder / "urls.txt").write_text("\n".join(urls), encoding="utf-8")
        command = [sys.executable, "-m", "a11ycheck", "scan", "urls.txt", *FLAGS, *flags]
        started = time.monotonic()
        with (folder / "err").open("w") as err:
            process = subprocess.Popen(
                command, cwd=folder, stdout=subprocess.DEVNULL, stderr=err, env=os.environ | {"TMPDIR": str(temporary)}
            )
        scan, store = psutil.Process(process.pid), folder / ".a11ycheck" / "audit.db"
        samples: list[Sample] = []
        seen: dict[int, psutil.Process] = {}
        while process.poll() is None:
            if one := sample(scan, store, temporary):
                samples.append(one)
            try:
                seen |= {each.pid: each for each in scan.children(recursive=True)}
            except psutil.Error:
                pass
            time.sleep(every)
        seconds = time.monotonic() - started
        until = time.monotonic() + END_SECONDS
        while (left := sum(each.is_running() for each in seen.values())) and time.monotonic() < until:
            time.sleep(0.2)
        statuses = _statuses(store)
        return Soaked(
            sum(statuses.values()), seconds, process.returncode, samples, statuses, left,
            sorted(each.name for each in temporary.iterdir()), (folder / "err").read_text()[-2000:],
        )  # fmt: skip


def _statuses(store: Path) -> dict[str, int]:
    with closing(sqlite3.connect(store)) as connection:
        return dict(connection.execute("SELECT status, count(*) FROM target GROUP BY status").fetchall())
