"""Scans with faults in them, between healthy pages."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.faults.judge import problems
from bench.faults.machine import MACHINE, Killer, Machine
from bench.faults.scan import Observed, scan
from bench.faults.server import FaultyServer
from bench.faults.table import Fault

HEALTHY = ("healthy-1", "healthy-2")
FLAGS = ("--timeout", "60", "--load-timeout", "20", "--workers", "2")
BATCH = 12


@dataclass(frozen=True)
class Result:
    """What a fault brought. `came`: status and reason of its page; "" where it is not one. `others`: faults of the same scan."""

    fault: Fault
    seen: Observed
    problems: list[str]
    others: int = 0

    @property
    def came(self) -> str:
        row = self.seen.rows.get(self.fault.name)
        return f"{row.status}{f': {row.reason}' if row.reason else ''}" if row else ""


def batches(faults: Iterable[Fault]) -> Iterator[list[Fault]]:
    """Faults that can share a scan: pages of the same expected exit codes that end nothing but themselves."""
    waiting: dict[tuple[object, ...], list[Fault]] = {}
    for fault in faults:
        if fault.alone:
            yield [fault]
            continue
        key = (fault.exit, fault.driven)
        batch = waiting.setdefault(key, [])
        batch.append(fault)
        if len(batch) == BATCH:
            yield waiting.pop(key)
    yield from waiting.values()


def run(faults: Sequence[Fault], flags: Sequence[str] = (), *, patience: float = 1.0) -> list[Result]:
    """Scan healthy pages with the faults among them. `patience`: see `problems`."""
    with tempfile.TemporaryDirectory(prefix="a11ycheck-faults-") as name, contextlib.ExitStack() as stack:
        folder = Path(name) / "scan"
        folder.mkdir()
        server = FaultyServer(Path(name))
        stack.callback(server.close)
        killer = Killer()
        server.kill = killer
        machine = Machine(folder)
        urls = [server.url(each) for each in HEALTHY]
        for fault in faults:
            if fault.kind == "machine":
                stack.enter_context(MACHINE[fault.name](machine))
            else:
                urls.insert(-1, server.url(fault.name))
        undriven = () if any(fault.driven for fault in faults) else ("--sample", "0%")
        one = ("--workers", "1") if any(fault.ends_more for fault in faults) else ()
        given = (*FLAGS, *undriven, *one, *(flag for fault in faults for flag in fault.flags), *flags)
        seen = scan(folder, urls, given, machine.environment, killer)
        return [
            Result(fault, seen, problems(faults, fault, seen, HEALTHY, patience), len(faults) - 1) for fault in faults
        ]
