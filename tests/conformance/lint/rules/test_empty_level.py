from __future__ import annotations

from tests.conformance.lint.lint_sample import entry, messages, report

from a11ycheck.conformance.lint.rules import empty_level


def test_fails_an_empty_level_with_its_place() -> None:
    assert messages(empty_level, report(entry(level="", line=12))) == ["1.1.1 web (line 12): no conformance level"]


def test_passes_a_level() -> None:
    assert messages(empty_level, report(entry())) == []


def test_passes_rows_that_ask_for_no_answer() -> None:
    rows = (entry(num, "", chapter="en_301_549_software", component="none") for num in ("5.1", "11.5", "412.5"))
    assert messages(empty_level, report(*rows)) == []


def test_fails_504_2_whose_answer_is_rolled_up() -> None:
    assert len(messages(empty_level, report(entry("504.2", "", chapter="software", component="none")))) == 1
