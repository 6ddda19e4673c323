"""One answer for one place: what a check decided there, a weaker check need not ask or say again.

Text on a gradient is a question to axe, arithmetic to `gradient-contrast` and pixels to `text-contrast`. Of these the pixels
count most: they are what people see.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from a11ycheck.model import CheckOutcome, Outcome

FAMILIES = (
    ("text-contrast", "gradient-contrast", "color-contrast"),
    ("frame-same-name", "frame-title-unique"),
    ("hidden-focus", "aria-hidden-focus"),
    ("media-captions", "video-caption"),
)
"""Rules that judge the same thing, the strongest first."""

_RANK = {rule: (family, rank) for family, rules in enumerate(FAMILIES) for rank, rule in enumerate(rules)}
_DECIDED = (Outcome.PASSED, Outcome.FAILED, Outcome.INAPPLICABLE)


@dataclass(frozen=True)
class Said:
    """What one rule said at one place; `selector` is empty for the page as a whole."""

    rule: str
    outcome: Outcome
    selector: str


def said(outcome: CheckOutcome) -> Said:
    """An outcome in short."""
    return Said(outcome.rule, outcome.outcome, outcome.location.selector if outcome.location else "")


def superseded(all_said: Sequence[Said]) -> frozenset[int]:
    """The indices of findings that another rule of the family answers at the same place.

    A question goes when another rule decided, or a stronger one asks it better. A failure goes when a stronger check of ours
    decided, or when axe proves the same; what axe proves stands.
    """
    rivals: dict[tuple[int, str], list[tuple[int, Outcome]]] = {}
    for one in all_said:
        if one.selector and one.rule in _RANK:
            family, rank = _RANK[one.rule]
            rivals.setdefault((family, one.selector), []).append((rank, one.outcome))
    return frozenset(
        index
        for index, one in enumerate(all_said)
        if one.rule in _RANK
        and any(_answers(one, *other) for other in rivals.get((_RANK[one.rule][0], one.selector), []))
    )


def answered(outcomes: Iterable[CheckOutcome]) -> tuple[CheckOutcome, ...]:
    """The outcomes of one target without what is superseded; a rule that loses its every finding so has passed."""
    found = tuple(outcomes)
    gone = superseded([said(outcome) for outcome in found])
    left = tuple(outcome for index, outcome in enumerate(found) if index not in gone)
    rules = {outcome.rule for outcome in left}
    emptied = {found[index].rule: found[index] for index in sorted(gone) if found[index].rule not in rules}
    passed = tuple(
        outcome.model_copy(
            update={"outcome": Outcome.PASSED, "impact": None, "message": "", "location": None, "data": {}}
        )
        for outcome in emptied.values()
    )
    return (*left, *passed)


def _answers(one: Said, rank: int, outcome: Outcome) -> bool:
    own = _RANK[one.rule][1]
    stronger, decided = rank < own, outcome in _DECIDED
    if one.outcome is Outcome.CANT_TELL:
        return (decided and rank != own) or (stronger and outcome is Outcome.CANT_TELL)
    axe = len(FAMILIES[_RANK[one.rule][0]]) - 1
    if one.outcome is not Outcome.FAILED or own == axe:
        return False
    return (stronger and decided) or (rank == axe and outcome is Outcome.FAILED)
