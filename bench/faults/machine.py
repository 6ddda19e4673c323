"""Faults of the machine: processes that die, disks that are full or cannot be written, clocks that jump."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil

CLOCK = Path(__file__).parent / "clock"


@dataclass
class Machine:
    """What a fault changes of a scan: its environment, its options, what is planted in its folder."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)
    options: tuple[str, ...] = ()


class Killer:
    """Ends processes of one scan when the faulty page asks for it."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[str] | None = None
        self._done: set[str] = set()

    def __call__(self, what: str) -> None:
        if what.endswith("-once"):
            if what in self._done:
                return
            self._done.add(what)
        wanted = _KILLED[what.removesuffix("-once")]
        sent = signal.SIGSTOP if what.startswith("stop") else signal.SIGKILL
        assert self.process is not None
        for child in psutil.Process(self.process.pid).children(recursive=True):
            with contextlib.suppress(psutil.Error):
                if wanted(child.cmdline()):
                    child.send_signal(sent)


_KILLED: dict[str, Callable[[list[str]], bool]] = {
    "renderer": lambda command: "--type=renderer" in command,
    "browser": lambda command: "chrom" in command[0] and not any(part.startswith("--type=") for part in command),
    "stop-browser": lambda command: "chrom" in command[0] and not any(part.startswith("--type=") for part in command),
    "driver": lambda command: "run-driver" in command,
    "worker": lambda command: "--multiprocessing-fork" in command,
}


@contextlib.contextmanager
def _mounted(folder: Path, *options: str) -> Iterator[None]:
    folder.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", ",".join(options), "tmpfs", str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@contextlib.contextmanager
def disk_full_from_start(machine: Machine) -> Iterator[None]:
    with _mounted(machine.folder / ".a11ycheck", "size=32k"):
        (machine.folder / ".a11ycheck" / "filler").write_bytes(b"x" * 28_000)
        yield


@contextlib.contextmanager
def disk_full_half_way(machine: Machine) -> Iterator[None]:
    with _mounted(machine.folder / ".a11ycheck", "size=336k"):
        yield


@contextlib.contextmanager
def report_disk_full(machine: Machine) -> Iterator[None]:
    with _mounted(machine.folder / "a11y-report", "size=16k"):
        (machine.folder / "a11y-report" / "filler").write_bytes(b"x" * 16_384)
        yield


@contextlib.contextmanager
def read_only_audit(machine: Machine) -> Iterator[None]:
    with _mounted(machine.folder / ".a11ycheck", "size=1m", "ro"):
        yield


@contextlib.contextmanager
def read_only_report(machine: Machine) -> Iterator[None]:
    with _mounted(machine.folder / "a11y-report", "size=1m", "ro"):
        yield


@contextlib.contextmanager
def temp_full(machine: Machine) -> Iterator[None]:
    with _mounted(machine.folder / "tmp", "size=16k"):
        machine.environment["TMPDIR"] = str(machine.folder / "tmp")
        yield


@contextlib.contextmanager
def clock_forward(machine: Machine) -> Iterator[None]:
    machine.environment |= {"FAULTS_CLOCK_JUMP": "86400", "PYTHONPATH": f"{CLOCK}:{os.environ.get('PYTHONPATH', '')}"}
    yield


@contextlib.contextmanager
def clock_back(machine: Machine) -> Iterator[None]:
    machine.environment |= {"FAULTS_CLOCK_JUMP": "-86400", "PYTHONPATH": f"{CLOCK}:{os.environ.get('PYTHONPATH', '')}"}
    yield


@contextlib.contextmanager
def audit_file_of_another(machine: Machine) -> Iterator[None]:
    (machine.folder / ".a11ycheck").mkdir()
    (machine.folder / ".a11ycheck" / "audit.db").write_bytes(b"not a database at all" * 500)
    yield


@contextlib.contextmanager
def audit_file_cut(machine: Machine) -> Iterator[None]:
    (machine.folder / ".a11ycheck").mkdir()
    (machine.folder / ".a11ycheck" / "audit.db").write_bytes(b"SQLite format 3\x00" + b"\x10\x00" + b"\x01" * 500)
    yield


MACHINE: dict[str, Callable[[Machine], contextlib.AbstractContextManager[None]]] = {
    function.__name__.replace("_", "-"): function
    for function in (
        disk_full_from_start, disk_full_half_way, report_disk_full, read_only_audit, read_only_report, temp_full,
        clock_forward, clock_back, audit_file_of_another, audit_file_cut,
    )
}  # fmt: skip
