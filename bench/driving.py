"""What each collector costs on real pages, as a multiple of what axe costs on the same pages.

    python -m bench.driving [FOLDER] [--pages 12] [--effort standard|thorough] [--axe-source FILE]

FOLDER: rendered HTML, default Debian's python3.11-doc. CPU seconds are those of this process and the browser together, wall
seconds include waiting. `load` is every load that the visit takes, with opening and closing its page. Prints Markdown.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil
from playwright.sync_api import Error as PlaywrightError

from a11ycheck.audit.collecting import AuditOptions, Notes, unneeded
from a11ycheck.audit.loads import Loads, running_order
from a11ycheck.browser import axe_source
from a11ycheck.browser.load import load
from a11ycheck.browser.realm import IsolatedRealm
from a11ycheck.browser.server import StaticServer
from a11ycheck.browser.session import BrowserOptions, BrowserSession, OpenPage
from a11ycheck.evidence.base import Collector, PageAccess, collectors
from a11ycheck.model import Effort, Interact, Json, PageFacts, Variant

SECONDS = 120
WAITING = frozenset({"motion", "media", "animated_images"})
"""Collectors whose time is mostly waiting for things to move: counted apart."""


@dataclass
class Costs:
    """CPU and wall seconds by name, one pair a page."""

    pages: int = 0
    spent: dict[str, list[tuple[float, float]]] = field(default_factory=dict)

    def time(self, name: str, call: Callable[[], Any]) -> Any:
        """Do it and note what it took."""
        started, used = time.monotonic(), _cpu()
        result = call()
        self.spent.setdefault(name, []).append((_cpu() - used, time.monotonic() - started))
        return result

    def mean(self, name: str) -> tuple[float, float]:
        """CPU and wall seconds a page."""
        cpu, wall = (sum(each) / self.pages for each in zip(*self.spent[name], strict=True))
        return cpu, wall


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("/usr/share/doc/python3.11/html"))
    parser.add_argument("--pages", type=int, default=12)
    parser.add_argument("--effort", type=Effort, default=Effort.STANDARD)
    parser.add_argument("--axe-source", type=Path)
    given = parser.parse_args()
    if not given.folder.is_dir():
        print("this bench needs a folder of HTML (python3.11-doc)")
        return 2
    pages = sorted(given.folder.rglob("*.html"))
    random.Random(7).shuffle(pages)
    session = BrowserSession(BrowserOptions(axe_source=axe_source.read(given.axe_source)))
    costs = Costs()
    with StaticServer(given.folder) as server:
        for page in pages[: given.pages]:
            visit(session, f"{server.base_url}/{page.relative_to(given.folder)}", given.effort, costs)
            print(page.name, file=sys.stderr)
    session.close()
    print(table(costs))
    return 0


def visit(session: BrowserSession, url: str, effort: Effort, costs: Costs) -> None:
    """All collectors on one page, as a driving visit runs them."""
    costs.pages += 1
    chosen = [
        one for one in collectors() if one.META.effort.rank <= effort.rank and one.META.interact is Interact.OBSERVE
    ]
    earlier: dict[str, Json] = {}

    def arrive(opened: OpenPage, untouched: bool) -> tuple[IsolatedRealm, PageFacts]:
        return load(opened, url, session.options, untouched=untouched)

    with Loads(session, Variant(), arrive, Interact.OBSERVE) as loads:
        notes = Notes(collected=earlier)
        for collector in running_order(chosen, Interact.OBSERVE):
            known, options, until = loads.last, AuditOptions(effort=effort), time.monotonic() + SECONDS
            if known and costs.time("load", lambda: unneeded(collector, known, Variant(), options, until, notes)):  # noqa: B023
                continue
            page = costs.time("load", lambda: loads.page_for(collector))  # noqa: B023
            access = PageAccess(
                page.opened.page, page.realm, Variant(), Interact.OBSERVE, time.monotonic() + SECONDS, earlier, effort,
                page.hands_off.events,
            )  # fmt: skip
            try:
                earlier[collector.META.name] = costs.time(collector.META.name, _collecting(collector, access))
            except PlaywrightError as error:
                print(f"{collector.META.name} left out on {url}: {error.message.splitlines()[0]}", file=sys.stderr)


def _collecting(collector: Collector, access: PageAccess) -> Callable[[], Json]:
    return lambda: collector.collect(access)


def table(costs: Costs) -> str:
    """Seconds a page and multiples of axe, the dearest first, and their sums without and with what waits."""
    axe_cpu, axe_wall = costs.mean("axe")
    rows = sorted(((name, *costs.mean(name)) for name in costs.spent), key=lambda row: -row[1])
    lines = ["| Collector | CPU s | × axe | wall s | × axe |", "|---|---|---|---|---|"]
    lines += [f"| {name} | {_numbers(cpu, wall, axe_cpu, axe_wall)} |" for name, cpu, wall in rows if cpu >= 0.005]
    for label, left_out in (("all but what waits", WAITING), ("all", frozenset[str]())):
        cpu = sum(row[1] for row in rows if row[0] not in left_out)
        wall = sum(row[2] for row in rows if row[0] not in left_out)
        lines.append(f"| **{label}** | {_numbers(cpu, wall, axe_cpu, axe_wall)} |")
    return "\n".join(lines)


def _numbers(cpu: float, wall: float, axe_cpu: float, axe_wall: float) -> str:
    return f"{cpu:.2f} | {cpu / axe_cpu:.2f} | {wall:.2f} | {wall / axe_wall:.2f}"


_used: dict[int, float] = {}
"""CPU seconds by process, those that have ended too: each load starts a renderer, and closing its page ends it."""


def _cpu() -> float:
    """CPU seconds of this process and its children so far."""
    me = psutil.Process()
    for process in (me, *me.children(recursive=True)):
        try:
            times = process.cpu_times()
        except psutil.Error:
            continue
        _used[process.pid] = max(_used.get(process.pid, 0.0), times.user + times.system)
    return sum(_used.values())


if __name__ == "__main__":
    sys.exit(main())
