from __future__ import annotations

import pytest
from tests.conformance.acr_sample import ANN

from a11ycheck.config import Config
from a11ycheck.conformance.acr import Acr, build
from a11ycheck.conformance.changes import NOT_ANSWERED, changes, table
from a11ycheck.conformance.verdicts import RowVerdict, StoredVerdicts
from a11ycheck.store.carried_over import OlderAnswer, OlderReport
from a11ycheck.store.queries import RunView

OLD = OlderReport("acr.yaml", "Acme | ACR", "Acme", "13 May 2025", "Parley 6")


@pytest.fixture
def acr(sample_view: RunView, config: Config) -> Acr:
    rows = {("2.1.2", "web"): RowVerdict("Partially Supports", ANN, "The dialog traps.")}
    return build(sample_view, config, "508", verdicts=StoredVerdicts(rows=rows))


def by_row(acr: Acr, *older: OlderAnswer) -> dict[str, tuple[str, str, str]]:
    return {one.row: (one.before, one.now, one.why) for one in changes(acr, older)}


def test_a_new_answer_says_who_gave_it(acr: Acr) -> None:
    found = by_row(acr, OlderAnswer("2.1.2", "web", "Supports", ""))
    assert found["2.1.2 No Keyboard Trap (Web)"] == (
        "Supports", "Partially Supports", "Decided by Ann Auditor on 2026-11-20: Partially Supports.",
    )  # fmt: skip


def test_a_failure_is_the_reason(acr: Acr) -> None:
    before, now, why = by_row(acr, OlderAnswer("1.1.1", "web", "Supports", ""))["1.1.1 Non-text Content (Web)"]
    assert (before, now) == ("Supports", "Undecided (failure, unconfirmed)")
    assert why.startswith("3 failures found by automated checks")


def test_what_stayed_the_same_is_left_out(acr: Acr) -> None:
    assert "1.1.1 Non-text Content (Software)" not in by_row(
        acr, OlderAnswer("1.1.1", "software", "Not Applicable", "")
    )


def test_cells_that_only_one_of_them_has(acr: Acr) -> None:
    found = by_row(acr, OlderAnswer("2.5.8", "web", "Supports", ""))
    assert found["2.5.8 (web)"][:2] == ("Supports", NOT_ANSWERED)
    assert found["2.1.2 No Keyboard Trap (Web)"][0] == NOT_ANSWERED


def test_the_table_is_markdown_that_nothing_breaks(acr: Acr) -> None:
    text = table(acr, OLD, changes(acr, [OlderAnswer("2.1.2", "web", "Supports", "")]))
    assert text.startswith("# Changes against “Acme \\| ACR”")
    assert "Before: Parley 6, 13 May 2025. Now: Parley docs 7.2" in text
    assert "| 2\\.1.2 No Keyboard Trap (Web) | Supports | Partially Supports | Decided by" in text
