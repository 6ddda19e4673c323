from __future__ import annotations

from tests.conformance.lint.lint_sample import entry, messages, report

from a11ycheck.conformance.lint.rules import rows_missing
from a11ycheck.standards.wcag import all_criteria

LEVEL_A = [
    each.num for each in all_criteria() if each.level == "A" and each.introduced == "2.0" and not each.always_met
]


def test_passes_whole_levels_and_chapters_and_leaves_openacr_to_its_catalog() -> None:
    whole = [*(entry(num) for num in LEVEL_A), *(entry(f"302.{n}", chapter="Chapter 3") for n in range(1, 10))]
    assert messages(rows_missing, report(*whole, kind="html")) == []
    assert messages(rows_missing, report(entry())) == []


def test_fails_a_row_that_is_gone() -> None:
    rows = [entry(num) for num in LEVEL_A if num != "1.3.1"]
    assert messages(rows_missing, report(*rows, kind="docx")) == ["Level A: rows are missing: 1.3.1"]
    fpc = [entry(f"302.{n}", chapter="Chapter 3") for n in range(1, 9)]
    assert "rows are missing: 302.9" in messages(rows_missing, report(*fpc, kind="html"))[0]


def test_asks_for_the_rows_of_the_newest_wcag_version_answered() -> None:
    rows = [*(entry(num) for num in LEVEL_A), entry("3.2.6")]
    (message,) = messages(rows_missing, report(*rows, kind="html"))
    assert "2.1.4" in message
    assert "3.3.7" in message
