from __future__ import annotations

import pytest

from a11ycheck.config import Config
from a11ycheck.reporters.items import Items, by_target, page_file, xml_text
from a11ycheck.store.queries import RunView


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("docs/_build/html/a b.html?x=1#y", "docs/_build/html/a b.html"),
        ("https://example.test/", "example.test/index.html"),
        ("https://example.test/a%20b/", "example.test/a b/index.html"),
        ("https://example.test/../../etc/passwd", "example.test/etc/passwd"),
        ("/../up.html", "up.html"),
        ("javascript:alert(1)", "javascript/alert(1)"),
        ("", "index.html"),
        ("a\x1b\n.html", "a[U+001B] .html"),
    ],
)
def test_a_page_has_a_relative_path(url: str, file: str) -> None:
    assert page_file(url) == file


def test_every_finding_is_an_item_and_ids_differ(view: RunView, config: Config) -> None:
    items = list(Items(view, config))
    assert len(items) == sum(1 for _ in view.findings())
    assert len({item.stable_id for item in items}) == len(items)


def test_targets_come_in_plan_order_with_all_their_items(view: RunView, config: Config) -> None:
    found = list(by_target(Items(view, config)))
    assert [target.order for target, _ in found] == [0, 1, 2, 3, 4, 5]
    assert [len(items) for _, items in found] == [5, 2, 1, 0, 0, 0]


def test_xml_text_has_no_characters_that_xml_cannot_hold() -> None:
    assert xml_text("a\ufffe\uffffb") == "a\ufffd\ufffdb"
