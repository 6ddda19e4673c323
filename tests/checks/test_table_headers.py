from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import table_headers

BODY = "<tr><td>Tea<td>2<tr><td>Milk<td>1"


@pytest.mark.parametrize(
    "html", [f"<table><tr><th>Item<th>Price{BODY}</table>", f"<table><thead><tr><th>Item<th>Price<tbody>{BODY}</table>"]
)
def test_passes_tables_with_headers(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(table_headers, html)] == ["passed"]


def test_fails_a_head_of_plain_cells(judge: Judge) -> None:
    html = f"<table><thead><tr><td>Item<td>Price<tbody>{BODY}</table>"
    assert [outcome.outcome for outcome in judge(table_headers, html)] == ["failed"]


@pytest.mark.parametrize(
    "html",
    [
        f"<table><tr><td><b>Item</b><td><b>Price</b>{BODY}</table>",
        f"<table><caption>Prices</caption>{BODY}</table>",
        "<table><tr><td style='font-weight:700'>Tea<td>2<tr><td style='font-weight:700'>Milk<td>1</table>",
        "<table><tr><td>Item<td>Price<tr><td>Tea<td>2.50 €<tr><td>Milk<td>1</table>",
    ],
)
def test_asks_about_tables_that_look_like_data(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(table_headers, html)] == ["cantTell"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>Text</p>",
        f"<table>{BODY}</table>",
        "<table><tr><td>Item<td>Price<tr><td>Tea<td>2<tr><td>Milk<td>a lot</table>",
        "<table><tr><td>Item<td>2023<tr><td>Tea<td>2<tr><td>Milk<td>1</table>",
        f"<table summary='Navigation'>{BODY}</table>",
        "<table><tr><td><b>One</b><td><b>row</b></table>",
        f"<table role=presentation><tr><td><b>Item</b><td><b>Price</b>{BODY}</table>",
        "<table><tr><td><b>Name</b><td><input aria-label=Name><tr><td><b>Mail</b><td><input aria-label=Mail></table>",
    ],
)
def test_is_inapplicable_without_data_tables(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(table_headers, html)] == ["inapplicable"]
