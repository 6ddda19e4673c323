from __future__ import annotations

import pytest

from a11ycheck.findings.suppressions import covers, selects
from a11ycheck.gating import Suppression
from a11ycheck.model import Identity, Location

LINK = Location(
    selector="#sidebar > ul > li:nth-of-type(2) > a",
    html='<a class="reference external" href="https://example.test/x" title="a > b">Text</a>',
    identity=Identity(signature="ul.nav>li.toctree>a.reference"),
)


@pytest.mark.parametrize(
    "selector",
    [
        "a", "a.reference", "#sidebar a", "#sidebar > ul a.external", ".toctree > a", "ul.nav .reference",
        "a[href^='https:']", ":is(#sidebar, .other) a", "#sidebar > ul > li:nth-of-type(2) > a",
    ],
)  # fmt: skip
def test_selects_what_is_known_of_the_element_and_its_ancestors(selector: str) -> None:
    assert selects(selector, LINK)


@pytest.mark.parametrize(
    "selector", ["b", "a.internal", "#other a", "main a", ".nav > a", "#sidebar > a", "a[download]"]
)
def test_does_not_select_what_is_otherwise_or_unknown(selector: str) -> None:
    assert not selects(selector, LINK)


def test_escaped_names_frames_and_missing_snippets() -> None:
    place = Location(selector=r"iframe#chat >>> #r\:1 > span.x\31 2")
    assert selects(r"#r\:1 span", place)
    assert selects("iframe#chat span", place)
    assert selects(".x12", place)
    assert not selects("a", Location(selector=""))


def test_an_attribute_value_in_a_selector_names_no_ancestor() -> None:
    assert not selects("b a", Location(selector='a[title="x b y"]', html="<a>"))


@pytest.mark.parametrize(
    ("rule", "holds"),
    [
        ({"check": "axe"}, True),
        ({"check": "reflow"}, False),
        ({"rule": "link-name"}, True),
        ({"rule": "link"}, False),
        ({"criterion": "4.1.2"}, True),
        ({"criterion": "4.1"}, False),
        ({"url": "*/guide/*"}, True),
        ({"url": "docs/*.html"}, True),
        ({"url": "*.htm"}, False),
        ({"rule": "link-name", "url": "*/other/*"}, False),
        ({"rule": "link-name", "selector": "a.external", "criterion": "2.4.4", "url": "*index*"}, True),
    ],
)
def test_all_conditions_must_hold(rule: dict[str, str], holds: bool) -> None:
    assert holds is covers(
        Suppression(reason="x", **rule), check="axe", rule="link-name", criteria=("2.4.4", "4.1.2"),
        url="docs/guide/index.html", location=LINK,
    )  # fmt: skip
