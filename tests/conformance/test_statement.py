from __future__ import annotations

from tests.conformance.acr_sample import ANN

from a11ycheck.config import Config
from a11ycheck.conformance.acr import build
from a11ycheck.conformance.statement import Statement, statement
from a11ycheck.conformance.verdicts import RowVerdict, StoredVerdicts
from a11ycheck.standards.editions import edition
from a11ycheck.store.queries import RunView


def of(view: RunView, config: Config, rows: dict[tuple[str, str], RowVerdict] | None = None) -> Statement:
    return statement(build(view, config, "508", verdicts=StoredVerdicts(rows=rows or {})))


def test_no_status_while_anything_is_undecided(sample_view: RunView, config: Config) -> None:
    found = of(sample_view, config)
    assert found.status == ""
    assert "undecided" in found.status_note
    assert found.undecided > 30


def test_unconfirmed_failures_are_counted_and_not_published(sample_view: RunView, config: Config) -> None:
    found = of(sample_view, config)
    assert found.barriers == ()
    assert found.unconfirmed == 2


def test_a_signed_shortfall_is_a_barrier(sample_view: RunView, config: Config) -> None:
    verdict = RowVerdict("Partially Supports", ANN, "The emoji picker has no names.")
    found = of(sample_view, config, {("1.1.1", "web"): verdict})
    assert found.barriers == (("1.1.1 Non-text Content", ("The emoji picker has no names.",)),)
    assert found.status == "", "one decided row decides no status"


def test_all_decided_with_a_shortfall(sample_view: RunView, config: Config) -> None:
    rows = {
        (row.num, "web"): RowVerdict("Partially Supports", ANN, "Some parts fall short.")
        for row in edition("508").rows
        if row.part == "wcag"
    }
    found = of(sample_view, config, rows)
    assert (found.status, found.undecided) == ("partially compliant", 0)
    assert "for a person to judge" in found.status_note
