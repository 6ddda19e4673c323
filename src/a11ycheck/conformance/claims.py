"""Statements of conformance across the pages of a run: contradictions, age, dead reports, and findings against them.

Questions for a person, never violations. Sources: evidence `claims` of every page; 12 and 24 months are the ages at which
reviewers refuse a report.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import unquote, urldefrag, urlsplit

from a11ycheck.checks.claims import Claim, claims
from a11ycheck.conformance.evidence import RunEvidence
from a11ycheck.conformance.remarks import plural
from a11ycheck.conformance.text import printable, shorten
from a11ycheck.standards.mapping import StandardName, standard_criteria
from a11ycheck.standards.wcag import Level
from a11ycheck.store.queries import RunView

MONTHS = (24, 12)
_STANDARD: dict[str, StandardName] = {"Section 508": "508", "EN 301 549": "en301549"}
_WCAG: dict[str, StandardName] = {"2.0": "wcag20", "2.1": "wcag21", "2.2": "wcag22"}


@dataclass(frozen=True)
class Placed:
    """A claim and the page it stands on."""

    claim: Claim
    page: str

    @property
    def quoted(self) -> str:
        """The claim as a reader finds it."""
        return f"“{shorten(printable(self.claim.text), 160)}” on {shorten(printable(self.page), 100)}"


def questions(view: RunView, run: RunEvidence) -> tuple[str, ...]:
    """One sentence per question; none when no page claims anything or no evidence was kept."""
    placed = {
        (one.text, one.name): Placed(one, view.target_by_id[target_id].target.page_key)
        for target_id, facts in view.evidence_of("claims")
        for block in facts["claims"]
        for one in claims(block["text"])
    }
    found = tuple(placed.values())
    today = datetime.fromisoformat(view.finished or view.started).date()
    asked = (*_contradictions(found), *_against_findings(found, run), *_old(found, today), *_dead_links(view))
    return tuple(dict.fromkeys(asked))


def _contradictions(found: tuple[Placed, ...]) -> Iterator[str]:
    """Claims of one standard that do not agree, the first pair of each kind."""
    for standard in dict.fromkeys(one.claim.standard for one in found):
        own = [one for one in found if one.claim.standard == standard]
        full = next((one for one in own if one.claim.stance == "conforms"), None)
        less = next((one for one in own if one.claim.stance != "conforms"), None)
        if full and less:
            yield f"Claims about {standard} contradict each other: {full.quoted}; {less.quoted}."
        named = {one.claim.name: one for one in own if one.claim.stance == "conforms" and one.claim.version}
        if len(named) > 1:
            first, second, *_ = named.values()
            yield f"Claims about {standard} name different versions or levels: {first.quoted}; {second.quoted}."


def _against_findings(found: tuple[Placed, ...], run: RunEvidence) -> Iterator[str]:
    """One question a sentence, over all standards that it names."""
    failing: dict[str, dict[str, None]] = {}
    for one in found:
        if one.claim.stance != "conforms":
            continue
        name = _STANDARD.get(one.claim.standard) or _WCAG[one.claim.version or "2.0"]
        levels: tuple[Level, ...] = ("A",) if one.claim.level == "A" else ("A", "AA")
        rows = [num for num in standard_criteria(name, levels) if run.of(num).failures]
        failing.setdefault(one.quoted, {}).update(dict.fromkeys(rows))
    for quoted, nums in failing.items():
        if nums:
            yield f"{quoted}: this run has failures in {plural(len(nums), 'row')} it covers ({', '.join(nums)})."


def _old(found: tuple[Placed, ...], today: date) -> Iterator[str]:
    for one in found:
        if one.claim.stance != "conforms":
            continue
        if one.claim.dated is None:
            yield f"{one.quoted}: the claim has no date."
            continue
        age = (today.year - one.claim.dated.year) * 12 + today.month - one.claim.dated.month
        limit = next((limit for limit in MONTHS if age > limit), None)
        if limit:
            yield f"{one.quoted}: the claim is over {limit} months old."


def _dead_links(view: RunView) -> Iterator[str]:
    """Texts on conformance that link to a report which the server does not have."""
    for target_id, facts in view.evidence_of("claims"):
        page = view.target_by_id[target_id].target.page_key
        gone = set(facts.get("gone", ()))
        for block in facts["claims"]:
            for url in dict.fromkeys(urldefrag(link)[0] for link in block["links"]):
                if url in gone:
                    quoted = f"“{shorten(printable(block['text']), 160)}” on {shorten(printable(page), 100)}"
                    yield f"{quoted}: the linked report {shorten(printable(unquote(urlsplit(url).path)), 160)} is gone."
