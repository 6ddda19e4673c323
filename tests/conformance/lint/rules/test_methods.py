from __future__ import annotations

import pytest
from tests.conformance.lint.lint_sample import messages, report

from a11ycheck.conformance.lint.rules import methods


def test_passes_manual_tests_with_assistive_technology() -> None:
    assert messages(methods, report()) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Based on general product knowledge.", 3),
        ("axe-core 4.12.1 on 40 pages.", 2),
        ("Manual keyboard tests.", 1),
        ("Manual tests with the screen reader NVDA.", 1),
        ("Manual tests by Ann: keyboard. Nobody has tested with assistive technology, neither NVDA nor JAWS.", 1),
        ("No manual test has been recorded so far. Nobody has tested with assistive technology.", 2),
    ],
)
def test_warns_of_what_is_missing(text: str, count: int) -> None:
    assert len(messages(methods, report(methods=text))) == count
