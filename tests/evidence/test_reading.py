"""The accessibility tree is read in order, with names, states and levels, and without what people typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.conftest import Web

from a11ycheck.evidence import reading


def lines(found: Any) -> list[str]:
    return [
        " ".join([each["role"], each.get("name", ""), str(each.get("level", "")), *each.get("states", ())]).split()
        and " | ".join(
            part
            for part in (
                each["role"],
                each.get("name", ""),
                str(each.get("level", "")),
                ", ".join(each.get("states", ())),
            )
            if part
        )
        for each in found["nodes"]
    ]


def test_roles_names_levels_and_states_in_reading_order(collected: Callable[..., Any]) -> None:
    body = """<nav aria-label="Main"><a href="/x">Home <b>page</b></a></nav><h2>News</h2><p>Some <em>text</em>.</p>
    <img src="data:," alt="A map"><img src="data:," alt=""><p aria-hidden="true">unseen</p>
    <label><input type="checkbox" checked> Agree</label>
    <button aria-expanded="false" aria-haspopup="menu" aria-describedby="d">Menu</button><span id="d">More</span>
    <label>Mail <input required aria-invalid="true"></label><div role="status">Saved</div>"""
    found = collected(reading, body)
    shown = lines(found)
    assert "navigation | Main" in shown
    assert "link | Home page | focusable" in shown
    assert shown.index("heading | News | 2") < shown.index("image | A map")
    assert "checkbox | Agree | checked, focusable" in shown
    assert "button | Menu | collapsed, focusable, opens a menu" in shown
    assert next(each for each in found["nodes"] if each.get("name") == "Menu")["description"] == "More"
    assert "textbox | Mail | required, invalid, focusable" in shown
    assert "status | live: polite" in shown
    assert not [line for line in shown if "unseen" in line or line == "text | News"]
    assert found["cut"] == 0


def test_what_people_typed_is_left_out(collected: Callable[..., Any]) -> None:
    body = """<label>Name <input id="a"></label><label>Story <textarea id="b"></textarea></label>
    <div contenteditable role="textbox" aria-label="Note" id="c"></div><div contenteditable id="d"></div>"""

    def type_into(page: Any) -> None:
        for name in "abcd":
            page.fill(f"#{name}", "SECRET")

    assert "SECRET" not in str(collected(reading, body, type_into))


def test_frames_stand_where_they_are(collected: Callable[..., Any], web: Web) -> None:
    web.page("/inner", "<!DOCTYPE html><title>x</title><h3>Inside</h3>")
    found = lines(collected(reading, "<h2>Before</h2><iframe title='Frame' src='/inner'></iframe><h2>After</h2>"))
    assert (
        found.index("heading | Before | 2") < found.index("heading | Inside | 3") < found.index("heading | After | 2")
    )


def test_a_long_page_is_cut_and_says_so(collected: Callable[..., Any]) -> None:
    found = collected(reading, "<p>x</p>" * (reading.MOST + 10))
    assert len(found["nodes"]) == reading.MOST
    assert found["cut"] > 0
