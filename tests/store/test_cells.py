"""No text of a page becomes a formula in a spreadsheet, and other texts stay as they are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from a11ycheck.store.cells import safe_cell


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+1", "-1", "@SUM(A1)", "|cmd", "%0", "\t=1", "\r=1", "\n=1", "  =1", "\u00a0=1", " \u00a0 @x",
        '=HYPERLINK("https://evil.test")',
    ],
)  # fmt: skip
def test_what_starts_a_formula_is_marked_and_otherwise_whole(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", " ", "Images", "a=b", "1 + 1", "'=1", "(=1)", "3 %"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert safe_cell(text) == text


@settings(deadline=None, max_examples=100)
@given(st.text(alphabet=st.sampled_from("=+-@|%\t\r\n \u00a0a1'"), max_size=6))
def test_no_cell_starts_a_formula_and_a_safe_one_is_not_marked_twice(text: str) -> None:
    cell = safe_cell(text)
    assert not cell.lstrip(" \u00a0").startswith(("=", "+", "-", "@", "\t", "\r", "\n", "|", "%"))
    assert safe_cell(cell) == cell
    assert cell.removeprefix("'") == text.removeprefix("'")
