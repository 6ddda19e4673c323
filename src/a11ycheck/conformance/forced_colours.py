"""What was seen with forced colours (high contrast), for the rows that ask about people's own colours.

WCAG is about the colours that an author chose, so nothing of this fails a criterion (`checks.forced_colours`). Section 508
302.2 and 302.3 and EN 301 549 4.2.2, 4.2.3 and 11.7 ask whether people see and use a product with theirs; a person answers
them, and gets this beside the question.
"""

from __future__ import annotations

from dataclasses import replace

from a11ycheck.conformance.proposal import Proposal, Reason
from a11ycheck.conformance.text import inside_a_sentence, printable
from a11ycheck.conformance.wording import what_it_finds
from a11ycheck.model import TargetStatus
from a11ycheck.store.queries import RunView

ROWS = frozenset({"302.2", "302.3", "4.2.2", "4.2.3", "11.7"})


def seen_with_forced_colours(view: RunView) -> Reason:
    """On how many pages of a run the browser forced its colours, and what is to be looked at there."""
    seen = {
        target.id
        for target in view.targets
        if target.target.variant.forced_colors and target.status is not TargetStatus.NOT_AUDITED
    }
    if not seen:
        return Reason(
            "forced-colours",
            "No page was looked at with forced colours (high contrast); a scan with --forced-colors false"
            " --forced-colors true does so.",
        )
    asked: dict[str, set[int]] = {}
    groups: dict[str, None] = {}
    for finding in (each for target in sorted(seen) for each in view.findings(target_id=target)):
        if finding.data.get("forced_colours"):
            asked.setdefault(inside_a_sentence(printable(what_it_finds(finding.rule))), set()).add(finding.target_id)
            groups[finding.group] = None
    pages = f"{len(seen)} page{'s were' if len(seen) > 1 else ' was'} looked at with forced colours (high contrast)"
    if not asked:
        return Reason("forced-colours", f"{pages}: checks on colours found nothing there.")
    listed = "; ".join(f"{what} (on {len(targets)})" for what, targets in asked.items())
    return Reason("forced-colours", f"{pages}. To be looked at there: {listed}.", tuple(groups))


def with_forced_colours(proposal: Proposal, seen: Reason) -> Proposal:
    """The proposal of one of `ROWS` with that among its reasons; of another row, and where the row does not apply, as it was."""
    if proposal.row.num not in ROWS:
        return proposal
    answers = tuple(
        answer
        if answer.level == "Not Applicable" or answer.printed
        else replace(answer, reasons=(*answer.reasons, seen))
        for answer in proposal.answers
    )
    return replace(proposal, answers=answers)
