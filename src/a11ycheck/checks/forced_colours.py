"""What a failure is worth that was seen with forced colours (high contrast): evidence, never a failure of WCAG.

WCAG is about the colours that an author chose. Whether a page keeps working in the colours a person chose is asked by
EN 301 549 11.7 (user preferences) and Section 508 302.2 and 302.3, so a person is asked there.
"""

from __future__ import annotations

from a11ycheck.model import CheckOutcome, Outcome, Variant

OF_COLOUR = frozenset({"1.4.1", "1.4.3", "1.4.6", "1.4.11", "2.4.7"})
"""Criteria that a page may meet in its own colours and not in forced ones."""


def as_evidence(outcome: CheckOutcome, variant: Variant) -> CheckOutcome:
    """The outcome as it stands; with forced colours a failure that is about colours becomes a question."""
    about_colour = bool(outcome.criteria) and set(outcome.criteria) <= OF_COLOUR
    if not variant.forced_colors or outcome.outcome is not Outcome.FAILED or not about_colour:
        return outcome
    message = f"{outcome.message} Seen with forced colours: does it keep people who need them from using the page?"
    return outcome.model_copy(
        update={"outcome": Outcome.CANT_TELL, "message": message, "data": {**outcome.data, "forced_colours": True}}
    )
