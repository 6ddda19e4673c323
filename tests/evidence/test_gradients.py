"""Only text that axe could not judge is asked about, and no more than a page can bear."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

from a11ycheck.evidence.gradients import MOST, collect, location


class Realm:
    """Answers with nothing and remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def evaluate(self, script: str, selectors: list[str]) -> str:
        self.asked.append(selectors)
        return json.dumps([])


def asked(*incomplete: dict[str, Any]) -> list[list[str]]:
    realm = Realm()
    page: Any = SimpleNamespace(realm=realm, earlier={"axe": {"incomplete": list(incomplete)}})
    assert collect(page) == {"texts": []}
    return realm.asked


def rule(name: str, *selectors: str | None) -> dict[str, Any]:
    return {"id": name, "nodes": [{"location": selector and {"selector": selector}} for selector in selectors]}


def test_a_page_without_doubtful_text_is_not_asked() -> None:
    assert asked() == []
    assert asked(rule("link-in-text-block", "a"), rule("color-contrast", None)) == []


def test_the_doubtful_texts_are_asked_for_once_and_up_to_a_bound() -> None:
    assert asked(rule("color-contrast", "h1", None, "p"), rule("label", "input")) == [["h1", "p"]]
    ((many,),) = [asked(rule("color-contrast", *(f"#t{number}" for number in range(MOST + 5))))]
    assert many == [f"#t{number}" for number in range(MOST)]


def test_a_text_has_its_place() -> None:
    place = {"selector": "h1", "html": "<h1>", "box": [1, 2, 3, 4], "identity": {"role": "heading", "name": "Hi"}}
    found = location({"place": place})
    assert (found.selector, found.html, found.box) == ("h1", "<h1>", (1, 2, 3, 4))
    assert (found.identity.role, found.identity.name) == ("heading", "Hi")
