from __future__ import annotations

import pytest
from tests.conformance.lint.lint_sample import messages, report

from a11ycheck.conformance.lint.rules import front_matter


def test_passes_when_everything_is_there() -> None:
    assert messages(front_matter, report()) == []


@pytest.mark.parametrize("field", ["product", "description", "contact", "methods", "version"])
def test_fails_a_missing_field(field: str) -> None:
    assert len(messages(front_matter, report(**{field: ""}))) == 1


@pytest.mark.parametrize(
    ("title", "what"),
    [
        ("Drupal", "does not end in"),
        ("Accessibility Conformance Report", "names no company"),
        ("[Company] Accessibility Conformance Report", "placeholder"),
        ("[Company not given] Accessibility Conformance Report", "placeholder"),
    ],
)
def test_fails_another_title(title: str, what: str) -> None:
    (message,) = messages(front_matter, report(title=title))
    assert what in message
