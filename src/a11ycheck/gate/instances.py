"""The barriers of a run one by one, each counted once however many variants show it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from a11ycheck.findings.fingerprint import steady
from a11ycheck.model import Outcome, short_hash
from a11ycheck.store.queries import RunView
from a11ycheck.store.rows import FindingRow, RuleRow, TargetRow

SHORT = 8


@dataclass(frozen=True, eq=False, slots=True)
class Instance:
    """One barrier at one place of a page: its findings in all variants that show it, an example first.

    Two instances are equal only when they are the same object.
    """

    findings: tuple[FindingRow, ...]
    target: TargetRow
    variants: tuple[str, ...]

    @property
    def example(self) -> FindingRow:
        """The finding to show."""
        return self.findings[0]

    @property
    def page(self) -> str:
        """The page key."""
        return self.target.page_key

    @property
    def key(self) -> str:
        """The fingerprint; a question is told from a violation of the same fingerprint by a `?` behind it."""
        return self.example.fingerprint + ("?" if self.example.outcome is Outcome.CANT_TELL else "")

    @property
    def thing(self) -> str:
        """What the barrier is at, wherever that stands: check, rule, role, and name or anchor, as 8 hex digits."""
        rule, identity = self.example.rule, self.example.location.identity
        name = steady(identity.name) or steady(identity.anchor)
        return short_hash(rule.check, rule.rule, identity.role, name)[:SHORT]

    @property
    def digest(self) -> str:
        """The first 8 digits of the hash of the element's markup; empty where there is no element."""
        return self.example.location.identity.digest[:SHORT]


def instances(view: RunView, wanted: Callable[[RuleRow, Outcome], bool] | None = None) -> Iterator[Instance]:
    """The barriers of a run in plan order: all, or of wanted kinds. What shows in several variants of a page is one barrier."""
    places: dict[tuple[str, Outcome, str, str], dict[int, list[FindingRow]]] = {}
    for finding in view.findings(wanted=wanted):
        target = view.target_by_id[finding.target_id].target
        place = (finding.fingerprint, finding.outcome, target.url, target.state)
        places.setdefault(place, {}).setdefault(finding.target_id, []).append(finding)
    for shown in places.values():
        for number in range(max(map(len, shown.values()))):
            alike = tuple(found[number] for found in shown.values() if number < len(found))
            variants = sorted({name for one in alike for name in one.variants})
            yield Instance(alike, view.target_by_id[alike[0].target_id], tuple(variants))
