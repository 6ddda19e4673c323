from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import focus_contrast

STYLE = "<style>body {{ background: white }} a:focus-visible {{ outline: 3px solid {} }}</style>"
LINK = STYLE + "<p style='padding: 20px'><a href='#a'>Guide</a></p>"


@pytest.mark.parametrize(
    ("color", "said"), [("#ddf", "cantTell"), ("#1a4fa0", "passed"), ("transparent", "inapplicable")]
)
def test_asks_about_a_mark_that_is_hardly_seen(judge: Judge, color: str, said: str) -> None:
    [found] = judge(focus_contrast, LINK.format(color))
    assert (found.outcome, found.criteria) == (said, ("1.4.11",))


def test_passes_the_browsers_own_mark(judge: Judge) -> None:
    assert [outcome.outcome for outcome in judge(focus_contrast, "<p><a href='#a'>Guide</a></p>")] == ["passed"]
