"""The stored runs on a terminal: a table, or one line a run where that is asked for or the terminal is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from a11ycheck.language import gettext as _
from a11ycheck.language import later, moment
from a11ycheck.language import number as in_figures
from a11ycheck.reporters.trend import values
from a11ycheck.reporters.wording import one_line
from a11ycheck.store.history import RunNumbers

WIDE = 100
_BARS = "▁▂▃▄▅▆▇█"
_STATUSES = {
    "complete": later("complete"), "interrupted": later("interrupted"), "running": later("not finished"),
    "shard": later("one shard"), "merged": later("merged"),
}  # fmt: skip


def show(runs: Sequence[RunNumbers], console: Console, *, plain: bool = False) -> None:
    """Print runs, oldest first, each with what changed since the one before of the same kind."""
    if not runs:
        console.print(_("The audit file holds no run."))
        return
    if plain or not console.is_terminal or console.width < WIDE:
        for run in runs:
            numbers = ", ".join(f"{label}: {text}" for label, text in _cells(run, _before(run, runs)))
            console.print(Text(f"{_head(run)}: {numbers}. {_scope(run)}"), soft_wrap=plain or not console.is_terminal)
        return
    table = Table(box=None, pad_edge=False)
    table.add_column(_("Run"))
    for label, _text in values(runs[0]):
        table.add_column(label, justify="right", overflow="fold")
    table.add_column(_("Of what"), overflow="fold")
    for run in runs:
        cells = [Text(text) for _label, text in _cells(run, _before(run, runs))]
        table.add_row(Text(_head(run)), *cells, Text(_scope(run)))
    console.print(table)
    same = [run for run in runs if _kind(run) == _kind(runs[-1])]
    if len(same) > 1:
        console.print(Text(f"{_('Groups of violations')}: {_bars([run.violation_groups for run in same])}"))


def _head(run: RunNumbers) -> str:
    status = "" if run.status == "complete" else f" ({_(_STATUSES.get(run.status, run.status))})"
    return f"{run.id}, {moment(run.started)}{status}"


def _scope(run: RunNumbers) -> str:
    return one_line(f"{run.effort}: {', '.join(run.targets) or _('what the configuration lists')}", 120)


def _cells(run: RunNumbers, before: RunNumbers | None) -> list[tuple[str, str]]:
    """Each number with its label, and by how much it changed."""
    earlier = [number for _label, number in values(before)] if before else None
    cells = []
    for at, (label, number) in enumerate(values(run)):
        change = number - earlier[at] if earlier else 0
        cells.append((label, in_figures(number) + (f" ({change:+,})" if change else "")))
    return cells


def _before(run: RunNumbers, runs: Sequence[RunNumbers]) -> RunNumbers | None:
    earlier = [other for other in runs if other.id < run.id and _kind(other) == _kind(run)]
    return earlier[-1] if earlier else None


def _kind(run: RunNumbers) -> tuple[object, ...]:
    return (run.targets, run.effort)


def _bars(numbers: Sequence[int]) -> str:
    most = max(*numbers, 1)
    return "".join(_BARS[round(number / most * (len(_BARS) - 1))] for number in numbers)
