"""What a check is.

A check is a module in this package (or an entry point of the group `a11ycheck.checks`) with a `META`, a docstring that
is its manual page, and a function `judge(evidence: Evidence) -> Iterable[CheckOutcome]`. The module name is the id
with underscores. A check never guesses: what it cannot decide is `cantTell`, what was not collected is `untested`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from a11ycheck.checks.forced_colours import as_evidence
from a11ycheck.model import CheckOutcome, Effort, Impact, Json, Location, Outcome, PageFacts, Target, Variant


@dataclass(frozen=True)
class CheckMeta:
    """The declaration at the top of a check.

    `id`: kebab-case, never re-used. `title`: what holds when it passes; `failure_title`: what is wrong when it fails.
    `criteria`: WCAG numbers. `power`: the strongest outcome it may give, `fails` or `asks` (cantTell). `needs`: names of
    the evidence it reads. `act`: W3C ACT rule ids. `scope`: `page`, or `site` for checks across pages (`checks.site`).
    `variants`: `all` when the outcome can differ between variants.
    """

    id: str
    title: str
    failure_title: str
    criteria: tuple[str, ...]
    needs: tuple[str, ...]
    power: Literal["fails", "asks", "evidence"]
    impact: Impact = Impact.MODERATE
    effort: Effort = Effort.STANDARD
    act: tuple[str, ...] = ()
    scope: Literal["page", "site"] = "page"
    best_practice: bool = False
    variants: Literal["base", "all"] = "base"

    def outcome(
        self, outcome: Outcome, message: str = "", location: Location | None = None, **data: Json
    ) -> CheckOutcome:
        """An outcome of this check with everything declared here filled in."""
        return CheckOutcome(
            check=self.id,
            rule=self.id,
            outcome=outcome,
            criteria=self.criteria,
            best_practice=self.best_practice,
            act=self.act,
            impact=self.impact if outcome in (Outcome.FAILED, Outcome.CANT_TELL) else None,
            message=message,
            help=self.title if outcome is Outcome.PASSED else self.failure_title,
            location=location,
            data=data,
        )

    def passed(self, location: Location | None = None) -> CheckOutcome:
        """Applicable, and everything judged holds. `location`: where, if that answers what another check asks there."""
        return self.outcome(Outcome.PASSED, location=location)

    def failed(self, message: str, location: Location, **data: Json) -> CheckOutcome:
        """A proven barrier at one place. `message`: one plain sentence about this element."""
        if self.power != "fails":
            raise ValueError(f"{self.id} is declared with power {self.power!r} and may not fail")
        return self.outcome(Outcome.FAILED, message, location, **data)

    def cant_tell(self, message: str, location: Location, **data: Json) -> CheckOutcome:
        """Something a person has to decide, asked at one place."""
        return self.outcome(Outcome.CANT_TELL, message, location, **data)

    def inapplicable(self) -> CheckOutcome:
        """Nothing on the page that the check is about."""
        return self.outcome(Outcome.INAPPLICABLE)

    def untested(self, message: str) -> CheckOutcome:
        """Not done, with the reason."""
        return self.outcome(Outcome.UNTESTED, message)


@dataclass(frozen=True)
class Evidence:
    """What a check reads: the target, the facts of the page, and what collectors brought, by collector name."""

    target: Target
    facts: PageFacts
    collected: Mapping[str, Json]
    shared: Mapping[str, Json] = field(default_factory=dict)

    @property
    def variant(self) -> Variant:
        """How the page was shown."""
        return self.target.variant

    def __getitem__(self, collector: str) -> Json:
        """The data of one collector; KeyError when it did not run."""
        return self.collected[collector]


class Check(Protocol):
    """A module that judges evidence."""

    META: CheckMeta
    __doc__: str | None

    def judge(self, evidence: Evidence) -> Iterable[CheckOutcome]:
        """Outcomes for one target; at least one unless nothing can be said."""


def checks() -> Iterator[Check]:
    """All checks, found by scanning this package and the entry points, in id order."""
    from a11ycheck.discovery import modules

    yield from sorted(modules(__package__, "a11ycheck.checks", "META"), key=lambda m: m.META.id)


def judge_page(
    evidence: Evidence,
    effort: Effort,
    *,
    ran: frozenset[str],
    of: Collection[str] | None = None,
    repeated: bool = False,
) -> Iterator[CheckOutcome]:
    """Run all page checks whose effort and evidence allow it.

    `ran`: names of the collectors that should have delivered. `of`: judge only checks that need one of these.
    `repeated`: judge only checks whose outcome can differ between variants. A check whose evidence was planned but is
    missing is `untested`; one whose collector was not planned is left out.
    Programming errors of a check become `untested` with the error: one bad check costs one outcome and is still seen.
    """
    for check in checks():
        meta = check.META
        if meta.scope != "page" or meta.effort.rank > effort.rank or not set(meta.needs) <= ran:
            continue
        if repeated and meta.variants == "base":
            continue
        if of is not None and not set(meta.needs) & set(of):
            continue
        missing = [name for name in meta.needs if name not in evidence.collected]
        if missing:
            yield meta.untested(f"evidence missing: {', '.join(missing)}")
            continue
        try:
            yield from [as_evidence(outcome, evidence.variant) for outcome in check.judge(evidence)]
        except Exception as error:
            fault = f"the check stopped with {type(error).__name__}: {error}"
            yield meta.outcome(Outcome.UNTESTED, fault, fault=True)
