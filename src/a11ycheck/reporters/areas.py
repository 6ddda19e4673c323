"""Parts of a run that are looked at together: flows, and pages of one build or below one folder; and the heat map of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from urllib.parse import urlsplit

from a11ycheck.language import gettext as _
from a11ycheck.model import Outcome
from a11ycheck.reporters.wording import one_line, page_label
from a11ycheck.store.queries import RunView
from a11ycheck.store.rows import TargetRow

MOST_AREAS = 9
MOST_CLUSTERS = 8
PAGES_A_CLUSTER = 3


@dataclass(frozen=True)
class Area:
    """Targets that are looked at together."""

    label: str
    targets: tuple[TargetRow, ...]

    @cached_property
    def ids(self) -> frozenset[int]:
        """The ids of its targets."""
        return frozenset(row.id for row in self.targets)


@dataclass(frozen=True)
class Heat:
    """A cell: on how many targets of an area a criterion has violations, and on how many questions.

    `whole`: how many of them a rule of the criterion completed on; 0 says that nothing is known.
    """

    violations: int
    questions: int
    whole: int

    @property
    def share(self) -> int:
        """How hot the cell is, 0 to 4: none, then quarters of the area's targets with violations."""
        return -(-4 * self.violations // self.whole) if self.violations else 0


def areas(view: RunView) -> tuple[Area, ...]:
    """Flows by name, other pages by cluster where clusters are few and large, else by host and first folder.

    At most `MOST_AREAS`, the largest; what is left is one more.
    """
    flows = {visit.order: visit.flow for visit in view.visits() if visit.flow}
    pages = [row for row in view.targets if row.order not in flows]
    shapes = Counter(_shape(row) for row in pages)
    by_shape = len(shapes) <= MOST_CLUSTERS and len(pages) >= PAGES_A_CLUSTER * len(shapes) and "" not in shapes
    found: dict[str, list[TargetRow]] = defaultdict(list)
    for row in view.targets:
        if row.order in flows:
            found[f"flow {flows[row.order]}"].append(row)
        else:
            found[f"shape {_shape(row)}" if by_shape else f"folder {_folder(row)}"].append(row)
    order = sorted(found, key=lambda key: -len(found[key]))
    kept = order if len(order) <= MOST_AREAS + 1 else order[:MOST_AREAS]
    common = _common_folder([row for row in pages if _shape(row)])
    listed = [Area(_label(key, found[key], common), tuple(found[key])) for key in found if key in kept]
    if rest := [row for key in order if key not in kept for row in found[key]]:
        listed.append(Area(_("All other pages"), tuple(rest)))
    return tuple(listed)


def heat_map(view: RunView, columns: tuple[Area, ...], nums: list[str]) -> dict[str, tuple[Heat, ...]]:
    """For each criterion number a cell an area."""
    failed: dict[str, set[int]] = defaultdict(set)
    asked: dict[str, set[int]] = defaultdict(set)
    for tally in view.tallies():
        if not tally.rule.best_practice:
            for num in tally.rule.criteria:
                (failed if tally.outcome is Outcome.FAILED else asked)[num].add(tally.target_id)
    completed = view.criteria_completed
    return {
        num: tuple(
            Heat(
                len(failed[num] & area.ids),
                len(asked[num] & area.ids),
                len((completed.get(num, frozenset()) | failed[num] | asked[num]) & area.ids),
            )
            for area in columns
        )
        for num in nums
    }


def _shape(row: TargetRow) -> str:
    return row.cluster or row.facts.skeleton


def _folder(row: TargetRow) -> str:
    parts = urlsplit(row.target.url)
    folders = parts.path.strip("/").split("/")[:-1]
    return "/".join([parts.netloc, *folders[:1]] if parts.netloc else folders[:2]) or "."


def _common_folder(rows: list[TargetRow]) -> str:
    """The folders that the addresses of all pages begin with: they would only repeat in every label."""
    folders = [one_line(row.target.url, 400).split("/")[:-1] for row in rows]
    shared = takewhile(lambda level: len(set(level)) == 1, zip(*folders, strict=False))
    return "".join(f"{level[0]}/" for level in shared)


def _label(key: str, rows: list[TargetRow], common: str) -> str:
    kind, _sep, name = key.partition(" ")
    if kind == "shape":
        label = page_label(rows[0])
        return _("Pages like %(page)s") % {"page": one_line(label.removeprefix(common) or label, 60)}
    return one_line(name, 60)
