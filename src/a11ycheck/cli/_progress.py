"""Progress on stderr: a live line on a terminal, plain lines elsewhere and where they are asked for."""

from __future__ import annotations

import time
from collections import Counter
from types import TracebackType
from typing import Self

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from a11ycheck.executors import Done
from a11ycheck.language import gettext as _
from a11ycheck.model import Outcome, TargetStatus
from a11ycheck.reporters.wording import count, status_label

PLAIN_EVERY_SECONDS = 10.0
WIDE = 100


class ScanProgress:
    """Counts pages, rate and findings, and says them on stderr. See `run.Progress`."""

    def __init__(self, *, quiet: bool = False, verbose: bool = False, plain: bool = False) -> None:
        self._quiet = quiet
        self._verbose = verbose
        console = Console(stderr=True)
        self._live = None if quiet or plain or not console.is_terminal else _bar(console)
        self._task: TaskID | None = None
        self._started = self._spoke = time.monotonic()
        self._total = self._done = self._failed = self._review = self._missed = 0

    def __enter__(self) -> Self:
        if self._live:
            self._live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._live:
            self._live.stop()

    def planned(self, visits: int, note: str) -> None:
        """See `run.Progress.planned`."""
        self._total = visits
        self._say(f"{note}.")
        if self._live:
            self._task = self._live.add_task(_("Auditing"), total=visits, facts="")

    def found(self, visits: int, note: str) -> None:
        """See `run.Progress.found`."""
        self._total = visits
        self._say(f"{note}.")
        if self._live and self._task is not None:
            self._live.update(self._task, total=visits)

    def driving(self, visits: int) -> None:
        """See `run.Progress.driving`."""
        pages = count(visits, "page")
        self._begin(_("Driving"), visits, _("Driving %(pages)s: keyboard, zoom, hover.") % {"pages": pages})

    def picturing(self, visits: int) -> None:
        """See `run.Progress.picturing`."""
        pages = count(visits, "page")
        self._begin(_("Pictures"), visits, _("Taking pictures on %(pages)s.") % {"pages": pages})

    def _begin(self, part: str, visits: int, said: str) -> None:
        self._total, self._done, self._started = visits, 0, time.monotonic()
        self._say(said)
        if self._live and self._task is not None:
            self._live.reset(self._task, total=visits, description=part, facts="")

    def completed(self, done: Done, driving: bool) -> None:
        """See `run.Progress.completed`."""
        self._done += 1
        for result in done.results:
            self._missed += result.status is TargetStatus.NOT_AUDITED
            counted = Counter(outcome.outcome for outcome in result.outcomes)
            self._failed += counted[Outcome.FAILED]
            self._review += counted[Outcome.CANT_TELL]
            if self._verbose:
                reason = f" ({result.reason})" if result.reason else ""
                self._say(
                    f"{status_label(result.status)}{reason}: {_safe(result.target.url)} {result.target.state}".rstrip()
                )
        rate = self._done / max(time.monotonic() - self._started, 0.001)
        facts = _("%(rate)s/s  %(failed)s, %(review)s to review, %(missed)s not audited") % {
            "rate": f"{rate:.1f}", "failed": count(self._failed, "violation"), "review": self._review, "missed": self._missed,
        }  # fmt: skip
        if self._live and self._task is not None:
            self._live.update(self._task, completed=self._done, facts=facts)
        elif not self._quiet and (time.monotonic() - self._spoke > PLAIN_EVERY_SECONDS or self._done == self._total):
            self._spoke = time.monotonic()
            left = (self._total - self._done) / rate
            told = {"done": self._done, "pages": count(self._total, "page"), "facts": facts, "left": f"{left:.0f}"}
            click.echo(_("%(done)s of %(pages)s, %(facts)s, about %(left)s s left") % told, err=True)

    def _say(self, text: str) -> None:
        if self._live:
            self._live.console.print(text, markup=False, highlight=False)
        elif not self._quiet:
            click.echo(text, err=True)


def _bar(console: Console) -> Progress:
    """Everything on a wide terminal, the count and the facts on a narrow one."""
    count_and_facts = TextColumn("{task.completed}/{task.total}  {task.fields[facts]}")
    if console.width < WIDE:
        return Progress(count_and_facts, console=console)
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(bar_width=20),
        count_and_facts,
        TimeRemainingColumn(),
        console=console,
    )


def _safe(text: str) -> str:
    return "".join(character if character.isprintable() else "�" for character in text)
