"""Measures a command as a process tree: CPU seconds, wall seconds and peak proportional memory of all its processes."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

SAMPLE_SECONDS = 0.1
MEMORY_EVERY = 5


@dataclass(frozen=True)
class Measured:
    """`cpu`, `wall`: seconds. `peak`: MiB, shared pages counted once (PSS). `code`: the exit code."""

    cpu: float
    wall: float
    peak: float
    code: int


def measure(command: Sequence[str], cwd: Path | None = None, environment: Mapping[str, str] | None = None) -> Measured:
    """Run a command to its end. Its output is thrown away."""
    started = time.monotonic()
    process = subprocess.Popen(command, cwd=cwd, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    root = psutil.Process(process.pid)
    spent: dict[tuple[int, float], float] = {}
    peak, tick = 0.0, 0
    while process.poll() is None:
        processes = tree(root)
        for each in processes:
            try:
                times = each.cpu_times()
                spent[each.pid, each.create_time()] = times.user + times.system
            except psutil.Error:
                continue
        if tick % MEMORY_EVERY == 0:
            peak = max(peak, memory(processes))
        tick += 1
        time.sleep(SAMPLE_SECONDS)
    return Measured(sum(spent.values()), time.monotonic() - started, peak, process.returncode)


def tree(root: psutil.Process) -> list[psutil.Process]:
    """A process and all below it."""
    try:
        return [root, *root.children(recursive=True)]
    except psutil.Error:
        return []


def memory(processes: Iterable[psutil.Process]) -> float:
    """MiB of these processes, shared pages counted once."""
    return sum(pss(each.pid) for each in processes)


def pss(pid: int) -> float:
    """Proportional set size in MiB; 0 for a process that is gone or not ours."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    except OSError:
        return 0.0
    return 0.0
