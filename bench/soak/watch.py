"""Samples a scan while it runs: memory of each worker with its browser, processes, open files; against the visits done."""

from __future__ import annotations

import contextlib
import sqlite3
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from bench.measure import pss


@dataclass(frozen=True)
class Sample:
    """`done`: visits. `worker`: MiB of a worker and its browser, the mean of all; `parent`: MiB.

    `processes`, `files`: of the whole scan. `workers`: their process ids; `temporary`: entries in the temporary folder.
    """

    done: int
    worker: float
    parent: float
    processes: int
    files: int
    workers: frozenset[int]
    temporary: int


def sample(scan: psutil.Process, store: Path, temporary: Path) -> Sample | None:
    """How the scan stands; None while it has no worker, or as it ends."""
    try:
        below = scan.children(recursive=True)
        workers = [each for each in scan.children() if "--multiprocessing-fork" in each.cmdline()]
        sizes = [sum(pss(each.pid) for each in (one, *one.children(recursive=True))) for one in workers]
        files = sum(each.num_fds() for each in (scan, *workers))
    except psutil.Error:
        return None
    if not sizes or min(sizes) == 0:
        return None
    pids = frozenset(each.pid for each in workers)
    left = sum(1 for _ in temporary.iterdir())
    return Sample(_done(store), statistics.mean(sizes), pss(scan.pid), len(below), files, pids, left)


def _done(store: Path) -> int:
    with (
        contextlib.suppress(sqlite3.Error),
        contextlib.closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as it,
    ):
        return int(it.execute("SELECT count(*) FROM target").fetchone()[0])
    return 0


def quarters(samples: Sequence[Sample], visits: int) -> list[list[Sample]]:
    """The samples of each quarter of the visits."""
    parts: list[list[Sample]] = [[], [], [], []]
    for one in samples:
        parts[min(3, one.done * 4 // visits)].append(one)
    return parts


def growth(samples: Sequence[Sample], visits: int) -> float:
    """By how much the median memory of a worker in the last quarter differs from that in the second: 0.1 is a tenth more."""
    _, second, _, last = quarters(samples, visits)
    if not second or not last:
        return float("nan")
    before = statistics.median(one.worker for one in second)
    return statistics.median(one.worker for one in last) / before - 1
