from __future__ import annotations

from datetime import date

import pytest

from a11ycheck.checks.claims import claims


@pytest.mark.parametrize(
    ("text", "name", "stance"),
    [
        ("Parley is compliant with Section 508.", "Section 508", "conforms"),
        ("The platform is 508 compliant.", "Section 508", "conforms"),
        ("Our app meets WCAG 2.1 Level AA.", "WCAG 2.1 AA", "conforms"),
        ("It has a third-party “A” rating for WCAG 2.0.", "WCAG 2.0", "conforms"),
        ("We are working toward WCAG 2.1 AA.", "WCAG 2.1 AA", "goal"),
        ("The app partially conforms to EN 301 549.", "EN 301 549", "partial"),
        ("The editor does not fully meet WCAG 2.2 AA.", "WCAG 2.2 AA", "partial"),
    ],
)
def test_statements(text: str, name: str, stance: str) -> None:
    (found,) = claims(text)
    assert (found.name, found.stance) == (name, stance)


@pytest.mark.parametrize(
    "text",
    [
        "Themes should meet WCAG 2.1 AA.",
        "Does it comply with Section 508?",
        "How to make your plugin WCAG compliant.",
        "See WCAG 2.1 for details.",
        "The test suite checks that pages conform to WCAG.",
        "",
    ],
)
def test_advice_questions_and_mentions_are_no_statements(text: str) -> None:
    assert claims(text) == ()


def test_the_newest_date_of_the_block() -> None:
    (found,) = claims("Parley meets WCAG 2.1 AA. First report in May 2023, last reviewed March 4, 2025.")
    assert found.dated == date(2025, 3, 1)


def test_a_date_that_does_not_exist_is_none() -> None:
    (found,) = claims("Parley meets WCAG 2.1 AA (2025-13-45).")
    assert found.dated is None
