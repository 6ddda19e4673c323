from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import table_header_cells


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><th>Day<th>Open<tr><th>Monday<td>8:00</table>",
        "<table><tr><td></td><th>Open<th>Closed<tr><th>Monday<td>8:00<td>17:00</table>",
        "<table><tr><th>Name<td>Ada<tr><th>Born<td>1815</table>",
        "<table><tr><td>Item<th>Price</th></tr><tr><td>Tea</td><td>2</td></tr></table>",
        "<table><tr><th id=a>City<th id=b>Count<tr><td>Paris<tr><td headers=b>1</table>",
        "<table><tr><th colspan=2>Times<tr><th>Open<th>Closed<tr><td>8<td>17</table>",
        "<table><tr><th>Empty column<th></th><th>Price<tr><td>Tea<td><td>2</table>",
        "<table><tr><th rowspan=2>Monday<td>8<tr><td>9</table>",
        "<table><thead><tr><th>Group<th>Name<tbody><tr><th scope=rowgroup rowspan=2>One<td>a<tr><td>b</table>",
        "<div role=grid><div role=row><div role=columnheader>Room</div></div><div role=row><div role=gridcell>1</div></div></div>",
    ],
)
def test_passes_headers_with_cells(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(table_header_cells, html)] == ["passed"]


@pytest.mark.parametrize(
    ("html", "named"),
    [
        ("<table><tr><th>Rate<th>Value<tr><td>15 %</table>", "Value"),
        ("<table><tr><th id=a>City<th id=b>Count<tr><td>Paris<td headers=a>1</table>", "Count"),
        ("<table><tr><th scope=col>Name<td>Ada<td>Lovelace</table>", "Name"),
        (
            "<div role=grid><div role=row><div role=columnheader>Room</div><div role=columnheader>Guest</div></div>"
            "<div role=row><div role=gridcell>1</div></div></div>",
            "Guest",
        ),
    ],
)
def test_fails_a_header_without_cells(judge: Judge, html: str, named: str) -> None:
    (outcome,) = judge(table_header_cells, html)
    assert outcome.outcome == "failed"
    assert outcome.location is not None
    assert named in outcome.message
    assert named in outcome.location.html


def test_asks_about_a_table_of_headers(judge: Judge) -> None:
    assert [outcome.outcome for outcome in judge(table_header_cells, "<table><tr><th>Name<th>Price</table>")] == [
        "cantTell"
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>8:00</table>",
        "<p>Text</p><table></table>",
        "<table role=presentation><tr><th>Time<tr><td>8:00</table>",
        "<table><tr><th role=cell>Column<tr><td>Cell</table>",
        "<table><tr><th style='display:none'>Name<tr><td>W3C</table>",
        "<table><tr><th aria-hidden=true>Name<tr><td>W3C</table>",
    ],
)
def test_is_inapplicable_without_headers(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(table_header_cells, html)] == ["inapplicable"]
