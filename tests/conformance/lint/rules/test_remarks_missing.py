from __future__ import annotations

import pytest
from tests.conformance.lint.lint_sample import entry, found, report

from a11ycheck.conformance.lint.rules import remarks_missing


@pytest.mark.parametrize("level", ["Partially Supports", "Does Not Support", "Not Applicable"])
def test_fails_without_remarks(level: str) -> None:
    assert len(found(remarks_missing, report(entry(level=level, remarks="")))) == 1
    assert found(remarks_missing, report(entry(level=level))) == []


def test_passes_supports_without_remarks_which_another_rule_warns_of() -> None:
    assert found(remarks_missing, report(entry(remarks=""))) == []
