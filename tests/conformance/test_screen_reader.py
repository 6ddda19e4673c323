"""A script lists what should be announced, with keys that survive other changes of the page."""

from __future__ import annotations

from a11ycheck.conformance.screen_reader import MOST, script

NODES = [
    {"d": 0, "role": "navigation", "name": "Main"},
    {"d": 1, "role": "link", "name": "Home", "states": ["focusable"]},
    {"d": 0, "role": "text", "name": "Some text"},
    {"d": 0, "role": "heading", "name": "News", "level": 2},
    {"d": 0, "role": "image"},
    {"d": 0, "role": "form"},
    {"d": 0, "role": "image", "name": "A map"},
    {"d": 0, "role": "button", "name": "Save", "states": ["collapsed"], "description": "All of it"},
    {"d": 0, "role": "button", "name": "Save"},
    {"d": 0, "role": "status", "states": ["live: polite"]},
]


def test_what_is_announced_stands_in_reading_order() -> None:
    found = script({"nodes": NODES, "cut": 0})
    assert [(each.kind, each.name) for each in found] == [
        ("landmark", "Main"), ("control", "Home"), ("heading", "News"), ("image", "A map"), ("control", "Save"),
        ("control", "Save"), ("message", ""),
    ]  # fmt: skip
    assert (found[4].states, found[4].description, found[2].level) == (("collapsed",), "All of it", 2)


def test_a_select_is_not_said_to_open_a_menu() -> None:
    states = ["collapsed", "opens a menu"]
    select, button = script(
        {"nodes": [{"d": 0, "role": role, "states": states} for role in ("combobox", "button")], "cut": 0}
    )
    assert (select.states, button.states) == (("collapsed",), ("collapsed", "opens a menu"))


def test_keys_tell_equal_ones_apart_and_do_not_move_with_the_page() -> None:
    before = {each.key for each in script({"nodes": NODES, "cut": 0})}
    after = {each.key for each in script({"nodes": [{"d": 0, "role": "link", "name": "New"}, *NODES], "cut": 0})}
    assert len(before) == 7
    assert before < after


def test_long_lists_are_cut() -> None:
    options = [{"d": 0, "role": "option", "name": str(number)} for number in range(50)]
    assert len(script({"nodes": options, "cut": 0})) == 10
    links = [{"d": 0, "role": "link", "name": str(number)} for number in range(500)]
    assert len(script({"nodes": links, "cut": 0})) == MOST
