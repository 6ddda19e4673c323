from __future__ import annotations

import pytest
from tests.conformance.lint.lint_sample import found, report

from a11ycheck.conformance.lint.rules import template_version


@pytest.mark.parametrize(
    "fields",
    [
        {"catalog": "2.4-edition-wcag-2.1-en"},
        {"kind": "html", "template": "2.3Rev"},
        {"kind": "html", "template": ""},
        {"kind": "html", "template": "2.5Rev", "text": "(Based on VPAT Version 2.5Rev)"},
    ],
)
def test_warns_of_an_old_or_missing_template_and_of_the_missing_mark(fields: dict) -> None:
    assert len(found(template_version, report(**fields))) == 1


@pytest.mark.parametrize(
    "fields", [{}, {"kind": "html", "template": "2.5Rev", "text": "(Based on VPAT® Version 2.5Rev)"}]
)
def test_passes_a_current_one(fields: dict) -> None:
    assert found(template_version, report(**fields)) == []
