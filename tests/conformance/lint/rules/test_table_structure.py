from __future__ import annotations

from tests.conformance.lint.lint_sample import found, report

from a11ycheck.conformance.lint.document import Chapter
from a11ycheck.conformance.lint.rules import table_structure


def chapter(*columns: str) -> Chapter:
    return Chapter("Table 1", False, "", ("1.1.1",), columns)


def test_warns_of_other_columns() -> None:
    (problem,) = found(table_structure, report(chapters=(chapter("Criteria", "Status", "Conformance Level", "Notes"),)))
    assert "Criteria | Status" in problem.message


def test_passes_the_columns_of_the_template() -> None:
    whole = chapter("Criteria", "Conformance  Level", "Remarks and Explanations")
    assert found(table_structure, report(chapters=(whole, chapter()))) == []
