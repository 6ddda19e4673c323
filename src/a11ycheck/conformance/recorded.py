"""Verdicts of the audit file as the report reads them: only those that still hold, the others with the reason why not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import cast

from a11ycheck.config import Config
from a11ycheck.conformance import carried_over
from a11ycheck.conformance.text import printable
from a11ycheck.conformance.verdicts import FindingVerdict, Level, RowVerdict, Signature, StoredVerdicts
from a11ycheck.model import TargetStatus
from a11ycheck.standards.editions import edition
from a11ycheck.store import audit_sample
from a11ycheck.store.audit_sample import AuditSample, SampleProcess
from a11ycheck.store.queries import RunView
from a11ycheck.store.rows import TargetRow
from a11ycheck.store.verdicts import BARRIER, Ruling, Subject, Verdict, finding_digests, rulings

BOUND_TO_VERSION = frozenset({"keyboard", "screen reader", "magnification", "voice control", "user test"})
"""Methods whose verdicts on a page hold for one version of the product (design §5)."""
DONE = frozenset({"passed", "inapplicable"})


@dataclass(frozen=True)
class Recorded:
    """All verdicts next to the facts that they depend on.

    `carried`: answers of an older report, which any verdict replaces. `processes`: names that the configuration gives to
    complete processes.
    """

    rulings: Mapping[tuple[Subject, str, str], Ruling]
    product_version: str
    sample: AuditSample | None
    pages: Mapping[str, tuple[TargetRow, ...]]
    digests: Mapping[str, frozenset[str]]
    carried: Mapping[tuple[str, str], RowVerdict] = field(default_factory=dict)
    processes: tuple[str, ...] = ()

    def ruling(self, subject: Subject, key: str, place: str = "") -> Ruling | None:
        """What stands on one thing, or None."""
        return self.rulings.get((subject, key, place))

    def stale(self, verdict: Verdict) -> str:
        """Why a verdict no longer holds for certain; empty when it does."""
        if verdict.subject == "finding":
            now = self.digests.get(verdict.key, frozenset())
            return "" if now <= set(verdict.digests) else "the component changed"
        if verdict.subject == "page":
            skeletons = {target.facts.skeleton for target in self.pages.get(verdict.place, ())}
            if not skeletons <= set(verdict.digests):
                return "the structure of the page changed"
            return self._version(verdict) if verdict.method in BOUND_TO_VERSION else ""
        if verdict.subject in ("row", "heard") and (changed := self._version(verdict)):
            return changed
        if verdict.subject == "row":
            digest = self.sample.digest if self.sample else ""
            if rests_on_sample(verdict.key, verdict.place) and digest != verdict.sample:
                return "the audit sample changed"
        return ""

    def holds(self, subject: Subject, key: str, place: str = "") -> Verdict | None:
        """The verdict on one thing when nobody differs and it is not stale."""
        ruling = self.ruling(subject, key, place)
        if ruling is None or ruling.rivals or self.stale(ruling.verdict):
            return None
        return ruling.verdict

    def open_pages(self, num: str) -> tuple[str, ...]:
        """What keeps the Web component of a criterion from Supports, page by page; one sentence each."""
        if self.sample is None:
            return ("No audit sample has been chosen.",)
        sampled = {process.name for process in self.sample.processes}
        lines = [
            f"The process “{printable(name)}” is not part of the audit sample."
            for name in self.processes
            if name not in sampled
        ]
        for page in self.sample.pages:
            targets = self.pages.get(page.place, ())
            ruling = self.ruling("page", num, page.place)
            if not targets:
                lines.append(f"{page.place} of the audit sample is not in this run.")
            elif any(target.status is TargetStatus.NOT_AUDITED for target in targets):
                lines.append(f"{page.place} of the audit sample was not audited.")
            if ruling is None:
                lines.append(f"Nobody has judged {page.place} of the audit sample.")
            elif ruling.rivals:
                lines.append(f"Testers differ on {page.place}.")
            elif why := self.stale(ruling.verdict):
                lines.append(f"The verdict on {page.place} is stale: {why}.")
            elif ruling.verdict.result not in DONE:
                lines.append(f"{page.place} is {ruling.verdict.result}{self._fails_with_it(page.place)}.")
        return tuple(lines)

    def process_result(self, num: str, process: SampleProcess) -> str:
        """How a complete process stands on a criterion: one failed step fails it (WCAG 2.2, conformance requirement 3)."""
        held = [self.holds("page", num, place) for place in process.places]
        failed = next((step for step, verdict in enumerate(held, 1) if verdict and verdict.result == "failed"), None)
        if failed is not None:
            return f"fails at step {failed}"
        done = sum(verdict is not None and verdict.result in DONE for verdict in held)
        return "passes" if done == len(held) else f"open: {done} of {len(held)} steps pass"

    def suggestion(self, num: str) -> Level | None:
        """What the verdicts on pages point to; None while any page of the sample is open."""
        if self.sample is None:
            return None
        held = [self.holds("page", num, page.place) for page in self.sample.pages]
        if any(verdict is not None and verdict.result == "failed" for verdict in held):
            return "Partially Supports"
        return None if self.open_pages(num) else "Supports"

    @property
    def profile(self) -> dict[str, bool]:
        """Signed answers to the questions of the product profile; those that testers differ on are left out."""
        return {
            key: ruling.verdict.result == "yes"
            for (subject, key, _), ruling in self.rulings.items()
            if subject == "profile" and not ruling.rivals
        }

    def verdicts(self) -> StoredVerdicts:
        """For `conformance.acr.build`. A finding verdict that is stale or in conflict is none."""
        findings, rows, tests = {}, {}, []
        for (subject, key, place), ruling in self.rulings.items():
            verdict = ruling.verdict
            if subject == "row":
                rows[key, place] = self._row(ruling)
            elif subject == "finding" and self.holds(subject, key, place):
                findings[key] = FindingVerdict(verdict.result == BARRIER, signature(verdict), verdict.note)
            elif subject in ("page", "heard"):
                tests.append(signature(verdict))
        return StoredVerdicts(findings, {**self.carried, **rows}, tuple(dict.fromkeys(tests)), self.unsettled())

    def unsettled(self) -> tuple[str, ...]:
        """Verdicts on findings of this run, pages of the sample and the profile that testers differ on or that are stale."""
        sampled = {page.place for page in self.sample.pages} if self.sample else set()
        lines = []
        for (subject, key, place), ruling in self.rulings.items():
            if subject in ("row", "heard") or (subject == "page" and place not in sampled):
                continue
            if subject == "finding" and key not in self.digests:
                continue
            what = f"{key} on {printable(place)}" if subject == "page" else f"{subject} {printable(key)}"
            if ruling.rivals:
                names = ", ".join(verdict.tester for verdict in (ruling.verdict, *ruling.rivals))
                lines.append(f"{what}: {printable(names)} differ; one of them, or a third person, has to settle it")
            elif why := self.stale(ruling.verdict):
                lines.append(f"{what}: the verdict is stale: {why}")
        return tuple(lines)

    def _fails_with_it(self, place: str) -> str:
        """The complete processes that a failed step fails, as the end of a sentence."""
        processes = self.sample.processes if self.sample else ()
        names = [f"“{printable(process.name)}”" for process in processes if place in process.places]
        return f", and so is the process {' and '.join(names)}" if names else ""

    def _row(self, ruling: Ruling) -> RowVerdict:
        verdict = ruling.verdict
        against = [f"{rival.tester} decided otherwise: {rival.result}." for rival in ruling.rivals]
        if verdict.place == "web":
            against += self._against_web(verdict)
        return RowVerdict(
            level=cast(Level, verdict.result),
            signature=signature(verdict),
            remarks=verdict.note,
            stale=self.stale(verdict),
            against=tuple(against),
        )

    def _against_web(self, verdict: Verdict) -> list[str]:
        if verdict.result == "Supports":
            return list(self.open_pages(verdict.key))
        failed = [
            page.place
            for page in (self.sample.pages if self.sample else ())
            if (held := self.holds("page", verdict.key, page.place)) and held.result == "failed"
        ]
        if verdict.result == "Not Applicable" and failed:
            return [f"Not Applicable contradicts the failed verdict on {', '.join(failed)}."]
        return []

    def _version(self, verdict: Verdict) -> str:
        if verdict.product_version == self.product_version:
            return ""
        return (
            f"it was given on version {verdict.product_version or 'unknown'} of the product,"
            f" now {self.product_version or 'unknown'}"
        )


@dataclass(frozen=True)
class RunFacts:
    """What verdicts depend on in a run: its pages by place, and component digests by fingerprint."""

    pages: Mapping[str, tuple[TargetRow, ...]]
    digests: Mapping[str, frozenset[str]]


def run_facts(view: RunView) -> RunFacts:
    """Read what verdicts depend on; of a finished run it never changes."""
    return RunFacts(audit_sample.candidates(view), finding_digests(view.connection, view.id))


def read(view: RunView, config: Config, facts: RunFacts | None = None) -> Recorded:
    """Read all verdicts, the sample, and what verdicts depend on in this run, unless `facts` has that already."""
    facts = facts or run_facts(view)
    return Recorded(
        rulings=rulings(view.connection),
        product_version=config.product.version,
        sample=audit_sample.latest(view.connection),
        pages=facts.pages,
        digests=facts.digests,
        carried=carried_over.verdicts(view.connection),
        processes=tuple(process.name for process in config.process),
    )


def with_profile(config: Config, recorded: Recorded) -> Config:
    """The configuration with signed profile answers in place of its own."""
    profile = config.product.profile | recorded.profile
    return config.model_copy(update={"product": config.product.model_copy(update={"profile": profile})})


def signature(verdict: Verdict) -> Signature:
    """The signature of a verdict; browser and system go with the assistive technology they were used with."""
    technology = verdict.assistive_technology
    if technology and verdict.browser:
        technology += f" with {verdict.browser}"
    if technology and verdict.system:
        technology += f" on {verdict.system}"
    return Signature(verdict.tester, verdict.stamp[:10], verdict.method, technology, verdict.product_version)


def rests_on_sample(num: str, component: str) -> bool:
    """Whether an answer rests on the audit sample: Web components, and rows rolled up from them."""
    return component == "web" or num in _rolled_up()


@cache
def _rolled_up() -> frozenset[str]:
    rows = (*edition("508").rows, *edition("eu").rows)
    return frozenset(row.num for row in rows if row.handling in ("derive-fpc", "derive-fps"))
