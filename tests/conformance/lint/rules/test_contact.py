from __future__ import annotations

import pytest
from tests.conformance.lint.lint_sample import found, report

from a11ycheck.conformance.lint.rules import contact


@pytest.mark.parametrize("given", ["Sales team, sales@example.org", "Our accessibility team"])
def test_warns_of_a_sales_desk_and_of_no_way_to_reach_anybody(given: str) -> None:
    assert len(found(contact, report(contact=given))) == 1


@pytest.mark.parametrize(
    "given", ["accessibility@example.org", "Ann Auditor, +1 555 0100", "https://example.org/a11y", ""]
)
def test_passes_people_who_can_be_reached(given: str) -> None:
    assert found(contact, report(contact=given)) == []
