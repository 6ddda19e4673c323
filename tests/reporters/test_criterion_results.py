"""What rules say of a criterion: the worst word that is true, and never a good one for what is unknown."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.reporters.small_runs import page, said, stored

from a11ycheck.model import CheckOutcome, Outcome
from a11ycheck.reporters.criterion_results import CriterionResult, criterion_results
from a11ycheck.reporters.wording import Section, section_of_group
from a11ycheck.standards import wcag
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_audit_file(tmp_path / "audit.db")) as opened:
        yield opened


def results(view: RunView) -> dict[str, CriterionResult]:
    sections = {section: [group for group in view.groups if section_of_group(group) is section] for section in Section}
    return {result.num: result for result in criterion_results(view, sections)}


FAILED, ASKED = said("image-alt"), said("svg-alt", Outcome.CANT_TELL)
PASSED, ABSENT = said("area-alt", Outcome.PASSED), said("object-alt", Outcome.INAPPLICABLE)
STOPPED = said("input-image-alt", Outcome.UNTESTED)


@pytest.mark.parametrize(
    ("outcomes", "word"),
    [
        ([FAILED, ASKED, PASSED, ABSENT, STOPPED], "Violation"),
        ([ASKED, PASSED], "Needs review"),
        ([PASSED, ABSENT, STOPPED], "No violations found"),
        ([ABSENT, STOPPED], "Nothing to test found"),
        ([STOPPED], "Untested"),
        ([], "Untested"),
        ([said("region", practice=True)], "Untested"),
    ],
)
def test_the_worst_word_that_is_true(connection: sqlite3.Connection, outcomes: list[CheckOutcome], word: str) -> None:
    result = results(stored(connection, page("https://x/", *outcomes)))["1.1.1"]
    assert result.result == word
    assert result.is_untested is (word == "Untested")


def test_pages_with_violations_are_counted_and_with_questions_only_where_there_is_none(
    connection: sqlite3.Connection,
) -> None:
    pages = [page("https://x/1", FAILED), page("https://x/2", FAILED, ASKED), page("https://x/3", ASKED)]
    assert results(stored(connection, *pages))["1.1.1"].pages == 2
    assert results(stored(connection, *pages[2:]))["1.1.1"].pages == 1


def test_rules_that_completed_and_that_stopped_are_counted(connection: sqlite3.Connection) -> None:
    stopped = said("area-alt", Outcome.UNTESTED)
    result = results(stored(connection, page("https://x/1", PASSED, ABSENT), page("https://x/2", stopped)))["1.1.1"]
    assert (result.completed, result.untested) == (2, 1)


def test_criteria_stand_in_number_order_with_those_that_only_a_rule_speaks_of(connection: sqlite3.Connection) -> None:
    view = stored(connection, page("https://x/", said("a", criterion="2.4.9"), said("b", criterion="9.9.9")))
    found = results(view)
    assert list(found) == sorted(found, key=lambda num: [int(part) for part in num.split(".")])
    assert {row.num for row in wcag.criteria()} <= set(found)
    assert found["9.9.9"].criterion is None
    assert found["2.4.9"].result == "Violation"
