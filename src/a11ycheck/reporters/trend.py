"""The newest runs of the same targets at the same effort, as a drawing."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from a11ycheck.language import gettext as _
from a11ycheck.store.history import RunNumbers, run_numbers
from a11ycheck.store.queries import RunView

MOST_RUNS = 20
LEFT, RIGHT, TOP, BOTTOM = 56, 580, 14, 160
LOOKED_AT = 200
Point = tuple[float, float]


@dataclass(frozen=True)
class Trend:
    """Runs, oldest first, and where their numbers lie in a drawing of 600 by 180. `lines`: height and value of each."""

    runs: tuple[RunNumbers, ...]
    lines: tuple[tuple[float, int], ...]
    violation_points: tuple[Point, ...]
    review_points: tuple[Point, ...]

    @property
    def violations(self) -> str:
        """The line of violation groups, as SVG points."""
        return _points(self.violation_points)

    @property
    def reviews(self) -> str:
        """The line of groups to review, as SVG points."""
        return _points(self.review_points)


def comparable(connection: sqlite3.Connection, view: RunView) -> tuple[RunNumbers, ...]:
    """Runs up to this one with its targets and effort, oldest first."""
    runs = [run for run in run_numbers(connection, LOOKED_AT) if run.id <= view.id]
    this = next((run for run in runs if run.id == view.id), None)
    if this is None:
        return ()
    same = [run for run in runs if (run.targets, run.effort) == (this.targets, this.effort)]
    return tuple(same[-MOST_RUNS:])


def trend(view: RunView) -> Trend | None:
    """The trend up to a run; None when it is the first of its kind."""
    runs = comparable(view.connection, view)
    if len(runs) < 2:
        return None
    top = max(4, *(max(run.violation_groups, run.review_groups) for run in runs))
    step = -(-top // 4)
    top = step * 4

    def at(number: int, value: int) -> Point:
        across = LEFT + (RIGHT - LEFT) * number / (len(runs) - 1)
        return round(across, 1), round(BOTTOM - (BOTTOM - TOP) * value / top, 1)

    return Trend(
        runs,
        tuple((at(0, value)[1], value) for value in range(0, top + 1, step)),
        tuple(at(number, run.violation_groups) for number, run in enumerate(runs)),
        tuple(at(number, run.review_groups) for number, run in enumerate(runs)),
    )


def columns() -> tuple[str, ...]:
    """The headers of a table of runs, in the order of `values`."""
    return (
        _("Pages"), _("Not audited"), _("Audited in part"), _("Groups of violations"), _("Violations"), _("Groups to review"),
    )  # fmt: skip


def values(run: RunNumbers) -> tuple[tuple[str, int], ...]:
    """What the table says of a run, each with its header."""
    numbers = (run.pages, run.not_audited, run.partial, run.violation_groups, run.violations, run.review_groups)
    return tuple(zip(columns(), numbers, strict=True))


def _points(points: tuple[Point, ...]) -> str:
    return " ".join(f"{x},{y}" for x, y in points)
