"""Remarks from groups, as a good auditor writes: what is affected, on how many pages, an example, whom it hinders."""

from __future__ import annotations

from collections.abc import Iterable

from a11ycheck.conformance.evidence import CriterionEvidence, GroupEvidence, RunEvidence, Standing
from a11ycheck.conformance.text import printable, shorten
from a11ycheck.conformance.wording import effect, place, role_name, what_it_finds
from a11ycheck.store.rows import FindingRow

UNCONFIRMED = "Found by automated checks and not yet confirmed by a person:"
REVIEW = "For a person to judge:"


def plural(count: int, noun: str) -> str:
    """A count with its noun, such as "1 page" or "12 page states"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def joined(parts: tuple[str, ...]) -> str:
    """A list as a sentence has it: "a, b and c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def criterion_remarks(num: str, evidence: CriterionEvidence, run: RunEvidence) -> tuple[str, ...]:
    """Paragraphs on a criterion: confirmed failures, then unconfirmed ones, then open questions; none when nothing was found."""
    confirmed = [failure_sentence(num, groups, run) for groups in _by_rule(evidence.standing(Standing.CONFIRMED))]
    unconfirmed = [failure_sentence(num, groups, run) for groups in _by_rule(evidence.standing(Standing.UNCONFIRMED))]
    reviews = [review_phrase(groups, run) for groups in _by_rule(evidence.reviews)]
    paragraphs = [*confirmed]
    if unconfirmed:
        paragraphs += [UNCONFIRMED, *unconfirmed]
    if reviews:
        paragraphs.append(f"{REVIEW} {'; '.join(reviews)}.")
    return tuple(paragraphs)


def failure_sentence(num: str, groups: tuple[GroupEvidence, ...], run: RunEvidence) -> str:
    """What one rule found in all its groups, how far it spreads, an example, and whom it hinders."""
    first = groups[0]
    places = plural(sum(group.findings for group in groups), "place")
    parts = [f"{what_it_finds(first.rule)}: {places} on {spread(groups, run)}"]
    where = dict.fromkeys(place(group.landmarks) for group in groups)
    if "" not in where:
        parts.append(f", in the {joined(tuple(where))}")
    parts.append(f", for example {example(first, run)}")
    sentence = "".join(parts) + "."
    return f"{sentence} {effect(first.rule, num)}".rstrip()


def review_phrase(groups: tuple[GroupEvidence, ...], run: RunEvidence) -> str:
    """What one rule could not decide, and how far it spreads."""
    what = what_it_finds(groups[0].rule)
    places = plural(sum(group.findings for group in groups), "place")
    return f"{what[:1].lower()}{what[1:]} ({places} on {spread(groups, run)})"


def spread(groups: Iterable[GroupEvidence], run: RunEvidence) -> str:
    """`n of m pages`, where m is how many targets the check completed on."""
    groups = tuple(groups)
    affected = {target for group in groups for target in group.targets}
    return f"{len(affected):,} of {plural(max(group.completed for group in groups), run.unit)}"


def element(finding: FindingRow) -> str:
    """An element as a person would call it: role and name, else file, field or heading near it, else its selector.

    Empty for the page itself.
    """
    identity = finding.location.identity
    if identity.role == "document":
        return ""
    role = role_name(identity.role)
    kind, _, anchor = printable(identity.anchor).partition(":")
    name = shorten(printable(identity.name), 60)
    if not name and kind in ("file", "name"):
        name = shorten(anchor, 60)
    if name:
        return f"the {role} “{name}”" if role else f"“{name}”"
    if role and kind == "under":
        return f"the {role} under “{shorten(anchor.rstrip('¶# '), 60)}”"
    selector = shorten(printable(finding.location.selector).removeprefix("html > body > "), 80)
    return f"the {role} “{selector}”" if role and selector else f"“{selector}”" if selector else ""


def example(group: GroupEvidence, run: RunEvidence) -> str:
    """The first place of a group: the element and its page."""
    finding = group.examples[0]
    page = shorten(printable(run.by_id[finding.target_id].target.page_key), 100)
    what = element(finding)
    return f"{what} on {page}" if what else page


def _by_rule(groups: Iterable[GroupEvidence]) -> list[tuple[GroupEvidence, ...]]:
    by_rule: dict[tuple[str, str], list[GroupEvidence]] = {}
    for group in groups:
        by_rule.setdefault((group.rule.check, group.rule.rule), []).append(group)
    return [tuple(found) for found in by_rule.values()]
