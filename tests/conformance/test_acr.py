from __future__ import annotations

import pytest
from tests.conformance.acr_sample import ANN, COMPLETE_PROFILE, SITE, WriteRun, outcome, page

from a11ycheck.config import Config
from a11ycheck.conformance.acr import build
from a11ycheck.conformance.verdicts import RowVerdict, StoredVerdicts
from a11ycheck.errors import ConfigError
from a11ycheck.model import Outcome
from a11ycheck.standards.editions import EDITION_IDS, EditionId, edition
from a11ycheck.store.queries import RunView


@pytest.mark.parametrize("edition_id", EDITION_IDS)
def test_every_row_stands_in_template_order_without_the_aaa_table(
    edition_id: EditionId, sample_view: RunView, config: Config
) -> None:
    wanted = [row.num for table in edition(edition_id).tables if table.level != "AAA" for row in table.rows]
    assert [proposal.row.num for proposal in build(sample_view, config, edition_id).proposals] == wanted


def test_the_508_edition_has_38_wcag_rows_and_chapters_3_to_6(sample_view: RunView, config: Config) -> None:
    acr = build(sample_view, config)
    counts = {table.table.id: len(table.proposals) for table in acr.tables}
    assert counts == {"wcag-a": 25, "wcag-aa": 13, "508-3": 9, "508-4": 77, "508-5": 32, "508-6": 8}


def test_terms_cover_those_used_and_leave_out_not_evaluated(sample_view: RunView, config: Config) -> None:
    labels = [term.label for term in build(sample_view, config).terms]
    assert labels == ["Supports", "Partially Supports", "Does Not Support", "Not Applicable"]


def test_blockers_name_gaps_targets_and_rows(sample_view: RunView) -> None:
    lines = build(sample_view, Config()).blockers
    assert "Not given: set product.company in a11ycheck.toml." in lines
    assert any(line.startswith("1 page not audited: /status.html") for line in lines)
    assert any(line.startswith("1.1.1 Non-text Content (Web): undecided (3 failures") for line in lines)


def test_nothing_stands_against_a_report_that_a_person_decided_in_full(write_run: WriteRun, config: Config) -> None:
    view = write_run(page(0, f"{SITE}/", (outcome("html-has-lang", Outcome.PASSED, "3.1.1"),)))
    rows = {
        (proposal.row.num, answer.component): RowVerdict("Supports", ANN, f"Tested {proposal.row.num}.")
        for proposal in build(view, config).proposals
        for answer in proposal.answers
        if answer.undecided
    }
    acr = build(view, config, verdicts=StoredVerdicts(rows=rows), final=True)
    assert acr.blockers == ()


def test_an_unknown_profile_question_is_an_error(sample_view: RunView, config: Config) -> None:
    wrong = config.product.model_copy(update={"profile": COMPLETE_PROFILE | {"robots": True}})
    with pytest.raises(ConfigError, match="robots"):
        build(sample_view, config.model_copy(update={"product": wrong}))
