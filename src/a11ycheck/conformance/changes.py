"""The change table: row by row, what an older report said and what this one says, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from a11ycheck.conformance.acr import Acr
from a11ycheck.conformance.markup import markdown
from a11ycheck.conformance.proposal import Answer, Reason
from a11ycheck.conformance.text import printable
from a11ycheck.store.carried_over import OlderAnswer, OlderReport

UNDECIDED = "Undecided"
NOT_ANSWERED = "Not answered"
_WHY_FIRST = (
    "conflict", "failure-confirmed", "failure-unconfirmed", "stale", "signed", "profile", "errata", "needs-review-open",
    "untested", "not-audited", "profile-unanswered", "applies", "absent-content", "no-check", "no-failure",
)  # fmt: skip


@dataclass(frozen=True)
class Change:
    """A cell whose answer is not the same as before. `row`: number, title and component."""

    row: str
    before: str
    now: str
    why: str


def changes(acr: Acr, older: Iterable[OlderAnswer]) -> tuple[Change, ...]:
    """All cells that differ, in the order of this report, then those that only the older report answers."""
    before = {(answer.num, answer.component): answer.level for answer in older}
    found = []
    for proposal in acr.proposals:
        for answer in proposal.answers:
            was = before.pop((proposal.row.num, answer.component), NOT_ANSWERED)
            if answer.undecided or (answer.level and answer.level != was):
                label = f"{proposal.row.label} ({answer.label})" if answer.label else proposal.row.label
                found.append(Change(label, was, _now(answer), _why(answer)))
    gone = "This edition of the report has no such cell."
    found += [
        Change(num if component == "none" else f"{num} ({component})", level, NOT_ANSWERED, gone)
        for (num, component), level in before.items()
    ]
    return tuple(found)


def table(acr: Acr, older: OlderReport, found: Iterable[Change]) -> str:
    """The changes as Markdown: what was compared, then a table."""
    lines = [
        f"# Changes against “{_cell(older.title or older.file)}”",
        "",
        f"Before: {_cell(older.product) or 'product not named'}, {_cell(older.date) or 'no date'}."
        f" Now: {_cell(acr.front.product) or 'product not named'}, run {acr.run_id}, {_cell(acr.front.date)}.",
        "",
        "| Row | Before | Now | Why |",
        "| --- | --- | --- | --- |",
    ]
    lines += [f"| {' | '.join(_cell(text) for text in (one.row, one.before, one.now, one.why))} |" for one in found]
    return "\n".join(lines) + "\n"


def _now(answer: Answer) -> str:
    if answer.level:
        return answer.level
    parts = [part for part in (answer.mark, f"suggested: {answer.suggested}" if answer.suggested else "") if part]
    return f"{UNDECIDED} ({'; '.join(parts)})" if parts else UNDECIDED


def _why(answer: Answer) -> str:
    """The reason that says most about the change."""
    reasons = [reason for reason in answer.reasons if reason.code in _WHY_FIRST] or list(answer.reasons)
    if not reasons:
        return ""

    def rank(reason: Reason) -> int:
        return _WHY_FIRST.index(reason.code) if reason.code in _WHY_FIRST else len(_WHY_FIRST)

    return min(reasons, key=rank).text


def _cell(text: str) -> str:
    return markdown(printable(text))
