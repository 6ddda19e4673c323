from __future__ import annotations

import pytest
from tests.conformance.lint.lint_sample import GOOD, found, report

from a11ycheck.conformance.lint.rules import draft


@pytest.mark.parametrize(
    "fields", [{"title": f"DRAFT: {GOOD.title}"}, {"notes": "DRAFT: not a statement."}, {"text": "x\nDRAFT. y"}]
)
def test_fails_a_draft(fields: dict) -> None:
    assert len(found(draft, report(**fields))) == 1


def test_passes_a_report_that_only_speaks_of_drafts() -> None:
    assert found(draft, report(notes="Users can save drafts.")) == []
