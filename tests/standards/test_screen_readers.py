"""Announcements are put together from name, role and states as each screen reader words them."""

from __future__ import annotations

import pytest

from a11ycheck.standards.screen_readers import screen_readers


@pytest.mark.parametrize(
    ("reader", "said"),
    [
        ("nvda", "Agree check box half checked required Read first"),
        ("jaws", "Agree check box partially checked required Read first"),
        ("voiceover", "Agree, mixed, required, checkbox, Read first"),
    ],
)
def test_a_control_with_states_and_a_description(reader: str, said: str) -> None:
    states = ("partly checked", "required", "focusable")
    assert screen_readers()[reader].announcement("checkbox", "Agree", states=states, description="Read first") == said


def test_headings_say_their_level_and_unknown_roles_their_own_name() -> None:
    nvda = screen_readers()["nvda"]
    assert nvda.announcement("heading", "News", level=3) == "News heading level 3"
    assert nvda.announcement("meter", "Space") == "Space meter"
    assert nvda.announcement("button", "") == "button"


def test_all_three_have_the_same_roles() -> None:
    assert len({frozenset(reader.roles) for reader in screen_readers().values()}) == 1
