"""Remarks from groups, as a good auditor writes: what is affected, on how many pages, an example, whom it hinders."""

from __future__ import annotations

from collections.abc import Iterable

from a11ycheck.conformance.evidence import CriterionEvidence, GroupEvidence, RunEvidence
from a11ycheck.conformance.standing import Standing
from a11ycheck.conformance.text import inside_a_sentence, printable, shorten
from a11ycheck.conformance.wording import effect, place, role_name, what_it_finds
from a11ycheck.model import OwnerKind
from a11ycheck.store.rows import FindingRow, TargetRow

UNCONFIRMED = "Found by automated checks and not yet confirmed by a person:"
REVIEW = "Possible, for a person to judge:"
SHOWN = 3
PATH = 60
WORDS = 40
_HEAD = ("<meta", "<title", "<html", "<head")
OWNERS: dict[OwnerKind, str] = {
    "product": "the product's own content", "third-party": "third-party content", "user-content": "content of users",
}  # fmt: skip


def plural(count: int, noun: str) -> str:
    """A count with its noun, such as "1 page" or "12 page states"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def joined(parts: tuple[str, ...]) -> str:
    """A list as a sentence has it: "a, b and c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def criterion_remarks(num: str, evidence: CriterionEvidence, run: RunEvidence) -> tuple[str, ...]:
    """Paragraphs on a criterion: confirmed failures, then unconfirmed ones, then open questions; none when nothing was found.

    What the product's owner does not answer for has sentences of its own. Whom a barrier hinders is said once.
    """
    effects: dict[str, None] = {}
    confirmed = _sentences(num, evidence.standing(Standing.CONFIRMED), run, effects)
    unconfirmed = _sentences(num, evidence.standing(Standing.UNCONFIRMED), run, effects)
    reviews = [review_phrase(groups, run) for groups in _by_rule(evidence.reviews)]
    paragraphs = [*confirmed]
    if unconfirmed:
        paragraphs += [UNCONFIRMED, *unconfirmed]
    if reviews:
        paragraphs.append(f"{REVIEW} {'; '.join(reviews)}.")
    return tuple(paragraphs)


def _sentences(num: str, groups: Iterable[GroupEvidence], run: RunEvidence, effects: dict[str, None]) -> list[str]:
    """One sentence a rule and owner. `effects`: those said already; new ones are added."""
    said = []
    for alike in _by_rule(groups):
        hinders = effect(alike[0].rule, num)
        known = " ".join(dict.fromkeys(issue.sentences for group in alike for issue in group.issues))
        new = "" if hinders in effects else hinders
        effects[hinders] = None
        said.append(" ".join(part for part in (failure_sentence(alike, run), new, known) if part))
    return said


def failure_sentence(groups: tuple[GroupEvidence, ...], run: RunEvidence) -> str:
    """What one rule found in all its groups, how far it spreads, where, and examples of the largest groups."""
    first = groups[0]
    places = plural(sum(group.findings for group in groups), "place")
    parts = [f"{what_it_finds(first.rule)}{owner_phrase(first)}: {places} on {spread(groups, run)}"]
    where = dict.fromkeys(place(group.landmarks) for group in groups)
    if "" not in where:
        parts.append(f", in the {joined(tuple(where))}")
    if len(groups) == 1:
        return "".join(parts) + f", for example {example(first, run)}."
    largest = sorted(groups, key=lambda group: -group.findings)[:SHOWN]
    shown = tuple(f"{example(group, run)} ({plural(group.findings, 'place')})" for group in largest)
    rest = len(groups) - len(shown)
    listed = joined((*shown, f"{rest} more kinds" if rest > 1 else "1 more kind") if rest else shown)
    return "".join(parts) + f", among them {listed}."


def owner_phrase(group: GroupEvidence) -> str:
    """Whose content it is, such as `, in third-party content (Video player)`; empty for the product's own."""
    if group.owner == "product":
        return ""
    return f", in {OWNERS[group.owner]}" + (f" ({printable(group.owner_name)})" if group.owner_name else "")


def review_phrase(groups: tuple[GroupEvidence, ...], run: RunEvidence) -> str:
    """What one rule could not decide, and how far it spreads."""
    what = what_it_finds(groups[0].rule)
    places = plural(sum(group.findings for group in groups), "place")
    return f"{inside_a_sentence(what)}{owner_phrase(groups[0])} ({places} on {spread(groups, run)})"


def spread(groups: Iterable[GroupEvidence], run: RunEvidence) -> str:
    """`n of m pages`, where m is how many targets the check completed on."""
    groups = tuple(groups)
    affected = {target for group in groups for target in group.targets}
    return f"{len(affected):,} of {plural(max(group.completed for group in groups), run.unit)}"


def element(finding: FindingRow) -> str:
    """An element as a person would call it: role and name, else file, field or heading near it, else its selector.

    Empty for the page itself and for what stands in its head.
    """
    identity = finding.location.identity
    if identity.role == "document" or finding.location.html.startswith(_HEAD):
        return ""
    role = role_name(identity.role)
    kind, _, anchor = printable(identity.anchor).partition(":")
    name = shorten(printable(identity.name), 60)
    if not name and kind in ("file", "name"):
        name = shorten(anchor, 60)
    if name and not role:
        return f"the text “{name}”" if len(name) <= WORDS else f"the part that begins “{shorten(name, WORDS)}”"
    if name:
        return f"the {role} “{name}”"
    if role and kind == "under":
        return f"the {role} under “{shorten(anchor.rstrip('¶# '), 60)}”"
    selector = _end_of(printable(finding.location.selector).removeprefix("html > body > "))
    return f"the {'unnamed ' if role else ''}{role or 'element'} at “{selector}”" if selector else ""


def _end_of(selector: str) -> str:
    """The last steps of a selector, which tell most."""
    if len(selector) <= PATH:
        return selector
    steps = selector[-PATH:].partition(" > ")[2] or selector[-PATH:]
    return f"… > {steps}"


def page_name(target: TargetRow) -> str:
    """A target as a person would call it: its path, and the state it was in."""
    path = target.target.model_copy(update={"state": ""}).page_key
    state = f", state “{shorten(printable(target.target.state), 60)}”" if target.target.state else ""
    return shorten(printable(path), 100) + state


def example(group: GroupEvidence, run: RunEvidence) -> str:
    """The first place of a group: the element and its page."""
    finding = group.examples[0]
    page = page_name(run.by_id[finding.target_id])
    what = element(finding)
    return f"{what} on {page}" if what else page


def _by_rule(groups: Iterable[GroupEvidence]) -> list[tuple[GroupEvidence, ...]]:
    """Groups of one rule and one owner together; the product's own first."""
    by_rule: dict[tuple[str, str, str, str], list[GroupEvidence]] = {}
    for group in groups:
        by_rule.setdefault((group.owner, group.owner_name, group.rule.check, group.rule.rule), []).append(group)
    return [tuple(found) for found in by_rule.values()]
