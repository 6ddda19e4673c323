"""Colours of text and what is behind them, with the contrast of the two."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from a11ycheck.evidence import colours


def test_pairs_of_colours_with_contrast_the_most_used_first(collected: Callable[..., Any]) -> None:
    body = """<p style="color: #767676; background: #fff">A long enough line of grey text, used most of all here</p>
    <h2 style="color: rgb(0 0 0 / .5); background: #fff; font-size: 30px">Half</h2>
    <p style="background: linear-gradient(red, blue); color: #fff">On a gradient</p>
    <p hidden style="color: #123456">unseen</p><textarea style="color: #654321">typed</textarea>"""
    found = collected(colours, body)
    pairs = {(each["text"], each["ground"]): each for each in found["pairs"]}
    assert pairs["#767676", "#ffffff"]["ratio"] == 4.54
    assert found["pairs"][0]["text"] == "#767676"
    assert pairs["#808080", "#ffffff"]["large"] is True
    gradient = next(each for each in found["pairs"] if each["sample"] == "On a gradient")
    assert (gradient["ground"], gradient["ratio"]) == ("", None)
    assert not [each for each in found["pairs"] if each["text"] in ("#123456", "#654321")]
