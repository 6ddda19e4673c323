"""Runs one scan with a fault in it and looks at all it did: exit code, words, audit file, memory, what was left behind."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from bench.faults.machine import Killer
from bench.measure import pss

SAMPLE_SECONDS = 0.5
END_SECONDS = 10.0


@dataclass
class Row:
    """A target as the audit file has it. `outcomes`: how many it has."""

    status: str
    reason: str
    message: str
    outcomes: int


@dataclass
class Observed:
    """`rows` by the last part of the URL; `store`: what is wrong with the audit file, or ""; `left`: processes that lived on."""

    code: int
    out: str
    err: str
    seconds: float
    megabytes: float
    store: str
    rows: dict[str, Row]
    left: list[str] = field(default_factory=list)


def scan(
    folder: Path, urls: Sequence[str], flags: Sequence[str], environment: dict[str, str], killer: Killer
) -> Observed:
    """Scan these URLs in a folder."""
    (folder / "urls.txt").write_text("\n".join(urls), encoding="utf-8")
    command = [sys.executable, "-m", "a11ycheck", "scan", "urls.txt", "--format", "jsonl", *flags]
    started = time.monotonic()
    with (folder / "out").open("w") as out, (folder / "err").open("w") as err:
        process = subprocess.Popen(
            command, cwd=folder, stdout=out, stderr=err, text=True, env=os.environ | {"COLUMNS": "200"} | environment
        )
    killer.process = process
    watch = _Watch(process.pid)
    watch.start()
    try:
        process.wait(timeout=1500)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    seconds = time.monotonic() - started
    watch.ended.set()
    watch.join()
    store, rows = read(folder / ".a11ycheck" / "audit.db")
    return Observed(
        process.returncode, (folder / "out").read_text(), (folder / "err").read_text(), seconds, watch.peak, store, rows,
        watch.left(),
    )  # fmt: skip


def read(path: Path) -> tuple[str, dict[str, Row]]:
    """What is wrong with an audit file, and its targets."""
    if not path.is_file():
        return "no file", {}
    try:
        with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            [(sound,)] = connection.execute("PRAGMA integrity_check").fetchall()
            if connection.execute("PRAGMA foreign_key_check").fetchall():
                sound = "broken references"
            rows = connection.execute(
                "SELECT url, status, reason, message, (SELECT count(*) FROM rule_outcome o WHERE o.target_id = t.id) FROM target t"
            ).fetchall()
    except sqlite3.DatabaseError as error:
        return str(error), {}
    return "" if sound == "ok" else sound, {url.rpartition("/")[2]: Row(*rest) for url, *rest in rows}


class _Watch(threading.Thread):
    """Notes every process below one, and the memory of all of them together."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._root = psutil.Process(pid)
        self._seen: dict[int, psutil.Process] = {}
        self.peak = 0.0
        self.ended = threading.Event()

    def run(self) -> None:
        while not self.ended.wait(SAMPLE_SECONDS):
            tree = list(self._tree())
            self._seen |= {each.pid: each for each in tree}
            self.peak = max(self.peak, sum(pss(each.pid) for each in (self._root, *tree)))

    def _tree(self) -> Iterator[psutil.Process]:
        with contextlib.suppress(psutil.Error):
            yield from self._root.children(recursive=True)

    def left(self) -> list[str]:
        """Those that still live some seconds after the scan has ended."""
        until = time.monotonic() + END_SECONDS
        while (alive := [each for each in self._seen.values() if each.is_running() and _lives(each)]) and (
            time.monotonic() < until
        ):
            time.sleep(0.2)
        return [f"{each.pid} {_name(each)}" for each in alive]


def _lives(process: psutil.Process) -> bool:
    with contextlib.suppress(psutil.Error):
        return process.status() != psutil.STATUS_ZOMBIE
    return False


def _name(process: psutil.Process) -> str:
    with contextlib.suppress(psutil.Error):
        return process.name()
    return "gone"
