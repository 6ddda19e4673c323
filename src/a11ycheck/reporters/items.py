"""Findings as reporters for CI systems list them: what fails the gate first, each with the gate's word and its place in a file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from urllib.parse import unquote, urlsplit

from a11ycheck.config import Config
from a11ycheck.findings.source_mapping import Sources
from a11ycheck.findings.source_place import SourcePlace
from a11ycheck.gate.verdict import GateResult, Standing, decide
from a11ycheck.gating import Suppression
from a11ycheck.model import Outcome, short_hash
from a11ycheck.reporters.said import said
from a11ycheck.reporters.wording import Section, one_line, rule_help, section_of
from a11ycheck.store.queries import RunView
from a11ycheck.store.rows import FindingRow, GroupRow, TargetRow

_RANK = {
    Standing.FAILS: 0, Standing.KNOWN: 1, Standing.WITHIN_BUDGET: 1, None: 2, Standing.ANSWERED: 3, Standing.SUPPRESSED: 3,
}  # fmt: skip
_NO_XML = re.compile("[\ufffe\uffff]")


@dataclass(frozen=True)
class Item:
    """A finding with what a CI system shows of it.

    `standing`: None when it does not count. `why`: why it is new. `file` and `line`: of the source where it is known, else
    the page's own file, or a path made from its address; `number` tells equal fingerprints of a page apart, from 1.
    """

    finding: FindingRow
    target: TargetRow
    standing: Standing | None
    why: str
    suppressed_by: Suppression | None
    source: SourcePlace | None
    file: str
    line: int
    number: int

    @property
    def section(self) -> Section:
        """Violation, needs review or best practice."""
        return section_of(self.finding.outcome, best_practice=self.finding.rule.best_practice)

    @property
    def stable_id(self) -> str:
        """An id that stays the same from run to run and differs from those of all other findings of a run."""
        target = self.target.target
        return short_hash(
            self.finding.fingerprint, target.variant.name, self.finding.outcome, self.host, str(self.number)
        )

    @property
    def host(self) -> str:
        """The host of the page; empty for a file."""
        return urlsplit(self.target.target.url).netloc

    @property
    def sentence(self) -> str:
        """What is wrong, in one line: the message, or the rule's help."""
        return one_line(said(self.finding.rule, self.finding.message), 500) or rule_help(self.finding.rule)


class Items:
    """All findings of a run, with the gate's result."""

    def __init__(self, view: RunView, config: Config) -> None:
        self.view = view
        self.gate: GateResult = decide(view, config)
        self._sources = Sources(config.source)
        self._why = {finding.id: failure.why for failure in self.gate.failures for finding in failure.instance.findings}

    def __iter__(self) -> Iterator[Item]:
        """Failing ones first, then known ones, then what does not count; within these the worst first, in plan order."""
        return iter(self._ordered)

    @cached_property
    def _ordered(self) -> list[Item]:
        seen: Counter[tuple[int, str, str]] = Counter()
        found = []
        for finding in self.view.findings():
            target = self.view.target_by_id[finding.target_id]
            seen[target.id, finding.fingerprint, finding.outcome] += 1
            found.append(self._item(finding, target, seen[target.id, finding.fingerprint, finding.outcome]))
        return sorted(found, key=_order)

    def groups(self, keep: Callable[[Item], bool]) -> list[tuple[GroupRow, list[Item]]]:
        """Groups that hold items to keep, worst first, each with these."""
        kept: dict[str, list[Item]] = {}
        for item in self:
            if keep(item):
                kept.setdefault(item.finding.group, []).append(item)
        return [(group, kept[group.key]) for group in self.view.groups if group.key in kept]

    def _item(self, finding: FindingRow, target: TargetRow, number: int) -> Item:
        source = self._sources.place(target.target.url, finding.location)
        return Item(
            finding,
            target,
            self.gate.standing.get(finding.id),
            self._why.get(finding.id, ""),
            self.gate.suppressed_by.get(finding.id),
            source,
            source.file if source else page_file(target.target.url),
            source.line if source else 1,
            number,
        )


def by_target(items: Items) -> Iterator[tuple[TargetRow, list[Item]]]:
    """Targets in plan order with their items, worst first."""
    found = sorted(items, key=lambda item: (item.target.order, item.target.id))
    grouped = {key: list(some) for key, some in groupby(found, key=lambda item: item.target.id)}
    for target in items.view.targets:
        yield target, grouped.get(target.id, [])


def page_file(url: str) -> str:
    """A relative path for a page: the file that was scanned, or host and path of its address."""
    parts = urlsplit(url)
    path = url.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0]
    if parts.scheme:
        path = f"{parts.netloc or parts.scheme}/{unquote(parts.path)}"
    names = [one_line(name, 200) for name in path.split("/") if name not in ("", ".", "..")]
    return "/".join([*names, "index.html"] if path.endswith("/") or not names else names)


def xml_text(text: str) -> str:
    """The text without the two characters that XML cannot hold and `visible` leaves."""
    return _NO_XML.sub("\ufffd", text)


def _order(item: Item) -> tuple[int, int, int, int]:
    impact = item.finding.impact
    return (
        _RANK[item.standing],
        0 if item.finding.outcome is Outcome.FAILED else 1,
        1 if item.finding.rule.best_practice else 0,
        -(impact.rank if impact else -1),
    )
