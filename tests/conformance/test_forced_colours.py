"""Forced colours are evidence for the rows about people's own colours, and for no other."""

from __future__ import annotations

import pytest
from tests.conformance.acr_sample import WriteRun, outcome, page

from a11ycheck.config import Config
from a11ycheck.conformance.acr import build
from a11ycheck.conformance.forced_colours import ROWS, seen_with_forced_colours
from a11ycheck.model import CheckOutcome, Outcome, TargetResult, Variant
from a11ycheck.standards.editions import EditionId

FORCED = Variant(forced_colors=True)


def forced(result: TargetResult) -> TargetResult:
    return result.model_copy(update={"target": result.target.model_copy(update={"variant": FORCED})})


def asked(selector: str) -> CheckOutcome:
    found = outcome("color-contrast", Outcome.CANT_TELL, "1.4.3", selector=selector)
    return found.model_copy(update={"data": {"forced_colours": True}})


def test_a_run_without_them_says_how_to_see_them(write_run: WriteRun) -> None:
    assert "--forced-colors true" in seen_with_forced_colours(write_run(page(0, "index", ()))).text


def test_what_is_to_be_looked_at_is_told_with_the_number_of_pages(write_run: WriteRun) -> None:
    quiet = write_run(page(0, "index", ()), forced(page(1, "index", ())))
    assert seen_with_forced_colours(quiet).text == (
        "1 page was looked at with forced colours (high contrast): checks on colours found nothing there."
    )
    view = write_run(
        page(0, "index", (asked("#other"),)),
        forced(page(1, "index", (asked("#a"), asked("#b")))),
        forced(page(2, "tour", (asked("#a"),))),
    )
    seen = seen_with_forced_colours(view)
    assert seen.text.startswith("2 pages were looked at with forced colours (high contrast). To be looked at there: ")
    assert seen.text.endswith("(on 2).")
    assert len(seen.groups) == 1


@pytest.mark.parametrize(("edition", "rows"), [("508", {"302.2", "302.3"}), ("eu", {"4.2.2", "4.2.3", "11.7"})])
def test_it_stands_in_the_rows_about_own_colours_alone(
    write_run: WriteRun, config: Config, edition: EditionId, rows: set[str]
) -> None:
    acr = build(write_run(forced(page(0, "index", (asked("#a"),)))), config, edition)
    told = {
        proposal.row.num
        for table in acr.tables
        for proposal in table.proposals
        if any(reason.code == "forced-colours" for answer in proposal.answers for reason in answer.reasons)
    }
    assert told == rows <= ROWS
